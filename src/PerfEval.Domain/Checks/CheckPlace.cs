namespace PerfEval.Domain.Checks;

/// <summary>Where a finding is, so that a page can jump to the very cell or words.</summary>
public abstract record CheckPlace
{
    private CheckPlace()
    {
    }

    /// <summary>Words of a text.</summary>
    /// <param name="Section">Key of the text: id of a section, or empty for a text that was handed in as a whole.</param>
    /// <param name="Start">First character, from 0.</param>
    /// <param name="Length">Number of characters, at least 1 in a text that is not empty.</param>
    public sealed record Words(string Section, int Start, int Length) : CheckPlace
    {
        /// <summary>First character after the words.</summary>
        public int End => Start + Length;

        /// <summary>True when both have a character in common.</summary>
        public bool Overlaps(Words other) => Section == other.Section && Start < other.End && other.Start < End;
    }

    /// <summary>A cell, a whole row, or a whole column of a table.</summary>
    /// <param name="Table">Which table: Lines, Funding, Targets…</param>
    /// <param name="Row">Key of the row (its id), empty for all rows.</param>
    /// <param name="Column">Name of the column, empty for the whole row.</param>
    public sealed record Cell(string Table, string Row, string Column) : CheckPlace;

    /// <summary>A leaf of the indicator tree.</summary>
    /// <param name="Code">Its code.</param>
    public sealed record Leaf(string Code) : CheckPlace;

    /// <summary>The project or document as a whole.</summary>
    /// <param name="Part">The part that repairs it (a page or a field), or empty.</param>
    public sealed record Whole(string Part) : CheckPlace;
}

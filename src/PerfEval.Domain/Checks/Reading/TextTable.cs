namespace PerfEval.Domain.Checks.Reading;

/// <summary>A table inside a text.</summary>
/// <param name="Start">First character of the table.</param>
/// <param name="End">First character after it.</param>
/// <param name="Rows">Its rows; a row may have fewer cells than another, where cells are merged.</param>
internal sealed record TextTable(int Start, int End, IReadOnlyList<IReadOnlyList<Stretch>> Rows)
{
    /// <summary>Cells of the widest row.</summary>
    public int Columns { get; } = Rows.Max(r => r.Count);
}

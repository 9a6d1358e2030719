namespace PerfEval.Domain.Projects;

/// <summary>
/// One row that a form, a grid cell, a paste or a workbook wants to change. All doors meet in
/// <see cref="Project.Apply(LineChanges)"/>.
/// </summary>
/// <param name="Id">The row; a new row brings the id it was given where it was made.</param>
/// <param name="SeenVersion">The version the person saw; null for a new row.</param>
/// <param name="Entry">What the row shall be; null deletes it.</param>
/// <param name="Before">The row that a new row shall stand before; null, or one that is gone, for the end.</param>
public sealed record LineChange(Guid Id, long? SeenVersion, LineEntry? Entry, Guid? Before = null);

/// <summary>A set of rows that is stored whole or not at all.</summary>
/// <param name="Rows">The rows in the order in which they were given.</param>
public sealed record LineChanges(IReadOnlyList<LineChange> Rows)
{
    /// <summary>A single row.</summary>
    public static LineChanges Of(LineChange row) => new([row]);
}

/// <summary>What is wrong with one row of a <see cref="LineChanges"/>.</summary>
/// <param name="Row">Index of the row in the changes, from 0.</param>
/// <param name="Fault">Field and sentence.</param>
public sealed record LineFault(int Row, Fault Fault);

/// <summary>What became of a <see cref="LineChanges"/>: nothing is applied when there is a fault or a stale row.</summary>
/// <param name="Faults">Everything that cannot be stored, of all rows.</param>
/// <param name="Stale">Rows that somebody else changed or deleted meanwhile: index and the row as stored (null: gone).</param>
/// <param name="Touched">The rows as they are now, without the deleted ones.</param>
public sealed record LineOutcome(
    IReadOnlyList<LineFault> Faults, IReadOnlyList<(int Row, BudgetLine? Theirs)> Stale, IReadOnlyList<BudgetLine> Touched)
{
    /// <summary>True when everything was applied.</summary>
    public bool Applied => Faults.Count == 0 && Stale.Count == 0;
}

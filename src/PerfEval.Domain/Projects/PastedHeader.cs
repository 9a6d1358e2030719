namespace PerfEval.Domain.Projects;

/// <summary>Where the header of a pasted block is: whoever copies a whole sheet copies its title and 单位：万元 too.</summary>
internal sealed class PastedHeader
{
    private const int Within = 10;

    private PastedHeader(int rows, IReadOnlyList<string> cells, AmountUnit? note) => (Rows, Cells, Note) = (rows, cells, note);

    /// <summary>How many rows the header and what stands above it take; 0 without a header.</summary>
    public int Rows { get; }

    /// <summary>The texts that head the columns.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>The unit that is noted above the header; null when none is.</summary>
    public AmountUnit? Note { get; }

    /// <summary>Finds the header.</summary>
    /// <param name="block">All rows of the block.</param>
    /// <param name="decided">Whether it has one, where a person decided; the first row is taken then when no row looks like one.</param>
    public static PastedHeader In(IReadOnlyList<IReadOnlyList<string>> block, bool? decided)
    {
        var none = new PastedHeader(0, [], null);
        if (decided == false || block.Count == 0)
        {
            return none;
        }

        AmountUnit? note = null;
        for (var at = 0; at < Math.Min(Within, block.Count); at++)
        {
            // 资金 over 实际拨款 and 实际支出, beside headings merged over both rows.
            var below = at + 1 < block.Count && IsDivided(block[at + 1]) ? Merged(block[at], block[at + 1]) : null;
            foreach (var (cells, rows) in new[] { (below, at + 2), (block[at], at + 1) })
            {
                if (cells is not null && IsHeader(cells, at))
                {
                    return new(rows, cells, note);
                }
            }

            note = block[at].Select(LineColumns.UnitNoted).FirstOrDefault(unit => unit is not null) ?? note;
        }

        return decided == true ? new(1, block[0], null) : none;
    }

    // Below a title it must be what a workbook's header must be; two headings in the very first row are enough.
    private static bool IsHeader(IReadOnlyList<string> cells, int at)
    {
        var found = LineColumns.OfHeaders(cells).OfType<LineHeader>().Select(h => h.Column).ToHashSet();
        return (at == 0 && found.Count >= 2) || (found.Contains(LineColumn.Item) && (found.Contains(LineColumn.Allocated) || found.Contains(LineColumn.Spent)));
    }

    private static bool IsDivided(IReadOnlyList<string> cells) =>
        cells.Any(c => c.Length > 0) && LineColumns.OfHeaders(cells).Zip(cells).All(c => c.First is not null || c.Second.Length == 0);

    private static List<string> Merged(IReadOnlyList<string> above, IReadOnlyList<string> below) =>
        [.. Enumerable.Range(0, Math.Max(above.Count, below.Count)).Select(i => i < below.Count && below[i].Length > 0 ? below[i] : i < above.Count ? above[i] : "")];
}

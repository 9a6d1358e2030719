namespace PerfEval.Domain.Projects;

/// <summary>Finds the stored line that a row of a file stands for, and the rows that stand for the same one.</summary>
internal sealed class LineMatch
{
    private readonly Dictionary<Guid, BudgetLine> byId;
    private readonly ILookup<(string, string, string), BudgetLine> byKey;
    private readonly IReadOnlyList<BudgetLine> stored;
    private readonly IReadOnlySet<LineColumn> columns;
    private readonly Dictionary<Guid, int> claimed = [];
    private readonly Dictionary<(string, string, string), int> fresh = [];

    public LineMatch(IReadOnlyList<BudgetLine> stored, IReadOnlyList<ImportedLine> rows, IReadOnlySet<LineColumn> columns)
    {
        (this.stored, this.columns) = (stored, columns);
        byId = stored.ToDictionary(l => l.Id);
        byKey = stored.ToLookup(l => Key(l.ActivityGroup, l.Item, l.ImplementingUnit));

        // 行标识 goes before the key, wherever in the file its row stands; of a row that was copied the first counts.
        foreach (var row in rows.Where(r => r.Id is { } id && byId.ContainsKey(id)))
        {
            claimed.TryAdd(row.Id!.Value, row.Row);
        }
    }

    /// <summary>The line of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fault">Why it cannot be told; null when it can.</param>
    /// <returns>The line, null for a new one; and whether there was one that somebody has deleted.</returns>
    public (BudgetLine? Line, bool Gone) LineOf(ImportedLine row, out ImportFault? fault)
    {
        fault = null;
        if (row.Id is { } id && claimed.GetValueOrDefault(id) == row.Row)
        {
            return (byId[id], false);
        }

        var key = Key(row.Typing[LineColumn.ActivityGroup], row.Typing[LineColumn.Item], row.Typing[LineColumn.ImplementingUnit]);
        if (key.Item2.Length == 0)
        {
            return (null, false);
        }

        var same = byKey[key].ToList();
        if (same.Count > 1)
        {
            fault = Doubled(row, $"系统中有{same.Count}行与此相同（第{string.Join("、", same.Select(l => Number(l)))}行），不知道要改哪一行",
                "请下载模板，在带有行标识的那一行上修改；要新增请改写项目名称");
            return (null, false);
        }

        var other = same.Count == 1 ? (claimed.TryAdd(same[0].Id, row.Row) ? 0 : claimed[same[0].Id]) : fresh.TryAdd(key, row.Row) ? 0 : fresh[key];
        if (other > 0)
        {
            fault = Doubled(row, $"与第{other}行重复（{string.Join("、", KeyColumns().Select(c => c.Word()))}都相同）", "请删去一行，或改写其中一行的项目名称");
            return (null, false);
        }

        return (same.FirstOrDefault(), same.Count == 0 && row.Id is { } lost && !byId.ContainsKey(lost));
    }

    private static ImportFault Doubled(ImportedLine row, string rule, string remedy) =>
        new(row.Row, LineColumn.Item, row.Typing[LineColumn.Item], rule, remedy);

    private int Number(BudgetLine line) => stored.Count(l => l.Position < line.Position) + 1;

    // A file without one of these columns is compared by the others.
    private IEnumerable<LineColumn> KeyColumns() =>
        new[] { LineColumn.ActivityGroup, LineColumn.Item, LineColumn.ImplementingUnit }.Where(columns.Contains);

    private (string, string, string) Key(string group, string item, string unit)
    {
        string Part(LineColumn column, string text) => columns.Contains(column) ? text.Trim() : "";
        return (Part(LineColumn.ActivityGroup, group), Part(LineColumn.Item, item), Part(LineColumn.ImplementingUnit, unit));
    }
}

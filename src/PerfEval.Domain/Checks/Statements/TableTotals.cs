using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>合计 and 小计 rows: each column adds up.</summary>
internal static class TableTotals
{
    private static readonly string[] NoSum = ["率", "单价", "标准", "序号", "占比", "比例", "编号", "年度", "日期", "%", "均"];

    /// <summary>Checks all totals of a table.</summary>
    public static void Check(TableGrid grid, Notes notes)
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            if (!grid.IsTotal(row))
            {
                continue;
            }

            for (var column = 0; column < grid.Columns; column++)
            {
                if (grid.Number(row, column) is { } total && total.Measure != Measure.Percent && !Words.Any(grid.Headers[column], NoSum))
                {
                    Judge(grid, notes, row, column, total);
                }
            }
        }
    }

    private static void Judge(TableGrid grid, Notes notes, int row, int column, ReadNumber total)
    {
        var ways = Ways(grid, row, column).Where(w => w.Count > 1).ToList();
        foreach (var parts in ways)
        {
            var sum = parts.Sum(p => p.Value);
            if (Comparison.OfAmount(total, sum, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Sum, total, parts, Shown(grid, column, parts), sum);
                return;
            }
        }

        if (ways.Count > 0)
        {
            var sum = ways[0].Sum(p => p.Value);
            var nested = Enumerable.Range(0, grid.Rows).Any(r => r != row && (grid.IsTotal(r) || grid.Label(r).StartsWith("其中", StringComparison.Ordinal)));
            var verdict = Comparison.OfAmount(total, sum, ways[0].Sum(p => p.Places > 0 ? p.Step / 2 : 0));
            // 分 are never rounded parts; only tables in 万元 have them.
            verdict = verdict == Verdict.RoundedParts && !(grid.Headers[column].Contains('万') || total.Measure == Measure.Money) ? Verdict.Off : verdict;
            notes.Report(StatementKind.Sum, verdict, !nested, total, [ways[0][0], ways[0][^1]], Shown(grid, column, ways[0]), sum, "表中有小计或“其中”行，哪些行相加由上下文推断，请核实");
        }
    }

    /// <summary>The rows that may make up a total: since the last total, all plain rows, or the totals of the parts.</summary>
    private static IEnumerable<List<ReadNumber>> Ways(TableGrid grid, int row, int column)
    {
        List<ReadNumber> Take(IEnumerable<int> rows) => [.. rows.Where(r => r != row && !grid.Label(r).StartsWith("其中", StringComparison.Ordinal)).Select(r => grid.Number(r, column)).OfType<ReadNumber>()];
        var previous = row - 1;
        while (previous >= 0 && !grid.IsTotal(previous))
        {
            previous--;
        }

        var before = Enumerable.Range(0, row);
        var after = Enumerable.Range(row + 1, grid.Rows - row - 1);
        if (row > 0)
        {
            yield return Take(Enumerable.Range(previous + 1, row - previous - 1));
            yield return Take(before.Where(r => !grid.IsTotal(r)));
            yield return Take(before.Where(grid.IsTotal));
            yield return Take(before.Where(r => grid.Words(r, 0).Length > 0 && !grid.IsTotal(r)));
        }
        else
        {
            yield return Take(after.Where(r => !grid.IsTotal(r)));
            yield return Take(after.Where(grid.IsTotal));
        }
    }

    private static string Shown(TableGrid grid, int column, List<ReadNumber> parts) =>
        $"“{grid.Headers[column]}”列{parts.Count}行之和";
}

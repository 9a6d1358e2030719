using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>What holds within each row: 结余 = 拨款 − 支出, 金额 = 数量 × 单价, 率 = 完成 ÷ 计划.</summary>
internal static class TableRows
{
    private const decimal Majority = 0.6m;
    private const decimal Half = 0.5m;
    private static readonly string[] Left = ["结余", "剩余", "余额"];
    private static readonly string[] Came = ["拨款", "预算", "下达", "到位", "拨付", "安排", "收入", "金额", "合同"];
    private static readonly string[] Went = ["支出", "执行", "使用", "支付", "发放", "完成"];
    private static readonly string[] Rate = ["率", "进度", "占比", "%"];
    private static readonly string[] Quantity = ["数量", "人数", "户数", "次数", "面积", "个数"];
    private static readonly string[] Price = ["单价", "标准", "元/"];
    private static readonly string[] Amount = ["金额", "总价", "小计", "合计", "资金", "支出", "补助"];
    private static readonly string[] Plan = ["目标", "计划", "指标值", "预算", "任务", "应", "到位"];
    private static readonly string[] Actual = ["完成", "实际", "执行", "支出"];

    /// <summary>Checks all rows of a table.</summary>
    public static void Check(TableGrid grid, Notes notes)
    {
        foreach (var left in Columns(grid, Left, Rate))
        {
            Judge(grid, notes, StatementKind.Difference, left, Columns(grid, Came, [.. Rate, .. Left]), Columns(grid, Went, [.. Rate, .. Left]), "-", (a, b) => a - b);
        }

        foreach (var amount in Columns(grid, Amount, [.. Price, .. Quantity, .. Rate]))
        {
            Judge(grid, notes, StatementKind.Product, amount, Columns(grid, Quantity, Price), Columns(grid, Price, []), "×", (a, b) => a * b);
        }

        foreach (var rate in Columns(grid, ["完成率", "执行率", "支出进度", "使用率", "到位率", "执行进度"], []))
        {
            Judge(grid, notes, StatementKind.Completion, rate, Columns(grid, Actual, Rate), Columns(grid, Plan, [.. Rate, "实际", "完成", "执行数"]), "÷", (a, b) => b == 0 ? null : a / b * 100);
        }
    }

    private static List<int> Columns(TableGrid grid, string[] words, string[] but) =>
        [.. Enumerable.Range(0, grid.Columns).Where(c => Words.Any(grid.Headers[c], words) && !Words.Any(grid.Headers[c], but) && !Words.Any(grid.Headers[c], ["原因", "说明", "备注"]))];

    /// <summary>The pair of columns for which most rows hold is the one that is meant; the rows that do not hold are wrong.</summary>
    private static void Judge(TableGrid grid, Notes notes, StatementKind kind, int stated, List<int> first, List<int> second, string sign, Func<decimal, decimal, decimal?> compute)
    {
        (int A, int B, decimal Share)? best = null;
        var pairs = first.SelectMany(a => second.Select(b => (a, b))).Where(p => p.a != p.b && p.a != stated && p.b != stated).ToList();
        foreach (var (a, b) in pairs)
        {
            var rows = Enumerable.Range(0, grid.Rows).Where(r => Full(grid, r, a, b, stated)).ToList();
            if (rows.Count > 0)
            {
                var share = (decimal)rows.Count(r => compute(grid.Number(r, a)!.Value, grid.Number(r, b)!.Value) is { } v && Comparison.Of(grid.Number(r, stated)!, v, 0) == Verdict.Equal) / rows.Count;
                best = best is null || share > best.Value.Share ? (a, b, share) : best;
            }
        }

        if (best is not { } pair)
        {
            return;
        }

        for (var row = 0; row < grid.Rows; row++)
        {
            if (Full(grid, row, pair.A, pair.B, stated) && grid.Number(row, pair.A) is { } a && grid.Number(row, pair.B) is { } b && compute(a.Value, b.Value) is { } computed)
            {
                Settle(grid, notes, kind, row, grid.Number(row, stated)!, a, b, sign, computed, pair.Share >= Majority, pairs.Count == 1 || pair.Share >= Half);
            }
        }
    }

    private static void Settle(TableGrid grid, Notes notes, StatementKind kind, int row, ReadNumber stated, ReadNumber a, ReadNumber b, string sign, decimal computed, bool sure, bool likely)
    {
        var formula = $"{grid.Label(row)}：{Numbers.Plainly(a.Printed)} {sign} {Numbers.Plainly(b.Printed)}";
        var verdict = kind == StatementKind.Completion ? Comparison.Of(stated, computed, 0) : Comparison.OfAmount(stated, computed, 0);
        if (verdict == Verdict.Equal)
        {
            // A row of zeros or without a balance proves nothing worth showing.
            if (stated.Value != 0)
            {
                notes.Verify(kind, stated, [a, b], formula, computed);
            }
        }
        else if (sure || likely)
        {
            notes.Report(kind, verdict, sure, stated, [a, b], formula, computed, "这几栏之间的关系由表头推断，请核实");
        }
    }

    private static bool Full(TableGrid grid, int row, int a, int b, int stated) =>
        grid.Number(row, a) is not null && grid.Number(row, b) is not null && grid.Number(row, stated) is not null;
}

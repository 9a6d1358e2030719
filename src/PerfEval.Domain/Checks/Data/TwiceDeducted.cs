using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>One fact that costs points in two leaves (domain.md §5.2 no. 7).</summary>
public static class TwiceDeducted
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-TWICE", "同一事实重复扣分", "同一事实不应在两个指标里重复扣分");

    /// <summary>Every group of leaves that lost points by the same figure.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        if (facts.Tree is not { } tree || facts.Sheet is not { } sheet)
        {
            yield break;
        }

        var nodes = tree.Indicators.ToDictionary(i => i.Id);
        var lost = sheet.Rows.Where(r => r.IsLeaf && r.Points < r.Weight && nodes.ContainsKey(r.IndicatorId)).Select(r => (Row: r, Leaf: nodes[r.IndicatorId])).ToList();
        foreach (var group in lost.Where(l => l.Leaf.Binding is not null).GroupBy(l => l.Leaf.Binding!.Figure).Where(g => g.Count() > 1))
        {
            var (rows, word) = (group.Select(g => g.Row).ToList(), Word(group.Key));
            yield return Finding(rows, $"{Codes(rows)}都按{word}扣分，共扣{Numbers.Plainly(rows.Sum(r => r.Weight - r.Points!.Value))}分，是同一事实");
        }

        // Fewer activities than planned, and a lower share of them: two leaves, one cancellation.
        var fewer = lost.Where(l => l.Leaf.Rule is ShortfallCount).Select(l => l.Row).ToList();
        var rate = lost.Where(l => l.Leaf.Binding?.Figure is Figure.ResultCompletionRate or Figure.TargetCompletionRate or Figure.CancelledResults).Select(l => l.Row).ToList();
        if (fewer.Count > 0 && rate.Count > 0 && facts.Project.Achievements.Any(a => a.State == CompletionState.Cancelled))
        {
            List<ScoreRow> rows = [.. fewer, .. rate];
            yield return Finding(rows, $"活动取消后，{Codes(fewer)}按少做的次数扣分，{Codes(rate)}又按完成率扣分，可能是同一事实");
        }
    }

    private static Finding Finding(List<ScoreRow> rows, string explanation) =>
        new(Rule, Severity.Hint, new CheckPlace.Leaf(rows[^1].Code), explanation, "评分说明里写明为何两处都扣；体系由财政局修订时可合并这两个指标")
        { Related = [.. rows.SkipLast(1).Select(r => (CheckPlace)new CheckPlace.Leaf(r.Code))] };

    private static string Codes(List<ScoreRow> rows) => string.Join("、", rows.Select(r => r.Code));

    private static string Word(Figure figure) => figure switch
    {
        Figure.BudgetExecutionRate => "预算执行率",
        Figure.FundsReceivedRate => "资金到位率",
        Figure.BalanceRate => "结余率",
        Figure.ResultCompletionRate => "成果完成率",
        Figure.TargetCompletionRate => "目标完成率",
        Figure.CancelledResults => "取消的活动",
        _ => "满意度",
    };
}

using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V4: two figures of the same thing that are apart by exactly ten thousand: one was typed in 万元.</summary>
public static class UnitSlips
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V4", "元与万元", "金额一律按元填列，万元只是显示单位");

    /// <summary>Every pair of figures that is apart by ten thousand.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var money = facts.Money;
        if (Slipped(money.Received, money.Allocated) || Slipped(money.SourcesExecuted, money.LinesSpent))
        {
            var (left, right, what) = Slipped(money.Received, money.Allocated)
                ? (money.Received!.Value, money.Allocated!.Value, "到位资金与明细实际拨款") : (money.SourcesExecuted!.Value, money.LinesSpent!.Value, "来源执行与明细实际支出");
            yield return new(Rule, Severity.Doubt, Places.Page(Evaluations.ReadinessPlace.Funding),
                $"{what}正好相差一万倍：{Yuan(left)}，{Yuan(right)}，可能有一处把万元当作元填了", "核对金额单位，统一按元填写")
            { Subject = what };
        }

        foreach (var source in facts.Project.Funding.Where(f => Slipped(f.AdjustedBudget, f.Received)))
        {
            yield return new(Rule, Severity.Doubt, Places.Of(source, nameof(FundingSource.Received)),
                $"“{source.Name}”预算{Yuan(source.AdjustedBudget!.Value)}，到位{Yuan(source.Received!.Value)}，正好相差一万倍，可能有一处把万元当作元填了", "核对金额单位，统一按元填写");
        }

        foreach (var line in facts.Project.Lines.Where(l => Slipped(l.QuantityTimesPrice, l.Allocated) || Slipped(l.Allocated, l.Spent)))
        {
            yield return new(Rule, Severity.Doubt, Places.Of(line, nameof(BudgetLine.Allocated)),
                $"同一行的金额正好相差一万倍（拨款{Yuan(line.Allocated!.Value)}），可能有一处把万元当作元填了", "核对该行的金额单位，统一按元填写");
        }
    }

    /// <summary>True when the two figures are apart by exactly ten thousand, which is explained here and nowhere else.</summary>
    internal static bool Slipped(decimal? left, decimal? right) =>
        left is { } l && right is { } r && l != 0 && r != 0 && (l == r * Money.Wan || r == l * Money.Wan);
}

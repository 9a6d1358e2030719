using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>More was spent than handed out, in a line or of the project as a whole.</summary>
public static class OverSpending
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-OVER", "超拨款、超预算支出", "支出不超过拨款；预算执行率超过100%须说明");

    /// <summary>The finding of one line, if any.</summary>
    public static IEnumerable<Finding> Of(BudgetLine line)
    {
        if (line.Balance is { } balance and < 0)
        {
            yield return new(Rule, Severity.Doubt, Places.Of(line, nameof(BudgetLine.Spent)),
                $"支出超过拨款{Yuan(-balance)}", "核对拨款和支出；确属垫支的，说明资金从哪里来");
        }
    }

    /// <summary>The finding of the whole project, if any.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        if (facts.Money.Rate is > 100m and var rate)
        {
            yield return new(Rule, Severity.Doubt, Places.Page(Evaluations.ReadinessPlace.Funding),
                $"{facts.Money.RateName}为{Percent.Show(rate)}，超过100%", "核对实际支出和到位、预算数；确属超支的，说明原因和资金来源")
            { Stated = Yuan(facts.Money.Spent!.Value), Computed = Percent.Show(rate) };
        }
    }
}

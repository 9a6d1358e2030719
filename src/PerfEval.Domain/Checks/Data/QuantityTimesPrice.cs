using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V6: 人数 × 标准 is not the amount. The amount may be what was left of a plan, so it is a doubt.</summary>
public static class QuantityTimesPrice
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V6", "数量×单价", "人数×标准＝金额");

    /// <summary>The finding of one line, if any.</summary>
    public static IEnumerable<Finding> Of(BudgetLine line)
    {
        if (line.QuantityTimesPrice is { } product && line.Allocated is { } allocated && Scoring.Rounding.ToFen(product) != allocated)
        {
            yield return new(Rule, Severity.Doubt, Places.Of(line, nameof(BudgetLine.Allocated)),
                $"数量×单价={Yuan(product)}，与实际拨款{Yuan(allocated)}不符", "核对数量、单价和实际拨款；拨款按计划数、数量按实际数的，请说明")
            { Stated = Yuan(allocated), Computed = Yuan(product) };
        }
    }
}

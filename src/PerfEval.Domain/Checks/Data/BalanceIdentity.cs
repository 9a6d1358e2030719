using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V1: a printed balance that is not 拨款 − 支出. Our own balances are computed and cannot be wrong.</summary>
public static class BalanceIdentity
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V1", "行内结余", "资金表行恒等：结余＝实际拨款－实际支出");

    /// <summary>The finding of one line, if any.</summary>
    public static IEnumerable<Finding> Of(BudgetLine line)
    {
        if (line.StatedBalance is { } stated && line.Balance is { } computed && stated != computed)
        {
            yield return new(Rule, Severity.Error, Places.Of(line, "Balance"),
                $"原文结余{Yuan(stated)}，按拨款减支出应为{Yuan(computed)}", "核对该行的拨款、支出和结余，改正其中有误的一项")
            { Stated = Yuan(stated), Computed = Yuan(computed) };
        }
    }
}

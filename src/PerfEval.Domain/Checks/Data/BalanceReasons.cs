using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V3: money was left and nobody says why.</summary>
public static class BalanceReasons
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V3", "结余原因", "有结余的支出须填结余原因");

    /// <summary>The finding of one line, if any.</summary>
    public static IEnumerable<Finding> Of(BudgetLine line)
    {
        if (line.Balance is { } balance and > 0 && string.IsNullOrWhiteSpace(line.BalanceReason))
        {
            yield return new(Rule, Severity.Doubt, Places.Of(line, nameof(BudgetLine.BalanceReason)),
                $"结余{Yuan(balance)}，未填结余原因", "填写结余原因：为什么没有用完，余款交回财政还是结转");
        }
    }
}

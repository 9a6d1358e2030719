using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>The checks that need nothing but one spending line: the grid asks them for each row that it draws.</summary>
public static class LineChecks
{
    /// <summary>Everything that is doubtful or wrong about a line.</summary>
    public static IEnumerable<Finding> Of(BudgetLine line) =>
        BalanceReasons.Of(line).Concat(OverSpending.Of(line)).Concat(BalanceIdentity.Of(line)).Concat(QuantityTimesPrice.Of(line));

    // A filed paper has no column for reasons: what it never asked for is said once, not row by row.
    internal static IEnumerable<Finding> Of(ProjectFacts facts) => facts.Project.Lines.SelectMany(line =>
        Of(line).Where(f => f.Rule != BalanceReasons.Rule || !facts.Project.Evaluation.IsFiled));
}

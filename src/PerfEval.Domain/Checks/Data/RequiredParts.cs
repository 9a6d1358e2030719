using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Checks.Data;

/// <summary>The parts without which there is nothing to evaluate: funding, lines, targets, results, scores.</summary>
public static class RequiredParts
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-PART", "必填内容", "送审前资金、明细、目标、成果、评分须齐全");

    /// <summary>Everything that is missing.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) => facts.Project.Evaluation.IsFiled ? [] : facts.Missing
        .Where(m => m.Place != ReadinessPlace.Narrative)
        .Select(m => new Finding(Rule, Severity.Missing, Places.Page(m.Place), m.Message, "填写后再送审") { Subject = m.Message });
}

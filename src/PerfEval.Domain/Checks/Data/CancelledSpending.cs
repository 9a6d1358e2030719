using PerfEval.Domain.Projects;
using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V9: an activity that did not take place, and money that was spent on it all the same.</summary>
public static class CancelledSpending
{
    private const int ShortestName = 4;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V9", "取消的活动有支出", "取消、未实施的活动不应有支出");

    /// <summary>Every line with spending on an activity that was cancelled.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var done = facts.Project.Achievements.Where(a => a.State is CompletionState.Completed or CompletionState.PartlyCompleted).Select(a => NearNames.Plain(a.Activity)).ToHashSet();
        foreach (var result in facts.Project.Achievements.Where(a => a.State == CompletionState.Cancelled))
        {
            // What the result says it is about: its activity where that is its own, else the words of the result.
            var names = new[] { result.Result, result.Activity }.Select(NearNames.Plain).Where(n => n.Length >= ShortestName && !done.Contains(n)).ToList();
            foreach (var line in facts.Project.Lines.Where(l => l.Spent > 0 && names.Any(n => Speaks(NearNames.Plain(l.Item), n))))
            {
                var named = result.Result.Length is > 0 and < 30 ? result.Result : result.Activity;
                yield return new(Rule, Severity.Doubt, Places.Of(line, nameof(BudgetLine.Spent)),
                    $"“{named}”的完成情况是“{result.ShownState}”，该行仍有支出{Yuan(line.Spent!.Value)}", "说明支出用在哪里（如前期筹备），或改正完成情况；未用的资金应交回")
                { Related = [Places.Of(result)] };
            }
        }
    }

    private static bool Speaks(string item, string name) => item.Contains(name, StringComparison.Ordinal) || (item.Length >= ShortestName && name.Contains(item, StringComparison.Ordinal));
}

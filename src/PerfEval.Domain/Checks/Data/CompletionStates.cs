using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V8: what is said to be complete against what the numbers say; targets that nothing answers.</summary>
public static class CompletionStates
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V8", "完成情况与完成值", "完成率由指标值和完成值计算，不由人填");

    /// <summary>Everything that is said against its own numbers.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var project = facts.Project;
        var answers = project.Achievements.ToLookup(a => a.TargetId);
        foreach (var target in project.Targets.Where(t => t.TargetValue is not null))
        {
            var results = answers[target.Id].ToList();
            if (results.Count == 0)
            {
                yield return new(Rule, Severity.Doubt, Places.Of(target), $"目标“{Name(target)}”（{target.Shown}）没有填写完成情况，成果完成率按未完成计", "填写成果和完成值；没有做的，填未完成或取消，并写明原因");
            }

            foreach (var result in results.Where(r => r.State == CompletionState.Completed))
            {
                if (Completion.Suggested(target.Direction, target.TargetValue, result.ActualValue) is { } suggested and not CompletionState.Completed)
                {
                    // Several results may share a target, and “＝” may have been meant as “at least”.
                    var sure = results.Count == 1 && target.Direction != TargetDirection.Exactly;
                    yield return new(Rule, sure ? Severity.Error : Severity.Doubt, Places.Of(result, nameof(Achievement.State)),
                        $"“{Name(target)}”指标值{target.Shown}，完成值{Numbers.Plainly(result.ActualValue!.Value)}{target.Measure}，却填“完成”，按数值应为“{suggested.Word()}”"
                        + (sure ? "" : results.Count > 1 ? "（有几条成果对应同一目标，可能须合并计算）" : "（如只求不少于，请把方向改为≥）"),
                        "改正完成值，或把完成情况改为“" + suggested.Word() + "”")
                    { Stated = "完成", Computed = suggested.Word() };
                }
            }
        }
    }

    private static string Name(Target target) => target.IndicatorName ?? (target.Activity.Length > 0 ? target.Activity : target.Goal);
}

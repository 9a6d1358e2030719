using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Surveys;

namespace PerfEval.Domain.Checks.Data;

/// <summary>A satisfaction survey that gives no figure, has too few answers, or still runs.</summary>
public static class SurveyState
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-SURVEY", "满意度调查", "满意度须由足够的有效问卷得出");

    /// <summary>The doubts about the project's survey; none without one.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        if (facts.Project.Survey?.Statistics is not { } survey)
        {
            yield break;
        }

        if (survey.Overall is null)
        {
            yield return Doubt($"满意度调查{survey.Survey.Status.Word()}，还算不出满意度", "录入或收集问卷，不用这项调查的删去");
        }
        else if (survey.Shortfall is { } shortfall)
        {
            yield return Doubt($"满意度调查的{shortfall}，满意度会照此注明", "补发问卷，或说明为什么只有这些");
        }

        if (survey.Survey.Status == SurveyStatus.Open && facts.Project.Evaluation.IsOpen)
        {
            yield return Doubt("满意度调查还在进行，送审后不再收集", "结束调查，或说明为什么不等收齐");
        }
    }

    private static Finding Doubt(string explanation, string remedy) => new(Rule, Severity.Doubt, Places.Page(ReadinessPlace.Survey), explanation, remedy);
}

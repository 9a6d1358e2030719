using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>A result of 130% of its target or more: the target was probably too low, and the rules ask for the reason.</summary>
public static class FarAboveTarget
{
    /// <summary>From this rate on the reason is asked for, in percent.</summary>
    public const decimal Limit = 130m;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-130", "完成值高于指标值较多", "财预〔2020〕10号：完成值高于指标值较多的，要分析原因（130%及以上须填偏差原因）");

    /// <summary>Every result that is far above its target and says nothing about it.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) =>
        from result in facts.Project.Achievements
        let target = facts.Project.Targets.FirstOrDefault(t => t.Id == result.TargetId)
        where target is { Direction: TargetDirection.AtLeast or TargetDirection.Exactly } && string.IsNullOrWhiteSpace(result.StateText)
        let rate = Completion.Rate(target.Direction, target.TargetValue, result.ActualValue)
        where rate >= Limit
        select new Finding(Rule, Severity.Doubt, Places.Of(result, nameof(Achievement.StateText)),
            $"“{target.IndicatorName ?? target.Activity}”完成值{Numbers.Plainly(result.ActualValue!.Value)}{target.Measure}，是指标值{target.Shown}的{Percent.Show(rate)}，没有说明原因",
            "在“情况说明”写明原因；年初指标值定得偏低的，评审可按偏离度调减分值");
}

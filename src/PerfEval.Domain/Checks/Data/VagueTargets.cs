using System.Text.RegularExpressions;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>Targets against which nothing can be measured: no value, or words like 进一步提高.</summary>
public static partial class VagueTargets
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-VAGUE", "目标可衡量", "绩效目标应细化、量化，用指标值衡量（财预〔2020〕10号 绩效指标明确性）");

    /// <summary>Every target that cannot be measured, and a project that has none that can.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var project = facts.Project;
        foreach (var target in project.Targets.Where(t => t.TargetValue is null))
        {
            var text = $"{target.Goal} {target.IndicatorName}";
            if (target.Direction != TargetDirection.Qualitative)
            {
                yield return new(Rule, Severity.Missing, Places.Of(target, nameof(Target.TargetValue)), $"目标“{Name(target)}”选了{Word(target.Direction)}，却没有填指标值", "填写年度指标值和度量单位，或把方向改为定性");
            }
            else if (Vague().Match(text) is { Success: true } vague && !Quantity().IsMatch(text))
            {
                yield return new(Rule, project.Evaluation.IsFiled ? Severity.Hint : Severity.Doubt, Places.Of(target, nameof(Target.Goal)),
                    $"目标“{Name(target)}”只写“{vague.Value}”，没有可衡量的数", "写明提高到多少、比上年增加多少，或说明用什么衡量")
                { Quote = vague.Value };
            }
            else if (Quantity().Match(text) is { Success: true } number)
            {
                yield return new(Rule, Severity.Hint, Places.Of(target, nameof(Target.TargetValue)), $"目标文字里有“{number.Value}”，没有填成指标值", "填成指标值，完成率就能自动计算") { Quote = number.Value };
            }
        }

        if (project.Targets.Count > 0 && project.Targets.All(t => t.TargetValue is null))
        {
            yield return new(Rule, project.Evaluation.IsFiled ? Severity.Hint : Severity.Doubt, Places.Page(Evaluations.ReadinessPlace.Targets),
                $"{project.Targets.Count}项年度目标都没有指标值，完成情况无法计算", "至少给主要产出填上指标值");
        }
    }

    private static string Name(Target target)
    {
        var name = target.IndicatorName ?? (target.Activity.Length > 0 ? target.Activity : target.Goal);
        return name.Length > 30 ? name[..30] + "…" : name;
    }

    private static string Word(TargetDirection direction) => direction switch { TargetDirection.AtLeast => "≥", TargetDirection.AtMost => "≤", _ => "＝" };

    [GeneratedRegex("(进一步|不断|持续|逐步|有所|明显|显著|大力|切实|有效|较大幅度|稳步)(地)?(提高|提升|改善|加强|增强|优化|推进|完善|促进|增加|降低|减少)")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\d[\d,.]*\s?(%|％|人次|人|户|场次|场|次|个|元|万元|米|公里|件|期|家|支|名|项|套|平方米|天)")]
    private static partial Regex Quantity();
}

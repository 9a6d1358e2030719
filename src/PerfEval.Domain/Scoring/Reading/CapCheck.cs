namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// 超额完成的不加分, 超过目标的按满分计, 按最高一项计分 say nothing new beside most rules, because no rule gives more than the
/// weight. Beside a rule that takes points beyond the target, or adds parts up, they contradict it.
/// </summary>
internal static class CapCheck
{
    /// <summary>The doubt about the first such word; null when all say what the rule does anyway.</summary>
    public static string? Doubt(Page page, ScoringRule rule) =>
        page.Alone.FirstOrDefault(a => a.Kind switch
        {
            ActKind.NoBonus => rule is LinearDecay { Direction: DecayDirection.Both },
            ActKind.Over => rule is LinearDecay { Direction: not DecayDirection.Below } or Ratio { Direction: not RatioDirection.HigherBetter },
            ActKind.Highest => rule is not (Tiered or MetNotMet),
            _ => false,
        }) is { } act ? $"“{page.Normal.Written(act.Start, act.End)}”与读出的规则对不上" : null;
}

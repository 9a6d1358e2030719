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
            ActKind.NoBonus or ActKind.Over when rule is LowerBands => true,
            ActKind.NoBonus => rule is LinearDecay { Direction: DecayDirection.Both } || a.Number < Full(page, a, rule),
            ActKind.Over => rule is LinearDecay { Direction: not DecayDirection.Below } or Ratio { Direction: not RatioDirection.HigherBetter } || (a.Number is not 1 && a.Number < Full(page, a, rule)),
            ActKind.Highest => rule is not (Tiered or MetNotMet),
            _ => false,
        }) is { } act ? $"“{page.Normal.Written(act.Start, act.End)}”与读出的规则对不上" : null;

    /// <summary>From which value on the whole weight is earned: “超过90%的不加分” says something else beside a full mark at 95%.</summary>
    private static decimal? Full(Page page, Act act, ScoringRule rule) => rule switch
    {
        // Of 60户 it is the share of the plan: 100%.
        Ratio or LinearDecay or Bands or ShortfallCount when page.Text[act.Start..act.End].Contains('%') && Measure(rule) != "%" => 100,
        LinearDecay r => r.FullAt,
        Ratio r => r.Target,
        Bands r => r.Steps[0].From,
        ShortfallCount r => r.Targets.Sum(t => t.Target),
        _ => null,
    };

    private static string Measure(ScoringRule rule) => rule switch
    {
        LinearDecay r => r.Measure,
        Ratio r => r.Measure,
        Bands r => r.Measure,
        _ => "",
    };
}

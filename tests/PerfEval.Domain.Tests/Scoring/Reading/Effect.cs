using System.Globalization;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>
/// What a rule does, apart from its words: two rules of the same effect give the same points for the same facts, even
/// where one says 得3分 of 3 and the other 得满分.
/// </summary>
internal static class Effect
{
    public static string Of(ScoringRule rule, decimal weight) => rule switch
    {
        MetNotMet or ZeroTolerance => "档次 100 0",
        Tiered r => "档次 " + Join(r.Levels.Select(l => Percent(l.Percent, l.Points, weight))),
        DeductPerOccurrence r => $"逐项 {N(Points(r.Deduct, r.Unit, weight))} 下限{N(r.Floor)} 列名{r.Items?.Count ?? 0}",
        Checklist { Mode: ChecklistMode.Add } r => "要点 " + Join(r.Items.Select(i => N(i.Points / weight * 100))),
        Checklist r => "清单扣分 " + Join(r.Items.Select(i => N(i.Points))),
        ElementCount r => "要点 " + Join(r.Elements.Select(e => N(e.Share) + (e.Veto ? "否决" : ""))),
        LinearDecay r => $"递减 {r.Direction} 满分{N(r.FullAt)} {Slope(r, weight)} 截止{r.Cutoff?.ToString("0.####", CultureInfo.InvariantCulture)} 目标{r.Target?.ToString("0.####", CultureInfo.InvariantCulture)}",
        ShortfallCount r => $"缺口 {Join(r.Targets.Select(t => N(t.Target)))} 扣{N(Points(r.Deduct, r.Unit, weight))} 下限{N(r.Floor)}",
        Ratio r => $"比例 {r.Direction} {N(r.Target)}",
        Bands r => "分段 " + Join(r.Steps.Select(s => $"{N(s.From)}→{Percent(s.Percent, s.Points, weight)}")),
        LowerBands r => "降段 " + Join(r.Steps.Select(s => $"{N(s.UpTo)}→{Percent(s.Percent, s.Points, weight)}")),
        FaultKinds r => $"分类 {Join(r.Kinds.Select(k => k.Veto ? "否决" : N(Points(k.Deduct!.Value, k.Unit, weight)) + (k.Most is { } most ? $"≤{N(Points(most, k.Unit, weight))}" : "")))} 下限{N(r.Floor)}",
        QualitativeRange r => "定性 " + Join(r.Ranges.Select(b => $"{N(b.From)}-{N(b.To)}")),
        _ => rule.GetType().Name,
    };

    private static string Slope(LinearDecay r, decimal weight) => r.StepMode == StepMode.Linear
        ? $"每单位扣{N(Points(r.Deduct, r.Unit, weight) / r.Step)}"
        : $"每{N(r.Step)}扣{N(Points(r.Deduct, r.Unit, weight))} {r.StepMode}";

    private static decimal Points(decimal deduct, PointsUnit unit, decimal weight) => unit == PointsUnit.Points ? deduct : deduct * weight / 100;

    private static string Percent(decimal? percent, decimal? points, decimal weight) => N(percent ?? points!.Value / weight * 100);

    private static string N(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> parts) => string.Join(" ", parts);
}

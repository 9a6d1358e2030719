using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>One kind of rule as a person chooses it.</summary>
/// <param name="Blank">What stands in an empty form of this kind.</param>
/// <param name="Fits">When it fits, one sentence.</param>
/// <param name="Example">A 评分标准 of this kind.</param>
/// <param name="Fields">The fields of the form that it uses, rows left out.</param>
/// <param name="Rows">One more row of its list, as one says it: 一档; null when it has no list.</param>
public sealed record RuleKind(ScoringRule Blank, string Fits, string Example, IReadOnlyList<string> Fields, string? Rows = null)
{
    /// <summary>The type as stored.</summary>
    public string Key => Blank.GetType().Name;

    /// <summary>是否达标, 分档计分…</summary>
    public string Name => Blank.Name;
}

/// <summary>The fourteen kinds of rules, in the order in which people need them.</summary>
internal static class RuleKinds
{
    /// <summary>Every field of <see cref="RuleForm"/> that some kind uses and another does not.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        nameof(RuleForm.Yes), nameof(RuleForm.No), nameof(RuleForm.Matter), nameof(RuleForm.Deduct), nameof(RuleForm.Unit), nameof(RuleForm.Floor), nameof(RuleForm.Limited), nameof(RuleForm.Mode),
        nameof(RuleForm.FullAt), nameof(RuleForm.Step), nameof(RuleForm.StepMode), nameof(RuleForm.Cutoff), nameof(RuleForm.CutoffInclusive), nameof(RuleForm.Target), nameof(RuleForm.RatioDirection),
        nameof(RuleForm.Measure), nameof(RuleForm.Guidance),
    ];

    public static IReadOnlyList<RuleKind> All { get; } =
    [
        new(new MetNotMet(), "只有做到和没做到两种情形。", "立项与部门职责匹配，得满分；不匹配，不得分。", [nameof(RuleForm.Yes), nameof(RuleForm.No)]),
        new(new Tiered([new("1", "规范", 100), new("2", "部分规范", 60), new("3", "不规范", 0)]), "按好坏分成几档，每档得分固定，由人选档。", "规范，得满分；部分规范，得权重的60%；不规范，不得分。", [], "一档"),
        new(new DeductPerOccurrence(0.5m), "发现一项问题扣一次分。", "合理得满分；存在一项不合理，扣0.5分，扣完为止。",
            [nameof(RuleForm.Matter), nameof(RuleForm.Deduct), nameof(RuleForm.Unit), nameof(RuleForm.Floor), nameof(RuleForm.Limited)], "一项"),
        new(new FaultKinds([new("一般问题", 0.5m, Measure: "处"), new("严重问题", 2, Measure: "处"), new("弄虚作假", Veto: true, Measure: "例")]), "几类问题扣分不同，各类可以有最多扣几分，也可以一例否决。", "一般质量问题每处扣0.5分；严重质量问题每处扣2分；存在虚报冒领的，不得分；扣完为止。", [nameof(RuleForm.Floor)], "一类"),
        new(new ZeroTolerance(), "一例也不允许：出现一例即不得分。", "不存在截留、挤占、挪用的，得满分；存在1例，不得分。", [nameof(RuleForm.Matter)]),
        new(new Checklist([new("1", "", 1)]), "列出若干项，各项分数不同，逐项得分或扣分。", "①增强幸福感，得7分；②构建和谐环境，得7分；③受益对象感受到关怀，得7分。", [nameof(RuleForm.Mode)], "一项"),
        new(new ElementCount([new("1", "", 100)]), "几个评价要点各占一定份额，其中可以有否决要点。", "要点①占40%（否决要点），②③④各占20%。", [], "一个要点"),
        new(new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), "数值离满分线越远扣得越多，如预算执行率、满意度、延迟天数。", "执行率95%以上得满分；每下降1%扣权重的1%；60%以下不得分。",
            [nameof(RuleForm.FullAt), nameof(RuleForm.Measure), nameof(RuleForm.Step), nameof(RuleForm.Deduct), nameof(RuleForm.Unit), nameof(RuleForm.StepMode), nameof(RuleForm.Cutoff), nameof(RuleForm.CutoffInclusive), nameof(RuleForm.Target)]),
        new(new ShortfallCount([new("", 1)], 0.5m), "有计划数量，每少一次、一个扣一次分。", "演出30次，每少进行一次扣0.5分，扣完为止。",
            [nameof(RuleForm.Measure), nameof(RuleForm.Deduct), nameof(RuleForm.Unit), nameof(RuleForm.Floor)], "一项"),
        new(new Ratio(100), "按实际完成值与指标值之比计分。", "执行率达到100%得满分；未达到的，得分＝执行率×分值。", [nameof(RuleForm.Target), nameof(RuleForm.Measure), nameof(RuleForm.RatioDirection)]),
        new(new Bands([new(90, 100), new(80, 80), new(60, 50)]), "数值落在哪一段就得哪一段的分。", "满意度90%及以上得10分；80%（含）至90%得8分；60%（含）至80%得5分；低于60%不得分。", [nameof(RuleForm.Measure)], "一段"),
        new(new LowerBands([new(1, 100), new(3, 60)]), "数值落在哪一段就得哪一段的分，越低越好，如投诉率、调整率、延期天数。", "投诉率不超过1%得5分；1%至3%（含）得3分；高于3%不得分。", [nameof(RuleForm.Measure)], "一段"),
        new(QualitativeRange.National, "定性指标：由人选档，并在档内给分、写明理由。", "达成年度指标，得100%–80%（含）；部分达成，得80%–60%（含）；未达成，得60%–0%。", [], "一档"),
        new(new Expert(), "无法写成公式的，由评审人综合评定并写明理由。", "由评审人在0到分值之间综合评定，写明理由。", [nameof(RuleForm.Guidance)]),
    ];

    /// <summary>The kind of this type; null for anything else.</summary>
    public static RuleKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}

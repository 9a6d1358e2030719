using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>Every rule writes its own 评分标准 and says what it needs.</summary>
public class StandardTests
{
    public static TheoryData<ScoringRule, int, string, InputKind> Cases => new()
    {
        { new MetNotMet("匹配", "不匹配"), 1, "匹配，得满分；不匹配，不得分。", InputKind.Met },
        { new Tiered([new("f", "规范", 100), new("p", "部分规范", 60), new("q", "勉强", Points: 0.5m), new("n", "不规范", 0)]), 1, "规范，得满分；部分规范，得权重的60%；勉强，得0.5分；不规范，不得分。", InputKind.Level },
        { new DeductPerOccurrence(30, PointsUnit.PercentOfWeight, Matter: "风险点"), 2, "没有风险点，得满分；每存在一项，扣权重的30%（0.6分），扣完为止。", InputKind.Count },
        { new DeductPerOccurrence(1, Floor: 2, Matter: "缺项", Items: ["甲", "乙"]), 5, "没有缺项（甲；乙），得满分；每存在一项，扣1分，扣至2分为止。", InputKind.Items },
        { new ZeroTolerance("违规"), 1, "不存在违规，得满分；存在1例，不得分。", InputKind.Count },
        { new Checklist([new("1", "①甲", 7), new("2", "②乙", 3)]), 10, "①甲，得7分；②乙，得3分。", InputKind.Items },
        { new Checklist([new("1", "①甲", 7)], ChecklistMode.Deduct), 10, "①甲，不满足扣7分；扣完为止。", InputKind.Items },
        { new ElementCount([new("1", "①甲", 40, true), new("2", "②乙", 60)]), 5, "满足评价要点得相应份额：①甲，占权重的40%（否决要点，不满足则整项不得分）；②乙，占权重的60%。", InputKind.Items },
        { new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), 2, "达到95%及以上，得满分；低于95%，每下降1个百分点扣权重的1%（0.02分）（按实际差额计），扣完为止；低于60%，不得分。", InputKind.Value },
        { new LinearDecay(95, 1, 1, Cutoff: 60, CutoffInclusive: true), 2, "达到95%及以上，得满分；低于95%，每下降1个百分点扣权重的1%（0.02分）（不足1个百分点不计），扣完为止；60%及以下，不得分。", InputKind.Value },
        { new LinearDecay(10, 2, 1, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Above, Measure: "天"), 5, "不超过10天，得满分；高于10天，每上升2天扣1分（不足2天按2天计），扣完为止。", InputKind.Value },
        { new LinearDecay(2, 3, 1, PointsUnit.Points, StepMode.Floor, DecayDirection.Both, 20, 100), 5, "与100%相差不超过2个百分点，得满分；超出的部分，每相差3个百分点扣1分（不足3个百分点不计），扣完为止；相差超过20个百分点，不得分。", InputKind.Value },
        { new ShortfallCount([new("演出", 30), new("灯展", 1)], 0.5m), 7, "演出不少于30次；灯展不少于1次；全部完成，得满分；每少一次，扣0.5分，扣完为止，超出的不抵减其他缺口。", InputKind.Actuals },
        { new Ratio(100), 10, "达到100%，得满分；未达到的，得分 = 实际完成值 ÷ 指标值 × 分值。", InputKind.Value },
        { new Ratio(10, RatioDirection.LowerBetterExcess, "天"), 10, "不超过10天，得满分；超过的，按超出比例扣分，得分 =（1 − 超出值 ÷ 指标值）× 分值；达到指标值2倍的，不得分。", InputKind.Value },
        { new Ratio(10, RatioDirection.LowerBetterInverse, "天"), 10, "不超过10天，得满分；超过的，得分 = 指标值 ÷ 实际完成值 × 分值。", InputKind.Value },
        { new Ratio(0, RatioDirection.Equal, "起"), 10, "等于0起，得满分；大于0起，不得分。", InputKind.Value },
        { new Bands([new(90, Points: 10), new(60, 50)]), 10, "90%及以上，得10分；60%（含）至90%，得权重的50%；低于60%，不得分。", InputKind.Value },
        { new LowerBands([new(1, Points: 10), new(3, 50)]), 10, "1%及以下，得10分；1%至3%（含），得权重的50%；高于3%，不得分。", InputKind.Value },
        { new FaultKinds([new("一般问题", 10, PointsUnit.PercentOfWeight, 30, Measure: "处"), new("严重问题", 2), new("造假", Veto: true)]), 10, "没有下列情形，得满分；一般问题每处扣权重的10%（1分），最多扣权重的30%；严重问题每项扣2分；扣完为止；存在造假，不得分。", InputKind.Counts },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 0.5m, Most: 3)]), 8, "没有下列情形，得满分；甲每项扣1分，最多扣3分；乙每项扣0.5分，最多扣3分；累计最多扣6分。", InputKind.Counts },
        { QualitativeRange.National, 10, "达成年度指标，得权重的100%–80%（含）；部分达成年度指标并具有一定效果，得权重的80%（不含）–60%（含）；未达成年度指标且效果较差，得权重的60%（不含）–0%；档内由评审给分并写明理由。", InputKind.Judged },
        { new Expert("看影响。"), 6, "由评审人在0到6分之间综合评定，写明理由：看影响。", InputKind.Judged },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_writes_its_standard(ScoringRule rule, int weight, string standard, InputKind needs)
    {
        Assert.Equal(standard, rule.Standard(weight));
        Assert.Equal(needs, rule.Needs.Kind);
        Assert.False(string.IsNullOrWhiteSpace(rule.Needs.Prompt));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() =>
        Assert.Equal(AllRules.Types.Count, AllRules.Samples.Select(s => s.Rule.Name).Distinct().Count());
}

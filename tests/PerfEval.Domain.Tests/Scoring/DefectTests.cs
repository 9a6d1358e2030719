using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>The defects that rules find in themselves (domain.md §5.2), each beside a near miss without it.</summary>
public class DefectTests
{
    public static TheoryData<ScoringRule, int, string> Cases => new()
    {
        { new LinearDecay(100, 5, 0.1m, PointsUnit.Points), 6, "UnreachableFloor “扣完为止”不可达：实际值为0%时只扣2分，仍得4分（分值6分）。" },
        { new LinearDecay(100, 5, 0.3m, PointsUnit.Points), 6, "" },
        { new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), 2, "CliffAtCutoff 断崖：正好60%得1.3分（分值2分），低于60%即得0分。" },
        { new LinearDecay(95, 1, 3, StepMode: StepMode.Linear, Cutoff: 60), 2, "CutoffNeverActs 截止线不起作用：低至61.67%时已经扣完（分值2分），到不了60%的截止线就得0分。" },
        { new LinearDecay(2, 1, 10, Direction: DecayDirection.Both, Target: 100, Cutoff: 10), 10, "CliffAtCutoff 断崖：正好10个百分点得2分（分值10分），超过10个百分点即得0分。" },
        { new LinearDecay(10, 1, 5, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Above, Measure: "天"), 5, "AnyFailureMeansZero 差额一次即扣5分，不少于分值5分，任何一项不符合即得0分，逐项扣分不起作用。" },
        { new LinearDecay(95, 1, 10, Cutoff: 60), 2, "CutoffNeverActs 截止线不起作用：低至85%时已经扣完（分值2分），到不了60%的截止线就得0分。" },
        { new LinearDecay(95, 1, 10, Cutoff: 85), 2, "" },
        { new LinearDecay(0, 1, 1, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Above, 30, Measure: "天"), 10, "CutoffNeverActs 截止线不起作用：高至10天时已经扣完（分值10分），到不了30天的截止线就得0分。" },
        { new LinearDecay(2, 1, 20, StepMode: StepMode.Linear, Direction: DecayDirection.Both, Target: 100, Cutoff: 10), 10, "CutoffNeverActs 截止线不起作用：相差7个百分点时已经扣完（分值10分），到不了相差10个百分点的截止线就得0分。" },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 0.5m, Most: 3)]), 8, "UnreachableFloor “扣完为止”不可达：各类最多扣的分合计6分，最差仍得2分（分值8分）。" },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 0.5m, Most: 3)]), 6, "" },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 0.5m, Most: 3)], 2), 8, "" },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 0.5m, Most: 3), new("丙", Veto: true)]), 8, "" },
        { new FaultKinds([new("甲", 1), new("乙", 5, Measure: "处")]), 5, "AnyFailureMeansZero “乙”一处即扣5分，不少于可扣的5分，出现一处即得0分，却没有写明“否决”。" },
        { new LowerBands([new(1, Points: 10), new(3, Points: 8)]), 9, "PointsAboveWeight “1%及以下”得10分，多于分值9分。" },
        { new LowerBands([new(1, 100), new(3, 100)]), 5, "PartialEqualsFull “1%至3%（含）”得5分，与“1%及以下”的满分5分相同，两档没有区别。" },
        { new Tiered([new("f", "规范", 100), new("p", "部分规范", Points: 1), new("n", "不规范", 0)]), 1, "PartialEqualsFull “部分规范”得1分，与“规范”的满分1分相同，两档没有区别。" },
        { new Tiered([new("f", "规范", 100), new("p", "部分规范", Points: 1), new("n", "不规范", 0)]), 2, "" },
        { new Tiered([new("f", "规范", 80), new("n", "不规范", 0)]), 2, "FullMarksUnreachable 最高一档只得1.6分，达不到分值2分。" },
        { new DeductPerOccurrence(1), 1, "AnyFailureMeansZero 不符合一次即扣1分，不少于分值1分，任何一项不符合即得0分，逐项扣分不起作用。" },
        { new DeductPerOccurrence(1), 2, "" },
        { new DeductPerOccurrence(1, Items: ["甲", "乙"]), 3, "UnreachableFloor “扣完为止”不可达：2项全部不符合只扣2分，仍得1分（分值3分）。" },
        { new DeductPerOccurrence(1, Floor: 1, Items: ["甲", "乙"]), 3, "" },
        { new ShortfallCount([new("场次", 10)], 0.5m), 7, "UnreachableFloor “扣完为止”不可达：一次也没有完成时只扣5分，仍得2分（分值7分）。" },
        { new ShortfallCount([new("场次", 14)], 0.5m), 7, "" },
        { new Checklist([new("1", "甲", 7), new("2", "乙", 7)]), 10, "PointsAboveWeight 各项合计14分，多于分值10分，多出4分。" },
        { new Checklist([new("1", "甲", 7), new("2", "乙", 7)]), 21, "FullMarksUnreachable 各项合计14分，少于分值21分，全部满足也得不到满分。" },
        { new Checklist([new("1", "甲", 7), new("2", "乙", 7)]), 14, "" },
        { new Checklist([new("1", "甲", 2), new("2", "乙", 1)], ChecklistMode.Deduct), 2, "AnyFailureMeansZero “甲”一次即扣2分，不少于分值2分，任何一项不符合即得0分，逐项扣分不起作用。" },
        { new ElementCount([new("1", "①", 60), new("2", "②", 50)]), 5, "PointsAboveWeight 各要点合计占110%，多于100%，多出10%。" },
        { new ElementCount([new("1", "①", 60), new("2", "②", 30)]), 5, "FullMarksUnreachable 各要点合计只占90%，全部满足也得不到满分5分。" },
        { new ElementCount([new("1", "①", 60, true), new("2", "②", 40, true)]), 5, "AnyFailureMeansZero 2个要点全部是否决要点，任何一个不满足即得0分，份额不起作用。" },
        { new ElementCount([new("1", "①", 60, true), new("2", "②", 40)]), 5, "" },
        { new Bands([new(90, Points: 10), new(80, Points: 8)]), 9, "PointsAboveWeight “90%及以上”得10分，多于分值9分。" },
        { new Bands([new(90, 100), new(80, 100)]), 5, "PartialEqualsFull “80%（含）至90%”得5分，与“90%及以上”的满分5分相同，两档没有区别。" },
        { new Ratio(0, RatioDirection.LowerBetterExcess), 5, "AnyFailureMeansZero 指标值为0，实际完成值只要大于0即得0分（分值5分）。" },
        { new Ratio(1, RatioDirection.LowerBetterExcess), 5, "" },
        { new Ratio(0), 5, "PartialEqualsFull 指标值为0，任何实际完成值都得满分5分。" },
        { new QualitativeRange([new("a", "甲", 0, 90)]), 5, "FullMarksUnreachable 最高一档只到90%，得不到满分5分。" },
        { new ZeroTolerance(), 5, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_lists_its_defects(ScoringRule rule, int weight, string expected) =>
        Assert.Equal(expected, string.Join("\n", rule.Defects(weight).Select(d => $"{d.Kind} {d.Message}")));
}

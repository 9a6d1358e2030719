using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>What a rule does not take: nonsense parameters, inputs of another kind, values out of range.</summary>
public class RefusalTests
{
    private static readonly Tiered Levels = new([new("full", "规范", 100), new("none", "不规范", 0)]);
    private static readonly Checklist List = new([new("1", "①有记录", 3)]);
    private static readonly ShortfallCount Shows = new([new("场次", 30)], 0.5m);

    public static TheoryData<ScoringRule, ScoringInput, string> BadInputs => new()
    {
        { new MetNotMet(), new CountInput(1), "“某指标”按“是否达标”计分，需要填写是否达标（符合要求／不符合要求），所给的计分依据不是这一种。" },
        { new MetNotMet(), new NotApplicableInput("无采购"), "所给的计分依据不是这一种" },
        { Levels, new LevelInput("half"), "“某指标”没有“half”这一档，只有规范、不规范。" },
        { new ZeroTolerance(), new CountInput(-1), "次数不能是负数，现为-1" },
        { new FaultKinds([new("甲", 1, Measure: "处"), new("乙", 1)]), new CountsInput(new Dictionary<string, int> { ["乙"] = 1 }), "没有填写“甲”的处数，没有的填0" },
        { new FaultKinds([new("甲", 1, Measure: "处")]), new CountsInput(new Dictionary<string, int> { ["甲"] = -1 }), "“甲”的处数不能是负数" },
        { new FaultKinds([new("甲", 1)]), new CountsInput(new Dictionary<string, int> { ["甲"] = 0, ["丙"] = 1 }), "没有“丙”这一类" },
        { new FaultKinds([new("甲", 1)]), new CountInput(1), "按“分类扣分”计分" },
        { new DeductPerOccurrence(1), new CountInput(2, ["甲"]), "填了2项，列出的事项却有1条" },
        { new DeductPerOccurrence(1), new CountInput(1, [" "]), "有空行" },
        { new DeductPerOccurrence(1), new ItemsInput([]), "所给的计分依据不是这一种" },
        { new DeductPerOccurrence(1, Items: ["甲", "乙"]), new CountInput(3), "一共只有2项，填了3项" },
        { new DeductPerOccurrence(1, Items: ["甲", "乙"]), new ItemsInput(["丙"]), "没有“丙”这一项" },
        { List, new ItemsInput(["1", "1"]), "“1”填了两次" },
        { List, new ItemsInput(["9"]), "没有“9”这一项" },
        { new ElementCount([new("1", "①", 100)]), new ItemsInput(["2"]), "没有“2”这一项" },
        { new LinearDecay(95, 1, 1), new ValueInput(decimal.MaxValue), "超出可计算的范围" },
        { new Ratio(10), new MetInput(true), "按“按比例计分”计分，需要填写实际完成值（%）" },
        { new Bands([new(60, 100)]), new LevelInput("x"), "按“分段计分”计分" },
        { Shows, new ActualsInput(new Dictionary<string, decimal>()), "没有填写“场次”的实际次数" },
        { Shows, new ActualsInput(new Dictionary<string, decimal> { ["场次"] = -1 }), "不能是负数或过大，现为-1" },
        { Shows, new ActualsInput(new Dictionary<string, decimal> { ["场次"] = 1, ["别的"] = 1 }), "没有“别的”这一目标" },
        { new Expert(), new JudgedInput(5, " "), "必须写明理由" },
        { new Expert(), new JudgedInput(10.01m, "好"), "得分应在0到10分之间，现为10.01分" },
        { new Expert(), new JudgedInput(-0.01m, "差"), "得分应在0到10分之间" },
        { new Expert(), new JudgedInput(101, "好", Unit: PointsUnit.PercentOfWeight), "百分比应在0到100之间，现为101" },
        { QualitativeRange.National, new JudgedInput(8, "好", "partly"), "评为“部分达成年度指标并具有一定效果”，应在80%（不含）–60%（含）之间给分，现为80%" },
        { QualitativeRange.National, new JudgedInput(8, "好", "best"), "没有“best”这一档" },
        { QualitativeRange.National, new JudgedInput(8, ""), "必须写明理由" },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void An_unfit_input_is_refused(ScoringRule rule, ScoringInput input, string message) =>
        Assert.Contains(message, Assert.Throws<RuleBroken>(() => rule.Score(10, input, "某指标")).Message);

    public static TheoryData<ScoringRule, string> BadRules => new()
    {
        { new MetNotMet("", "否"), "没有写明达标与不达标的说法" },
        { new ZeroTolerance(" "), "没有写明计数的事项" },
        { new Tiered([]), "至少要有两档" },
        { new Tiered([new("a", "甲", 100), new("a", "乙", 0)]), "代号“a”重复2次" },
        { new Tiered([new("a", "甲"), new("b", "乙", 0, 0)]), "填且只填一个" },
        { new Tiered([new("a", "甲", 101), new("b", "", 0)]), "百分比应在0到100之间" },
        { new DeductPerOccurrence(0), "每次扣分应大于0" },
        { new DeductPerOccurrence(1, Floor: 10), "扣分下限应不小于0且小于分值10分" },
        { new DeductPerOccurrence(1, Items: ["甲", "甲"]), "“甲”重复2次" },
        { new Checklist([]), "清单至少要有一项" },
        { new Checklist([new("1", "", 0)]), "分数应大于0" },
        { new ElementCount([]), "至少要有一个要点" },
        { new ElementCount([new("1", "①", 0)]), "份额应大于0且不超过100" },
        { new LinearDecay(95, -1, 1), "步长应不小于0.0001，现为-1" },
        { new LinearDecay(95, 1, -1), "每次扣分应大于0" },
        { new LinearDecay(95, 1, 1, Cutoff: 95), "截止线95应在满分线95以下" },
        { new LinearDecay(95, 1, 1, Direction: DecayDirection.Above, Cutoff: 95), "截止线95应在满分线95以上" },
        { new LinearDecay(0, 1, 1, Direction: DecayDirection.Both), "双向扣分必须有目标值" },
        { new LinearDecay(95, 1, 1, Target: 100), "单向扣分不用目标值" },
        { new LinearDecay(-1, 1, 1, Direction: DecayDirection.Both, Target: 100), "允许的偏差不能是负数" },
        { new ShortfallCount([], 1), "至少要有一个目标" },
        { new ShortfallCount([new("场次", 0)], 1), "目标“场次”应大于0" },
        { new Ratio(-1), "指标值不能是负数" },
        { new Bands([]), "至少要有一段" },
        { new Bands([new(60, 100), new(90, 50)]), "各段应从高到低" },
        { new Bands([new(90, 50), new(60, 100)]), "第2段的得分高于上一段" },
        { new LowerBands([]), "至少要有一段" },
        { new LowerBands([new(3, 100), new(1, 50)]), "各段应从低到高" },
        { new LowerBands([new(1, 50), new(3, 100)]), "第2段的得分高于上一段" },
        { new FaultKinds([]), "至少要有一类问题" },
        { new FaultKinds([new("甲", 1), new("甲", 2)]), "“甲”写了2次" },
        { new FaultKinds([new(" ", 1)]), "有一类问题没有写名称" },
        { new FaultKinds([new("甲")]), "“甲”没有写明扣多少" },
        { new FaultKinds([new("甲", 1, Veto: true)]), "“甲”是否决的，不另写扣分" },
        { new FaultKinds([new("甲", Most: 2, Veto: true)]), "“甲”是否决的，不另写最多扣多少" },
        { new FaultKinds([new("甲", 2, Most: 1)]), "“甲”最多扣的应不少于每项扣的2" },
        { new FaultKinds([new("甲", 0)]), "“甲”的扣分应大于0" },
        { new FaultKinds([new("甲", 1, Measure: "")]), "“甲”没有写明按什么计数" },
        { new FaultKinds([new("甲", 1)], 10), "扣分下限应不小于0且小于分值10分" },
        { new QualitativeRange([]), "至少要有一档" },
        { new QualitativeRange([new("a", "甲", 60, 100), new("b", "乙", 0, 61)]), "与上一档重叠" },
        { new QualitativeRange([new("a", "甲", 100, 60)]), "上下颠倒" },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public void A_nonsense_rule_is_refused(ScoringRule rule, string message) =>
        Assert.Contains(message, Assert.Throws<RuleBroken>(() => rule.Check(10)).Message);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refused = Assert.Throws<RuleBroken>(() => new LinearDecay(95, 0, 0, Cutoff: 96).Check(0));
        Assert.Equal(["weight", "deduct", "floor", "step", "cutoff"], refused.Faults.Select(f => f.Field));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100.01)]
    public void A_weight_out_of_range_is_refused(double weight) =>
        Assert.Contains("分值应大于0且不超过100分", Assert.Throws<RuleBroken>(() => new Expert().Check((decimal)weight)).Message);
}

using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>Standards that leave something open are asked about, never guessed.</summary>
public class AskingReadTests
{
    public static TheoryData<int, string, string> Cases => new()
    {
        { 5, "每超过一个百分点扣0.5分，扣完为止", "FullMarks StepMode" },
        { 15, "实际完成情况与计划每相差3%，扣1分", "Direction StepMode" },
        { 2, "执行率95%以上得满分，每下降1%扣权重的1%，不足1%不计", "PercentPoints" },
        { 5, "执行率100%得满分；每低1%扣1%", "Unit StepMode" },
        { 5, "执行率100%得满分，每低1%扣0.1分，不足1%不计，60%以下不得分", "CutoffInclusive" },
        { 5, "达到预期得满分，每降低1个百分点扣0.1分，不足1个百分点不计", "FullMarks" },
        { 5, "存在问题酌情扣分", "Deduct" },
        { 5, "制度健全得满分，发现问题酌情扣分，扣完为止", "Deduct" },
        { 20, "全部按要求开展得满分；未按要求开展的，每项酌情扣1-3分", "Deduct" },
        { 5, "全部符合得满分，部分符合酌情得分，不符合不得分", "Points-2" },
        { 5, "活动每少一场扣0.5分，扣完为止", "Target" },
        { 5, "全部覆盖得满分，缺一项扣1分", "Items" },
        { 5, "每符合一项得1分", "Items" },
        { 5, "①占40%，②占40%", "Items" },
        { 5, "发生安全事故一票否决，本项不得分", "Type" },
        { 5, "符合得2分", "Type" },
        { 5, "符合要求得满分", "Type" },
        { 5, "有制度得3分，有记录得2分", "Type" },
        { 10, "优秀得90分，良好得80分，合格得60分，不合格不得分", "Unit-1 Unit-2 Unit-3" },
        { 5, "优秀（90-100分）、良好（80-89分）、合格（60-79分）", "Type" },
        { 5, "90%以上得5分，80%-90%得3分", "Points-3 CutoffInclusive-1" },
        { 10, "满意度90%以上得10分，80%-90%得8分，60%-80%得5分，60%以下不得分", "CutoffInclusive-1" },
        { 10, "满意度≥90得10分，80–90得8分，60–80得5分，60以下不得分", "CutoffInclusive-2" },
        { 5, "完成率100%得5分，80%-99%得3分，低于80%不得分", "CutoffInclusive-1" },
        { 5, "超过90%得5分，80%-90%（含90%）得3分，低于80%不得分", "CutoffInclusive-1" },
        { 5, "90%以上得5分，80%-85%得3分，80%以下不得分", "Type" },
        { 10, "成本不超过100万元得满分，超过的按比例扣分", "Direction" },
        { 10, "得分=（实际完成率-60%）/（1-60%）×分值", "Type" },
        { 10, "完成率95%以上得满分，否则得分=完成率×分值", "Type" },
        { 5, "每逾期一周扣2分，扣完为止；存在截留挪用的，本项不得分", "Type" },
        { 5, "发生有效投诉1次扣1分，2次及以上不得分", "Type" },
        { 5, "未及时完成扣1分", "Type" },
        { 5, "符合得满分，不符合不得分，造成重大影响的加倍处理", "Type-2" },
        { 5, "达到90%得3分，每增加1个百分点加0.5分", "Type" },
        { 5, "满意度90%以上得满分，每有一起投诉扣1分", "Type" },
        { 5, "符合得满分2分，不符合不得分", "Type" },
        { 5, "95%以上得满分；90%-95%每降1%扣0.5分；90%以下每降1%扣1分", "Type" },
        { 5, "95%以上得满分，每超过1%扣1分", "Type" },
        { 5, "偏差率在±5%以内得满分，每超出1个百分点扣0.5分", "Target StepMode" },
        { 6, "完成年初目标得满分，完成80%（含）以上得4分，完成60%（含）至80%得2分，60%以下不得分", "Type" },
        { 10, "完成率100%得满分；及时率每下降1%扣1分", "Type" },
        { 5, "完成率100%得满分，每低1个百分点扣1分，不足1个百分点不计，最多扣3分", "Type-2" },
        { 5, "成本控制在预算内得满分，每超出1%扣0.5分，超出10%以上不得分", "FullMarks StepMode" },
        { 3, "全部完成得3分，每少完成一项扣1分，扣完为止", "Items" },
        { 5, "合格率≥0.95得满分，低于0.95不得分", "Type" },
        { 5, "符合得3分，部分符合得1分，完全符合得5分", "Type" },
        { 8, "有健全的财务制度（2分）；严格执行（3分）；会计核算规范（3分），发现一处问题扣0.5分，扣完为止。", "Type" },
        { 5, "一项不符合要求扣权重的1/3", "拒绝" },
        { 5, "该项目效果很好，资料齐全", "拒绝" },
        { 5, "   ", "拒绝" },
        { 0, "符合得满分，不符合不得分", "拒绝" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_open_standard_is_asked_about(int weight, string text, string asked)
    {
        var read = RuleReader.Read(text, weight);

        Assert.Equal(asked, ReadCases.Asked(read));
        Assert.Null(read.Rule);
        foreach (var question in read.Questions)
        {
            Assert.InRange(question.Answers.Count, 2, 4);
            Assert.Equal(question.Answers.Count, question.Answers.Select(a => a.Key).Distinct().Count());
            Assert.All(question.Answers, a => Assert.EndsWith("。", a.Example));
            Assert.Matches("[？]$", question.Text);
            Assert.StartsWith(question.Kind.ToString(), question.Key);
        }
    }

    public static TheoryData<int, string, string, ScoringRule> Answered => new()
    {
        { 2, "执行率95%以上得满分，每下降1%扣权重的1%，不足1%不计", "relative", new LinearDecay(95, 0.95m, 1) },
        { 5, "每超过一个百分点扣0.5分，扣完为止", "typed:10 ceiling", new LinearDecay(10, 1, 0.5m, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Above) },
        { 5, "达到预期得满分，每降低1%扣0.1分，不足1%不计", "typed:９５％ relative", new LinearDecay(95, 0.95m, 0.1m, PointsUnit.Points) },
        { 15, "实际完成情况与计划每相差3%，扣1分", "both floor", new LinearDecay(0, 3, 1, PointsUnit.Points, Direction: DecayDirection.Both, Target: 100) },
        { 15, "实际完成情况与计划每相差3%，扣1分", "below linear", new LinearDecay(100, 3, 1, PointsUnit.Points, StepMode.Linear) },
        { 5, "执行率100%得满分，每低1%扣0.1分，不足1%不计，60%以下不得分", "nothing", new LinearDecay(100, 1, 0.1m, PointsUnit.Points, Cutoff: 60, CutoffInclusive: true) },
        { 5, "执行率100%得满分，每低1%扣0.1分，不足1%不计，60%以下不得分", "scores", new LinearDecay(100, 1, 0.1m, PointsUnit.Points, Cutoff: 60) },
        { 5, "执行率100%得满分；每低1%扣1%", "percent floor", new LinearDecay(100, 1, 1) },
        { 5, "存在问题酌情扣分", "points:一", new DeductPerOccurrence(1, Matter: "问题") },
        { 5, "存在问题酌情扣分", "expert", new Expert("存在问题酌情扣分") },
        { 5, "全部符合得满分，部分符合酌情得分，不符合不得分", "percent:60", new Tiered([new("full", "全部符合", 100), new("part", "部分符合", 60), new("none", "不符合", 0)]) },
        { 5, "活动每少一场扣0.5分，扣完为止", "several:演出 30\n灯展：1场", new ShortfallCount([new("演出", 30), new("灯展", 1)], 0.5m, Measure: "场") },
        { 5, "全部覆盖得满分，缺一项扣1分", "count", new DeductPerOccurrence(1, Matter: "缺少的事项") },
        { 2, "每符合一项得1分", "list:有制度\n有台账", new Checklist([new("1", "有制度", 1), new("2", "有台账", 1)]) },
        { 5, "有制度得3分，有记录得2分", "checklist", new Checklist([new("1", "有制度", 3), new("2", "有记录", 2)]) },
        { 5, "有制度得3分，有记录得2分", "tiered", new Tiered([new("full", "有制度", Points: 3), new("none", "有记录", Points: 2)]) },
        { 10, "优秀得90分，良好得60分，其余不得分", "scale scale", new Tiered([new("full", "优秀", 90), new("part", "良好", 60), new("none", "其他情形", 0)]) },
        { 5, "90%以上得5分，80%-90%得3分", "points:1 upper", new Bands([new(90, Points: 5), new(80, Points: 3), new(0, Points: 1)]) },
        { 5, "完成率100%得5分，80%-99%得3分，低于80%不得分", "upper", new Bands([new(100, Points: 5), new(80, Points: 3)]) },
        { 10, "成本不超过100万元得满分，超过的按比例扣分", "inverse", new Ratio(100, RatioDirection.LowerBetterInverse, "万元") },
        { 10, "完成率95%以上得满分，否则得分=完成率×分值", "ratio", new Ratio(95) },
        { 5, "未及时完成扣1分", "once", new Tiered([new("full", "及时完成", 100), new("none", "未及时完成", Points: 4)]) },
        { 5, "成本控制在预算内得满分，每超出1%扣0.5分，超出10%以上不得分", "100 nothing floor", new LinearDecay(100, 1, 0.5m, PointsUnit.Points, StepMode.Floor, DecayDirection.Above, 110, CutoffInclusive: true) },
        { 5, "符合要求得满分", "met", new MetNotMet("符合要求", "不符合要求") },
        { 5, "发生安全事故一票否决，本项不得分", "met", new MetNotMet("未发生安全事故", "发生安全事故") },
        { 5, "符合得满分，不符合不得分，造成重大影响的加倍处理", "asread", new MetNotMet("符合", "不符合") },
    };

    [Theory]
    [MemberData(nameof(Answered))]
    public void Answers_complete_the_rule(int weight, string text, string answers, ScoringRule rule)
    {
        var rest = new Queue<string>(answers.Contains('\n') ? [answers] : answers.Split(' '));
        var read = ReadCases.AnswerAll(RuleReader.Read(text, weight), _ => rest.Dequeue().Split(':', 2) is [var key, .. var typed] ? (key, typed.FirstOrDefault()) : default);

        Assert.Equal("", ReadCases.Asked(read));
        Assert.Equal(ReadCases.Json(rule), ReadCases.Json(read.Rule));
        Assert.Empty(rest);
    }

    [Theory]
    [InlineData("存在问题酌情扣分", "Deduct", "points", null, "“扣固定的分数”没有填写数字（单位：分）。")]
    [InlineData("存在问题酌情扣分", "Deduct", "points", "很多", "“很多”读不出数字，请只填数字，例如30（单位：分）。")]
    [InlineData("存在问题酌情扣分", "Deduct", "points", "0", "“0”不在可用的范围内，请填大于0的数（单位：分）。")]
    [InlineData("活动每少一场扣0.5分，扣完为止", "Target", "several", "演出", "“演出”读不出名称和计划数，请写成“演出 30”，每行一项。")]
    [InlineData("活动每少一场扣0.5分，扣完为止", "Target", "several", " ", "“有几项，每行写名称和计划数”没有填写内容，请每行写一项。")]
    [InlineData("活动每少一场扣0.5分，扣完为止", "Target", "several", "演出 3\n演出 4", "目标的代号“演出”重复2次。")]
    [InlineData("活动每少一场扣0.5分，扣完为止", "Unit", "points", null, "这个问题已经回答过，或者与现在的文字对不上；请按页面上的问题重新回答。")]
    [InlineData("活动每少一场扣0.5分，扣完为止", "Target", "none", null, "没有选择“文中没有写明计划多少场。计划数是多少？”的答案；请选择其中一个。")]
    public void A_wrong_answer_is_told(string text, string question, string answer, string? typed, string message)
    {
        var broken = Assert.Throws<RuleBroken>(() => RuleReader.Read(text, 5).Answer(question, answer, typed));
        Assert.Equal(message, broken.Faults[0].Message);
    }

    [Fact]
    public void Choosing_another_kind_by_oneself_ends_the_reading()
    {
        var read = RuleReader.Read("有制度得3分，有记录得2分", 5).Answer("Type", "other");
        Assert.Null(read.Rule);
        Assert.Empty(read.Questions);
        Assert.StartsWith("请直接选择规则类型", read.Refusal);
    }
}

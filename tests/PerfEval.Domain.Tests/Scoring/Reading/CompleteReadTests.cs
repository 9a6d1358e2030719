using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>Standards in the wording of many districts that leave nothing open.</summary>
public class CompleteReadTests
{
    private const string Four = "评价要点：①立项符合法律法规；②立项符合行业规划；③与部门职责相符；④属于公共财政支持范围。";

    public static TheoryData<int, string, ScoringRule> Cases => new()
    {
        // 是否达标
        { 2, "满足得分，不满足不得分", new MetNotMet("满足", "不满足") },
        { 2, "符合要求的，得 2 分；否则，不得分。", new MetNotMet("符合要求", "不符合要求") },
        { 3, "已制定管理制度得满分，未制定不得分", new MetNotMet("已制定管理制度", "未制定") },
        { 2, "评分标准：及时公开得满分；未及时公开得0分。", new MetNotMet("及时公开", "未及时公开") },
        { 5, "不存在截留、挤占、挪用情况得满分，存在上述情况之一的不得分", new MetNotMet("不存在截留、挤占、挪用情况", "存在上述情况之一") },
        { 5, "10天以内办结得满分；10天以上办结不得分", new MetNotMet("10天以内办结", "10天以上办结") },

        // 分档
        { 5, "优得5分，良得4分，中得3分，差不得分", new Tiered([new("full", "优", Points: 5), new("part1", "良", Points: 4), new("part2", "中", Points: 3), new("none", "差", 0)]) },
        { 5, "优（5分）、良（４分）、中（3分）、差（0分）", new Tiered([new("full", "优", Points: 5), new("part1", "良", Points: 4), new("part2", "中", Points: 3), new("none", "差", 0)]) },
        { 4, "符合要求得满分，基本符合得60%，不符合不得分", new Tiered([new("full", "符合要求", 100), new("part", "基本符合", 60), new("none", "不符合", 0)]) },
        { 4, "制度健全且执行到位，得4分；制度基本健全，得两分；制度不健全，不得分", new Tiered([new("full", "制度健全且执行到位", Points: 4), new("part", "制度基本健全", Points: 2), new("none", "制度不健全", 0)]) },
        { 4, "全部按期完成，得满分；部分按期完成，得一半分值；均未按期完成，不得分", new Tiered([new("full", "全部按期完成", 100), new("part", "部分按期完成", 50), new("none", "均未按期完成", 0)]) },
        { 5, "规范得满分；部分规范扣2分；不规范不得分", new Tiered([new("full", "规范", 100), new("part", "部分规范", Points: 3), new("none", "不规范", 0)]) },
        { 6, "全部符合得满分；一项不符合得60%；两项及以上不符合不得分", new Tiered([new("full", "全部符合", 100), new("part", "一项不符合", 60), new("none", "两项及以上不符合", 0)]) },

        { 5, "不符合不得分；部分符合得60%；完全符合得满分", new Tiered([new("full", "完全符合", 100), new("part", "部分符合", 60), new("none", "不符合", 0)]) },
        { 4, "A.符合，得4分；B.基本符合，得2分；C.不符合，得0分", new Tiered([new("full", "符合", Points: 4), new("part", "基本符合", Points: 2), new("none", "不符合", 0)]) },
        { 5, "全部满足得100%权重分，满足3项得75%权重分，满足1项得25%权重分，均不满足不得分", new Tiered([new("full", "全部满足", 100), new("part1", "满足3项", 75), new("part2", "满足1项", 25), new("none", "均不满足", 0)]) },
        { 5, "及时到位得满分；未及时到位但未影响项目进度得50%；未及时到位并影响项目进度不得分", new Tiered([new("full", "及时到位", 100), new("part", "未及时到位但未影响项目进度", 50), new("none", "未及时到位并影响项目进度", 0)]) },

        // 逐项扣分
        { 5, "资金使用合规得5分，存在截留、挤占、挪用、虚列支出情况的，发现一处扣1分，直至扣完", new DeductPerOccurrence(1, Matter: "截留、挤占、挪用、虚列支出情况") },
        { 5, "每项工作未按时完成扣0.5分，最多扣3分", new DeductPerOccurrence(0.5m, Floor: 2, Matter: "工作未按时完成的事项") },
        { 5, "每发现一处违规问题扣1分，扣完为止", new DeductPerOccurrence(1, Matter: "违规问题") },
        { 5, "有投诉，每起扣1分，扣完为止", new DeductPerOccurrence(1, Matter: "投诉") },
        { 5, "全部达标得满分，一项不达标扣 20%权重，扣完为止", new DeductPerOccurrence(20, PointsUnit.PercentOfWeight, Matter: "不达标的事项") },
        { 6, "发现１例不合规的，扣０．５分，最低得2分", new DeductPerOccurrence(0.5m, Floor: 2, Matter: "不合规的事项") },
        { 4, Four + "每有一项不符合扣1分，扣完为止。", new DeductPerOccurrence(1, Matter: "不符合的条件", Items: ["①立项符合法律法规", "②立项符合行业规划", "③与部门职责相符", "④属于公共财政支持范围"]) },
        { 3, "(1)有台账;(2)有记录;(3)有合同。全部符合得满分,一项不符合扣1分", new DeductPerOccurrence(1, Matter: "不符合的条件", Items: ["(1)有台账", "(2)有记录", "(3)有合同"]) },

        // 一例否决
        { 5, "无安全事故得满分；发生一起安全事故，一票否决", new ZeroTolerance("安全事故") },
        { 5, "符合规定得满分，存在一项不符合规定的，本项不得分", new ZeroTolerance("不符合规定的事项") },

        // 清单
        { 6, "1.制度健全，得2分；2.执行有效，得2分；3.档案完整，得2分。", new Checklist([new("1", "1.制度健全", 2), new("2", "2.执行有效", 2), new("3", "3.档案完整", 2)]) },
        { 6, "制度健全（2分）；执行有效（2分）；档案完整（2分）", new Checklist([new("1", "制度健全", 2), new("2", "执行有效", 2), new("3", "档案完整", 2)]) },
        { 5, "①有制度，得1分\n②有执行，得2分\n③有检查，得2分", new Checklist([new("1", "①有制度", 1), new("2", "②有执行", 2), new("3", "③有检查", 2)]) },
        { 3, "未制定管理制度扣1分；未公开预算信息扣1分；未开展自评扣1分，扣完为止", new Checklist([new("1", "制定管理制度", 1), new("2", "公开预算信息", 1), new("3", "开展自评", 1)], ChecklistMode.Deduct) },
        { 4, Four + "每符合一项得1分。", new Checklist([new("1", "①立项符合法律法规", 1), new("2", "②立项符合行业规划", 1), new("3", "③与部门职责相符", 1), new("4", "④属于公共财政支持范围", 1)]) },

        { 5, "有明确的绩效目标得1分，没有不得分；绩效目标与工作内容相关得2分，不相关不得分；预期产出符合业绩水平得2分，不符合不得分", new Checklist([new("1", "有明确的绩效目标", 1), new("2", "绩效目标与工作内容相关", 2), new("3", "预期产出符合业绩水平", 2)]) },
        { 5, "资金到账及时、足额得5分；未及时到账扣2分；未足额到账扣3分", new Checklist([new("1", "及时到账", 2), new("2", "足额到账", 3)], ChecklistMode.Deduct) },

        // 要点
        { 5, "①占权重40%，②③④各占20%，①不满足不得分", new ElementCount([new("1", "①", 40, true), new("2", "②", 20), new("3", "③", 20), new("4", "④", 20)]) },
        { 5, Four + "①占权数40%，②③④各20%，①不满足不得分。", new ElementCount([new("1", "①立项符合法律法规", 40, true), new("2", "②立项符合行业规划", 20), new("3", "③与部门职责相符", 20), new("4", "④属于公共财政支持范围", 20)]) },
        { 5, Four + "每满足一项得权重的25%", new ElementCount([new("1", "①立项符合法律法规", 25), new("2", "②立项符合行业规划", 25), new("3", "③与部门职责相符", 25), new("4", "④属于公共财政支持范围", 25)]) },

        // 按差额
        { 6, "完成率达到100%得满分，每降低1个百分点扣0.1分，不足1个百分点按1个百分点计算，扣完为止", new LinearDecay(100, 1, 0.1m, PointsUnit.Points, StepMode.Ceiling) },
        { 6, "完成率≥95%得满分，每低1个百分点扣权重的5%，不足1个百分点的不计，低于60%不得分", new LinearDecay(95, 1, 5, StepMode: StepMode.Floor, Cutoff: 60) },
        { 5, "满意度90%以上得满分，每降低1个百分点扣0.2分（不足1个百分点按比例扣），满意度低于70%的不得分。", new LinearDecay(90, 1, 0.2m, PointsUnit.Points, StepMode.Linear, Cutoff: 70) },
        { 5, "达到百分之百得满分；每下降五个百分点扣一分，不足五个百分点的按五个百分点计，扣完为止", new LinearDecay(100, 5, 1, PointsUnit.Points, StepMode.Ceiling) },
        { 5, "按期完成的得5分，每逾期一个月扣1分，扣完为止，不足一个月的按一个月计", new LinearDecay(0, 1, 1, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Above, Measure: "个月") },
        { 5, "结余率不超过10%得满分，每超过1个百分点扣0.5分，不足1个百分点不计，超过30%不得分", new LinearDecay(10, 1, 0.5m, PointsUnit.Points, StepMode.Floor, DecayDirection.Above, 30) },
        { 5, "执行率100%得满分，每低2个百分点扣权重的10%，不足2个百分点不扣分，60%及以下不得分", new LinearDecay(100, 2, 10, StepMode: StepMode.Floor, Cutoff: 60, CutoffInclusive: true) },

        // 按缺口
        { 5, "培训不少于30场，得满分；每少一场扣0.2分，扣完为止", new ShortfallCount([new("培训", 30)], 0.2m, Measure: "场") },

        // 按比例
        { 10, "按完成比例计算得分", new Ratio(100) },
        { 10, "得分＝完成率×分值", new Ratio(100) },
        { 10, "得分=实际完成值/计划值×100%×分值", new Ratio(100) },
        { 10, "达到指标值得满分，未达到指标值的，按实际完成值与指标值的比例计分", new Ratio(100) },
        { 10, "资金到位率=100%，得满分；资金到位率＜100%，得分=资金到位率×分值", new Ratio(100) },
        { 10, "覆盖率达到95%得满分，未达到的按比例得分", new Ratio(95) },
        { 10, "平均时长不超过10天得满分；超过的，按超出比例扣分，达到20天不得分", new Ratio(10, RatioDirection.LowerBetterExcess, "天") },

        { 10, "完成值达到指标值，记满分；未达到指标值，按完成值与指标值的比例记分。", new Ratio(100) },
        { 10, "按（实际完成值/年度指标值）×该指标分值记分，最高不得超过该指标分值上限。", new Ratio(100) },
        { 10, "目标完成率=（实际完成/目标值）×100%，得分=目标完成率×10分，超过100%的按满分计", new Ratio(100) },
        { 3, "完成得3分，未完成不得分，部分完成按比例得分", new Ratio(100) },

        // 分段
        { 10, "满意度≥90得10分，80（含）–90得8分，60（含）–80得5分，60以下不得分", new Bands([new(90, Points: 10), new(80, Points: 8), new(60, Points: 5)]) },
        { 5, "合同执行率达到90%以上（含90%）得5分，70%（含）-90%得3分，50%（含）-70%得1分，50%以下得0分", new Bands([new(90, Points: 5), new(70, Points: 3), new(50, Points: 1)]) },
        { 5, "质量合格率100%得5分，95%（含）-100%得3分，90%（含）-95%得1分，低于90%不得分", new Bands([new(100, Points: 5), new(95, Points: 3), new(90, Points: 1)]) },
        { 5, "≥90%计5分；80%(含)-90%计4分；60%（含）-80%计3分；低于60%不得分", new Bands([new(90, Points: 5), new(80, Points: 4), new(60, Points: 3)]) },
        { 10, "满意度90%（含）以上得10分，80%（含）-90%得8分，60%（含）-80%得5分，60%以下不得分", new Bands([new(90, Points: 10), new(80, Points: 8), new(60, Points: 5)]) },
        { 8, "执行率≥90%得满分；80%≤执行率＜90%得权重的80%；60%≤执行率＜80%，得权重的50%；执行率＜60%，不得分", new Bands([new(90, 100), new(80, 80), new(60, 50)]) },
        { 5, "完成率在90%（含）以上的，得5分；在80%（含）至90%之间的，得4分；在70%（含）至80%之间的，得3分；70%以下的，不得分。", new Bands([new(90, Points: 5), new(80, Points: 4), new(70, Points: 3)]) },
        { 5, "满意度大于等于90分得满分,大于等于80分小于90分得80%,小于80分不得分", new Bands([new(90, 100), new(80, 80)], "分") },
        { 5, "合格率≥98%得满分，否则不得分", new Bands([new(98, 100)]) },

        // 定性分档
        { 10, "达成预期指标并具有较好效果100%-80%（含）；部分达成80%-60%（含）；未达成60%-0%。", new QualitativeRange([new("achieved", "达成预期指标并具有较好效果", 80, 100), new("partly", "部分达成", 60, 80), new("missed", "未达成", 0, 60)]) },
        { 10, "达成目标得权重的80%-100%(含)；部分达成得60%(含)-80%；未达成得0-60%", new QualitativeRange([new("achieved", "达成目标", 80, 100), new("partly", "部分达成", 60, 80), new("missed", "未达成", 0, 60)]) },
        { 10, "效果好得8-10分，效果一般得6-8分，效果差得0-6分", new QualitativeRange([new("achieved", "效果好", 80, 100), new("partly", "效果一般", 60, 80), new("missed", "效果差", 0, 60)]) },

        { 10, "定性指标得分按照以下方法评定：根据指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照该指标对应分值区间100-80%（含）、80-60%（含）、60-0%合理确定分值。", QualitativeRange.National },

        // 专家
        { 5, "由专家综合评分", new Expert("由专家综合评分") },
        { 5, "根据实际情况酌情给分", new Expert("根据实际情况酌情给分") },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_clear_standard_is_read_whole(int weight, string text, ScoringRule rule)
    {
        var read = RuleReader.Read(text, weight);

        Assert.Equal("", ReadCases.Asked(read));
        Assert.Equal(ReadCases.Json(rule), ReadCases.Json(read.Rule));
        Assert.NotEmpty(read.Understood);
        Assert.All(read.Understood, u => Assert.InRange(u.Start + u.Length, 1, text.Length));
    }
}

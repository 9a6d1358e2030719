using static PerfEval.Domain.Checks.StatementKind;
using static PerfEval.Domain.Tests.Checks.Expect;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>Shares, rates, growth and balances, in invented wording.</summary>
public static class RateCases
{
    public static TextCase[] All =>
    [
        new(Right, Ratio, "税收收入完成12.36亿元，占年初计划13亿元的95.08%。"),
        new(Error, Ratio, "税收收入完成12360万元，占年初计划13000万元的96.08%。"),
        new(Right, Ratio, "总投资500万元，其中区级资金350万元，占70%；自筹150万元，占30%。"),
        new(Doubt, Ratio, "总投资500万元，其中区级资金350万元，占75%；自筹150万元，占30%。"),
        new(Right, Ratio, "参与居民860人，其中老年人344人，占比40%。"),
        new(Doubt, Ratio, "参与居民860人，其中老年人344人，占比45%。"),
        new(Doubt, Ratio, "完成投资17.06亿元，占任务数24亿元的71.07%。"),
        new(Doubt, Completion, "应检企业173家，实检124家，受检率71.67%。"),
        new(Right, Completion, "预算资金500万元，实际支出480万元，预算执行率96%。"),
        new(Error, Completion, "预算资金500万元，实际支出480万元，预算执行率98%。"),
        new(Right, Completion, "本年度安排专项资金1250万元。截至12月底实际支出1187.36万元，预算执行率94.99%。"),
        new(Doubt, Completion, "本年度安排专项资金1250万元。截至12月底实际支出1187.36万元，预算执行率96.99%。"),
        new(Right, Completion, "计划培训600人，实际培训540人，完成率90%。"),
        new(Error, Completion, "计划培训600人，实际培训540人，完成率95%。"),
        new(Right, Completion, "发放调查问卷200份，收回有效问卷186份，回收率93%。"),
        new(Error, Completion, "发放调查问卷200份，收回有效问卷186份，回收率96%。"),
        new(Right, Completion, "受理投诉58件，办结56件，办结率96.55%。"),
        new(Error, Completion, "受理投诉58件，办结56件，办结率98.55%。"),
        new(Right, Completion, "应到位资金320万元，实际到位320万元，资金到位率100%。"),
        new(Error, Completion, "应到位资金320万元，实际到位300万元，资金到位率100%。"),
        new(Right, Completion, "抽查产品150批次，合格147批次，合格率为98%。"),
        new(Error, Completion, "抽查产品150批次，合格147批次，合格率为99%。"),
        new(Right, Completion, "调查居民200人，满意185人，满意度92.5%。"),
        new(Error, Completion, "调查居民200人，满意185人，满意度95.5%。"),
        new(Right, Completion, "其中非常满意120人，满意60人，不满意20人，满意度90%。"),
        new(Right, Completion, "新增就业462人，完成率117.26%。"),
        new(Doubt, Completion, "新增就业462人，完成率117.16%。"),
        new(Right, Completion, "到位资金86万元，支出86万元，完成全年预算的100%。"),
        new(Right, Completion, "计划造林1,200亩，实际造林1,140亩，完成率为百分之九十五。"),
        new(Error, Completion, "计划造林1,200亩，实际造林1,140亩，完成率为百分之九十八。"),
        new(Quiet, Completion, "群众满意度达到95%以上，资金使用合规率100%。"),
        new(Quiet, Completion, "医保参保率99.53%，养老保险参保率89.84%。"),
        new(Quiet, Completion, "预算执行率达到95%以上得满分，低于60%不得分。"),
        new(Quiet, Completion, "森林覆盖率为63%~68%，空气优良天数比例为98%。"),
        new(Quiet, Completion, "税率为13%，年利率4.35%。"),

        new(Right, Growth, "2023年接待游客86万人次，比上年增加6万人次，增长7.5%。"),
        new(Error, Growth, "2023年接待游客86万人次，比上年增加6万人次，增长9.5%。"),
        new(Right, Growth, "床位由200张增加到260张，增长30%。"),
        new(Error, Growth, "床位由200张增加到260张，增长35%。"),
        new(Right, Difference, "床位由200张增加到260张，增加60张。"),
        new(Error, Difference, "床位由200张增加到260张，增加70张。"),
        new(Right, Growth, "满意度由88.5%提高到93%，提高4.5个百分点。"),
        new(Error, Growth, "满意度由88.5%提高到93%，提高5.5个百分点。"),
        new(Right, Growth, "信访量从320件下降到240件，下降25%。"),
        new(Error, Growth, "信访量从320件下降到240件，下降30%。"),
        new(Right, Growth, "全年支出90万元，较上年减少10万元，下降10%。"),
        new(Error, Growth, "全年支出90万元，较上年减少10万元，下降12%。"),
        new(Quiet, Growth, "规上工业总产值增速13%，超任务增速4.5个百分点。"),
        new(Quiet, Growth, "居民收入同比增长6.2%，较全市平均水平高0.8个百分点。"),

        new(Right, Difference, "收到拨款200万元，支出186.5万元，结余13.5万元。"),
        new(Error, Difference, "收到拨款200万元，支出186.5万元，结余14.5万元。"),
        new(Right, Difference, "年初预算75.2万元，实际支出70.05万元，剩余5.15万元已交回国库。"),
        new(Error, Difference, "年初预算75.2万元，实际支出70.05万元，剩余6.15万元已交回国库。"),
        new(Right, Difference, "预算批复60万元。截至年末已支付52万元，尚余8万元。"),
        new(Right, Difference, "60万元补助资金已到位，共支出520,000元，结余80,000元。"),
        new(Error, Difference, "60万元补助资金已到位，共支出520,000元，结余90,000元。"),
        new(Quiet, Difference, "上年结转12万元，本年预算80万元，支出85万元，结余7万元。"),
        new(Quiet, Difference, "项目结余资金3.2万元按规定收回。"),
    ];
}

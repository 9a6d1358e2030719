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
        new(Doubt, Completion, "其中非常满意120人，满意60人，不满意20人，满意度94%。"),
        new(Doubt, Completion, "预算资金到位386.2万元。全年支出350.16万元，资金使用率92.67%。"),
        new(Doubt, Completion, "新建充电桩43个，完成率107.51%。"),
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
        new(Error, Growth, "床位由200张减少到260张。"),
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

        // The old value by the words beside it, whatever stands before the change.
        new(Right, Growth, "培训1,742人。与2022年的1,388人相比增加354人，增长25.50%。"),
        new(Error, Growth, "培训1,742人。与2022年的1,388人相比增加354人，增长27.50%。"),
        new(Right, Growth, "计划走访900户；与上年的840户相比增加60户，增长7.14%。"),
        new(Right, Growth, "全区托育机构由上年末的64家增加到80家，净增16家，增长25%。"),
        new(Error, Growth, "全区托育机构由上年末的64家增加到80家，净增16家，增长20%。"),
        new(Error, Difference, "全区托育机构由上年末的64家增加到80家，净增18家。"),
        new(Right, Growth, "在册企业从530家减少到477家，净减53家，下降10%。"),
        new(Right, Growth, "较2021年的96万元增加24万元，增长25%。"),
        new(Doubt, Growth, "抽检合格率96.5%，较上年的94.2%提高2.3%。"),
        new(Right, Growth, "抽检合格率96.5%，较上年的94.2%提高2.3个百分点。"),
        new(Doubt, Growth, "覆盖率由62%提高到75.5%，提高13.5%。"),
        new(Quiet, Growth, "培训300人，其中残疾人40人，增长12%。"),

        // Audits.
        new(Right, Completion, "送审金额820万元，审定金额779万元，审减41万元，审减率5%。"),
        new(Error, Completion, "送审金额820万元，审定金额779万元，审减41万元，审减率5.26%。"),
        new(Right, Completion, "合同价640万元，审定结算价608万元，核减32万元，核减率5%。"),
        new(Error, Difference, "送审金额820万元，审定金额779万元，审减43万元。"),
        new(Right, Difference, "报审造价96.5万元，审定92.3万元，审减4.2万元。"),

        // The rest of a contract.
        new(Right, Difference, "合同总价386万元，已支付首付款和进度款共计270.2万元，尚未支付115.8万元。"),
        new(Error, Difference, "合同总价386万元，已支付首付款和进度款共计270.2万元，尚未支付118.5万元。"),
        new(Right, Difference, "审定金额1,200万元。已支付1,140万元，尚未支付60万元为质保金。"),
        new(Doubt, Difference, "中标金额230.5万元。\n首期支付69.15万元；中期支付115.25万元，累计支付184.4万元，剩余41.6万元待验收后支付。"),

        // Shares whose part or whole stands elsewhere.
        new(Right, Ratio, "受理投诉640件，上年为700件；办结612件。按期办结581件，按期办结占办结数的94.93%。"),
        new(Doubt, Ratio, "受理投诉640件，上年为700件；办结612件。按期办结581件，按期办结占办结数的93.94%。"),
        new(Right, Ratio, "有效问卷240份。其中“满意”的212份、“不满意”的9份，满意率较高，“不满意”占3.75%。"),
        new(Doubt, Ratio, "实际改厕1,250户。改厕户占全镇常住户3.2万户的39.1%。"),
        new(Right, Ratio, "实际改厕1,250户。改厕户占全镇常住户3.2万户的3.91%。"),
        new(Quiet, Ratio, "老年人口占全区人口25.6万人的18%。"),

        // Lists that belong together by their places.
        new(Right, Completion, "三年预算分别为120万元、150万元、160万元；实际支出分别为114万元、141万元、156万元；执行率分别为95%、94%、97.5%。"),
        new(Error, Completion, "三年预算分别为120万元、150万元、160万元；实际支出分别为114万元、141万元、156万元；执行率分别为95%、94%、95.7%。"),
        new(Right, Completion, "决策20分得19分、过程20分得18分、产出40分得36.2分，得分率分别为95%、90%、90.5%。"),
        new(Error, Completion, "决策20分得19分、过程20分得18分、产出40分得36.2分，得分率分别为95%、90%、95.5%。"),
        new(Doubt, Completion, "两年预算分别为120万元、150万元；实际支出分别为114万元、141万元；执行率分别为95%、96%。"),
        new(Quiet, Completion, "三类人群覆盖率分别为95%、90%、88%。"),
        new(Right, Completion, "全年故障停机6小时，按全年8,760小时计，系统可用率99.93%。"),
    ];
}

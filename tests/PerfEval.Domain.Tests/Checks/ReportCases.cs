using static PerfEval.Domain.Checks.StatementKind;
using static PerfEval.Domain.Tests.Checks.Expect;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>A whole invented report in which everything is right, and the same with one thing wrong.</summary>
public static class ReportCases
{
    private const string Report = """
        二、资金情况
        2022年度预算安排老年助餐补贴资金368.4万元，其中市级财政承担50%即184.2万元，区级财政承担184.2万元。资金于3月、6月、9月分三批拨付，分别为120万元、140万元和108.4万元，全部到位，到位率100%。
        全年实际支出352.68万元，资金使用率95.73%，年末结余15.72万元，已按规定收回区财政。
        助餐点由上年的18个增加到26个，增加8个，增长44.4%。全年服务老年人31.2万人次，同比增长12.6%。
        补贴标准为：60至79岁老人每餐3元，80岁以上老人每餐5元。全年补贴就餐86.5万人次。
        发放满意度问卷500份，回收有效问卷482份，有效回收率96.4%。其中非常满意301份、满意145份、基本满意28份、不满意8份，总体满意度98.3%。
        项目支出包括设备购置费86.5万元、运营补贴212.08万元、宣传培训费54.1万元，三项合计352.68万元。
        全区共有社区42个，已建成助餐点的社区26个，覆盖率61.9%。
        产出指标45分，得43.5分；效益指标30分，得28分；满意度指标10分，得10分；预算执行15分，得14.36分，总得分95.86分，等级为“优”。
        本项目预算500万元，调整后预算480万元，较年初减少20万元，下降4%。
        工程总造价1,236,800元（大写：壹佰贰拾叁万陆仟捌佰元整），已支付70%，即865,760元，尚欠371,040元。
        2021年、2022年、2023年分别投入资金120万元、150万元、180万元，三年累计投入450万元，年均150万元。
        新增绿地3.6公顷，其中街头游园1.2公顷，道路绿化1.5公顷，小区绿化0.9公顷。
        共开展巡查1,208次，发现问题356个，已整改342个，整改率96.07%，未整改14个。
        受益群众满意度达到96.5%，比上年提高2.3个百分点。
        参加培训人员共计236名，其中男性102名，女性134名，占比分别为43.22%和56.78%。
        全年办理案件128件，其中行政处罚96件、移送司法12件、调解结案20件，结案率100%。
        项目总投资2.35亿元，其中：中央预算内投资9400万元（占40%），省级配套4700万元（占20%），地方自筹9400万元（占40%）。
        每名网格员每月补助300元，共有网格员85名，全年发放补助30.6万元。
        平均每场培训参训86人，共举办15场，累计培训1290人次。
        截至2023年12月31日，累计完成投资1.86亿元，占计划总投资的79.15%。
        一期工程投资620万元，二期工程投资比一期多180万元，为800万元。
        节约资金12.3万元，节约率2.46%。
        资金来源：区级财政拨款260万元，占总投资的65%；社会捐赠80万元，占20%；自筹60万元，占15%；总投资400万元。
        """;

    public static TextCase[] All =>
    [
        new(Right, Sum, Report),
        With(Completion, "资金使用率95.73%", "资金使用率96.73%", Doubt),
        With(Difference, "年末结余15.72万元", "年末结余16.72万元", Doubt),
        With(Growth, "增长44.4%", "增长48.4%", Error),
        With(Completion, "有效回收率96.4%", "有效回收率98.4%", Error),
        With(Completion, "总体满意度98.3%", "总体满意度99.3%", Doubt),
        With(Sum, "三项合计352.68万元", "三项合计358.68万元", Error),
        With(Completion, "覆盖率61.9%", "覆盖率68.9%", Doubt),
        With(Sum, "总得分95.86分", "总得分96.86分", Error),
        With(Capital, "壹佰贰拾叁万陆仟捌佰元整", "壹佰贰拾叁万捌仟陆佰元整", Error),
        With(Sum, "三年累计投入450万元", "三年累计投入460万元", Doubt),
        With(Completion, "整改率96.07%", "整改率97.07%", Error),
        With(Ratio, "43.22%和56.78%", "43.22%和57.78%", Doubt),
        With(Sum, "调解结案20件", "调解结案25件", Error),
        With(Ratio, "地方自筹9400万元（占40%）", "地方自筹9400万元（占45%）", Doubt),
        With(Product, "全年发放补助30.6万元", "全年发放补助36.6万元", Doubt),
        With(Ratio, "即865,760元", "即885,760元", Doubt),
        With(Sum, "即184.2万元", "即148.2万元", Error),
        With(Average, "累计培训1290人次", "累计培训1390人次", Error),
        With(Sum, "总投资400万元", "总投资480万元", Doubt),
    ];

    private static TextCase With(Domain.Checks.StatementKind kind, string right, string wrong, Expect expect)
    {
        if (!Report.Contains(right, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(right);
        }

        return new(expect, kind, Report.Replace(right, wrong, StringComparison.Ordinal));
    }
}

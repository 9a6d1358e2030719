using static PerfEval.Domain.Checks.StatementKind;
using static PerfEval.Domain.Tests.Checks.Expect;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>Claims, repeats, promised tables and tables, in invented wording.</summary>
public static class WordCases
{
    private const string Paragraph = "通过开展环境综合整治，辖区道路更加整洁，居民出行更加方便，商户经营秩序明显好转，社区面貌焕然一新，群众获得感持续增强。";

    public static TextCase[] All =>
    [
        new(Error, Claim, "计划建设6处，建成5处，完成率83.33%，各项任务已全部完成。"),
        new(Doubt, Claim, "计划建设6处，建成5处，完成率83.33%。\n绩效目标全部完成。"),
        new(Error, Claim, "收到30万元，支出28万元，结余2万元，资金已全部使用完毕。"),
        new(Doubt, Claim, "收到30万元，支出28万元，结余2万元。\n项目资金全部用于道路养护。"),
        new(Doubt, Claim, "年度工作按时完成。\n受天气影响，绿化工程延期至次年。"),
        new(Doubt, Claim, "综合得分86.4分，评价等级为“优”。"),
        new(Right, Claim, "综合得分86.4分，评价等级为“良”。"),
        new(Doubt, Claim, "自评得分58分，评价等级为良。"),
        new(Doubt, Claim, "预期目标如期完成。\n其中两项培训未开展。"),
        new(Quiet, Claim, "确保各项任务全部完成。目前完成率83%。"),
        new(Quiet, Claim, "计划建设6处，建成6处，完成率100%，任务全部完成。"),
        new(Quiet, Claim, "未全部完成，完成率83%。"),
        new(Quiet, Claim, "按时完成得满分，未完成不得分，扣完为止。"),

        new(Doubt, Repeat, Paragraph + "\n中间另有一段说明。\n" + Paragraph),
        new(Doubt, Repeat, Paragraph + "\n中间另有一段说明。\n经评价认为，" + Paragraph.Replace("焕然一新", "日新月异")),
        new(Quiet, Repeat, Paragraph + "\n该项目经费来源为本级财政，严格按照国库集中支付制度执行，未发现截留、挤占、挪用资金等违规情况，会计核算规范。"),
        new(Quiet, Repeat, "无。\n无。\n无。"),

        new(Doubt, MissingTable, "五、综合评价情况及评价结论（附相关评分表）\n评价结论为良。"),
        new(Doubt, MissingTable, "资金使用情况见下表：\n六、其他说明"),
        new(Doubt, MissingTable, "各项支出详见附表。\n二、绩效目标"),
        new(Quiet, MissingTable, "资金使用情况见下表：\n项目\t预算\t支出\n道路\t10\t10\n合计\t10\t10"),
        new(Quiet, MissingTable, "详见附件2。\n一、其他\n附件2：评分表"),

        new(Right, Sum, "项目\t金额\n道路\t12.5\n绿化\t7.5\n合计\t20"),
        new(Error, Sum, "项目\t金额\n道路\t12.5\n绿化\t7.5\n合计\t21"),
        new(Right, Difference, "项目\t拨款\t支出\t结余\n道路\t100\t90\t10\n绿化\t50\t45\t5\n合计\t150\t135\t15"),
        new(Error, Difference, "项目\t拨款\t支出\t结余\n道路\t100\t90\t10\n绿化\t50\t45\t0\n路灯\t30\t30\t0\n合计\t180\t165\t15"),
        new(Error, Sum, "项目\t拨款\t支出\t结余\n道路\t100\t90\t10\n绿化\t50\t45\t5\n合计\t150\t135\t25"),
        new(Right, Product, "名称\t数量\t单价\t金额\n桌子\t20\t350\t7000\n椅子\t40\t120\t4800\n合计\t\t\t11800"),
        new(Error, Product, "名称\t数量\t单价\t金额\n桌子\t20\t350\t7000\n椅子\t40\t120\t5800\n柜子\t2\t900\t1800\n合计\t\t\t14600"),
        new(Right, Completion, "指标\t目标值\t实际完成\t完成率\n培训\t50\t45\t90%\n走访\t200\t210\t105%"),
        new(Error, Completion, "指标\t目标值\t实际完成\t完成率\n培训\t50\t45\t90%\n走访\t200\t210\t105%\n宣传\t40\t30\t80%"),
        new(Right, Sum, "| 项目 | 金额 |\n|---|---|\n| 道路 | 1,200.50 |\n| 绿化 | 800 |\n| 合计 | 2,000.50 |"),
        new(Error, Sum, "| 项目 | 金额 |\n|---|---|\n| 道路 | 1,200.50 |\n| 绿化 | 800 |\n| 合计 | 2,100.50 |"),
        new(Error, Unit, "总投资35.2万元。（单位：万元）\n项目\t金额\n道路\t200000\n绿化\t152000\n合计\t352000\n其中道路200000元。"),
        new(Quiet, Sum, "序号\t名称\t备注\n1\t道路\t已完成\n2\t绿化\t已完成"),
    ];
}

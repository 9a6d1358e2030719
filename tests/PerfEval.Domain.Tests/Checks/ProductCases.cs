using static PerfEval.Domain.Checks.StatementKind;
using static PerfEval.Domain.Tests.Checks.Expect;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>Products, averages, capitals, units and dates, in invented wording.</summary>
public static class ProductCases
{
    public static TextCase[] All =>
    [
        new(Right, Product, "慰问困难老人86人，86人×500元/人=43000元。"),
        new(Error, Product, "慰问困难老人86人，86人×500元/人=45000元。"),
        new(Right, Product, "为120名困难群众每人发放500元，共计60000元。"),
        new(Error, Product, "为120名困难群众每人发放500元，共计66000元。"),
        new(Right, Product, "补助48户，每户2000元，共9.6万元。"),
        new(Error, Product, "补助48户，每户2000元，共8.6万元。"),
        new(Right, Product, "按每平方米35元补助，改造面积2400平方米，合计8.4万元。"),
        new(Error, Product, "按每平方米35元补助，改造面积2400平方米，合计9.4万元。"),
        new(Right, Product, "聘请讲师6次，标准为1200元/次，共计7200元。"),
        new(Error, Product, "聘请讲师6次，标准为1200元/次，共计7800元。"),
        new(Right, Product, "网格员30人，每人每月800元，全年12个月共计28.8万元。"),
        new(Right, Product, "采购垃圾桶200个*150元=3万元。"),
        new(Error, Product, "采购垃圾桶200个*150元=3.5万元。"),
        new(Right, Product, "种植补贴：126亩×120元/亩＝15120元"),
        new(Error, Product, "种植补贴：126亩×120元/亩＝15210元"),
        new(Right, Sum, "支出构成：3.5万元+2.8万元=6.3万元。"),
        new(Error, Sum, "支出构成：3.5万元+2.8万元=6.5万元。"),
        new(Right, Ratio, "执行率=480万元÷500万元×100%=96%。"),
        new(Error, Ratio, "执行率=480万元÷500万元×100%=98%。"),
        new(Right, Average, "全年培训420人次，举办3期，平均每期140人次。"),
        new(Error, Average, "全年培训420人次，举办3期，平均每期150人次。"),
        new(Right, Average, "共支出36万元，惠及240户，户均1500元。"),
        new(Error, Average, "共支出36万元，惠及240户，户均1600元。"),
        new(Error, Unit, "网格员30人，每人每月800元，全年12个月共计28.8元。"),
        new(Doubt, Product, "网格员30人，每人每月800元，工作12个月，发放补助26.8万元。"),
        new(Quiet, Product, "补助标准为300元/人，全年共发放补助58次。"),
        new(Quiet, Product, "每人每天补助100元，参训50人，培训费共2.5万元。"),
        new(Quiet, Product, "低保标准为每人每月700元，现有低保对象320人。"),

        new(Right, Capital, "合同金额为人民币壹佰贰拾万元整（￥1,200,000.00）。"),
        new(Error, Capital, "合同金额为人民币壹佰贰拾万元整（￥1,250,000.00）。"),
        new(Right, Capital, "支付3250.40元（大写：叁仟贰佰伍拾元肆角）。"),
        new(Error, Capital, "支付3250.40元（大写：叁仟伍佰贰拾元肆角）。"),
        new(Right, Capital, "中标价86.5万元（人民币捌拾陆万伍仟元整）。"),
        new(Error, Capital, "中标价86.5万元（人民币捌拾伍万陆仟元整）。"),
        new(Right, Capital, "合计人民币壹万陆仟肆佰零玖元零贰分（16409.02元）。"),
        new(Right, Capital, "退回叁佰贰拾伍元零肆分（325.04元）。"),

        new(Error, Unit, "年初预算386.45元，其中财政拨款286.45万元，自筹资金100万元。"),
        new(Error, Unit, "项目预算1268.5万元。第一批支付600万元。项目预算1268.5元全部来自财政。"),
        new(Error, Unit, "合同价2356800元。支付2356800万元。经核对，合同价2356800元无误。"),
        new(Doubt, Unit, "项目预算为125.60元，到位125万元，支出118万元。"),
        new(Quiet, Unit, "培训人均经费200元，总支出200万元。"),
        new(Quiet, Unit, "退还保证金1500元，工程款1500万元已支付。"),
        new(Error, Unit, "共补助200人，每人1000元，共计20元。"),

        new(Error, Date, "项目于2023年2月30日通过验收。"),
        new(Error, Date, "合同期自2023年5月1日至2023年3月31日。"),
        new(Error, Date, "实施时间为2022年6月至2022年4月。"),
        new(Right, Date, "实施周期为2023年1月1日至2023年12月31日，共12个月。"),
        new(Error, Date, "实施周期为2023年1月1日至2023年6月30日，共12个月。"),
        new(Right, Date, "服务期为2022年7月至2023年6月，为期12个月。"),
        new(Error, Date, "服务期为2022年7月至2023年6月，为期10个月。"),
        new(Error, Date, "项目2023年9月15日开工，2023年6月20日竣工。"),
        new(Error, Date, "于2022年13月完成招标。"),
        new(Error, Date, "2023-04-31提交自评报告。"),
        new(Doubt, Date, "项目自2623年1月起实施。"),
        new(Quiet, Date, "2023年3月至11月开展排查，2024年2月29日完成总结。"),
        new(Quiet, Date, "2021-2022年建设，2023年验收。"),
        new(Quiet, Date, "每年3月5日开展志愿活动，2023年5月印发方案。"),
        new(Quiet, Date, "工期90天，2023年3月1日开工，2023年5月29日竣工。"),
    ];
}

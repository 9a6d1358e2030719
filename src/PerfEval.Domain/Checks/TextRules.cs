namespace PerfEval.Domain.Checks;

/// <summary>The checks of texts, one per kind of statement.</summary>
public static class TextRules
{
    private const string TrueAndFair = "《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价应当数据真实、计算准确";
    private const string Rounded = "GB/T 8170 数值修约规则：先计算、后修约，四舍五入";

    /// <summary>The check behind a kind.</summary>
    public static CheckRule Of(StatementKind kind) => kind switch
    {
        StatementKind.Sum => new("T-SUM", "分项之和与合计", TrueAndFair),
        StatementKind.Difference => new("T-DIFF", "结余与差额", TrueAndFair),
        StatementKind.Product => new("T-PROD", "数量乘以标准", TrueAndFair),
        StatementKind.Ratio => new("T-RATIO", "占比", Rounded),
        StatementKind.Growth => new("T-GROWTH", "增减额与增减率", Rounded),
        StatementKind.Completion => new("T-RATE", "完成率、执行率等比率", Rounded),
        StatementKind.Unit => new("T-UNIT", "金额单位", "全文金额单位应当一致"),
        StatementKind.Claim => new("T-CLAIM", "文字说法与数字", TrueAndFair),
        StatementKind.Capital => new("T-CAP", "大写与小写金额", "《正确填写票据和结算凭证的基本规定》：大小写金额必须一致"),
        StatementKind.Repeat => new("T-REPEAT", "重复的段落", "报告各部分应当各有内容"),
        StatementKind.MissingTable => new("T-TABLE", "应附未附的表", "报告提纲：综合评价情况及评价结论（附相关评分表）"),
        StatementKind.Average => new("T-AVG", "平均数", Rounded),
        _ => new("T-DATE", "日期与期限", TrueAndFair),
    };
}

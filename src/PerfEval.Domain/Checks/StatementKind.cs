namespace PerfEval.Domain.Checks;

/// <summary>What a text says about its numbers, by the calculation that proves it.</summary>
public enum StatementKind
{
    /// <summary>合计：其中：a；b；c / 共 X</summary>
    Sum,

    /// <summary>差额：结余、比……多、剩余</summary>
    Difference,

    /// <summary>乘积：A人×B元/人=C元</summary>
    Product,

    /// <summary>占比：X占Y的Z%</summary>
    Ratio,

    /// <summary>增减：比上年增加X，增长Z%</summary>
    Growth,

    /// <summary>完成率、执行率、到位率、满意度</summary>
    Completion,

    /// <summary>单位：元与万元</summary>
    Unit,

    /// <summary>说法：全部完成、已全部使用完毕</summary>
    Claim,

    /// <summary>大写金额</summary>
    Capital,

    /// <summary>重复段落</summary>
    Repeat,

    /// <summary>应附未附的表</summary>
    MissingTable,

    /// <summary>平均、人均</summary>
    Average,

    /// <summary>日期与期限</summary>
    Date,
}

/// <summary>How a kind is called: in Chinese for people, in English for programs that read the JSON.</summary>
public static class StatementKindWords
{
    /// <summary>The Chinese name.</summary>
    public static string Word(this StatementKind kind) => kind switch
    {
        StatementKind.Sum => "合计",
        StatementKind.Difference => "差额",
        StatementKind.Product => "乘积",
        StatementKind.Ratio => "占比",
        StatementKind.Growth => "增减",
        StatementKind.Completion => "完成率",
        StatementKind.Unit => "单位",
        StatementKind.Claim => "说法",
        StatementKind.Capital => "大写金额",
        StatementKind.Repeat => "重复",
        StatementKind.MissingTable => "缺表",
        StatementKind.Average => "平均",
        _ => "日期",
    };

    /// <summary>The name in JSON: “sum”, “missingTable”.</summary>
    public static string Code(this StatementKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

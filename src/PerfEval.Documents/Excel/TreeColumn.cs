namespace PerfEval.Documents.Excel;

/// <summary>The columns of an indicator table, in the order in which they are exported.</summary>
public enum TreeColumn
{
    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标.</summary>
    Level3,

    /// <summary>四级指标.</summary>
    Level4,

    /// <summary>代码.</summary>
    Code,

    /// <summary>分值.</summary>
    Weight,

    /// <summary>指标解释.</summary>
    Explanation,

    /// <summary>评分标准 as written.</summary>
    Standard,

    /// <summary>计分方式: the rule in words, for reading only.</summary>
    Scoring,

    /// <summary>绑定数据.</summary>
    Binding,

    /// <summary>佐证要求.</summary>
    Evidence,

    /// <summary>原文代码.</summary>
    StatedCode,

    /// <summary>原文标题.</summary>
    PrintedName,

    /// <summary>核实状态.</summary>
    Verification,

    /// <summary>评分规则（系统用）: the rule as JSON.</summary>
    Rule,
}

/// <summary>What the columns are called, by us and by the districts.</summary>
public static class TreeColumns
{
    private static readonly string[][] Names =
    [
        ["一级指标", "一级"], ["二级指标", "二级"], ["三级指标", "三级"], ["四级指标", "四级"], ["代码", "指标代码", "编码", "指标编码"],
        ["分值", "权重", "标准分", "标准分值", "满分", "权重分", "分值/权重", "权重/分值"], ["指标解释", "指标说明", "指标内涵", "指标释义", "解释"],
        ["评分标准", "评价标准", "计分标准", "评分细则", "评分办法", "评价要点"], ["计分方式"], ["绑定数据"], ["佐证要求", "佐证材料", "所需佐证材料", "证据来源", "数据来源"],
        ["原文代码"], ["原文标题"], ["核实状态"], ["评分规则"],
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TreeColumn> All { get; } = Enum.GetValues<TreeColumn>();

    /// <summary>What we call it.</summary>
    public static string Word(this TreeColumn column) => Names[(int)column][0];

    /// <summary>The column that a heading names, blanks and what stands in brackets left aside; null for any other.</summary>
    public static TreeColumn? Of(string heading)
    {
        var name = string.Concat(heading.Where(c => !char.IsWhiteSpace(c))).Split('（', '(')[0];
        var at = Array.FindIndex(Names, n => n.Contains(name));
        return at < 0 ? null : (TreeColumn)at;
    }
}

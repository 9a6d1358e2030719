namespace PerfEval.Domain.Indicators;

/// <summary>In what two versions of a tree can differ.</summary>
public enum DifferenceKind
{
    /// <summary>设置: name, places, policy, denominator, caps.</summary>
    Setting,

    /// <summary>新增.</summary>
    Added,

    /// <summary>删除.</summary>
    Removed,

    /// <summary>移动: another parent, or another order.</summary>
    Moved,

    /// <summary>改名.</summary>
    Renamed,

    /// <summary>代码.</summary>
    Recoded,

    /// <summary>分值.</summary>
    Weight,

    /// <summary>评分规则.</summary>
    Rule,

    /// <summary>绑定数据.</summary>
    Binding,

    /// <summary>文字: 指标解释, 评分标准 as written, 佐证要求.</summary>
    Wording,
}

/// <summary>Words of <see cref="DifferenceKind"/>.</summary>
public static class DifferenceWords
{
    /// <summary>新增, 删除, 移动, 改名, …</summary>
    public static string Word(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.Setting => "设置",
        DifferenceKind.Added => "新增",
        DifferenceKind.Removed => "删除",
        DifferenceKind.Moved => "移动",
        DifferenceKind.Renamed => "改名",
        DifferenceKind.Recoded => "代码",
        DifferenceKind.Weight => "分值",
        DifferenceKind.Rule => "评分规则",
        DifferenceKind.Binding => "绑定数据",
        _ => "文字",
    };
}

/// <summary>One thing in which two trees differ.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Code">Code of the indicator, the new one where there is one; empty for the tree itself.</param>
/// <param name="Sentence">Chinese sentence that says it whole.</param>
/// <param name="Before">What stood there, where it is long: the 评分标准 of a rule, a text.</param>
/// <param name="After">What stands there now.</param>
public sealed record TreeDifference(DifferenceKind Kind, string Code, string Sentence, string? Before = null, string? After = null);

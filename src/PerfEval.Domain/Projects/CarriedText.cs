using System.Text.RegularExpressions;

namespace PerfEval.Domain.Projects;

/// <summary>沿用内容: which text of a project can be carried over from the year before.</summary>
public enum CarriedPart
{
    /// <summary>报告正文</summary>
    Section,

    /// <summary>绩效目标</summary>
    Objective,

    /// <summary>年度目标</summary>
    Target,

    /// <summary>项目实施情况</summary>
    Implementation,

    /// <summary>立项背景</summary>
    Background,

    /// <summary>立项目的</summary>
    Purpose,
}

/// <summary>The parts in the users' words.</summary>
public static class CarriedPartWords
{
    /// <summary>报告正文, 年度目标, …</summary>
    public static string Word(this CarriedPart part) => part switch
    {
        CarriedPart.Section => "报告正文",
        CarriedPart.Objective => "绩效目标",
        CarriedPart.Target => "年度目标",
        CarriedPart.Implementation => "项目实施情况",
        CarriedPart.Background => "立项背景",
        _ => "立项目的",
    };
}

/// <summary>Names a carried text and says in which version it was read.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Id">The row; not looked at for 立项背景 and 立项目的, which belong to the project itself.</param>
/// <param name="Seen">Version of the row (of the project for those two) the person saw.</param>
public sealed record CarriedKey(CarriedPart Part, Guid Id, long Seen);

/// <summary>A text that stands as it was copied from an earlier year: nobody has edited or confirmed it.</summary>
/// <param name="Key">The row, in the version it has now.</param>
/// <param name="What">Which one, such as 第3条 or （一）项目概况.</param>
/// <param name="Body">The text.</param>
/// <param name="From">预算年度 for which it was written or last confirmed.</param>
/// <param name="Year">预算年度 of the project it stands in.</param>
public sealed partial record CarriedText(CarriedKey Key, string What, string Body, int From, int Year)
{
    private const int MostWords = 4;

    /// <summary>沿用2023年，未修改.</summary>
    public string Mark => $"沿用{From}年，未修改";

    /// <summary>What in the text is probably out of date: the years it comes from, then figures typed by hand.</summary>
    public IReadOnlyList<string> OldWords =>
    [
        .. Enumerable.Range(From, Math.Max(0, Year - From)).Select(y => $"{y}年").Where(y => Body.Contains(y, StringComparison.Ordinal))
            .Concat(Figure().Matches(Body).Select(m => m.Value)).Distinct().Take(MostWords),
    ];

    /// <summary>文中有“2020年”“97分”，请核对; empty when nothing strikes.</summary>
    public string Hint => OldWords is { Count: > 0 } words ? $"文中有{string.Concat(words.Select(w => $"“{w}”"))}，请核对" : "";

    [GeneratedRegex(@"(?<![\d.,])\d[\d,]*(\.\d+)?\s?(万元|元|分(?![之析])|%|％)")]
    private static partial Regex Figure();
}

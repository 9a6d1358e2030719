using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// Where a rule knows two cases only, the second must be all that the first is not. “按期完工得满分，严重超期不得分” leaves
/// a case between, “制度健全得满分，发生1起投诉不得分” speaks of two things.
/// </summary>
internal static partial class OppositeCheck
{
    /// <summary>The doubt; null when the cases are opposites or the rule has others.</summary>
    public static string? Doubt(Page page, ScoringRule rule)
    {
        if (rule is not (MetNotMet or ZeroTolerance) || page.Clauses is not [{ } yes, { Act.Kind: ActKind.None } no] || yes.Empty || no.Empty)
        {
            return null;
        }

        var (good, bad) = (page.Condition(yes), page.Condition(no));
        if (Otherwise().IsMatch(bad))
        {
            return null;
        }

        if (Extreme().IsMatch(bad) && !Denied().IsMatch(good) && !(rule is ZeroTolerance))
        {
            return $"“{page.Words(yes)}”得分，“{page.Words(no)}”不得分，中间的情形没有写";
        }

        return Related(good, bad, rule is ZeroTolerance) ? null : $"“{page.Words(yes)}”与“{page.Words(no)}”说的可能不是一件事，其他情形没有写";
    }

    private static bool Related(string good, string bad, bool counted) =>
        (counted ? Clean().IsMatch(good) : Plain().IsMatch(bad))
        || Enumerable.Range(0, Math.Max(0, bad.Length - 1)).Any(i => good.Contains(bad.Substring(i, 2), StringComparison.Ordinal));

    [GeneratedRegex("^(?:如果|如|若)?(?:否则|反之|其他|其余|其它)|^其(?:他|余)(?:情况|情形)", RegexOptions.CultureInvariant)]
    private static partial Regex Otherwise();

    /// <summary>More than the bare opposite.</summary>
    [GeneratedRegex("严重|重大|明显|较大|较差|极差|很差|完全不|完全未|完全没|均未|均不|均没|都未|都不|都没|全部未|全部不|全未|全不|全无|从未|始终未|一直未|长期", RegexOptions.CultureInvariant)]
    private static partial Regex Extreme();

    [GeneratedRegex("无|未|没|不|部分|任一|任意|之一|其一", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();

    /// <summary>The bad case is a bare denial, or points back to the good one.</summary>
    [GeneratedRegex("^(?:如|若|凡)?(?:有)?(?:[未不没无非否逾超延迟拖缺存发出]|有(?!效))|上述|以上|该|要求|标准|条件|规定|任意|任一|[1一]项|有问题|情形|情况", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("无|未|没|不|零|^0|=0|为0|安全|规范|合规|符合|合法|遵守|要求|规定|达标|良好|准确|真实|齐全|完整|到位|全部|均|都|正常|专款专用", RegexOptions.CultureInvariant)]
    private static partial Regex Clean();
}

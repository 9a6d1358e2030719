using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>应包括目标任务、进度安排、责任分工、经费预算四项内容: a closed list whose length the text itself states.</summary>
internal static partial class Enumeration
{
    /// <summary>The items of the 指标解释; null when it lists none, or not as many as it and the standard say.</summary>
    /// <param name="page">The text.</param>
    /// <param name="each">Points that one item costs; null: open.</param>
    public static string[]? In(Page page, decimal? each)
    {
        var found = List().Matches(NormalText.Of(page.Explanation).Text);
        if (found.Count != 1)
        {
            return null;
        }

        string[] items = [.. Joints().Split(found[0].Groups["list"].Value).Where(i => i.Length > 0)];
        var count = int.Parse(found[0].Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var told = Counted().Match(page.Text);
        return items.Length == count && items.Length > 1 && items.Distinct().Count() == count
            && (told.Success ? told.Groups["n"].Value == $"{count}" : each * count == page.Weight)
            ? items
            : null;
    }

    [GeneratedRegex(@"(?:包括|包含|具备|涵盖|含有|含|有|:)(?<list>[^,;:。\d()、]{2,16}(?:、[^,;:。\d()、]{2,16})*(?:、|和|及|以及|与)[^,;:。\d()、]{2,16}?)(?<!等)(?:这|共)?(?<n>\d)(?:项|类|种|个|份|方面)", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex("、|以及|和|及|与", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();

    [GeneratedRegex(@"(?<![\d每])(?<n>[2-9])(?:项|类|种|个|份|方面)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}

using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>The items that a standard lists before it says what they are worth: ①…；②…；③….</summary>
internal static partial class Listing
{
    /// <summary>
    /// Items with words, in the order of the text. The last one may stand in the sentence that goes on with 全部符合: it
    /// ends before these words.
    /// </summary>
    public static List<ListItem> In(Page page)
    {
        var items = page.Preamble.SelectMany(p => ListMarks.In(page.Text, p.Start, p.End)).Where(i => i.Words < i.End).ToList();
        foreach (var clause in page.Clauses)
        {
            var inside = ListMarks.In(page.Text, clause.Start, clause.End);
            if (inside.Count == 0 || inside[^1].Words >= clause.End || inside.Exists(i => i.Words >= i.End)
                || Summing().Match(page.Text[inside[^1].Words..clause.End]) is not { Success: true, Index: > 0 } sum)
            {
                continue;
            }

            inside[^1] = inside[^1] with { End = inside[^1].Words + sum.Index };
            items.AddRange(inside);
        }

        return [.. items.OrderBy(i => i.Mark)];
    }

    /// <summary>The marks count on without a gap: ①②③, a b c; otherwise an item has been missed.</summary>
    public static bool Counts(Page page, List<ListItem> items) =>
        items.Select((item, i) => Number(page.Text[item.Mark..item.Words]) == i + 1).All(x => x);

    /// <summary>Marks named in a stretch: ①、③, or 第一项.</summary>
    public static List<int> Named(string text)
    {
        var found = ListMarks.In(text, 0, text.Length).Select(i => Number(text[i.Mark..i.Words])).ToList();
        found.AddRange(Ordinal().Matches(text).Select(m => Number(m.Groups["n"].Value)));
        return [.. found.Distinct()];
    }

    /// <summary>The number that a mark stands for, 0 when it stands for none.</summary>
    public static int Number(string mark)
    {
        var bare = mark.Trim('(', ')', '（', '）', '.', '、', '．');
        return bare switch
        {
            [>= '①' and <= '⑳' and var c] => c - '①' + 1,
            [>= 'a' and <= 'h' and var c] => c - 'a' + 1,
            [>= 'A' and <= 'H' and var c] => c - 'A' + 1,
            [var c] when "一二三四五六七八九十".Contains(c) => "一二三四五六七八九十".IndexOf(c) + 1,
            _ => int.TryParse(bare, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0,
        };
    }

    [GeneratedRegex("[,;:]?(?:以上|上述|前述)?(?:各|所有|\\d)?(?:项|条|点|个)?(?:要点|条件|要求|内容|情形|情况|事项)?(?:,)?(?:全部|均|都|每|任)(?:[^,;]{0,12})$|[,;:](?:以上|上述|前述|分别|各|权重|分值|平均)[^,;]{0,14}$|[,;:]$", RegexOptions.CultureInvariant)]
    private static partial Regex Summing();

    [GeneratedRegex("第(?<n>[一二三四五六七八九十]|\\d{1,2})(?:项|条|点|个|款)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}

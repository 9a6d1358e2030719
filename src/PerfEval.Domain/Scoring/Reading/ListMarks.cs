using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>The marks of a list: ①, (1), 1., a., 一、.</summary>
internal static partial class ListMarks
{
    /// <summary>Whether a mark starts here in a text as written or normalised.</summary>
    public static bool StartsAt(string text, int index) => LengthAt(text, index) > 0;

    /// <summary>Length of the mark that starts here, 0 when none does.</summary>
    public static int LengthAt(string text, int index)
    {
        if (index >= text.Length)
        {
            return 0;
        }

        var c = text[index];
        if (c is >= '①' and <= '⑳')
        {
            return 1;
        }

        if (c is '(' or '（')
        {
            var close = index + 1;
            while (close < text.Length && close < index + 3 && (IsDigit(text[close]) || "一二三四五六七八九十".Contains(text[close])))
            {
                close++;
            }

            return close > index + 1 && close < text.Length && text[close] is ')' or '）' ? close - index + 1 : 0;
        }

        var end = index;
        while (end < text.Length && end < index + 2 && IsDigit(text[end]))
        {
            end++;
        }

        if (end == index && (c is (>= 'a' and <= 'h') or (>= 'A' and <= 'H') || "一二三四五六七八九十".Contains(c)))
        {
            end++;
        }

        return end > index && end + 1 < text.Length && text[end] is '.' or '、' or ')' or '）' or '．' && (text[end] is ')' || !IsDigit(text[end + 1]))
            ? end - index + 1
            : 0;
    }

    /// <summary>
    /// The dots of a source that end a mark although a digit follows: “1.完成率≥100%…；2.80%≤…；3.60%≤…”. At least three
    /// marks count on from 1 where sentences begin, and one of them is no decimal number.
    /// </summary>
    public static HashSet<int> Dots(string source)
    {
        HashSet<int> dots = [];
        var plain = false;
        foreach (Match mark in Numbered().Matches(source))
        {
            if (int.Parse(mark.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) != dots.Count + 1)
            {
                break;
            }

            var dot = mark.Groups["dot"].Index;
            plain |= dot + 1 < source.Length && !IsDigit(source[dot + 1]);
            dots.Add(dot);
        }

        return plain && dots.Count > 2 ? dots : [];
    }

    [GeneratedRegex(@"(?:^|[;；。\n:：])[ \t\u3000]*(?<n>[0-9]{1,2})(?<dot>[.．])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary>
    /// The items of a stretch: each mark with what stands between it and the next mark. Circled marks count anywhere,
    /// the others only where a part of a sentence begins. Marks in a row without words between (②③④) are single items.
    /// </summary>
    public static List<ListItem> In(string text, int start, int end)
    {
        var items = new List<ListItem>();
        for (var i = start; i < end; i++)
        {
            var length = text[i] is >= '①' and <= '⑳' || i == start || text[i - 1] is ';' or '。' or '\n' or ':' or ','
                || (items.Count > 0 && !IsDigit(text[i - 1]) && Next(text, items[^1], i))
                ? LengthAt(text, i)
                : 0;
            if (length == 0 || i + length > end)
            {
                continue;
            }

            if (items.Count > 0)
            {
                items[^1] = items[^1] with { End = i };
            }

            items.Add(new ListItem(i, i + length, end));
            i += length - 1;
        }

        return items;
    }

    /// <summary>a.…b.…: the mark after the last one needs no punctuation before it.</summary>
    private static bool Next(string text, ListItem last, int index) => LengthAt(text, index) is > 0 and var length
        && text[index + length - 1] is '.' or ')' or '．' && Listing.Number(text[index..(index + length)]) == Listing.Number(text[last.Mark..last.Words]) + 1;

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);
}

/// <summary>One item: where its mark starts, where its words start and where they end.</summary>
internal sealed record ListItem(int Mark, int Words, int End);

using System.Buffers;
using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A count, a colon, and then what is counted: 包括五个方面：（1）……（4）……; 覆盖4类场所：甲、乙、丙。</summary>
internal static class AnnouncedLists
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；、()\n");
    private static readonly SearchValues<char> Inside = SearchValues.Create("，()“”《》:");

    private const int LongestNoun = 10;
    private const int LongestNames = 200;
    private const int LongestItems = 2500;
    private const int MostItems = 20;
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩";
    private const string Spelled = "一二三四五六七八九十";
    private static readonly string[] Counted = ["个", "类", "项", "种", "大", "条", "处", "方面", "家"];
    private static readonly string[] Incomplete = ["等", "其他", "其余", "主要", "例如", "如"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var count = text.Numbers[i];
            var colon = text.Plain.AsSpan(count.End, Math.Min(LongestNoun + 1, text.Plain.Length - count.End)).IndexOf(':');
            if (count is { Measure: Measure.Count, Firm: true, Places: 0, Value: > 1 and <= MostItems } && Words.Any(count.Shown, Counted) && colon >= 0
                && text.Plain.AsSpan(count.End, colon).IndexOfAny(Marks) < 0 && !text.Roles.IsOperand[i])
            {
                var from = count.End + colon + 1;
                if (Items(text, from) is > 1 and var items)
                {
                    // More items than announced count only as far as the paragraph goes; the next may have a list of its own.
                    Judge(text, notes, count, new(count.Start, from), items > count.Value ? Items(text, from, text.BlockAt(count.Start).End) : items);
                }
                else
                {
                    Names(text, notes, count, from);
                }
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber count, Stretch words, int listed)
    {
        if (listed == count.Value)
        {
            notes.Verify(StatementKind.Sum, words, text.Shown(count), listed.ToString(System.Globalization.CultureInfo.InvariantCulture), $"其后共列出{listed}项");
        }
        else
        {
            notes.Report(StatementKind.Sum, Severity.Doubt, words, text.Shown(count), $"{listed}个", $"文中写{text.Shown(count)}，其后列出{listed}项。", "请核对数目，或补全所列各项。");
        }
    }

    /// <summary>甲、乙、丙。 without numbers and commas; anything else is a sentence and no list of names.</summary>
    private static void Names(ReadText text, Notes notes, ReadNumber count, int from)
    {
        var list = text.Plain.AsSpan(from, Math.Min(LongestNames, text.Plain.Length - from));
        var end = list.IndexOfAny("。；\n");
        if (end < 0 || (list = list[..end]).IndexOfAny(Inside) >= 0 || Words.Any(list, Incomplete) || text.FirstAt(from) < text.FirstAt(from + end))
        {
            return;
        }

        var last = list[(list.LastIndexOf('、') + 1)..];
        var names = list.Count('、') + 1;
        // 食堂和超市 are two names or one.
        var joined = last.IndexOfAny('和', '及', '与') is > 1 and var and && and < last.Length - 2;
        if (names > 1)
        {
            Judge(text, notes, count, new(count.Start, from + end), joined && names < count.Value ? names + 1 : names);
        }
    }

    /// <summary>How many items, numbered without a gap, follow; 0 when the list is not numbered.</summary>
    private static int Items(ReadText text, int from, int to = int.MaxValue)
    {
        var rest = text.Plain.AsSpan(from, Math.Min(LongestItems, Math.Max(0, Math.Min(text.Plain.Length, to) - from)));
        foreach (var mark in (ReadOnlySpan<char>)['(', '①', '是', '.'])
        {
            var start = rest.TrimStart(" \n");
            if (!start.StartsWith(Mark(mark, 1)))
            {
                continue;
            }

            var (items, at) = (0, 0);
            while (items < MostItems && rest[at..].IndexOf(Mark(mark, items + 1)) is >= 0 and var next)
            {
                // A heading of the next chapter may be numbered on.
                items++;
                at += next + 1;
            }

            return items;
        }

        return 0;
    }

    private static string Mark(char style, int number) => style switch
    {
        '(' => $"({number})",
        '①' => number <= Circled.Length ? Circled[number - 1].ToString() : "\0",
        '是' => number <= Spelled.Length ? $"{Spelled[number - 1]}是" : "\0",
        _ => $"{number}.",
    };
}

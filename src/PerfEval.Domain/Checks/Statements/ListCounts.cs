using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A count and then the names: 一级指标三个，分别为甲、乙、丙.</summary>
internal static class ListCounts
{
    private const int Farthest = 8;
    private const int LongestList = 300;
    private static readonly string[] Markers = ["分别为", "分别是", "依次为", "依次是"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var (start, word) in Words.All(text.Plain, Markers))
        {
            var index = text.FirstAt(start) - 1;
            if (index < 0 || text.Numbers[index] is not { Measure: Measure.Count, Firm: true, Value: > 1 and < 50 } count || start - count.End > Farthest)
            {
                continue;
            }

            var from = start + word.Length;
            var sentence = text.SentenceAt(start);
            var list = text.Plain.AsSpan(from, Math.Min(LongestList, Math.Max(0, sentence.End - from)));
            var end = list.IndexOfAny("；。，\n");
            list = end < 0 ? list : list[..end];
            // With numbers in it, it is a list of parts, and with 等 it is not complete.
            if (list.Length == 0 || text.FirstAt(from) < text.FirstAt(from + list.Length) || list.TrimEnd(' ').EndsWith("等"))
            {
                continue;
            }

            var names = list.Count('、') + 1;
            names += names > 1 && HasAnd(list) ? 1 : 0;
            var words = new Stretch(count.Start, from + list.Length);
            if (names == count.Value)
            {
                notes.Verify(StatementKind.Sum, words, text.Shown(count), names.ToString(System.Globalization.CultureInfo.InvariantCulture), $"所列名称共{names}个");
            }
            else if (names > 1)
            {
                notes.Report(StatementKind.Sum, Severity.Doubt, words, text.Shown(count), $"{names}个", $"文中写{text.Shown(count)}，其后列出{names}个名称。", "请核对数目；名称中含顿号时请忽略。");
            }
        }
    }

    /// <summary>True when the last two names are joined by 和 or 及 instead of a mark.</summary>
    private static bool HasAnd(ReadOnlySpan<char> list)
    {
        var last = list[(list.LastIndexOf('、') + 1)..];
        var and = last.IndexOfAny('和', '及');
        return and > 1 && and < last.Length - 2;
    }
}

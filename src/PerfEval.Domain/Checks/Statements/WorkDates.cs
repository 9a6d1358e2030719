using System.Buffers;
using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Begun, finished, accepted: a work is not accepted before it is finished, nor finished before it is begun.</summary>
internal static class WorkDates
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；、:\n0123456789");
    private const int LongestTail = 18;
    private const int Most = 12;
    private static readonly string[] Begun = ["开工", "动工", "签订", "签约"];
    private static readonly string[] Finished = ["完工", "竣工", "全部建成", "安装完毕", "建成"];
    private static readonly string[] Accepted = ["验收", "移交", "交付使用"];
    private static readonly string[] OtherWork = ["初验", "预验收", "材料", "隐蔽", "分部", "分项", "阶段", "中期", "一期", "二期", "首批", "部分"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Dates.Count;)
        {
            var block = text.BlockAt(text.Dates[i].Start);
            var dates = new List<(ReadDate Date, int Stage)>();
            do
            {
                if (text.Dates[i].First is not null && Stage(text, text.Dates[i]) is > 0 and var stage)
                {
                    dates.Add((text.Dates[i], stage));
                }

                i++;
            }
            while (i < text.Dates.Count && block.Holds(text.Dates[i].Start));

            // Several works in one paragraph cannot be told apart.
            if (dates.Count is > 1 and <= Most && dates.Select(d => d.Stage).Distinct().Count() == dates.Count)
            {
                Judge(text, notes, [.. dates.OrderBy(d => d.Stage).Select(d => d.Date)]);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, List<ReadDate> dates)
    {
        for (var k = 1; k < dates.Count; k++)
        {
            var (earlier, later) = (dates[k - 1], dates[k]);
            if (later.Last < earlier.First)
            {
                notes.Report(StatementKind.Date, Severity.Doubt, new(later.Start, later.End), text.Quote(later.Start, later.Length), text.Quote(earlier.Start, earlier.Length),
                    $"{text.Quote(later.Start, later.Length)}{Said(text, later)}，早于{text.Quote(earlier.Start, earlier.Length)}{Said(text, earlier)}；如不是同一工程请写明。", "请核对开工、完工和验收的日期。");
            }
        }
    }

    private static int Stage(ReadText text, ReadDate date)
    {
        var words = Said(text, date);
        var sentence = text.SentenceAt(date.Start);
        var before = text.Plain.AsSpan(Math.Max(sentence.Start, date.Start - 12), date.Start - Math.Max(sentence.Start, date.Start - 12));
        return Words.Any(words, OtherWork) || Words.Any(before, OtherWork) || Words.Any(before, ["计划", "要求", "应于", "约定"]) ? 0
            : Words.Any(words, Accepted) ? 3 : Words.Any(words, Finished) ? 2 : Words.Any(words, Begun) ? 1 : 0;
    }

    /// <summary>What is said of a date, up to the next mark.</summary>
    private static string Said(ReadText text, ReadDate date)
    {
        var tail = text.Plain.AsSpan(date.End, Math.Min(LongestTail, text.Plain.Length - date.End));
        var mark = tail.IndexOfAny(Marks);
        return (mark < 0 ? tail : tail[..mark]).ToString();
    }
}

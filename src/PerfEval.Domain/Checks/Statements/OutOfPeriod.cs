
namespace PerfEval.Domain.Checks.Statements;

/// <summary>实施期为2023年1月至12月……于2022年12月28日前拨付: money was paid or work finished before the project began, within a year.</summary>
internal static class OutOfPeriod
{
    private const int LongestLead = 12;
    private const int LongestTail = 24;
    private const int Within = 366;
    private static readonly string[] Periods = ["实施期", "服务期", "项目期", "评价期", "执行期", "建设期", "实施时间", "项目周期", "实施周期"];
    private static readonly string[] Done = ["拨付", "支付", "发放", "兑付", "验收", "完工", "竣工", "完成", "办结"];
    private static readonly string[] Earlier = ["下达", "签订", "招标", "中标", "批复", "立项", "预拨", "提前", "采购", "启动", "前期", "文件", "通知", "印发", "公示"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var periods = new List<(int Index, DateOnly First)>();
        for (var i = 0; i + 1 < text.Dates.Count; i++)
        {
            var (from, to) = (text.Dates[i], text.Dates[i + 1]);
            var start = Math.Max(0, from.Start - LongestLead);
            if (from is { First: { } first, Month: not null } && to.Start - from.End is > 0 and <= 3 && text.Plain.AsSpan(from.End, to.Start - from.End).IndexOfAny("至到-—~") >= 0 && Words.Any(text.Plain.AsSpan(start, from.Start - start), Periods))
            {
                periods.Add((i, first));
            }
        }

        // With several periods it is open which one a date belongs to.
        if (periods.Count != 1)
        {
            return;
        }

        foreach (var date in text.Dates.Where(d => d is { Month: not null, Last: not null }).Where(d => d.Last < periods[0].First && periods[0].First.DayNumber - d.Last!.Value.DayNumber < Within))
        {
            var tail = text.Plain.AsSpan(date.End, Math.Min(LongestTail, text.Plain.Length - date.End));
            var mark = tail.IndexOfAny("，。；\n");
            tail = mark < 0 ? tail : tail[..mark];
            var start = Math.Max(text.SentenceAt(date.Start).Start, date.Start - LongestLead);
            if (Words.Any(tail, Done) && !Words.Any(tail, Earlier) && !Words.Any(text.Plain.AsSpan(start, date.Start - start), Earlier))
            {
                var (shown, period) = (text.Quote(date.Start, date.Length), text.Dates[periods[0].Index]);
                notes.Report(StatementKind.Date, Severity.Doubt, new(date.Start, date.End), shown, text.Quote(period.Start, period.Length), $"{shown}早于项目的起始时间{text.Quote(period.Start, period.Length)}，年份可能写错。", "请核对年份。");
            }
        }
    }
}

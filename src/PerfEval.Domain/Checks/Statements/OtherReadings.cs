using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// Looks for two other numbers of the sentence that make a statement right. Where several readings are possible and one of
/// them holds, the statement is right.
/// </summary>
internal static class OtherReadings
{
    private const int Farthest = 8;
    private const int LongestLead = 16;

    /// <summary>Two values of one thing rarely differ by more; 78.54万平方米 and 2.15平方米 measure different things.</summary>
    private const decimal MostTimes = 50;

    /// <summary>True when two numbers may be the old and the new value of one thing.</summary>
    public static bool Comparable(params ReadNumber[] numbers)
    {
        var values = numbers.Select(n => Math.Abs(n.Value)).Where(v => v > 0).ToList();
        return values.Count < 2 || numbers.All(n => n.Scale == numbers[0].Scale) || values.Max() <= values.Min() * MostTimes;
    }

    /// <summary>
    /// False where a change belongs to another number: 由32.5平方米提高到34.1平方米，总面积968.4万平方米，增加45.2万平方米. The number
    /// of its kind right before it must be the old or the new value, and the change not many times as much as both.
    /// </summary>
    public static bool IsChangeOf(ReadText text, int index, ReadNumber old, ReadNumber now)
    {
        var change = text.Numbers[index];
        var before = index - 1;
        while (before > 0 && text.Numbers[before] is var n && (n.Unit != old.Unit || n.Measure != old.Measure || text.Roles.Depth[before] != text.Roles.Depth[index]))
        {
            before--;
        }

        return (before < 0 || text.Numbers[before] == old || text.Numbers[before] == now || text.Numbers[before].Start < Math.Min(old.Start, now.Start))
            && (change.Measure == Measure.PercentPoint || change.Scale == now.Scale || Math.Abs(change.Value) <= MostTimes * Math.Max(Math.Abs(old.Value), Math.Abs(now.Value)));
    }

    /// <summary>Two numbers that differ by the stated change.</summary>
    public static (ReadNumber Old, ReadNumber Now)? OfChange(ReadText text, int index, bool up)
    {
        var change = text.Numbers[index];
        var measure = change.Measure == Measure.PercentPoint ? Measure.Percent : change.Measure;
        return Find(text, index, n => n.Measure == measure && (measure == Measure.Percent || n.Unit == change.Unit), (old, now) => Comparison.Of(change, (now.Value - old.Value) * (up ? 1 : -1), 0) == Verdict.Equal);
    }

    /// <summary>Two numbers of which one is so many percent more than the other; a whole percentage proves too little.</summary>
    public static (ReadNumber Old, ReadNumber Now)? OfGrowth(ReadText text, int index, bool up)
    {
        var rate = text.Numbers[index];
        return rate.Places == 0 ? null : Find(text, index, n => n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.Points or Measure.Time,
            (old, now) => old.Unit == now.Unit && old.Measure == now.Measure && Comparison.Of(rate, (now.Value - old.Value) / old.Value * (up ? 100 : -100), 0) == Verdict.Equal);
    }

    /// <summary>2021年为9.60亿元 right behind 2022年研发投入11.28亿元.</summary>
    public static bool IsOfAnEarlierYear(ReadText text, int index) =>
        index > 0 && Year(text, index) is { } year && Year(text, index - 1) is { } later && year < later;

    /// <summary>2022年增加6.43万元 behind 2021年支出168.05万元.</summary>
    public static bool IsOfALaterYear(ReadText text, int index, int before) => Year(text, index) is { } later && Year(text, before) is { } year && year < later;

    private static int? Year(ReadText text, int index)
    {
        var lead = text.Lead(index);
        lead = lead.Length > LongestLead ? lead[^LongestLead..] : lead;
        var at = lead.IndexOf('年');
        return at >= 4 && int.TryParse(lead[(at - 4)..at], out var year) && year is >= 1990 and <= 2100 ? year : null;
    }

    private static (ReadNumber Old, ReadNumber Now)? Find(ReadText text, int index, Func<ReadNumber, bool> like, Func<ReadNumber, ReadNumber, bool> fits)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        var near = Enumerable.Range(1, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= start && text.Numbers[i] is { Firm: true, Value: not 0 } n && like(n)).Select(i => text.Numbers[i]).ToList();
        foreach (var old in near)
        {
            foreach (var now in near)
            {
                if (old != now && fits(old, now))
                {
                    return (old, now);
                }
            }
        }

        return null;
    }
}

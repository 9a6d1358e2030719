using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>人均, 户均 whose total and count stand in other sentences: right when some fit, doubted when one fits but for a slip.</summary>
internal static class LooseAverages
{
    private const int Farthest = 24;
    private const int Before = 600;
    private const int MostTried = 8;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Measure: Measure.Money, Per.Length: > 0, Firm: true } rate && IsAverage(text.Lead(i)) && !notes.IsVerified(rate) && !text.Roles.IsOperand[i])
            {
                Judge(text, notes, i);
            }
        }
    }

    /// <summary>人均, 平均每册, 折合每平方米</summary>
    private static bool IsAverage(ReadOnlySpan<char> lead) => lead.Contains('均') || lead.Contains("折合每", StringComparison.Ordinal);

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var rate = text.Numbers[index];
        var start = Math.Max(0, text.BlockAt(rate.Start).Start - Before);
        var before = Enumerable.Range(1, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= start && text.Numbers[i] is { Per: "", Firm: true, Value: > 0 }).ToList();
        var totals = before.Where(i => text.Numbers[i].Measure == Measure.Money && !text.Roles.IsComparing[i]).Take(MostTried).Select(i => text.Numbers[i]).ToList();
        var counts = before.Where(i => text.Numbers[i].Measure is Measure.Count or Measure.Quantity && (text.Numbers[i].Unit == rate.Per || (rate.Per, text.Numbers[i].Unit) is ("人", "人次"))).Take(MostTried).Select(i => text.Numbers[i]).ToList();
        var ways = totals.SelectMany(t => counts.Select(c => (Total: t, Count: c))).ToList();
        var right = ways.Find(w => rate.Printed >= 100 && Comparison.Of(rate, w.Total.Value / w.Count.Value * rate.PerScale, 0) == Verdict.Equal || (rate.Places > 0 && Comparison.Of(rate, w.Total.Value / w.Count.Value * rate.PerScale, 0) == Verdict.Equal));
        var way = right.Total is not null ? right : ways.Find(w => LikelySlips.Of(rate, w.Total.Value / w.Count.Value * rate.PerScale));
        if (way.Total is not null)
        {
            var computed = way.Total.Value / way.Count.Value * rate.PerScale;
            notes.Report(StatementKind.Average, Comparison.Of(rate, computed, 0), false, rate, [way.Total, way.Count], $"{text.Shown(way.Total)} ÷ {text.Shown(way.Count)}", computed, "像是数字前后颠倒或小数点错位，请核实");
        }
        else if (totals.Count > 0 && counts.Count > 0 && text.FirstAt(totals[0].Start) == index - 1 && text.FirstAt(counts[0].Start) == index - 2 && counts[0].Unit == rate.Per
            && counts[0].Start >= text.SentenceAt(rate.Start).Start)
        {
            // 灭火机45台，计15.30万元，平均每台3,200元: a count, its amount, and what one of them costs.
            var computed = totals[0].Value / counts[0].Value * rate.PerScale;
            notes.Report(StatementKind.Average, Comparison.Of(rate, computed, 0), false, rate, [totals[0], counts[0]], $"{text.Shown(totals[0])} ÷ {text.Shown(counts[0])}", computed, "数量由上下文推断，请核实");
        }
        else if (text.Numbers[index - 1] is { Firm: true, Per: "", Measure: Measure.Money } total && total.Start >= text.SentenceAt(rate.Start).Start && text.Lead(index).StartsWith("折合") && counts.Count > 0)
        {
            // 年服务费2,237.60万元，折合每平方米……: the words tie it to the amount before; the count is the largest of the paragraph.
            var computed = total.Value / counts.Max(c => c.Value) * rate.PerScale;
            if (rate.Value / computed is > 0.5m and < 2m)
            {
                notes.Report(StatementKind.Average, Comparison.Of(rate, computed, 0), false, rate, [total, counts.MaxBy(c => c.Value)!], $"{text.Shown(total)} ÷ {text.Shown(counts.MaxBy(c => c.Value)!)}", computed, "数量由上下文推断，请核实");
            }
        }
    }
}

using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A number of people and an amount for each: 120人，每人500元，共60000元; and averages, which are read the other way.</summary>
internal static class RateProducts
{
    private static readonly string[] TotalWords = ["共", "合计", "总计", "计", "金额", "总额", "发放", "支出", "支付", "补助", "经费", "资金", "需", "拨付", "兑付", "培训", "服务", "完成", "投入", "建设", "参与"];
    private static readonly string[] Whole = ["共", "合计", "总计", "共计", "金额", "总额"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var rate = text.Numbers[i];
            if (rate.Per.Length > 0 && rate.Firm && !text.Roles.IsOperand[i] && rate.Measure is Measure.Money or Measure.Count or Measure.Quantity)
            {
                Judge(text, notes, i);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var rate = text.Numbers[index];
        var (counts, totals, times) = Around(text, index);
        var ways = totals.SelectMany(t => counts.SelectMany(c => times.Where(f => f.Start != c.Start).Cast<ReadNumber?>().Prepend(null).Select(f => (Total: t, Count: c, Times: f)))).ToList();
        if (ways.Exists(w => Try(text, notes, index, w.Count, w.Times, w.Total)))
        {
            return;
        }

        if (!IsAverage(text, index) && ways.Find(w => w.Total.Firm && w.Count.Firm && Comparison.Of(w.Total, rate.Value * w.Count.Value * (w.Times?.Value ?? 1), 0) == Verdict.TenThousand) is { Total: not null } off)
        {
            var product = rate.Value * off.Count.Value * (off.Times?.Value ?? 1);
            notes.Report(StatementKind.Product, Verdict.TenThousand, true, off.Total, off.Times is null ? [off.Count, rate] : [off.Count, off.Times, rate],
                $"{text.Shown(off.Count)}{(off.Times is null ? "" : " × " + text.Shown(off.Times))} × {text.Shown(rate)}", product);
            return;
        }

        var units = rate.Per.Split('·');
        var own = counts.Where(c => units.Contains(c.Unit)).ToList();
        var said = totals.Where(t => Words.Any(text.Lead(text.FirstAt(t.Start)), Whole)).ToList();
        var near = own.Count > 0 ? own : counts.Count == 1 ? counts : [];
        if (near.Count == 0 || totals.Count == 0 || (units.Length > 1 && times.Count < units.Length - 1))
        {
            return;
        }

        var (best, target) = (near[0], said.Count > 0 ? said[0] : totals[0]);
        var sure = own.Count == 1 && said.Count == 1 && times.Count == 0 && units.Length == 1 && !IsAverage(text, index);
        if (!target.Firm || !best.Firm || (!sure && said.Count == 0 && totals.Count > 1))
        {
            return;
        }

        Report(text, notes, index, best, target, sure);
    }

    private static bool Try(ReadText text, Notes notes, int index, ReadNumber count, ReadNumber? times, ReadNumber total)
    {
        var rate = text.Numbers[index];
        var number = count.Value * (times?.Value ?? 1);
        var shownCount = text.Shown(count) + (times is null ? "" : $" × {text.Shown(times)}");
        if (IsAverage(text, index))
        {
            if (number == 0 || Comparison.Of(rate, total.Value / number, 0) != Verdict.Equal)
            {
                return false;
            }

            notes.Verify(StatementKind.Average, rate, times is null ? [total, count] : [total, count, times], $"{text.Shown(total)} ÷ {shownCount}", total.Value / number);
            return true;
        }

        if (!Fits(total, rate.Value * number) || number <= 1)
        {
            return false;
        }

        notes.Verify(StatementKind.Product, total, times is null ? [count, rate] : [count, times, rate], $"{shownCount} × {text.Shown(rate)}", rate.Value * number);
        return true;
    }

    private static bool Fits(ReadNumber total, decimal computed) => Comparison.OfAmount(total, computed, 0) == Verdict.Equal;

    private static void Report(ReadText text, Notes notes, int index, ReadNumber count, ReadNumber total, bool sure)
    {
        var rate = text.Numbers[index];
        if (IsAverage(text, index))
        {
            if (count.Value != 0)
            {
                var average = total.Value / count.Value;
                var slack = Comparison.SlackOf(total) / Math.Abs(count.Value);
                notes.Report(StatementKind.Average, Comparison.Of(rate, average, slack), text.SentenceAt(rate.Start).Holds(count.Start) && Near(rate.Value, average), rate, [total, count], $"{text.Shown(total)} ÷ {text.Shown(count)}", average);
            }

            return;
        }

        var product = rate.Value * count.Value;
        var within = Comparison.OfAmount(total, product, Comparison.SlackOf(rate) * count.Value);
        if (total.Value > 0 && product / total.Value is > 0.01m and < 100m || within == Verdict.TenThousand)
        {
            notes.Report(StatementKind.Product, within, sure, total, [count, rate], $"{text.Shown(count)} × {text.Shown(rate)}", product, "标准、人数与金额之间可能还有月数、次数等因素，请核实");
        }
    }

    private static bool Near(decimal a, decimal b) => b != 0 && Rounding.Round(a / b, 1) is > 0.2m and < 5m;

    private static bool IsAverage(ReadText text, int index) => text.Lead(index).Contains('均');

    /// <summary>The counts of what the rate is for, the totals, and other factors such as months, nearest first, within the sentence.</summary>
    private static (List<ReadNumber> Counts, List<ReadNumber> Totals, List<ReadNumber> Times) Around(ReadText text, int index)
    {
        var rate = text.Numbers[index];
        var scope = Scope(text, rate.Start);
        var (from, to) = text.Within(scope);
        (from, to) = (Math.Max(from, index - 8), Math.Min(to, index + 8));
        var units = rate.Per.Split('·');
        var (counts, totals, times) = (new List<ReadNumber>(), new List<ReadNumber>(), new List<ReadNumber>());
        foreach (var i in Enumerable.Range(from, Math.Max(0, to - from)).Where(i => i != index).OrderBy(i => Math.Abs(i - index)).ThenByDescending(i => i))
        {
            var n = text.Numbers[i];
            if (n.Per.Length > 0 || text.Roles.IsOperand[i] || NumberRoles.Compares(text.Lead(i)))
            {
                continue;
            }

            if (n.Measure == rate.Measure && n.Unit == rate.Unit && (rate.Measure == Measure.Money || IsAverage(text, index)))
            {
                if (i > index || Words.Any(text.Lead(i), TotalWords) || Words.Any(text.Tail(i), TotalWords))
                {
                    totals.Add(n);
                }
            }
            else if (n.Measure is Measure.Count or Measure.Quantity && n.Value >= 1)
            {
                counts.Add(n);
                if (!units.Contains(n.Unit))
                {
                    times.Add(n);
                }
            }
            else if (n.Measure == Measure.Time)
            {
                times.Add(n);
            }
        }

        return ([.. counts.OrderBy(c => units.Contains(c.Unit) ? 0 : 1)], totals, times);
    }

    private static Stretch Scope(ReadText text, int place)
    {
        var sentence = text.SentenceAt(place);
        var before = text.Plain.AsSpan(sentence.Start, Math.Max(0, place - sentence.Start)).LastIndexOfAny('；', '\n');
        var after = text.Plain.AsSpan(place, Math.Max(0, sentence.End - place)).IndexOfAny('；', '\n');
        return new(before < 0 ? sentence.Start : sentence.Start + before + 1, after < 0 ? sentence.End : place + after);
    }
}

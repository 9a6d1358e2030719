using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A number of people and an amount for each: 120人，每人500元，共60000元; and averages, which are read the other way.</summary>
internal static class RateProducts
{
    private static readonly string[] TotalWords = ["共", "合计", "总计", "计", "金额", "总额", "发放", "支出", "支付", "补助", "经费", "资金", "需", "拨付", "兑付", "培训", "服务", "完成", "投入", "建设", "投资", "造价", "费用", "参与"];
    /// <summary>So many of each sort are tried with each other, the nearest.</summary>
    private const int MostTried = 3;
    private const int Window = 7;
    private const decimal MostCounted = 1e9m;
    private const decimal MostTimes = 10_000;
    private const string Months = "12个月";
    private static readonly string[] Products = ["计", "共", "共计", "合计", "小计", "补助", "金额", "列支", "总价", "总额", "需", "应发", "应补", "补助资金", "补助金额"];
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
        // 每月发放66,800元，全年……: only months multiply.
        var monthly = rate.Per is "月" or "季" or "季度" or "天" or "日";
        ways.AddRange(monthly ? totals.SelectMany(t => times.Select(f => (Total: t, Count: f, Times: (ReadNumber?)null))) : []);
        if (ways.Exists(w => Try(text, notes, index, w.Count, w.Times, w.Total)))
        {
            return;
        }

        if (!IsAverage(text, index) && ways.Find(w => w.Total.Firm && w.Count.Firm && Comparison.Of(w.Total, rate.Value / rate.PerScale * w.Count.Value * (w.Times?.Value ?? 1), 0) == Verdict.TenThousand) is { Total: not null } off)
        {
            var product = rate.Value / rate.PerScale * off.Count.Value * (off.Times?.Value ?? 1);
            notes.Report(StatementKind.Product, Verdict.TenThousand, true, off.Total, off.Times is null ? [off.Count, rate] : [off.Count, off.Times, rate],
                $"{text.Shown(off.Count)}{(off.Times is null ? "" : " × " + Factor(text, off.Times))} × {text.Shown(rate)}", product);
            return;
        }

        var units = rate.Per.Split('·');
        var own = counts.Where(c => units.Contains(c.Unit)).ToList();
        var said = totals.Where(t => Words.Any(text.Lead(text.FirstAt(t.Start)), Whole)).ToList();
        var near = own.Count > 0 ? own : counts.Count == 1 && !monthly ? counts
            : times.FindAll(t => t.Measure == Measure.Time) is { Count: 1 } months && totals.Count == 1 && Words.Any(text.Lead(text.FirstAt(totals[0].Start)), ["全年", "年度", "一年"]) ? months : [];
        if (near.Count == 0 || totals.Count == 0 || (units.Length > 1 && times.Count < units.Length - 1))
        {
            return;
        }

        var (best, target) = (near[0], said.Count > 0 ? said[0] : totals[0]);
        var sure = IsTriple(text, index) || own.Count == 1 && said.Count == 1 && times.Count == 0 && units.Length == 1 && !IsAverage(text, index);
        if (!target.Firm || !best.Firm || (!sure && said.Count == 0 && totals.Count > 1))
        {
            return;
        }

        Report(text, notes, index, best, target, sure);
    }

    /// <summary>抚育5,430亩，标准200元/亩，补助108.60万元: a clause with these three numbers and no other, in this order.</summary>
    private static bool IsTriple(ReadText text, int index)
    {
        var rate = text.Numbers[index];
        var (from, to) = text.Within(new(text.ClauseStart(rate.Start), text.ClauseEnd(rate.Start)));
        return rate is { Measure: Measure.Money, Per.Length: > 0 } && !rate.Per.Contains('·') && from == index - 1 && to == index + 2 && text.Numbers[index - 1] is { Firm: true, Measure: Measure.Count or Measure.Quantity } count && count.Unit == rate.Per
            && text.Numbers[index + 1] is { Firm: true, Measure: Measure.Money, Per: "" } && Products.Contains(text.Lead(index + 1).ToString(), StringComparer.Ordinal) && !IsAverage(text, index);
    }

    private static bool Try(ReadText text, Notes notes, int index, ReadNumber count, ReadNumber? times, ReadNumber total)
    {
        var rate = text.Numbers[index];
        var number = count.Value * (times?.Value ?? 1);
        var shownCount = Factor(text, count) + (times is null ? "" : $" × {Factor(text, times)}");
        if (IsAverage(text, index))
        {
            if (number == 0 || Comparison.Of(rate, total.Value / number * rate.PerScale, 0) != Verdict.Equal)
            {
                return false;
            }

            notes.Verify(StatementKind.Average, rate, times is null ? [total, count] : [total, count, times], $"{text.Shown(total)} ÷ {shownCount}", total.Value / number * rate.PerScale);
            return true;
        }

        if ((!Fits(total, rate.Value / rate.PerScale * number) && !FitsRounded(total, rate, count, times?.Value ?? 1)) || number <= 1)
        {
            return false;
        }

        notes.Verify(StatementKind.Product, total, times is null ? [count, rate] : [count, times, rate], $"{shownCount} × {text.Shown(rate)}", rate.Value / rate.PerScale * number);
        return true;
    }

    private static bool Fits(ReadNumber total, decimal computed) => Comparison.OfAmount(total, computed, 0) == Verdict.Equal;

    /// <summary>核定面积45,329.83亩（四舍五入）: an area or length with decimals was rounded, and the product of it and a price is as wrong as that allows.</summary>
    private static bool FitsRounded(ReadNumber total, ReadNumber rate, ReadNumber count, decimal times) =>
        count is { Measure: Measure.Quantity, Places: >= 2 } && Math.Abs(total.Value - (rate.Value / rate.PerScale * count.Value * times)) <= count.Step / 2 * rate.Value / rate.PerScale * times;

    private static void Report(ReadText text, Notes notes, int index, ReadNumber count, ReadNumber total, bool sure)
    {
        var rate = text.Numbers[index];
        if (IsAverage(text, index))
        {
            if (count.Value != 0)
            {
                var average = total.Value / count.Value * rate.PerScale;
                var slack = Comparison.SlackOf(total) / Math.Abs(count.Value) * rate.PerScale;
                notes.Report(StatementKind.Average, Comparison.Of(rate, average, slack), text.SentenceAt(rate.Start).Holds(count.Start) && Near(rate.Value, average), rate, [total, count], $"{text.Shown(total)} ÷ {text.Shown(count)}", average);
            }

            return;
        }

        var product = rate.Value / rate.PerScale * count.Value;
        var within = Comparison.OfAmount(total, product, Comparison.SlackOf(rate) / rate.PerScale * count.Value);
        if (total.Value > 0 && product / total.Value is > 0.01m and < 100m || within == Verdict.TenThousand)
        {
            // 挂牌价每台4,500元，按八折成交: another price applies.
            var from = Math.Min(Math.Min(rate.Start, count.Start), total.Start);
            if (within != Verdict.Equal && text.Plain.AsSpan(from, Math.Max(rate.End, total.End) - from).ContainsAny('折', '惠'))
            {
                return;
            }

            notes.Report(StatementKind.Product, within, sure, total, [count, rate], $"{Factor(text, count)} × {text.Shown(rate)}", product, "标准、人数与金额之间可能还有月数、次数等因素，请核实");
        }
    }

    private static string Factor(ReadText text, ReadNumber times) => times.Shown == Months ? Months : text.Shown(times);

    private static bool Near(decimal a, decimal b) => b != 0 && Rounding.Round(a / b, 1) is > 0.2m and < 5m;

    private static bool IsAverage(ReadText text, int index) => text.Lead(index).Contains('均');

    /// <summary>The counts of what the rate is for, the totals, and other factors such as months, nearest first, within the sentence.</summary>
    private static (List<ReadNumber> Counts, List<ReadNumber> Totals, List<ReadNumber> Times) Around(ReadText text, int index)
    {
        var rate = text.Numbers[index];
        var scope = new Stretch(text.ClauseStart(rate.Start), text.ClauseEnd(rate.Start));
        var (from, to) = text.Within(scope);
        (from, to) = (Math.Max(from, index - Window), Math.Min(to, index + Window));
        var units = rate.Per.Split('·');
        var (counts, totals, times) = (new List<ReadNumber>(), new List<ReadNumber>(), new List<ReadNumber>());
        foreach (var i in Enumerable.Range(from, Math.Max(0, to - from)).Where(i => i != index).OrderBy(i => Math.Abs(i - index)).ThenByDescending(i => i))
        {
            var n = text.Numbers[i];
            // 人均补助由800元提高到880元: the new value of the rate is no total.
            if (n.Per.Length > 0 || text.Roles.IsOperand[i] || text.Roles.IsComparing[i] || Words.End(text.Lead(i), ["提高到", "提高至", "增加到", "增加至", "降到", "降至", "下降到", "提升到", "提升至", "上调至", "调整为"]))
            {
                continue;
            }

            if (n.Measure == rate.Measure && (n.Unit == rate.Unit || (n.Unit, rate.Unit) is ("人次", "人")) && (rate.Measure == Measure.Money || IsAverage(text, index)))
            {
                if (i > index || (i == index - 1 && IsAverage(text, index)) || Words.Any(text.Lead(i), TotalWords) || Words.Any(text.Tail(i), TotalWords))
                {
                    totals.Add(n);
                }
            }
            else if (n.Measure is Measure.Count or Measure.Quantity && n.Value is >= 1 and <= MostCounted)
            {
                counts.Add(n);
                if (!units.Contains(n.Unit) && n.Value <= MostTimes)
                {
                    times.Add(n);
                }
            }
            else if (n.Measure == Measure.Time && n.Value <= MostTimes)
            {
                times.Add(n);
            }
        }

        // Each month, over the whole year: the twelve is not written.
        if (units.Contains("月") && Words.Any(text.Plain.AsSpan(scope.Start, Math.Min(400, scope.Length)), ["全年", "一年", "年度"]))
        {
            times.Add(new(rate.Start, rate.Length, 12, 0, 1, Measure.Time, "月", Months));
        }

        return ([.. counts.OrderBy(c => units.Contains(c.Unit) ? 0 : 1).Take(2 * MostTried)], [.. totals.Take(MostTried)], [.. times.TakeLast(MostTried)]);
    }
}

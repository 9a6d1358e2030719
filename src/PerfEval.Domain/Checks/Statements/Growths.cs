using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>由X增加到Y，增加D，增长Z%; X，比上年增加D，增长Z%; 由A%提高到B%，提高C个百分点.</summary>
internal static class Growths
{
    private const int Farthest = 6;
    private static readonly string[] Up = ["增长", "增加", "上升", "提高", "提升", "增幅", "上涨", "增收", "扩大", "多", "增幅为", "增长率"];
    private static readonly string[] Down = ["下降", "减少", "降低", "降幅", "压减", "下滑", "缩减", "减幅", "回落", "少", "压缩", "节约"];
    private static readonly string[] Base = ["由", "从", "自", "上年", "去年", "同期", "原", "上年度", "基期", "年初", "上一年", "前年", "此前", "改造前", "实施前"];
    private static readonly string[] Now = ["到", "至", "为", "达", "达到", "今年", "本年", "实现"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var n = text.Numbers[i];
            if (n.Firm && IsTarget(text.Lead(i)))
            {
                WrongWay(text, notes, i);
            }

            if (!n.Firm || Direction(text, i) is not { } up || IsTarget(text.Lead(i)))
            {
                continue;
            }

            if (n.Measure == Measure.Percent)
            {
                Rate(text, notes, i, up);
            }
            else if (n.Per.Length == 0 && n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.PercentPoint or Measure.Points)
            {
                Amount(text, notes, i, up);
            }
        }
    }

    /// <summary>由200张减少到260张: the word says down and the numbers say up.</summary>
    private static void WrongWay(ReadText text, Notes notes, int index)
    {
        var (now, old) = (text.Numbers[index], text.Numbers[index - 1]);
        var lead = text.Lead(index)[..^1];
        bool? up = Words.End(lead, Up) ? true : Words.End(lead, Down) ? false : null;
        if (up is null || !old.Firm || !old.Alike(now) || now.Start - old.End > 8 || (up.Value ? now.Value >= old.Value : now.Value <= old.Value))
        {
            return;
        }

        notes.Report(StatementKind.Growth, Severity.Error, new(old.Start, now.End), text.Shown(now), text.Shown(old),
            $"文中写“{text.Quote(old.Start, now.End - old.Start)}”，但{text.Shown(now)}{(up.Value ? "小" : "大")}于{text.Shown(old)}，增减方向写反了。", "请核对两个数字和“增加、减少”等字样。");
    }

    /// <summary>True for up, false for down, null when the words before the number speak of neither.</summary>
    private static bool? Direction(ReadText text, int index)
    {
        var lead = text.Lead(index).TrimEnd("了约为达: 率幅");
        return Words.End(lead, Up) ? true : Words.End(lead, Down) ? false : null;
    }

    /// <summary>增加到、提高至: the number is the new value, not the change.</summary>
    private static bool IsTarget(ReadOnlySpan<char> lead) => lead.EndsWith("到") || lead.EndsWith("至");

    /// <summary>The change in an amount: new value − old value.</summary>
    private static void Amount(ReadText text, Notes notes, int index, bool up)
    {
        var change = text.Numbers[index];
        var (old, now) = Ends(text, index, n => change.Measure == Measure.PercentPoint ? n.Measure == Measure.Percent : n.Alike(change));
        if (old is null || now is null || !old.Firm || !now.Firm)
        {
            return;
        }

        var computed = up ? now.Value - old.Value : old.Value - now.Value;
        var formula = up ? $"{text.Shown(now)} - {text.Shown(old)}" : $"{text.Shown(old)} - {text.Shown(now)}";
        var verdict = Comparison.OfAmount(change, computed, Comparison.SlackOf(now) + Comparison.SlackOf(old));
        var kind = change.Measure == Measure.PercentPoint ? StatementKind.Growth : StatementKind.Difference;
        Settle(notes, kind, verdict, change, [now, old], formula, computed, true);
    }

    /// <summary>The change as a percentage of the old value.</summary>
    private static void Rate(ReadText text, Notes notes, int index, bool up)
    {
        var rate = text.Numbers[index];
        var (old, now) = Ends(text, index, n => n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.Points or Measure.Plain && n.Per.Length == 0);
        var change = ChangeBefore(text, index, now ?? old);
        foreach (var (sure, from, formula, computed) in Ways(text, up, old, now, change))
        {
            if (Comparison.Of(rate, computed, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Growth, rate, from, formula, computed);
                return;
            }
        }

        foreach (var (sure, from, formula, computed) in Ways(text, up, old, now, change).Where(w => w.From.All(n => n.Firm)).Take(1))
        {
            var slack = from.Any(n => Comparison.SlackOf(n) > 0) ? Math.Abs(computed) * from.Max(n => n.Value == 0 ? 0 : 2 * Comparison.SlackOf(n) / Math.Abs(n.Value)) : 0;
            Settle(notes, StatementKind.Growth, Comparison.Of(rate, computed, slack), rate, from, formula, computed, sure);
        }
    }

    private static IEnumerable<(bool Sure, ReadNumber[] From, string Formula, decimal Computed)> Ways(ReadText text, bool up, ReadNumber? old, ReadNumber? now, ReadNumber? change)
    {
        if (old is { Value: not 0 } && now is not null)
        {
            var (a, b) = up ? (now, old) : (old, now);
            yield return (true, [now, old], $"（{text.Shown(a)} - {text.Shown(b)}） ÷ {text.Shown(old)}", (a.Value - b.Value) / old.Value * 100);
        }

        if (change is not null && old is { Value: not 0 })
        {
            yield return (true, [change, old], $"{text.Shown(change)} ÷ {text.Shown(old)}", change.Value / old.Value * 100);
        }

        if (change is not null && now is not null && (up ? now.Value - change.Value : now.Value + change.Value) is not 0 and var before)
        {
            var sign = up ? "-" : "+";
            yield return (true, [change, now], $"{text.Shown(change)} ÷ （{text.Shown(now)} {sign} {text.Shown(change)}）", change.Value / before * 100);
        }
    }

    private static void Settle(Notes notes, StatementKind kind, Verdict verdict, ReadNumber stated, ReadNumber[] from, string formula, decimal computed, bool sure)
    {
        if (verdict == Verdict.Equal)
        {
            notes.Verify(kind, stated, from, formula, computed);
        }
        else
        {
            notes.Report(kind, verdict, sure, stated, from, formula, computed);
        }
    }

    /// <summary>The old and the new value in the same sentence, by the words beside them.</summary>
    private static (ReadNumber? Old, ReadNumber? Now) Ends(ReadText text, int index, Func<ReadNumber, bool> like)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        ReadNumber? old = null, now = null;
        var to = Math.Min(text.Numbers.Count, index + 3);
        var end = text.SentenceAt(text.Numbers[index].Start).End;
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= start; i--)
        {
            if (!like(text.Numbers[i]) || (Direction(text, i) is not null && !IsTarget(text.Lead(i))))
            {
                continue;
            }

            var lead = text.Lead(i);
            if (IsOld(text, i, lead))
            {
                old ??= text.Numbers[i];
            }
            else if (now is null && (IsNow(lead) || old is null))
            {
                now = text.Numbers[i];
            }
        }

        // 比上年的120万元增加30万元: the old value may be the only one; 比2022年增加30万元（2022年为120万元）may follow.
        for (var i = index + 1; i < to && old is null && text.Numbers[i].Start < end; i++)
        {
            old = like(text.Numbers[i]) && text.Roles.Depth[i] > text.Roles.Depth[index] && IsOld(text, i, text.Lead(i)) ? text.Numbers[i] : old;
        }

        return (old, now);
    }

    private static bool IsOld(ReadText text, int index, ReadOnlySpan<char> lead)
    {
        if (IsTarget(lead) && !lead.Contains('由') && !lead.Contains('从'))
        {
            return false;
        }

        var next = index + 1 < text.Numbers.Count ? text.Between(text.Numbers[index], text.Numbers[index + 1]) : [];
        return Words.Any(lead, Base) || (next.Length is > 0 and < 14 && Words.Any(next, ["增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "增长到", "增长至", "上升到", "上升至", "下降到", "下降至", "减少到", "减少至", "降低到", "降低至", "降至", "升至", "增至", "减至", "降到", "升到", "压减至", "压减到"]));
    }

    private static bool IsNow(ReadOnlySpan<char> lead) => Words.End(lead, Now);

    /// <summary>The change in an amount that is stated right before the rate.</summary>
    private static ReadNumber? ChangeBefore(ReadText text, int index, ReadNumber? like)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        for (var i = index - 1; i >= 0 && i >= index - 2 && text.Numbers[i].Start >= start; i--)
        {
            if (Direction(text, i) is not null && !IsTarget(text.Lead(i)) && like is not null && text.Numbers[i].Alike(like))
            {
                return text.Numbers[i];
            }
        }

        return null;
    }
}

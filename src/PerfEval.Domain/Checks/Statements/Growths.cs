using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>由X增加到Y，增加D，增长Z%; X，比上年增加D，增长Z%; 由A%提高到B%，提高C个百分点.</summary>
internal static class Growths
{
    private const int Farthest = 6;
    private static readonly string[] Up = ["增长", "增加", "上升", "提高", "提升", "增幅", "上涨", "增收", "扩大", "多", "增幅为", "增长率", "净增", "增", "延长"];
    private static readonly string[] Down = ["下降", "减少", "降低", "降幅", "压减", "下滑", "缩减", "减幅", "回落", "少", "压缩", "节约", "净减", "减", "缩短"];
    private static readonly string[] Base = ["由", "从", "自", "上年", "去年", "同期", "原", "上年度", "基期", "上一年", "前年", "此前", "改造前", "实施前", "上届", "上期", "上一届", "前一年"];
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
            else if (n.Per.Length == 0 && n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.PercentPoint or Measure.Points or Measure.Time)
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
    private static bool IsTarget(ReadOnlySpan<char> lead) => lead.EndsWith("到") || lead.EndsWith("至") || lead.EndsWith("缩短为") || lead.EndsWith("延长为");

    /// <summary>The change in an amount: new value − old value.</summary>
    private static void Amount(ReadText text, Notes notes, int index, bool up)
    {
        var change = text.Numbers[index];
        var (old, now) = Ends(text, index, n => change.Measure == Measure.PercentPoint ? n.Measure == Measure.Percent : n.Measure == change.Measure && n.Unit == change.Unit);
        if (old is null || now is null || !old.Firm || !now.Firm || !OtherReadings.Comparable(old, now) || !OtherReadings.IsChangeOf(text, index, old, now))
        {
            return;
        }

        var computed = up ? now.Value - old.Value : old.Value - now.Value;
        var formula = up ? $"{text.Shown(now)} - {text.Shown(old)}" : $"{text.Shown(old)} - {text.Shown(now)}";
        var verdict = Comparison.OfAmount(change, computed, Comparison.SlackOf(now) + Comparison.SlackOf(old));
        var kind = change.Measure == Measure.PercentPoint ? StatementKind.Growth : StatementKind.Difference;
        var stated = text.Lead(text.FirstAt(old.Start));
        // The new value must be called so, or the two stand as from–to; the first number of a sentence may be anything.
        if (verdict != Verdict.Equal && !IsNow(text.Lead(text.FirstAt(now.Start))) && !stated.Contains('由') && !stated.Contains('从') && now != BeforeTheOld(text, text.FirstAt(old.Start), 0, n => n.Alike(old)) && (change.Measure != Measure.PercentPoint || now.Start > old.Start))
        {
            return;
        }

        if (verdict != Verdict.Equal && OtherReadings.OfChange(text, index, up) is { } other)
        {
            notes.Verify(kind, change, [other.Now, other.Old], $"{text.Shown(other.Now)} - {text.Shown(other.Old)}", (other.Now.Value - other.Old.Value) * (up ? 1 : -1));
            return;
        }

        Settle(notes, kind, verdict, change, [now, old], formula, computed, true);
    }

    /// <summary>The change as a percentage of the old value.</summary>
    private static void Rate(ReadText text, Notes notes, int index, bool up)
    {
        var rate = text.Numbers[index];
        if (OfRates(text, notes, index, up))
        {
            return;
        }

        var (old, now) = Ends(text, index, n => n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.Points or Measure.Plain);
        // Of two things that are counted differently neither has grown to the other.
        now = old is not null && now is not null && (now.Unit != old.Unit || now.Measure != old.Measure) ? null : now;
        var (change, agrees) = ChangeBefore(text, index, now ?? old, up);
        if (old is null && now is not null && change is not null && OtherReadings.IsOfALaterYear(text, text.FirstAt(change.Start), text.FirstAt(now.Start)))
        {
            // 2021年支出168.05万元，2022年增加6.43万元: what the change is added to is the old value.
            (old, now) = (now, null);
        }

        foreach (var (sure, from, formula, computed) in Ways(text, up, old, now, change, agrees))
        {
            if (Comparison.Of(rate, computed, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Growth, rate, from, formula, computed);
                return;
            }
        }

        if (OtherReadings.OfGrowth(text, index, up) is { } other)
        {
            notes.Verify(StatementKind.Growth, rate, [other.Now, other.Old], $"（{text.Shown(other.Now)} - {text.Shown(other.Old)}） ÷ {text.Shown(other.Old)}", (other.Now.Value - other.Old.Value) / other.Old.Value * (up ? 100 : -100));
            return;
        }

        foreach (var (sure, from, formula, computed) in Ways(text, up, old, now, change, agrees).Where(w => w.From.All(n => n.Firm) && OtherReadings.Comparable(w.From)).Take(1))
        {
            var slack = from.Any(n => Comparison.SlackOf(n) > 0) ? Math.Abs(computed) * from.Max(n => n.Value == 0 ? 0 : 2 * Comparison.SlackOf(n) / Math.Abs(n.Value)) : 0;
            Settle(notes, StatementKind.Growth, Comparison.Of(rate, computed, slack), rate, from, formula, computed, sure);
        }
    }

    /// <summary>合格率97.22%，较上年的94.44%提高2.78%: what two percentages differ by are 百分点.</summary>
    private static bool OfRates(ReadText text, Notes notes, int index, bool up)
    {
        var rate = text.Numbers[index];
        var (old, now) = index >= 2 && text.Numbers[index - 1].Measure == Measure.Percent ? Ends(text, index, n => n.Measure == Measure.Percent) : (null, null);
        if (old is not { Firm: true, Value: not 0 } || now is not { Firm: true })
        {
            return false;
        }

        var points = up ? now.Value - old.Value : old.Value - now.Value;
        if (Comparison.Of(rate, points / old.Value * 100, 0) == Verdict.Equal)
        {
            notes.Verify(StatementKind.Growth, rate, [now, old], $"（{text.Shown(now)} - {text.Shown(old)}） ÷ {text.Shown(old)}", (now.Value - old.Value) / old.Value * 100 * (up ? 1 : -1));
            return true;
        }

        if (points == rate.Value)
        {
            notes.Report(StatementKind.Growth, Severity.Doubt, new(rate.Start, rate.End), text.Shown(rate), Numbers.Plainly(points) + "个百分点",
                $"{text.Shown(now)}与{text.Shown(old)}相差{Numbers.Plainly(points)}个百分点，文中写{text.Shown(rate)}；两个百分数之差应写“个百分点”。", "请改为“个百分点”，或写出相对增减的百分比。");
            return true;
        }

        return false;
    }

    private static IEnumerable<(bool Sure, ReadNumber[] From, string Formula, decimal Computed)> Ways(ReadText text, bool up, ReadNumber? old, ReadNumber? now, ReadNumber? change, bool agrees)
    {
        if (old is { Value: not 0 } && now is not null)
        {
            var (a, b) = up ? (now, old) : (old, now);
            // The new value must be called so or stand first; else any number of the sentence may have been taken for it.
            yield return (IsNow(text.Lead(text.FirstAt(now.Start))) || now.Start < old.Start, [now, old], $"（{text.Shown(a)} - {text.Shown(b)}） ÷ {text.Shown(old)}", (a.Value - b.Value) / old.Value * 100);
        }

        if (change is not null && old is { Value: not 0 })
        {
            yield return (agrees, [change, old], $"{(agrees ? "" : "-")}{text.Shown(change)} ÷ {text.Shown(old)}", (agrees ? 1 : -1) * change.Value / old.Value * 100);
        }

        if (change is not null && now is not null && (up == agrees ? now.Value - change.Value : now.Value + change.Value) is not 0 and var before)
        {
            var sign = up == agrees ? "-" : "+";
            var lead = text.Lead(text.FirstAt(change.Start));
            yield return (agrees && Words.Any(lead, ["比", "较"]) && old is null && !Words.Any(text.Lead(text.FirstAt(now.Start)), ["与", "比", "较", "计划", "目标"]), [change, now], $"{(agrees ? "" : "-")}{text.Shown(change)} ÷ （{text.Shown(now)} {sign} {text.Shown(change)}）", (agrees ? 1 : -1) * change.Value / before * 100);
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
        var start = Opening(text, index);
        ReadNumber? old = null, now = null;
        var called = false;
        var to = Math.Min(text.Numbers.Count, index + 3);
        var end = text.SentenceAt(text.Numbers[index].Start).End;
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= start; i--)
        {
            if (!like(text.Numbers[i]) || text.Roles.Depth[i] != text.Roles.Depth[index] || (Direction(text, i) is not null && !IsTarget(text.Lead(i))))
            {
                continue;
            }

            var lead = text.Lead(i);
            if (IsOld(text, i, lead))
            {
                old ??= text.Numbers[i];
            }
            else if (now is null ? IsNow(lead) || old is null : IsTarget(lead) && !called)
            {
                (now, called) = (text.Numbers[i], IsNow(lead));
            }
        }

        // 比上年的120万元增加30万元: the old value may be the only one; 比2022年增加30万元（2022年为120万元）may follow.
        for (var i = index + 1; i < to && old is null && text.Numbers[i].Start < end; i++)
        {
            old = like(text.Numbers[i]) && text.Roles.Depth[i] > text.Roles.Depth[index] && IsOld(text, i, text.Lead(i)) ? text.Numbers[i] : old;
        }

        now ??= old is null ? null : BeforeTheOld(text, text.FirstAt(old.Start), start, like);
        // 合格率97.22%，较上年的94.44%提高……: of two percentages before the change the first is the new one.
        now ??= old is { Measure: Measure.Percent } && index >= 2 && old == text.Numbers[index - 1] && text.Numbers[index - 2] is { Measure: Measure.Percent } before && before.Start >= start && text.Roles.Depth[index - 2] == text.Roles.Depth[index] ? before : null;
        return (old, now);
    }

    /// <summary>清运量6.42万吨，上年为5.10万吨，同比增长……: the number right before the old one, with one comma between, is the new one.</summary>
    private static ReadNumber? BeforeTheOld(ReadText text, int old, int start, Func<ReadNumber, bool> like)
    {
        var between = old > 0 ? text.Between(text.Numbers[old - 1], text.Numbers[old]) : [];
        return old > 0 && text.Numbers[old - 1] is var now && now.Start >= start && like(now) && text.Roles.Depth[old - 1] == text.Roles.Depth[old] && between.StartsWith("，")
            && between[1..].IndexOfAny("，。；\n") < 0 && Direction(text, old - 1) is null ? now : null;
    }

    /// <summary>Where to look from: the sentence, and the one before it where this one begins with a comparison (同比增加……).</summary>
    private static int Opening(ReadText text, int index)
    {
        var sentence = text.SentenceAt(text.Numbers[index].Start);
        var words = text.Plain.AsSpan(sentence.Start, Math.Min(4, sentence.Length)).TrimStart(' ');
        var compares = words.StartsWith("同比") || words.StartsWith("比上") || words.StartsWith("较上") || words.StartsWith("比去") || words.StartsWith("较去");
        if (compares && sentence.Start > text.BlockAt(sentence.Start).Start)
        {
            return text.SentenceAt(sentence.Start - 1).Start;
        }

        // What a semicolon divides speaks of something else.
        return text.ClauseStart(text.Numbers[index].Start);
    }

    private static bool IsOld(ReadText text, int index, ReadOnlySpan<char> lead)
    {
        if (IsTarget(lead) && !lead.Contains('由') && !lead.Contains('从'))
        {
            return false;
        }

        var next = index + 1 < text.Numbers.Count ? text.Between(text.Numbers[index], text.Numbers[index + 1]) : [];
        // 与2022年的1,388人相比、较计划的50场
        var compared = lead.StartsWith("与") || lead.StartsWith("同") || lead.StartsWith("比") || lead.StartsWith("较") || lead.StartsWith("相比");
        return Words.Any(lead, Base) || OtherReadings.IsOfAnEarlierYear(text, index) || (compared && Direction(text, index) is null) || text.Tail(index).StartsWith("相比") || (next.Length is > 0 and < 14 && Words.Any(next, ["增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "增长到", "增长至", "上升到", "上升至", "下降到", "下降至", "减少到", "减少至", "降低到", "降低至", "降至", "升至", "增至", "减至", "降到", "升到", "压减至", "压减到"]));
    }

    private static bool IsNow(ReadOnlySpan<char> lead) => Words.End(lead, Now);

    /// <summary>The change in an amount that is stated right before the rate, and whether both go the same way (增加60户，下降7% do not).</summary>
    private static (ReadNumber? Change, bool Agrees) ChangeBefore(ReadText text, int index, ReadNumber? like, bool up)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        for (var i = index - 1; i >= 0 && i >= index - 2 && text.Numbers[i].Start >= start; i--)
        {
            if (Direction(text, i) is { } way && !IsTarget(text.Lead(i)) && like is not null && text.Numbers[i].Alike(like))
            {
                return (text.Numbers[i], way == up);
            }
        }

        return (null, true);
    }
}

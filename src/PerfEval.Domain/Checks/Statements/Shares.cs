using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>X占Y的Z%, and shares in a list: 总额X，其中a……，占Z%.</summary>
internal static class Shares
{
    private const int FarthestWhole = 12;
    private const int Farthest = 600;
    private static readonly string[] ShareWords = ["占", "占比", "占比为", "占总数的", "占比达", "比重为", "占比约", "占总额的", "占全部的", "占总量的", "占总人数的", "占总投资的", "占总支出的", "占比例为"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var percent = text.Numbers[i];
            if (percent.Measure != Measure.Percent || !percent.Firm)
            {
                continue;
            }

            if (SharedWholes.Check(text, notes, i))
            {
                continue;
            }

            var part = OfTheWhole(text, i);
            if (part >= 0)
            {
                // What stands right before is the part; what stands farther may be another number.
                Judge(text, notes, percent, text.Numbers[part.Value], text.Numbers[i - 1], part == i - 2, part == i - 2);
            }
            else if (part is -1)
            {
                OutsideTheSentence(text, notes, i);
            }
            else if (Words.End(text.Lead(i).TrimEnd("为达约: "), ShareWords) || Words.Any(text.Lead(i), ["占比", "占总"]) || (text.Lead(i).Contains('占') && text.Lead(i).EndsWith("的")))
            {
                OfATotal(text, notes, i);
            }
        }
    }

    /// <summary>The part of “part，占whole的Z%”; -1 when it is not in the sentence, null when the words are others.</summary>
    private static int? OfTheWhole(ReadText text, int percent)
    {
        var whole = text.Numbers[percent - 1];
        var between = text.Between(whole, text.Numbers[percent]);
        if (between.Length > FarthestWhole || !between.TrimEnd(' ').EndsWith("的") || between.IndexOfAny("，。；") >= 0 || !(text.Lead(percent - 1).Contains('占') || IsOfATarget(text.Lead(percent - 1))))
        {
            return null;
        }

        var sentence = text.SentenceAt(whole.Start);
        // Of several numbers before it the one that fits is the part.
        for (var i = percent - 2; i >= 0 && i >= percent - 5 && text.Numbers[i].Start >= sentence.Start; i--)
        {
            if (text.Numbers[i].Alike(whole) && Rates.Fits(text.Numbers[percent], text.Numbers[i], whole))
            {
                return i;
            }
        }

        for (var i = percent - 2; i >= 0 && i >= percent - 5 && text.Numbers[i].Start >= sentence.Start; i--)
        {
            if (text.Numbers[i].Alike(whole))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>新增86户，完成年度目标90户的95.5%; 成交6.4亿元，为目标5亿元的128%.</summary>
    private static bool IsOfATarget(ReadOnlySpan<char> lead) => Words.Any(lead, ["目标", "计划", "任务"]) && Words.Any(lead, ["完成", "为", "达", "相当"]);

    /// <summary>改厕户占常住户3.85万户的3.6%: the part stands earlier in the paragraph.</summary>
    private static void OutsideTheSentence(ReadText text, Notes notes, int index)
    {
        var (percent, whole) = (text.Numbers[index], text.Numbers[index - 1]);
        var start = text.BlockAt(percent.Start).Start;
        var parts = new List<ReadNumber>();
        for (var i = index - 2; i >= 0 && i >= index - 20 && text.Numbers[i].Start >= start; i--)
        {
            if (text.Numbers[i].Alike(whole) && text.Numbers[i] is { Firm: true, Value: > 0 } part && whole is { Firm: true, Value: > 0 })
            {
                parts.Add(part);
            }
        }

        if (parts.Find(p => percent.Places > 0 && Rates.Fits(percent, p, whole)) is { } right)
        {
            Judge(text, notes, percent, right, whole, true);
        }
        else if (parts.Find(p => LikelySlips.Of(percent, p.Value / whole.Value * 100)) is { } slip)
        {
            Judge(text, notes, percent, slip, whole, false);
        }
    }

    private static void OfATotal(ReadText text, Notes notes, int index)
    {
        var percent = text.Numbers[index];
        var part = text.Numbers[index - 1];
        var sentence = text.SentenceAt(percent.Start);
        var named = Named(text, index);
        var isNamed = named is not null;
        if (named is not null && named != part)
        {
            part = named;
        }
        else if (part.Start < sentence.Start || part.Measure is Measure.Percent or Measure.Plain or Measure.Time || !part.Firm || percent.Start - part.End > 30)
        {
            return;
        }

        // Points out of the usual hundred.
        if (part is { Measure: Measure.Points, Value: <= 100 })
        {
            var hundred = part with { Printed = 100, Places = 0 };
            if (Rates.Fits(percent, part, hundred))
            {
                notes.Verify(StatementKind.Ratio, percent, [part], $"{text.Shown(part)} ÷ 100分", part.Value);
            }
            else
            {
                notes.Report(StatementKind.Ratio, Verdict.Off, false, percent, [part], $"{text.Shown(part)} ÷ 100分", part.Value, "总分不是100分时请注明", true);
            }

            return;
        }

        if (Words.Any(text.Lead(index), ["分别", "依次"]))
        {
            Respectively(text, notes, index);
            return;
        }

        if (NamedWholes.Judge(text, notes, index, part))
        {
            return;
        }

        var own = IsOf(text, index, part);

        var block = text.BlockAt(percent.Start);
        var wholes = new List<ReadNumber>();
        foreach (var i in Enumerable.Range(index + 1, 8).Where(i => i < text.Numbers.Count && text.Numbers[i].Start < sentence.End && Words.Any(text.Lead(i), ["总", "共", "合计"]))
            .Concat(Enumerable.Range(1, 40).Select(back => index - 1 - back).Where(i => i >= 0)))
        {
            if (text.Numbers[i].Alike(part) && text.Numbers[i] is { Firm: true, Value: > 0 } whole && whole.Value >= part.Value && !HasShare(text, i))
            {
                if (Comparison.Of(percent, part.Value / whole.Value * 100, 0) == Verdict.Equal)
                {
                    Judge(text, notes, percent, part, whole, true);
                    return;
                }

                if (whole.Start >= block.Start)
                {
                    wholes.Add(whole);
                }
            }
        }

        if (!own)
        {
            return;
        }

        if (wholes.Find(w => LikelySlips.Of(percent, part.Value / w.Value * 100)) is { } slipped)
        {
            Judge(text, notes, percent, part, slipped, false);
            return;
        }

        if (wholes.Find(w => w.Value > part.Value && NamesWhole(text, index, w)) is { } called)
        {
            Judge(text, notes, percent, part, called, false, true);
        }
        else if (Whole(text, wholes, part, sentence) is { } nearest)
        {
            Judge(text, notes, percent, part, nearest, false, isNamed || IsDivided(text, nearest, part));
        }
    }

    /// <summary>False for a share that names another subject than the number before it: 公办52所，公办园在园幼儿占比61.5%.</summary>
    private static bool IsOf(ReadText text, int index, ReadNumber part)
    {
        var lead = text.Lead(index);
        var subject = lead[..Math.Max(0, lead.IndexOf('占'))].Trim(' ');
        if (subject.Length < 2 || text.Numbers[index - 1] != part || subject.EndsWith("合计"))
        {
            return true;
        }

        var noun = After(text.Lead(index - 1), "其中").TrimEnd("的有为共计 ");
        // 实发金额 is short for 实际发放.
        var core = subject.TrimEnd("金额数量人次资金 ");
        return (core.Length >= 2 && core.IndexOfAnyExcept(noun) < 0) || noun.Length >= 2 && (noun.Contains(subject, StringComparison.Ordinal) || (subject.StartsWith(noun[..2]) && subject.Length <= noun.Length + 2) || subject.EndsWith(noun[^2..]));
    }

    /// <summary>The number that a share calls by its name: “不满意”的5份……，“不满意”占2.69%.</summary>
    private static ReadNumber? Named(ReadText text, int index)
    {
        var lead = text.Lead(index);
        var name = lead[..Math.Max(0, lead.IndexOf('占'))].Trim(' ');
        var start = text.BlockAt(text.Numbers[index].Start).Start;
        for (var i = index - 1; name.Length >= 2 && !name.EndsWith("以上") && !name.EndsWith("以下") && i >= 0 && i >= index - 20 && text.Numbers[i].Start >= start; i--)
        {
            if (text.Numbers[i] is { Firm: true, Per: "", Measure: Measure.Count or Measure.Money or Measure.Quantity } n && After(text.Lead(i), "其中").TrimEnd("的有为") is { Length: >= 2 } called && (called.EndsWith(name) || (name.StartsWith(called) && name.Length <= called.Length + 2)))
            {
                return n;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string word) => text.LastIndexOf(word) is >= 0 and var at ? text[(at + word.Length)..] : text;

    /// <summary>占结案数的: the whole is the number that is called 结案.</summary>
    private static bool NamesWhole(ReadText text, int index, ReadNumber whole)
    {
        var lead = text.Lead(index);
        var name = lead[(lead.LastIndexOf('占') + 1)..].TrimEnd("的总数额量 ");
        return lead.EndsWith("的") && name.Length >= 2 && text.Lead(text.FirstAt(whole.Start)).EndsWith(name);
    }

    /// <summary>男性102名，女性134名，占比分别为43.22%和56.78%: each percentage belongs to the part in the same place.</summary>
    private static void Respectively(ReadText text, Notes notes, int index)
    {
        var count = 1;
        while (count < 6 && index + count < text.Numbers.Count && text.Numbers[index + count] is { Measure: Measure.Percent, Firm: true } next && next.Start - text.Numbers[index + count - 1].End <= 2)
        {
            count++;
        }

        if (count < 2 || index < count)
        {
            return;
        }

        var parts = text.Numbers.Skip(index - count).Take(count).ToList();
        var sum = parts.Sum(p => p.Value);
        if (sum <= 0 || !parts.TrueForAll(p => p.Alike(parts[0]) && p.Firm) || parts[0].Start < text.SentenceAt(text.Numbers[index].Start).Start)
        {
            return;
        }

        for (var k = 0; k < count; k++)
        {
            var (percent, computed) = (text.Numbers[index + k], parts[k].Value / sum * 100);
            notes.Report(StatementKind.Ratio, Comparison.Of(percent, computed, 0), false, percent, [parts[k]], $"{text.Shown(parts[k])} ÷ {Numbers.Plainly(sum)}", computed, "占比的总数按前面各项之和计算，请核实");
        }
    }

    /// <summary>True for a peer that has its own share right behind it.</summary>
    private static bool HasShare(ReadText text, int index) =>
        index + 1 < text.Numbers.Count && text.Numbers[index + 1].Measure == Measure.Percent && text.Numbers[index + 1].Start - text.Numbers[index].End < 16 && text.Lead(index + 1).Contains('占');

    /// <summary>860人，其中老年人344人，占比40%</summary>
    private static bool IsDivided(ReadText text, ReadNumber whole, ReadNumber part) =>
        part.Start > whole.End && text.SentenceAt(whole.Start) == text.SentenceAt(part.Start) && text.Plain.AsSpan(whole.End, part.Start - whole.End).Contains("其中", StringComparison.Ordinal);

    /// <summary>The number that a list speaks of: the one before 其中, or else the largest of the sentence.</summary>
    private static ReadNumber? Whole(ReadText text, List<ReadNumber> wholes, ReadNumber part, Stretch sentence)
    {
        var from = Math.Max(sentence.Start, part.Start - Farthest);
        var marker = text.Plain.AsSpan(from, Math.Max(0, part.Start - from)).LastIndexOf("其中");
        var before = marker < 0 ? null : wholes.Find(w => w.End <= from + marker);
        return before ?? wholes.Where(w => w.Start >= sentence.Start).MaxBy(w => w.Value) ?? (wholes.Count == 1 ? wholes[0] : null);
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber percent, ReadNumber part, ReadNumber whole, bool sure, bool tied = false) =>
        Rates.Judge(text, notes, StatementKind.Ratio, percent, part, whole, sure, "占比的总数由上下文推断，请核实", tied);
}

using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>X占Y的Z%, and shares in a list: 总额X，其中a……，占Z%.</summary>
internal static class Shares
{
    private const int FarthestWhole = 12;
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

            if (OfTheWhole(text, i) is { } part && part >= 0)
            {
                Judge(text, notes, percent, text.Numbers[part], text.Numbers[i - 1], true);
            }
            else if (Words.End(text.Lead(i).TrimEnd("为达约: "), ShareWords) || Words.Any(text.Lead(i), ["占比", "占总"]))
            {
                OfATotal(text, notes, i);
            }
        }
    }

    /// <summary>The part of “part，占whole的Z%”; null when the words are others.</summary>
    private static int? OfTheWhole(ReadText text, int percent)
    {
        var whole = text.Numbers[percent - 1];
        var between = text.Between(whole, text.Numbers[percent]);
        if (between.Length > FarthestWhole || !between.TrimEnd(' ').EndsWith("的") || between.IndexOfAny("，。；") >= 0 || !text.Lead(percent - 1).Contains('占'))
        {
            return null;
        }

        var sentence = text.SentenceAt(whole.Start);
        for (var i = percent - 2; i >= 0 && i >= percent - 5 && text.Numbers[i].Start >= sentence.Start; i--)
        {
            if (text.Numbers[i].Alike(whole))
            {
                return i;
            }
        }

        return null;
    }

    private static void OfATotal(ReadText text, Notes notes, int index)
    {
        var percent = text.Numbers[index];
        var part = text.Numbers[index - 1];
        var sentence = text.SentenceAt(percent.Start);
        if (part.Start < sentence.Start || part.Measure is Measure.Percent or Measure.Plain or Measure.Time || !part.Firm || percent.Start - part.End > 30)
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
                notes.Report(StatementKind.Ratio, Verdict.Off, false, percent, [part], $"{text.Shown(part)} ÷ 100分", part.Value, "总分不是100分时请注明");
            }

            return;
        }

        var block = text.BlockAt(percent.Start);
        var wholes = new List<ReadNumber>();
        for (var i = index - 2; i >= 0 && i >= index - 30 && text.Numbers[i].Start >= block.Start; i--)
        {
            if (text.Numbers[i].Alike(part) && text.Numbers[i] is { Firm: true, Value: > 0 } whole && whole.Value >= part.Value && !HasShare(text, i))
            {
                if (Comparison.Of(percent, part.Value / whole.Value * 100, 0) == Verdict.Equal)
                {
                    Judge(text, notes, percent, part, whole, true);
                    return;
                }

                wholes.Add(whole);
            }
        }

        if (Whole(text, wholes, part, sentence) is { } nearest)
        {
            Judge(text, notes, percent, part, nearest, false);
        }
    }

    /// <summary>True for a peer that has its own share right behind it.</summary>
    private static bool HasShare(ReadText text, int index) =>
        index + 1 < text.Numbers.Count && text.Numbers[index + 1].Measure == Measure.Percent && text.Numbers[index + 1].Start - text.Numbers[index].End < 16 && text.Lead(index + 1).Contains('占');

    /// <summary>The number that a list speaks of: the one before 其中, or else the largest of the sentence.</summary>
    private static ReadNumber? Whole(ReadText text, List<ReadNumber> wholes, ReadNumber part, Stretch sentence)
    {
        var marker = text.Plain.AsSpan(sentence.Start, Math.Max(0, part.Start - sentence.Start)).LastIndexOf("其中");
        var before = marker < 0 ? null : wholes.Find(w => w.End <= sentence.Start + marker);
        return before ?? wholes.Where(w => w.Start >= sentence.Start).MaxBy(w => w.Value) ?? (wholes.Count == 1 ? wholes[0] : null);
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber percent, ReadNumber part, ReadNumber whole, bool sure) =>
        Rates.Judge(text, notes, StatementKind.Ratio, percent, part, whole, sure, "占比的总数由上下文推断，请核实");
}

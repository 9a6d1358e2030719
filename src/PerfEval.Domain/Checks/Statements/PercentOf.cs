using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A percentage and what it comes to: 合同价120万元，已支付70%，即84万元.</summary>
internal static class PercentOf
{
    private const int Farthest = 8;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i + 1 < text.Numbers.Count; i++)
        {
            var (percent, amount) = (text.Numbers[i], text.Numbers[i + 1]);
            var between = text.Between(percent, amount);
            if (percent is { Measure: Measure.Percent, Firm: true } && amount is { Firm: true, Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity } && between.Length <= 4 && between.Contains('即'))
            {
                Judge(text, notes, i, percent, amount);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index, ReadNumber percent, ReadNumber amount)
    {
        var start = text.BlockAt(percent.Start).Start;
        ReadNumber? nearest = null;
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= start; i--)
        {
            if (text.Numbers[i] is { Firm: true } whole && whole.Alike(amount) && whole.Value >= amount.Value / 2)
            {
                nearest ??= whole;
                if (Comparison.OfAmount(amount, whole.Value * percent.Value / 100, 0) == Verdict.Equal)
                {
                    nearest = whole;
                    break;
                }
            }
        }

        // 占60%，即360万元；占40%，即240万元；合计600万元: the whole may follow.
        var end = text.SentenceAt(percent.Start).End;
        var later = Enumerable.Range(index + 2, Farthest).Where(i => i < text.Numbers.Count && text.Numbers[i].Start < end && text.Numbers[i].Alike(amount)).Select(i => text.Numbers[i]).FirstOrDefault(w => w.Firm && Comparison.OfAmount(amount, w.Value * percent.Value / 100, 0) == Verdict.Equal);
        var own = text.Lead(index).Contains('占') && nearest is not null && text.Plain.AsSpan(Math.Max(0, nearest.Start - 1), 1).Contains('即');
        if (later is not null && (nearest is null || Comparison.OfAmount(amount, nearest.Value * percent.Value / 100, 0) != Verdict.Equal))
        {
            nearest = later;
        }
        else if (own)
        {
            return;
        }

        if (nearest is not null)
        {
            var computed = nearest.Value * percent.Value / 100;
            notes.Report(StatementKind.Ratio, Comparison.OfAmount(amount, computed, 0), false, amount, [nearest, percent], $"{text.Shown(nearest)} × {text.Shown(percent)}", computed, tied: true);
        }
    }
}

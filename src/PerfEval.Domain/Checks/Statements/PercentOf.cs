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

        if (nearest is not null)
        {
            var computed = nearest.Value * percent.Value / 100;
            notes.Report(StatementKind.Ratio, Comparison.OfAmount(amount, computed, 0), false, amount, [nearest, percent], $"{text.Shown(nearest)} × {text.Shown(percent)}", computed);
        }
    }
}

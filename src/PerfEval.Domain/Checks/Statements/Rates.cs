using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Judges a percentage by its numerator and denominator.</summary>
internal static class Rates
{
    private const decimal MostTimes = 3;

    /// <summary>True when the percentage is the rounded quotient.</summary>
    public static bool Fits(ReadNumber percent, ReadNumber part, ReadNumber whole) =>
        whole.Value != 0 && Comparison.Of(percent, part.Value / whole.Value * 100, 0) == Verdict.Equal;

    /// <summary>Verifies or reports a percentage; not sure means that numerator or denominator may be others, and unsure says why.</summary>
    public static void Judge(ReadText text, Notes notes, StatementKind kind, ReadNumber percent, ReadNumber part, ReadNumber whole, bool sure, string unsure, bool tied = false)
    {
        if (whole.Value == 0)
        {
            return;
        }

        var computed = part.Value / whole.Value * 100;
        var verdict = Comparison.Of(percent, computed, Slack(part, whole));
        var formula = $"{text.Shown(part)} ÷ {text.Shown(whole)}";
        if (verdict == Verdict.Equal)
        {
            notes.Verify(kind, percent, [part, whole], formula, computed);
        }
        else if (percent.Firm && part.Firm && whole.Firm)
        {
            // So far off that other numbers may be meant: no more than a doubt.
            var likely = computed > percent.Value / MostTimes && computed < percent.Value * MostTimes;
            notes.Report(kind, verdict, sure && likely, percent, [part, whole], formula, computed, unsure.Length > 0 ? unsure : "分子、分母由上下文推断，请核实", tied);
        }
    }

    /// <summary>How far the quotient moves when both numbers are as wrong as their rounding allows.</summary>
    public static decimal Slack(ReadNumber part, ReadNumber whole)
    {
        var (a, b) = (Comparison.SlackOf(part), Comparison.SlackOf(whole));
        var most = (part.Value + a) / Math.Max(whole.Value - b, whole.Value / 2) * 100;
        return most - (part.Value / whole.Value * 100);
    }
}

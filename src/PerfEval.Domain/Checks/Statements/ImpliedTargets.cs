using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A count and its completion without the target: things come in whole numbers, and so must the target.</summary>
internal static class ImpliedTargets
{
    /// <summary>The neighbouring whole targets must differ in the percentage by at least this many of its last places.</summary>
    private const decimal Telling = 5;

    /// <summary>Verifies that a whole target gives the percentage, or says that none does.</summary>
    public static void Judge(ReadText text, Notes notes, int index, List<int> candidates, RateName name)
    {
        var percent = text.Numbers[index];
        var actual = text.Numbers[candidates[0]];
        if (name.Stem != "完成" || actual is not { Measure: Measure.Count, Firm: true } || actual.Value <= 0 || percent.Value <= 0 || percent.Start - actual.End > 12)
        {
            return;
        }

        var target = Rounding.Round(actual.Value / percent.Value * 100, 0);
        if (target <= 0)
        {
            return;
        }

        var step = Math.Abs((actual.Value / target * 100) - (actual.Value / (target + 1) * 100));
        if (step < Telling * percent.Step)
        {
            return;
        }

        var computed = actual.Value / target * 100;
        if (Comparison.Of(percent, computed, 0) != Verdict.Equal)
        {
            notes.Report(StatementKind.Completion, Verdict.Off, false, percent, [actual], $"{text.Shown(actual)} ÷ 目标{Numbers.Plainly(target)}{actual.Shown}", computed, "没有一个整数目标能得出文中的比率，请写明目标数并核对");
        }
        else if (percent.Places > 0)
        {
            notes.Verify(StatementKind.Completion, percent, [actual], $"{text.Shown(actual)} ÷ 目标{Numbers.Plainly(target)}{actual.Shown}（推算）", computed);
        }
    }
}

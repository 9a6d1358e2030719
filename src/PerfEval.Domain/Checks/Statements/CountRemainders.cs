using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>计划改造14所，完成10所，尚有4所……: what is left of a count. A rate between them that fits says which two numbers are meant.</summary>
internal static class CountRemainders
{
    private const int Farthest = 6;
    private static readonly string[] LeftWords = ["其余", "尚有", "剩余", "还有", "仍有", "余下", "未完成的", "未完工的", "未办结的", "在办", "另有"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Firm: true, Per: "", Measure: Measure.Count or Measure.Quantity } && Words.End(text.Lead(i), LeftWords) && !text.Roles.IsOperand[i])
            {
                Judge(text, notes, i);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var left = text.Numbers[index];
        var start = text.SentenceAt(left.Start).Start;
        var before = Enumerable.Range(1, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= start).ToList();
        var alike = before.Where(i => text.Numbers[i].Alike(left) && text.Numbers[i].Firm).Select(i => text.Numbers[i]).ToList();
        var pairs = alike.SelectMany(a => alike.Where(b => b.Value < a.Value).Select(b => (Whole: a, Part: b))).ToList();
        var rates = before.Where(i => text.Numbers[i] is { Measure: Measure.Percent, Firm: true, Places: > 0 } or { Measure: Measure.Percent, Firm: true } && notes.IsVerified(text.Numbers[i])).Select(i => text.Numbers[i]).ToList();
        // The rate in between ties the two; without it a difference proves nothing.
        var tied = pairs.Find(p => rates.Exists(r => Rates.Fits(r, p.Part, p.Whole)));
        if (tied.Whole is null)
        {
            return;
        }

        var fitting = pairs.Find(p => p.Whole.Value - p.Part.Value == left.Value);
        var (whole, part) = fitting.Whole is not null ? fitting : tied;
        notes.Report(StatementKind.Difference, Comparison.OfAmount(left, whole.Value - part.Value, 0), false, left, [whole, part], $"{text.Shown(whole)} - {text.Shown(part)}", whole.Value - part.Value, "如另有去向请写明");
    }
}

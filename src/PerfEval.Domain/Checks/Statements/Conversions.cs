using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>The same amount in another unit: 2,983,128元，折合298.31万元.</summary>
internal static class Conversions
{
    private const int Farthest = 8;
    private static readonly string[] Same = ["折合", "折合人民币", "约合", "换算为", "折算为", "合人民币"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var (whole, n) = (text.Numbers[i - 1], text.Numbers[i]);
            if (n is { Measure: Measure.Money, Per: "", Firm: true } && whole.Firm && n.Alike(whole) && n.Start - whole.End <= Farthest && Words.End(text.Lead(i).TrimEnd("约为"), Same))
            {
                notes.Report(StatementKind.Unit, Comparison.Of(n, whole.Value, 0), true, n, [whole], text.Shown(whole), whole.Value);
            }
        }
    }
}

using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>设备120万元，培训30万元，合计占总投入500万元的30%: several parts together are such a share of a whole.</summary>
internal static class SharedWholes
{
    private const int MostParts = 8;
    private static readonly string[] Together = ["合计占", "共占", "共计占", "总共占", "两者占", "二者占", "两项占", "累计占", "之和占", "一共占"];

    /// <summary>Verifies a share of several parts.</summary>
    /// <returns>True when the words speak of several parts; then no single one is the part.</returns>
    public static bool Check(ReadText text, Notes notes, int index)
    {
        var whole = text.Numbers[index - 1];
        var near = whole.Measure != Measure.Percent && text.Between(whole, text.Numbers[index]) is var gap && gap.Length <= 4 && gap.TrimEnd(' ').EndsWith("的");
        if (!near || !Words.Any(text.Lead(index - 1), Together))
        {
            return false;
        }

        var start = text.SentenceAt(whole.Start).Start;
        var parts = new List<ReadNumber>();
        for (var i = index - 2; i >= 0 && parts.Count < MostParts && text.Numbers[i].Start >= start; i--)
        {
            if (!text.Numbers[i].Alike(whole))
            {
                continue;
            }

            parts.Insert(0, text.Numbers[i]);
            var sum = parts.Sum(p => p.Value);
            if (parts.Count > 1 && whole.Value != 0 && Comparison.Of(text.Numbers[index], sum / whole.Value * 100, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Ratio, text.Numbers[index], [.. parts, whole], $"（{string.Join(" + ", parts.Select(text.Shown))}） ÷ {text.Shown(whole)}", sum / whole.Value * 100);
                return true;
            }
        }

        return true;
    }
}

using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>共安排1,200万元，2022年支出560万元，2023年支出604万元，总体执行率97%: the numerators together make the rate.</summary>
internal static class SummedParts
{
    /// <summary>Verifies a rate of the sum of all numbers that are called a numerator.</summary>
    public static bool Fit(ReadText text, Notes notes, ReadNumber percent, List<int> candidates, RateName name)
    {
        var parts = candidates.FindAll(i => name.IsPart(text, i));
        foreach (var whole in candidates.Where(i => !parts.Contains(i) && name.IsWhole(text, i)).Select(i => text.Numbers[i]))
        {
            var own = parts.Select(i => text.Numbers[i]).Where(n => n.Alike(whole)).Reverse().ToList();
            if (own.Count > 1 && whole.Value > 0 && Comparison.Of(percent, own.Sum(n => n.Value) / whole.Value * 100, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Completion, percent, [.. own, whole], $"（{string.Join(" + ", own.Select(text.Shown))}） ÷ {text.Shown(whole)}", own.Sum(n => n.Value) / whole.Value * 100);
                return true;
            }
        }

        return false;
    }
}

namespace PerfEval.Domain.Scoring;

/// <summary>Counted occurrences and their list, as the counting rules take them.</summary>
internal static class Occurrences
{
    /// <summary>The input when its count and its list agree.</summary>
    /// <exception cref="RuleBroken">Negative count, blank lines, or a list of another length.</exception>
    public static CountInput Expect(CountInput input, string subject)
    {
        var faults = new FaultList();
        faults.Require(input.Count >= 0, "count", $"“{subject}”的次数不能是负数，现为{input.Count}。");
        if (input.Matters is { Count: > 0 } matters)
        {
            faults.Require(matters.Count == input.Count, "matters", $"“{subject}”填了{input.Count}项，列出的事项却有{matters.Count}条。");
            faults.Require(matters.All(m => !string.IsNullOrWhiteSpace(m)), "matters", $"“{subject}”列出的事项有空行。");
        }

        faults.ThrowIfAny();
        return input;
    }

    /// <summary>“（甲；乙）”, empty without a list.</summary>
    public static string Told(IReadOnlyList<string>? matters) =>
        matters is { Count: > 0 } ? $"（{Wording.Listed(matters)}）" : "";
}

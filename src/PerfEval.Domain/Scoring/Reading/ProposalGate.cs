namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// What stands between a finished rule and the officer: the text is held against the rule once more, independently of
/// the reader that made it. Each number must be a parameter, each word that binds or limits must have been read, each
/// stated range must earn what the text says, and two cases must be each other's opposite. What is left is asked.
/// </summary>
internal static class ProposalGate
{
    /// <summary>Why the rule may not be what the text says, a Chinese half-sentence; null when the text is accounted for.</summary>
    public static string? Doubt(Page page, ScoringRule rule) =>
        NumberAccount.Doubt(page, rule)
        ?? WordAccount.Doubt(page, rule)
        ?? CapCheck.Doubt(page, rule)
        ?? RangeReplay.Doubt(page, rule)
        ?? OppositeCheck.Doubt(page, rule)
        ?? PlanCheck.Doubt(page, rule);
}

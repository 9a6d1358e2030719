namespace PerfEval.Domain.Scoring;

/// <summary>What people entered for one leaf.</summary>
/// <param name="IndicatorId">Key of the leaf.</param>
/// <param name="Input">计分依据; null: from the bound figure, else missing.</param>
/// <param name="OverridePoints">A reviewer's points instead of the computed ones, 0 to the weight, with no more places than the tree's leaves; null: none.</param>
/// <param name="OverrideReason">Mandatory with <paramref name="OverridePoints"/>; printed.</param>
/// <param name="Note">评分说明.</param>
/// <param name="Stated">Points as a published paper says them; kept beside, never used.</param>
public sealed record LeafEntry(
    int IndicatorId,
    ScoringInput? Input = null,
    decimal? OverridePoints = null,
    string? OverrideReason = null,
    string? Note = null,
    decimal? Stated = null);

using PerfEval.Domain.Evaluations;

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
    decimal? Stated = null)
{
    /// <summary>The target that feeds the leaf where it is bound to one; null: by name.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>Who put <see cref="Input"/> in the place of what the unit entered: 部门评价 or 财政评价; null: the unit's own.</summary>
    public EvaluationKind? InputBy { get; init; }

    /// <summary>Why; goes with <see cref="InputBy"/> and is printed.</summary>
    public string? InputReason { get; init; }

    /// <summary>Who gave <see cref="OverridePoints"/>; null where a paper does not tell.</summary>
    public EvaluationKind? PointsBy { get; init; }
}

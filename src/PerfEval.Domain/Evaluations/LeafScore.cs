using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>What stands behind the score of one leaf: the input, the override, the notes, and what a paper prints.</summary>
public sealed class LeafScore : IVersioned
{
    /// <summary>Most characters of 评分说明 and 佐证.</summary>
    public const int NoteLength = 1000;

    private LeafScore()
    {
    }

    /// <summary>An empty entry for a leaf.</summary>
    public LeafScore(Guid id, int indicatorId) => (Id, IndicatorId) = (id, indicatorId);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The evaluation.</summary>
    public int EvaluationId { get; private set; }

    /// <summary>The leaf.</summary>
    public int IndicatorId { get; private set; }

    /// <summary>计分依据 that a person entered; null for a bound leaf.</summary>
    public ScoringInput? Input { get; private set; }

    /// <summary>Score given by a person instead of the computed one.</summary>
    public decimal? OverridePoints { get; private set; }

    /// <summary>Why; never empty beside <see cref="OverridePoints"/>.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>评分说明.</summary>
    public string? Note { get; private set; }

    /// <summary>佐证 in words.</summary>
    public string? Evidence { get; private set; }

    /// <summary>得分 as a published paper prints it.</summary>
    public decimal? Stated { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The entry as the scorer takes it.</summary>
    public LeafEntry ToEntry() => new(IndicatorId, Input, OverridePoints, OverrideReason, Note, Stated);

    /// <summary>An entry of a published paper.</summary>
    public static LeafScore Filed(
        int indicatorId, ScoringInput? input, decimal? points, string? reason, string? note, string? evidence, decimal? stated)
    {
        var leaf = new LeafScore(Guid.NewGuid(), indicatorId) { Stated = stated };
        leaf.Enter(input, note, evidence);
        leaf.Override(points, reason);
        return leaf;
    }

    internal void Enter(ScoringInput? input, string? note, string? evidence) =>
        (Input, Note, Evidence) = (input, Text.OrNull(note), Text.OrNull(evidence));

    internal void Override(decimal? points, string? reason) => (OverridePoints, OverrideReason) = (points, Text.OrNull(reason));
}

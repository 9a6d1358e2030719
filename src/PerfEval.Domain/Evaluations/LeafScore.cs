using System.Text.Json;
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

    /// <summary>计分依据 that the unit entered; null for a bound leaf.</summary>
    public ScoringInput? Input { get; private set; }

    /// <summary>The target that feeds the leaf where it is bound to one; null: the one of the same name.</summary>
    public Guid? TargetId { get; private set; }

    /// <summary>部门评价: its own 计分依据.</summary>
    public ScoringInput? DepartmentInput { get; private set; }

    /// <summary>部门评价: its own points.</summary>
    public decimal? DepartmentPoints { get; private set; }

    /// <summary>部门评价: why; never empty beside either.</summary>
    public string? DepartmentReason { get; private set; }

    /// <summary>财政评价: its own 计分依据.</summary>
    public ScoringInput? FinanceInput { get; private set; }

    /// <summary>财政评价: score given by a person instead of the computed one; on filed papers the score they print.</summary>
    public decimal? OverridePoints { get; private set; }

    /// <summary>财政评价: why; never empty beside <see cref="OverridePoints"/> or <see cref="FinanceInput"/>.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>评分说明.</summary>
    public string? Note { get; private set; }

    /// <summary>佐证 in words.</summary>
    public string? Evidence { get; private set; }

    /// <summary>得分 as a published paper prints it.</summary>
    public decimal? Stated { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>What 部门评价 put in the place of 自评.</summary>
    public ReviewEntry Department => new(DepartmentInput, DepartmentPoints, DepartmentReason);

    /// <summary>What 财政评价 put in the place of what was before it.</summary>
    public ReviewEntry Finance => new(FinanceInput, OverridePoints, OverrideReason);

    /// <summary>The entry as the scorer takes it for 财政评价, which stands on everything before it, and for filed papers.</summary>
    public LeafEntry ToEntry() => ToEntry(EvaluationKind.FinanceEvaluation);

    /// <summary>The entry as the scorer takes it for a kind of evaluation: its own input and points, else those before it.</summary>
    /// <param name="kind">The kind.</param>
    public LeafEntry ToEntry(EvaluationKind kind)
    {
        var entry = new LeafEntry(IndicatorId, Input, Note: Note, Stated: Stated) { TargetId = TargetId };
        entry = kind >= EvaluationKind.DepartmentEvaluation ? With(entry, Department, EvaluationKind.DepartmentEvaluation) : entry;
        return kind >= EvaluationKind.FinanceEvaluation ? With(entry, Finance, EvaluationKind.FinanceEvaluation) : entry;
    }

    /// <summary>An entry of a published paper.</summary>
    public static LeafScore Filed(
        int indicatorId, ScoringInput? input, decimal? points, string? reason, string? note, string? evidence, decimal? stated)
    {
        var leaf = new LeafScore(Guid.NewGuid(), indicatorId) { Stated = stated };
        leaf.Enter(input, note, evidence);
        leaf.Override(points, reason);
        return leaf;
    }

    internal void Enter(ScoringInput? input, string? note, string? evidence, Guid? target = null) =>
        (Input, Note, Evidence, TargetId) = (input, Text.OrNull(note), Text.OrNull(evidence), target);

    /// <summary>True when the unit's entry is this one already.</summary>
    internal bool Holds(ScoringInput? input, string? note, string? evidence, Guid? target) =>
        (Note, Evidence, TargetId) == (Text.OrNull(note), Text.OrNull(evidence), target)
        && JsonSerializer.Serialize(Input, ScoringJson.Options) == JsonSerializer.Serialize(input, ScoringJson.Options);

    internal void Override(decimal? points, string? reason) => (OverridePoints, OverrideReason) = (points, Text.OrNull(reason));

    internal void Review(EvaluationKind kind, ReviewEntry entry)
    {
        var (input, points, reason) = (entry.Input, entry.Points, entry.IsEmpty ? null : Text.OrNull(entry.Reason));
        if (kind == EvaluationKind.DepartmentEvaluation)
        {
            (DepartmentInput, DepartmentPoints, DepartmentReason) = (input, points, reason);
        }
        else
        {
            (FinanceInput, OverridePoints, OverrideReason) = (input, points, reason);
        }
    }

    internal void LetGoOf(Guid target) => TargetId = TargetId == target ? null : TargetId;

    // An own input makes the points before it void: they were given to another one.
    private static LeafEntry With(LeafEntry before, ReviewEntry own, EvaluationKind kind)
    {
        var entry = own.Input is null ? before
            : before with { Input = own.Input, InputBy = kind, InputReason = own.Reason, OverridePoints = null, OverrideReason = null, PointsBy = null };
        return own.Points is null ? entry : entry with { OverridePoints = own.Points, OverrideReason = own.Reason, PointsBy = kind };
    }
}

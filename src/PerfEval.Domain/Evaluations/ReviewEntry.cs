using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>What a reviewer puts in the place of what the kind of evaluation before theirs says about one leaf.</summary>
/// <param name="Input">Their own 计分依据, from which the rule computes; null: that of the kind before.</param>
/// <param name="Points">Their own points instead of the computed ones; null: as computed.</param>
/// <param name="Reason">Why; mandatory with either, printed.</param>
public sealed record ReviewEntry(ScoringInput? Input, decimal? Points, string? Reason)
{
    /// <summary>True when nothing is put in the place of anything: it takes back what stood there.</summary>
    public bool IsEmpty => Input is null && Points is null;
}

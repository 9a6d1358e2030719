using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>What a leaf of the new tree takes over from the frozen sheet.</summary>
/// <param name="Entry">The entry to score.</param>
/// <param name="Dropped">What did not fit and why; null when nothing was dropped.</param>
internal sealed record ReplayedEntry(LeafEntry Entry, string? Dropped)
{
    /// <summary>Carries input and override as far as the new leaf can take them.</summary>
    public static ReplayedEntry Carry(IndicatorTree tree, Indicator leaf, ScoreRow old)
    {
        var (input, misfit) = Input(leaf, old);
        var target = old.FigureSources?.FirstOrDefault(s => s.Place == FigurePlace.Target)?.RowId;
        var entry = new LeafEntry(leaf.Id, input) { TargetId = target };
        if (old is not { Overridden: true, OverridePoints: { } points } || old.NotApplicable)
        {
            return new ReplayedEntry(entry, misfit);
        }

        // A person gave these points of that weight; of another weight they would have given others.
        var lost = leaf.Weight != old.Weight ? $"分值由{Wording.Points(old.Weight)}改为{Wording.Points(leaf.Weight)}"
            : Rounding.Round(points, tree.LeafPlaces) != points ? $"得分只保留{tree.LeafPlaces}位小数"
            : null;
        return lost is null
            ? new ReplayedEntry(entry with { OverridePoints = points, OverrideReason = old.OverrideReason }, misfit)
            : new ReplayedEntry(entry, $"{misfit}原评审改分{Wording.Points(points)}没有沿用：{lost}。");
    }

    private static (ScoringInput? Input, string? Misfit) Input(Indicator leaf, ScoreRow old)
    {
        // What came from a figure then comes from the figure now, if the new leaf is bound.
        if (old.Input is null or NotApplicableInput || (old.FigureFormula is not null && leaf.Binding is not null))
        {
            return (old.Input as NotApplicableInput, null);
        }

        if (leaf.Rule is null)
        {
            return (null, null);
        }

        try
        {
            leaf.Rule.Score(leaf.Weight, old.Input, leaf.Name);
            return (old.Input, null);
        }
        catch (RuleBroken broken)
        {
            return (null, $"原来填的依据不能用于新规则：{Wording.Unended(broken.Message)}。");
        }
    }
}

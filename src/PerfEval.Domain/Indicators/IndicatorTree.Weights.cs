using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <content>Making weights add up.</content>
public sealed partial class IndicatorTree
{
    private const int SpreadPlaces = 2;

    /// <summary>
    /// Spreads what a parent is worth (level 1: 100) over its children, and so on below them. Shares are rounded to two
    /// places; what rounding leaves goes to the largest.
    /// </summary>
    /// <param name="parent">A node of this tree; null for the whole.</param>
    /// <param name="equally">The same for each child; else in the proportion they have. Below them always in proportion.</param>
    /// <exception cref="RuleBroken">Not a draft, too many children for the points, or a rule that its new weight does not suit.</exception>
    public void DistributeWeights(Indicator? parent, bool equally)
    {
        RequireDraft();
        if (parent is not null)
        {
            RequireOwn(parent);
        }

        var faults = new FaultList();
        var planned = new Dictionary<Indicator, decimal>();
        Plan(parent, parent?.Weight ?? TreeCheck.Whole, equally);
        foreach (var (child, weight) in planned)
        {
            try
            {
                IndicatorCheck.Check(child.Content with { Weight = weight });
            }
            catch (RuleBroken refused)
            {
                faults.Add("weight", "", refused);
            }
        }

        faults.ThrowIfAny();
        foreach (var (child, weight) in planned)
        {
            child.Take(child.Content with { Weight = weight });
        }

        Changed();

        void Plan(Indicator? of, decimal due, bool same)
        {
            var children = ChildrenOf(of);
            if (children.Count == 0)
            {
                return;
            }

            var sum = same ? children.Count : children.Sum(c => c.Weight);
            var shares = children.Select(c => Rounding.Round(due * (same ? 1m : c.Weight) / sum, SpreadPlaces)).ToList();
            shares[shares.IndexOf(shares.Max())] += due - shares.Sum();
            foreach (var (child, share) in children.Zip(shares))
            {
                planned[child] = share;
                Plan(child, share, false);
            }
        }
    }
}

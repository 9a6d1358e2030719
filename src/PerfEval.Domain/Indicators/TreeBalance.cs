using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>What a node is worth beside what its children add up to.</summary>
/// <param name="Due">Its own weight; of the whole tree 100.</param>
/// <param name="Sum">Sum of its children; null on a leaf, which has none.</param>
public sealed record NodeBalance(decimal Due, decimal? Sum)
{
    /// <summary>What the children lack; negative when they have too much; 0 on a leaf.</summary>
    public decimal Missing => Due - (Sum ?? Due);

    /// <summary>还差5分, 多出0.5分; null when it adds up.</summary>
    public string? Word => Missing == 0 ? null : Missing > 0 ? $"还差{Wording.Points(Missing)}" : $"多出{Wording.Points(-Missing)}";
}

/// <summary>The weights of a tree as its designer shows them: per parent, level 1 to 100, and all leaves to 100.</summary>
public sealed class TreeBalance
{
    private readonly Dictionary<Indicator, NodeBalance> nodes;

    private TreeBalance(IndicatorTree tree)
    {
        nodes = tree.Indicators.ToDictionary(i => i, i => Of(i.Weight, tree.ChildrenOf(i)));
        FirstLevel = Of(TreeCheck.Whole, tree.ChildrenOf(null));
        Leaves = Of(TreeCheck.Whole, tree.Leaves());
    }

    /// <summary>Level 1 to 100.</summary>
    public NodeBalance FirstLevel { get; }

    /// <summary>All leaves to 100.</summary>
    public NodeBalance Leaves { get; }

    /// <summary>One node with its children.</summary>
    public NodeBalance this[Indicator indicator] => nodes[indicator];

    /// <summary>The balance of a tree as it is now.</summary>
    public static TreeBalance Of(IndicatorTree tree) => new(tree);

    private static NodeBalance Of(decimal due, IReadOnlyList<Indicator> children) => new(due, children.Count == 0 ? null : children.Sum(c => c.Weight));
}

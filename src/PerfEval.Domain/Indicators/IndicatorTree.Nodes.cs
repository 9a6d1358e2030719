namespace PerfEval.Domain.Indicators;

/// <content>Adding, revising and taking away indicators.</content>
public sealed partial class IndicatorTree
{
    /// <summary>Adds a node at the end of its siblings.</summary>
    /// <param name="content">What the node says.</param>
    /// <param name="parent">A node of this tree; null for level 1.</param>
    /// <param name="id">0, or a key known beforehand (imports, trees that are never stored).</param>
    /// <exception cref="RuleBroken">Not a draft, too deep, parent of another tree or with a rule, impossible content.</exception>
    public Indicator AddIndicator(IndicatorContent content, Indicator? parent = null, int id = 0)
    {
        RequireDraft();
        Require(indicators.Count < MostIndicators, $"一套指标体系最多{MostIndicators}个指标。");
        if (parent is not null)
        {
            RequireParent(parent);
            Require(parent.Level < Indicator.Levels, $"指标最多{Indicator.Levels}级，“{parent.Name}”之下不能再设。");
        }

        IndicatorCheck.Check(content);
        var added = new Indicator(content, parent, ChildrenOf(parent).Count + 1, id);
        indicators.Add(added);
        Changed();
        return added;
    }

    /// <summary>Adds a node to be written yet: a fresh code, a name to replace, and what the weights lack, else one point.</summary>
    /// <param name="parent">A node of this tree; null for level 1.</param>
    /// <param name="position">Place among the siblings, from 1; anything beyond the last means the end.</param>
    /// <exception cref="RuleBroken">As <see cref="AddIndicator"/>.</exception>
    public Indicator AddUnwritten(Indicator? parent, int position = int.MaxValue)
    {
        var missing = (parent?.Weight ?? TreeCheck.Whole) - ChildrenOf(parent).Sum(c => c.Weight);
        var added = AddIndicator(new(FreshCode(parent), UnwrittenName, missing > 0 ? missing : 1m), parent);
        Move(added, parent, position);
        return added;
    }

    /// <summary>Replaces what a node says.</summary>
    /// <exception cref="RuleBroken">Not a draft, node of another tree, impossible content, a rule on a node with children.</exception>
    public void Revise(Indicator indicator, IndicatorContent content)
    {
        RequireDraft();
        RequireOwn(indicator);
        Require(content.Rule is null || IsLeaf(indicator), $"“{indicator.Name}”有下级指标，评分规则应设在末级。");
        IndicatorCheck.Check(content);
        indicator.Take(content);
        Changed();
    }

    /// <summary>Takes a node away with everything beneath it.</summary>
    /// <exception cref="RuleBroken">Not a draft, node of another tree.</exception>
    public void Remove(Indicator indicator)
    {
        RequireDraft();
        RequireOwn(indicator);
        foreach (var child in ChildrenOf(indicator))
        {
            Remove(child);
        }

        var parent = ParentOf(indicator);
        indicators.Remove(indicator);
        Close(parent);
        Changed();
    }

    /// <summary>The parent; null on level 1.</summary>
    public Indicator? ParentOf(Indicator indicator) => indicator.Parent ?? indicators.Find(indicator.IsChildOf);

    private void RequireOwn(Indicator indicator) => Require(indicators.Contains(indicator), $"指标“{indicator.Name}”不在本指标体系中。");

    private void RequireParent(Indicator parent)
    {
        Require(indicators.Contains(parent), $"上级指标“{parent.Name}”不在本指标体系中。");
        Require(parent.Rule is null, $"“{parent.Name}”已有评分规则，是末级指标，不能再设下级；请先清除它的评分规则。");
    }

    // Places run from 1 without gaps.
    private void Close(Indicator? parent)
    {
        var place = 1;
        foreach (var sibling in ChildrenOf(parent))
        {
            sibling.MoveTo(place++);
        }
    }
}

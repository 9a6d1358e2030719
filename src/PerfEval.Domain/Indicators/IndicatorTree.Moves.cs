namespace PerfEval.Domain.Indicators;

/// <summary>Where the keys of the designer push an indicator.</summary>
public enum TreeStep
{
    /// <summary>上移: before the sibling above.</summary>
    Up,

    /// <summary>下移: behind the sibling below.</summary>
    Down,

    /// <summary>升级: out of its parent, to the place behind it.</summary>
    Out,

    /// <summary>降级: into the sibling above, as its last child.</summary>
    In,
}

/// <content>Moving and copying indicators with everything below them.</content>
public sealed partial class IndicatorTree
{
    /// <summary>Puts an indicator with everything below it elsewhere.</summary>
    /// <param name="indicator">A node of this tree.</param>
    /// <param name="parent">Its new parent, which may be the one it has; null for level 1.</param>
    /// <param name="position">Place among the new siblings, from 1; anything beyond the last means the end.</param>
    /// <exception cref="RuleBroken">Not a draft, into itself, too deep, under a node with a rule, node of another tree.</exception>
    public void Move(Indicator indicator, Indicator? parent, int position)
    {
        RequireDraft();
        RequireOwn(indicator);
        var branch = Branch(indicator);
        if (parent is not null)
        {
            Require(!branch.Contains(parent), $"“{indicator.Name}”不能移到它自己或它的下级之下。");
            RequireParent(parent);
        }

        var sink = (parent?.Level ?? 0) + 1 - indicator.Level;
        Require(branch.Max(i => i.Level) + sink <= Indicator.Levels,
            $"指标最多{Indicator.Levels}级，“{indicator.Name}”{(branch.Count > 1 ? "连同下级" : "")}放到{(parent is null ? "一级" : $"“{parent.Name}”之下")}就超过了。");
        var left = ParentOf(indicator);
        var siblings = ChildrenOf(parent).Where(i => i != indicator).ToList();
        siblings.Insert(Math.Clamp(position, 1, siblings.Count + 1) - 1, indicator);
        indicator.MoveUnder(parent, position);
        branch.ForEach(i => i.SitOn(i.Level + sink));
        for (var place = 0; place < siblings.Count; place++)
        {
            siblings[place].MoveTo(place + 1);
        }

        Close(left);
        Changed();
    }

    /// <summary>Moves by one step, as the keys of the designer do.</summary>
    /// <exception cref="RuleBroken">There is nowhere to go that way, or <see cref="Move"/> refuses.</exception>
    public void Push(Indicator indicator, TreeStep step)
    {
        RequireDraft();
        RequireOwn(indicator);
        var parent = ParentOf(indicator);
        var siblings = ChildrenOf(parent);
        switch (step)
        {
            case TreeStep.Up:
                Require(indicator.Position > 1, $"“{indicator.Name}”已在同级的最前。");
                Move(indicator, parent, indicator.Position - 1);
                break;
            case TreeStep.Down:
                Require(indicator.Position < siblings.Count, $"“{indicator.Name}”已在同级的最后。");
                Move(indicator, parent, indicator.Position + 1);
                break;
            case TreeStep.Out:
                Require(parent is not null, $"“{indicator.Name}”已是一级指标，不能再升级。");
                Move(indicator, ParentOf(parent!), parent!.Position + 1);
                break;
            default:
                Require(indicator.Position > 1, $"“{indicator.Name}”之前没有同级指标，不能降为它的下级。");
                Move(indicator, siblings[indicator.Position - 2], int.MaxValue);
                break;
        }
    }

    /// <summary>Copies an indicator with everything below it to the place behind it, under fresh codes; what the source printed does not go along.</summary>
    /// <returns>The copy.</returns>
    /// <exception cref="RuleBroken">Not a draft, node of another tree.</exception>
    public Indicator Duplicate(Indicator indicator)
    {
        RequireDraft();
        RequireOwn(indicator);
        var copy = Copy(indicator, ParentOf(indicator));
        Move(copy, ParentOf(indicator), indicator.Position + 1);
        return copy;

        Indicator Copy(Indicator from, Indicator? under)
        {
            var below = ChildrenOf(from);
            var made = AddIndicator(from.Content with { Code = FreshCode(under), StatedCode = null, PrintedName = null }, under);
            foreach (var child in below)
            {
                Copy(child, made);
            }

            return made;
        }
    }

    // The node and everything below it, the node first.
    private List<Indicator> Branch(Indicator indicator) => [indicator, .. ChildrenOf(indicator).SelectMany(Branch)];
}

using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>
/// A versioned system of indicators (指标体系) with the settings that belong to all of its leaves. Drafts change;
/// a published tree never does, so that old scores keep their rules.
/// </summary>
public sealed class IndicatorTree
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Most places to which a leaf can be rounded.</summary>
    public const int MostLeafPlaces = 4;

    private readonly List<Indicator> indicators = [];

    private IndicatorTree()
    {
    }

    /// <summary>Starts a draft.</summary>
    /// <param name="code">Stable code, shared by all versions.</param>
    /// <param name="name">Chinese name.</param>
    /// <param name="versionNumber">From 1.</param>
    /// <exception cref="RuleBroken">Empty or overlong code or name, version below 1.</exception>
    public IndicatorTree(string code, string name, int versionNumber = 1)
    {
        var faults = new FaultList();
        faults.Require(!string.IsNullOrWhiteSpace(code) && code.Length <= CodeLength, "code", $"指标体系的代码应有1到{CodeLength}个字。");
        faults.Require(!string.IsNullOrWhiteSpace(name) && name.Length <= NameLength, "name", $"指标体系的名称应有1到{NameLength}个字。");
        faults.Require(versionNumber >= 1, "versionNumber", "版本号应从1起。");
        faults.ThrowIfAny();
        (Code, Name, VersionNumber) = (code.Trim(), name.Trim(), versionNumber);
    }

    /// <summary>Key; 0 until stored.</summary>
    public int Id { get; private set; }

    /// <summary>Code, shared by all versions.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Chinese name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Draft, published or retired.</summary>
    public TreeStatus Status { get; private set; } = TreeStatus.Draft;

    /// <summary>Places to which each leaf is rounded, 0 to <see cref="MostLeafPlaces"/>.</summary>
    public int LeafPlaces { get; private set; } = 2;

    /// <summary>What becomes of leaves that do not apply.</summary>
    public NotApplicablePolicy NotApplicablePolicy { get; private set; } = NotApplicablePolicy.RedistributeWeight;

    /// <summary>Denominator of the execution rate where a binding names none.</summary>
    public ExecutionDenominator ExecutionDenominator { get; private set; } = ExecutionDenominator.AdjustedBudget;

    /// <summary>Caps of the total by execution rate; empty: none.</summary>
    public IReadOnlyList<ScoreCap> Caps { get; private set; } = [];

    /// <summary>All nodes, in no promised order; see <see cref="Ordered"/>.</summary>
    public IReadOnlyList<Indicator> Indicators => indicators;

    /// <summary>Depth first, siblings by position.</summary>
    public IReadOnlyList<Indicator> Ordered()
    {
        var ordered = new List<Indicator>(indicators.Count);
        Visit(null);
        return ordered;

        void Visit(Indicator? parent)
        {
            foreach (var child in ChildrenOf(parent))
            {
                ordered.Add(child);
                Visit(child);
            }
        }
    }

    /// <summary>The children by position; the first level for null.</summary>
    public IReadOnlyList<Indicator> ChildrenOf(Indicator? parent) =>
        [.. indicators.Where(i => i.IsChildOf(parent)).OrderBy(i => i.Position)];

    /// <summary>Whether the node has no children, and so carries rule and score.</summary>
    public bool IsLeaf(Indicator indicator) => !indicators.Any(i => i.IsChildOf(indicator));

    /// <summary>The leaves, depth first.</summary>
    public IReadOnlyList<Indicator> Leaves() => [.. Ordered().Where(IsLeaf)];

    /// <summary>Sets what belongs to all leaves.</summary>
    /// <param name="leafPlaces">0 to <see cref="MostLeafPlaces"/>.</param>
    /// <param name="notApplicable">Policy for leaves that do not apply.</param>
    /// <param name="denominator">Denominator of the execution rate.</param>
    /// <param name="caps">Caps of the total; null: none.</param>
    /// <exception cref="RuleBroken">Not a draft, places or caps out of range.</exception>
    public void Configure(int leafPlaces, NotApplicablePolicy notApplicable, ExecutionDenominator denominator, IReadOnlyList<ScoreCap>? caps = null)
    {
        RequireDraft();
        caps ??= [];
        var faults = new FaultList();
        faults.Require(leafPlaces is >= 0 and <= MostLeafPlaces, "leafPlaces", $"指标得分保留的小数应在0到{MostLeafPlaces}位之间，现为{leafPlaces}位。");
        foreach (var cap in caps)
        {
            faults.Require(cap.BelowRate is > 0 and <= 100, "caps", $"封顶的预算执行率应大于0%且不超过100%，现为{Wording.Number(cap.BelowRate)}%。");
            faults.Require(cap.MaxTotal is >= 0 and <= 100, "caps", $"封顶的总分应在0到100分之间，现为{Wording.Points(cap.MaxTotal)}。");
        }

        var rising = caps.OrderBy(c => c.BelowRate).ToList();
        faults.Require(rising.Select(c => c.BelowRate).Distinct().Count() == caps.Count, "caps", "同一预算执行率只能设一个封顶。");
        faults.Require(rising.Zip(rising.Skip(1)).All(p => p.First.MaxTotal <= p.Second.MaxTotal), "caps", "预算执行率越低，封顶的总分不应越高。");
        faults.ThrowIfAny();
        (LeafPlaces, NotApplicablePolicy, ExecutionDenominator, Caps) = (leafPlaces, notApplicable, denominator, [.. caps]);
    }

    /// <summary>Adds a node at the end of its siblings.</summary>
    /// <param name="content">What the node says.</param>
    /// <param name="parent">A node of this tree; null for level 1.</param>
    /// <param name="id">0, or a key known beforehand (imports, trees that are never stored).</param>
    /// <exception cref="RuleBroken">Not a draft, too deep, parent of another tree or with a rule, impossible content.</exception>
    public Indicator AddIndicator(IndicatorContent content, Indicator? parent = null, int id = 0)
    {
        RequireDraft();
        if (parent is not null)
        {
            Require(indicators.Contains(parent), $"上级指标“{parent.Name}”不在本指标体系中。");
            Require(parent.Level < Indicator.Levels, $"指标最多{Indicator.Levels}级，“{parent.Name}”之下不能再设。");
            Require(parent.Rule is null, $"“{parent.Name}”已有评分规则，是末级指标，不能再设下级。");
        }

        IndicatorCheck.Check(content);
        var added = new Indicator(content, parent, ChildrenOf(parent).Count + 1, id);
        indicators.Add(added);
        return added;
    }

    /// <summary>Replaces what a node says.</summary>
    /// <exception cref="RuleBroken">Not a draft, node of another tree, impossible content, a rule on a node with children.</exception>
    public void Revise(Indicator indicator, IndicatorContent content)
    {
        RequireDraft();
        Require(indicators.Contains(indicator), $"指标“{indicator.Name}”不在本指标体系中。");
        Require(content.Rule is null || IsLeaf(indicator), $"“{indicator.Name}”有下级指标，评分规则应设在末级。");
        IndicatorCheck.Check(content);
        indicator.Take(content);
    }

    /// <summary>Takes a node away with everything beneath it.</summary>
    /// <exception cref="RuleBroken">Not a draft, node of another tree.</exception>
    public void Remove(Indicator indicator)
    {
        RequireDraft();
        Require(indicators.Contains(indicator), $"指标“{indicator.Name}”不在本指标体系中。");
        foreach (var child in ChildrenOf(indicator))
        {
            Remove(child);
        }

        var parent = indicator.Parent ?? indicators.Find(i => indicator.IsChildOf(i));
        indicators.Remove(indicator);
        var place = 1;
        foreach (var sibling in ChildrenOf(parent))
        {
            sibling.MoveTo(place++);
        }
    }

    /// <summary>Freezes the tree for use.</summary>
    /// <exception cref="RuleBroken">Not a draft, or incomplete: all faults of <see cref="TreeCheck"/> at once.</exception>
    public void Publish()
    {
        RequireDraft();
        var faults = TreeCheck.Faults(this);
        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        Status = TreeStatus.Published;
    }

    /// <summary>Takes a published tree out of use.</summary>
    /// <exception cref="RuleBroken">It is not published.</exception>
    public void Retire()
    {
        Require(Status == TreeStatus.Published, "只有已发布的指标体系可以停用。");
        Status = TreeStatus.Retired;
    }

    /// <summary>A new draft with the same content, keys still to be given.</summary>
    /// <param name="newVersion">Above this version.</param>
    /// <exception cref="RuleBroken">The version is not higher.</exception>
    public IndicatorTree CopyAsDraft(int newVersion)
    {
        Require(newVersion > VersionNumber, $"新版本号应大于{VersionNumber}，现为{newVersion}。");
        var copy = new IndicatorTree(Code, Name, newVersion);
        copy.Configure(LeafPlaces, NotApplicablePolicy, ExecutionDenominator, Caps);
        Copy(null, null);
        return copy;

        void Copy(Indicator? from, Indicator? to)
        {
            foreach (var child in ChildrenOf(from))
            {
                Copy(child, copy.AddIndicator(child.Content, to));
            }
        }
    }

    private void RequireDraft() =>
        Require(Status == TreeStatus.Draft, $"指标体系“{Name}”第{VersionNumber}版已{(Status == TreeStatus.Published ? "发布" : "停用")}，不能再改；请复制为新版本。");

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new RuleBroken(message);
        }
    }
}

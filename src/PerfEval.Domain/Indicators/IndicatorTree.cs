using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>
/// A versioned system of indicators (指标体系) with the settings that belong to all of its leaves. Drafts change;
/// a published tree never does, so that old scores keep their rules.
/// </summary>
public sealed partial class IndicatorTree : IVersioned
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest note on where the tree comes from, in characters.</summary>
    public const int ProvenanceLength = 1000;

    /// <summary>Most places to which a leaf can be rounded.</summary>
    public const int MostLeafPlaces = 4;

    /// <summary>Most indicators of a tree.</summary>
    public const int MostIndicators = 250;

    /// <summary>Name of an indicator that nobody has written yet.</summary>
    public const string UnwrittenName = "新指标";

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
        CheckNames(faults, code, name);
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

    /// <summary>Raised by every save, also when only an indicator changed: two people who design meet each other here.</summary>
    public long Version { get; private set; }

    /// <summary>Where the tree comes from, in words; empty when nobody said.</summary>
    public string? Provenance { get; private set; }

    /// <summary>待核实: written from memory or from a second-hand source; must be compared with the original before it is published.</summary>
    public bool NeedsVerification { get; private set; }

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
        Changed();
    }

    /// <summary>Gives the tree another name, and says where it comes from.</summary>
    /// <param name="code">Stable code; a next version keeps the one it has.</param>
    /// <param name="name">Chinese name.</param>
    /// <param name="provenance">Where it comes from; empty: not said.</param>
    /// <param name="needsVerification">待核实.</param>
    /// <exception cref="RuleBroken">Not a draft, empty or overlong texts.</exception>
    public void Rename(string code, string name, string? provenance, bool needsVerification)
    {
        RequireDraft();
        var faults = new FaultList();
        CheckNames(faults, code, name);
        faults.Require((provenance?.Length ?? 0) <= ProvenanceLength, "provenance", $"来源说明有{provenance?.Length}字，最多{ProvenanceLength}字。");
        faults.ThrowIfAny();
        (Code, Name, Provenance, NeedsVerification) = (code.Trim(), name.Trim(), Text.OrNull(provenance), needsVerification);
        Changed();
    }

    private static void CheckNames(FaultList faults, string? code, string? name)
    {
        faults.Require(!string.IsNullOrWhiteSpace(code) && code.Trim().Length <= CodeLength, "code", $"指标体系的代码应有1到{CodeLength}个字。");
        faults.Require(!string.IsNullOrWhiteSpace(name) && name.Trim().Length <= NameLength, "name", $"指标体系的名称应有1到{NameLength}个字。");
    }

    // The store counts from the version it read, so that several changes in one save raise it once.
    private void Changed() => Version++;

    /// <summary>For what only a draft may suffer, such as being deleted.</summary>
    /// <exception cref="RuleBroken">It is published or retired.</exception>
    public void RefuseUnlessDraft() => RequireDraft();

    private void RequireDraft() =>
        Require(Status == TreeStatus.Draft, $"指标体系“{Name}”第{VersionNumber}版已{(Status == TreeStatus.Published ? "发布" : "停用")}，不能再改；请起草新版本。");

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new RuleBroken(message);
        }
    }
}

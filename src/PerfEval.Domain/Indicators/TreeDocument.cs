using System.Text.Json.Serialization;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>
/// A tree as a file (JSON through <see cref="ScoringJson"/>): for demo data, exchange between districts and backup.
/// </summary>
/// <param name="Code">Code of the tree.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="VersionNumber">From 1.</param>
/// <param name="LeafPlaces">Places of a leaf's points.</param>
/// <param name="ExecutionDenominator">Denominator of the execution rate.</param>
/// <param name="NotApplicablePolicy">Policy for leaves that do not apply.</param>
/// <param name="Indicators">Parents before their children, siblings in order.</param>
/// <param name="Caps">Caps of the total; null: none.</param>
/// <param name="Provenance">Where the tree comes from; null: not said.</param>
/// <param name="NeedsVerification">待核实.</param>
public sealed record TreeDocument(
    string Code,
    string Name,
    int VersionNumber,
    int LeafPlaces,
    ExecutionDenominator ExecutionDenominator,
    NotApplicablePolicy NotApplicablePolicy,
    IReadOnlyList<IndicatorDocument> Indicators,
    IReadOnlyList<ScoreCap>? Caps = null,
    string? Provenance = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool NeedsVerification = false)
{
    /// <summary>The file of a tree.</summary>
    public static TreeDocument From(IndicatorTree tree) => new(
        tree.Code,
        tree.Name,
        tree.VersionNumber,
        tree.LeafPlaces,
        tree.ExecutionDenominator,
        tree.NotApplicablePolicy,
        [.. tree.Ordered().Select(i => IndicatorDocument.From(i, tree.ParentOf(i)))],
        tree.Caps.Count == 0 ? null : tree.Caps,
        tree.Provenance,
        tree.NeedsVerification);

    /// <summary>A new draft with the content of the file.</summary>
    /// <param name="numbered">True gives the nodes the ids 1, 2, 3… for trees that are never stored; false leaves them to the database.</param>
    /// <exception cref="RuleBroken">A parent is missing, or a node cannot be what the file says.</exception>
    public IndicatorTree ToDraft(bool numbered = false)
    {
        var tree = new IndicatorTree(Code, Name, VersionNumber);
        tree.Rename(Code, Name, Provenance, NeedsVerification);
        tree.Configure(LeafPlaces, NotApplicablePolicy, ExecutionDenominator, Caps);
        var known = new Dictionary<string, Indicator>();
        foreach (var node in Indicators)
        {
            var parent = node.ParentCode is not { } code ? null
                : known.TryGetValue(code, out var found) ? found
                : throw new RuleBroken($"“{node.Code}”的上级“{code}”不在它之前。", node.Code);
            var added = tree.AddIndicator(node.Content, parent, numbered ? known.Count + 1 : 0);
            if (added.Level != node.Level || !known.TryAdd(node.Code, added))
            {
                throw new RuleBroken($"“{node.Code}”重复，或不在第{node.Level}级。", node.Code);
            }
        }

        return tree;
    }
}

/// <summary>One node of a <see cref="TreeDocument"/>; see <see cref="IndicatorContent"/> for the fields.</summary>
/// <param name="Code">Normalised code.</param>
/// <param name="Name">Name without code.</param>
/// <param name="Level">1 to 4.</param>
/// <param name="Weight">In points.</param>
/// <param name="ParentCode">Code of the parent; null on level 1.</param>
/// <param name="StatedCode">Code as printed, where it differs.</param>
/// <param name="PrintedName">Heading as printed.</param>
/// <param name="Rule">Leaves only.</param>
/// <param name="Binding">Figure that feeds the leaf.</param>
/// <param name="Explanation">指标解释.</param>
/// <param name="Standard">评分标准 as written.</param>
/// <param name="EvidenceNeeded">所需佐证材料.</param>
/// <param name="Verification">How far the wording was compared with its source.</param>
public sealed record IndicatorDocument(
    string Code,
    string Name,
    int Level,
    decimal Weight,
    string? ParentCode = null,
    string? StatedCode = null,
    string? PrintedName = null,
    ScoringRule? Rule = null,
    FigureBinding? Binding = null,
    string? Explanation = null,
    string? Standard = null,
    string? EvidenceNeeded = null,
    Verification? Verification = null)
{
    internal IndicatorContent Content =>
        new(Code, Name, Weight, Rule, Binding, Explanation, Standard, EvidenceNeeded, StatedCode, PrintedName, Verification);

    internal static IndicatorDocument From(Indicator i, Indicator? parent) => new(
        i.Code, i.Name, i.Level, i.Weight, parent?.Code, i.StatedCode, i.PrintedName, i.Rule, i.Binding, i.Explanation, i.Standard, i.EvidenceNeeded, i.Verification);
}

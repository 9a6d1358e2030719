using System.Text.Json.Serialization;
using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Scoring;

/// <summary>The finished account of a scoring: every node, how it came about, and the total. Immutable; stored as JSON.</summary>
/// <param name="TreeCode">Code of the tree.</param>
/// <param name="TreeVersion">Version of the tree.</param>
/// <param name="LeafPlaces">Places to which each leaf was rounded.</param>
/// <param name="Rows">Every node, depth first.</param>
/// <param name="LeafTotal">Sum of the leaves' final points.</param>
/// <param name="Redistribution">The total scaled to 100 because leaves do not apply; null when it was not.</param>
/// <param name="Cap">The total under a cap; null when no cap applied.</param>
/// <param name="Total">After redistribution and cap, in points; of the leaves scored so far while incomplete.</param>
/// <param name="Missing">Leaves without points; empty when complete.</param>
/// <param name="Complete">Whether every leaf has points or does not apply, and at least one applies.</param>
/// <param name="Grade">Null while incomplete.</param>
/// <param name="Kind">评价方式 that this sheet is; null on sheets frozen before kinds were told apart.</param>
/// <param name="Before">The sheet of the kind before it: 部门评价 stands on 自评, 财政评价 on either; null when it stands alone.</param>
public sealed record ScoreSheet(
    string TreeCode,
    int TreeVersion,
    int LeafPlaces,
    IReadOnlyList<ScoreRow> Rows,
    decimal LeafTotal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] TotalLine? Redistribution,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] TotalLine? Cap,
    decimal Total,
    IReadOnlyList<MissingLeaf> Missing,
    bool Complete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Grade? Grade,
    EvaluationKind? Kind = null,
    ScoreSheet? Before = null)
{
    /// <summary>Sum of what the rules give, without anybody's override, before redistribution and cap; in points.</summary>
    [JsonIgnore]
    public decimal RuleTotal => Rows.Where(r => r.IsLeaf).Sum(r => r.Rounded ?? r.Points ?? 0);

    /// <summary>The leaves before anything was rounded, overrides as given, in points; the pages show it beside <see cref="LeafTotal"/>.</summary>
    [JsonIgnore]
    public decimal ExactTotal => Rows.Where(r => r.IsLeaf).Sum(r => r.Overridden ? r.Points ?? 0 : r.Exact ?? r.Points ?? 0);

    /// <summary>The leaves in which a reviewer put something in the place of what the unit's entries give.</summary>
    [JsonIgnore]
    public IEnumerable<ScoreRow> Changed => Rows.Where(r => r.IsChanged);

    /// <summary>This sheet and those it stands on, the unit's own first.</summary>
    [JsonIgnore]
    public IEnumerable<ScoreSheet> Kinds => Before is null ? [this] : Before.Kinds.Append(this);

    /// <summary>The sheet of a kind; null when it is not there.</summary>
    public ScoreSheet? Of(EvaluationKind kind) => Kinds.FirstOrDefault(s => s.Kind == kind);
}

/// <summary>One node of a <see cref="ScoreSheet"/>.</summary>
/// <param name="IndicatorId">Key of the node.</param>
/// <param name="ParentId">Key of the parent; null on level 1.</param>
/// <param name="Code">Normalised code.</param>
/// <param name="Name">Name without code.</param>
/// <param name="Level">1 to 4.</param>
/// <param name="IsLeaf">Whether the node was scored itself.</param>
/// <param name="Weight">In points.</param>
/// <param name="Points">Final points of a leaf (override, else rounded); of a parent, the sum beneath; null when nothing is scored.</param>
/// <param name="Exact">Computed points, not rounded; leaves only.</param>
/// <param name="Rounded">Computed points rounded to the tree's places; leaves only.</param>
/// <param name="Input">What was scored, typed or from the figure; leaves only.</param>
/// <param name="RuleName">Chinese name of the rule; leaves only.</param>
/// <param name="Sentence">Chinese explanation with its numbers, or what is missing; empty on parents.</param>
/// <param name="FigureFormula">How the bound figure was computed; null when none was used.</param>
/// <param name="Overridden">Whether a reviewer's points replace the computed ones.</param>
/// <param name="OverridePoints">The reviewer's points.</param>
/// <param name="OverrideReason">The reviewer's reason.</param>
/// <param name="NotApplicable">Whether the leaf does not apply.</param>
/// <param name="Note">评分说明.</param>
/// <param name="Stated">Points as a published paper says them.</param>
/// <param name="ToFull">“距满分差0.5分：…”; null at full marks and where there are no points.</param>
/// <param name="FigureSources">The rows behind the bound figure; null when none was used.</param>
/// <param name="ReviewedBy">The highest kind of evaluation that entered something of its own; null: none did.</param>
/// <param name="ReviewReason">Why a reviewer entered another input; null when none did.</param>
public sealed record ScoreRow(
    int IndicatorId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? ParentId,
    string Code,
    string Name,
    int Level,
    bool IsLeaf,
    decimal Weight,
    decimal? Points = null,
    decimal? Exact = null,
    decimal? Rounded = null,
    ScoringInput? Input = null,
    string? RuleName = null,
    string Sentence = "",
    string? FigureFormula = null,
    bool Overridden = false,
    decimal? OverridePoints = null,
    string? OverrideReason = null,
    bool NotApplicable = false,
    string? Note = null,
    decimal? Stated = null,
    string? ToFull = null,
    IReadOnlyList<FigureSource>? FigureSources = null,
    EvaluationKind? ReviewedBy = null,
    string? ReviewReason = null)
{
    /// <summary>True where a reviewer put points or an input in the place of what was there.</summary>
    [JsonIgnore]
    public bool IsChanged => Overridden || ReviewedBy is not null;

    /// <summary>Every reason a reviewer gave; null when nothing was changed.</summary>
    [JsonIgnore]
    public string? Reasons => IsChanged ? string.Join("；", new[] { ReviewReason, OverrideReason }.Where(r => r is not null).Distinct()) : null;
}

/// <summary>A line that changes the total.</summary>
/// <param name="Before">Points before.</param>
/// <param name="After">Points after.</param>
/// <param name="Sentence">Chinese sentence that says why, with the numbers.</param>
public sealed record TotalLine(decimal Before, decimal After, string Sentence);

/// <summary>A leaf that has no points yet.</summary>
/// <param name="IndicatorId">Key of the leaf.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">What is missing, in Chinese.</param>
public sealed record MissingLeaf(int IndicatorId, string Code, string Name, string Sentence);

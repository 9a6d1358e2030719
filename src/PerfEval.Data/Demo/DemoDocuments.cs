using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Data.Demo;

// The shapes of the demo files beside this one. Figures stand as the published papers print them, errors included.

internal sealed record OrganisationDocument(string Code, string Name, OrganisationKind Kind, string? Parent);

internal sealed record OutlineDocument(string Code, string Name, IReadOnlyList<OutlineItemDocument> Items);

internal sealed record OutlineItemDocument(int Level, string Heading, bool Required, string? Guidance, string? Table);

internal sealed record ReportDocument(
    string Key, int FiscalYear, string Organisation, string? SupervisingDepartment, string ProjectName, EvaluationKind Kind,
    string? TreeCode, string OutlineCode, string? AnnexLabel, IReadOnlyList<string> Title, string? Signatory, DateOnly? SignedOn,
    string? Background, string? Purpose, IReadOnlyList<FundingDocument> Funding, IReadOnlyList<LineDocument> Lines,
    StatedTotals StatedTotals, IReadOnlyList<ObjectiveDocument> Objectives, IReadOnlyList<TargetDocument> Targets,
    IReadOnlyList<ResultDocument> Results, IReadOnlyList<ImplementationDocument> Implementation, decimal? StatedScore,
    Grade? StatedGrade, IReadOnlyList<SectionDocument> Sections, IReadOnlyList<LeafDocument> Leaves,
    SurveyDocument? Survey = null);

internal sealed record FundingDocument(
    FundingKind Kind, string Name, decimal? InitialBudget, decimal? Received, decimal? Executed, decimal? HandedBack, string? Note,
    IReadOnlyList<AdjustmentDocument>? Adjustments = null);

internal sealed record AdjustmentDocument(DateOnly Date, string Document, decimal Amount);

internal sealed record LineDocument(
    string? Group, string Item, string? Unit, decimal? Quantity, string? Measure, decimal? UnitPrice, decimal? Allocated,
    decimal? Spent, decimal? StatedBalance, string? BalanceReason);

internal sealed record ObjectiveDocument(ObjectiveKind Kind, string Text);

internal sealed record TargetDocument(
    string? Unit, string? Activity, string? Goal, string? Indicator = null, TargetDirection Direction = TargetDirection.Qualitative,
    decimal? TargetValue = null, string? Measure = null);

internal sealed record ResultDocument(
    string? Unit, string? Activity, string? Result, CompletionState State, string? StateText = null, int? Target = null,
    decimal? ActualValue = null);

internal sealed record ImplementationDocument(string Unit, string Activity, string Text);

internal sealed record SectionDocument(int Level, string? Number, string? Heading, bool RunIn, IReadOnlyList<string> Body);

internal sealed record SurveyDocument(
    string Title, string? Introduction, string TargetGroup, int MinimumValid, int? Sent, IReadOnlyList<SheetDocument> Sheets, IReadOnlyList<string> Texts);

internal sealed record SheetDocument(string Marks, int Count, bool IsValid = true);

internal sealed record LeafDocument(
    string Code, ScoringInput? Input, decimal? OverridePoints, string? OverrideReason, string? Note, decimal? Stated, string? Evidence);

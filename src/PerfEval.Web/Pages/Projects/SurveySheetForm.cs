using FluentValidation;
using PerfEval.Domain.Surveys;

namespace PerfEval.Web.Pages.Projects;

/// <summary>A sheet as it is typed in from paper.</summary>
public sealed class SurveySheetForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public string? Number { get; set; }

    /// <summary>One digit per question with options.</summary>
    public List<string?> Marks { get; set; } = [];

    public List<string?> Texts { get; set; } = [];

    public bool Invalid { get; set; }

    public SheetEntry ToEntry() => new(Marks, Texts);
}

/// <summary>Totals that were counted by hand.</summary>
public sealed class SurveyTallyForm
{
    public long SeenVersion { get; set; }

    public string? Returned { get; set; }

    public string? Valid { get; set; }

    public List<TallyRowForm> Rows { get; set; } = [];

    public SurveyTally ToTally() => new(
        FormRules.ToWhole(Returned) ?? 0, FormRules.ToWhole(Valid) ?? 0, [.. Rows.Select(r => (IReadOnlyList<int>)[.. r.Options.Select(o => FormRules.ToWhole(o) ?? 0)])]);

    public static SurveyTallyForm Of(Survey survey) => new()
    {
        SeenVersion = survey.Version,
        Returned = survey.Tally is { } t ? $"{t.Returned}" : null,
        Valid = survey.Tally is { } v ? $"{v.Valid}" : null,
        Rows = [.. survey.Closed.Select((q, i) => new TallyRowForm { Options = [.. q.Options.Select((_, o) => survey.Tally is { } tally ? $"{tally.Options[i][o]}" : null)] })],
    };
}

/// <summary>Totals of one question.</summary>
public sealed class TallyRowForm
{
    public List<string?> Options { get; set; } = [];
}

internal sealed class SurveySheetFormRules : AbstractValidator<SurveySheetForm>
{
    public SurveySheetFormRules() => RuleFor(f => f.Number).Whole("问卷编号", 1, Survey.LargestNumber, required: true);
}

internal sealed class SurveyTallyFormRules : AbstractValidator<SurveyTallyForm>
{
    public SurveyTallyFormRules()
    {
        RuleFor(f => f.Returned).Whole("回收份数", 1, Survey.LargestCount, required: true);
        RuleFor(f => f.Valid).Whole("有效份数", 0, Survey.LargestCount, required: true);
        RuleForEach(f => f.Rows).ChildRules(row => row.RuleForEach(r => r.Options).Whole("份数", 0, Survey.LargestCount));
    }
}

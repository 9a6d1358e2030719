using FluentValidation;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed about a funding source.</summary>
public sealed class FundingForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public FundingKind Kind { get; set; }

    public string? Name { get; set; }

    public string? InitialBudget { get; set; }

    public string? Received { get; set; }

    public string? Executed { get; set; }

    public string? HandedBack { get; set; }

    public string? Note { get; set; }

    public FundingEntry ToEntry() => new(
        Kind, string.IsNullOrWhiteSpace(Name) ? Kind.Word() : Name, FormRules.ToAmount(InitialBudget), FormRules.ToAmount(Received),
        FormRules.ToAmount(Executed), FormRules.ToAmount(HandedBack), string.IsNullOrWhiteSpace(Note) ? null : Note.Trim());

    public static (string Label, string? Value)[] Words(FundingSource source) =>
    [
        ("类别", source.Kind.Word()), ("来源名称", source.Name), ("年初预算", Shown(source.InitialBudget)), ("到位", Shown(source.Received)),
        ("执行", Shown(source.Executed)), ("已交回财政", Shown(source.HandedBack)), ("备注", source.Note),
    ];

    private static string? Shown(decimal? amount) => amount is { } yuan ? Domain.Money.Show(yuan) : null;

    public static FundingForm Of(FundingSource source) => new()
    {
        Id = source.Id,
        SeenVersion = source.Version,
        Kind = source.Kind,
        Name = source.Name,
        InitialBudget = FormRules.ToText(source.InitialBudget),
        Received = FormRules.ToText(source.Received),
        Executed = FormRules.ToText(source.Executed),
        HandedBack = FormRules.ToText(source.HandedBack),
        Note = source.Note,
    };
}

/// <summary>What is typed about a budget adjustment.</summary>
public sealed class AdjustmentForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public Guid FundingId { get; set; }

    public string? Date { get; set; }

    public string? Document { get; set; }

    public string? Amount { get; set; }
}

internal sealed class FundingFormRules : AbstractValidator<FundingForm>
{
    public FundingFormRules()
    {
        RuleFor(f => f.Kind).IsInEnum().WithMessage("请选择资金类别");
        RuleFor(f => f.Name).Words("来源名称", FundingSource.NameLength);
        RuleFor(f => f.InitialBudget).Amount("年初预算", mayBeNegative: false);
        RuleFor(f => f.Received).Amount("到位", mayBeNegative: false);
        RuleFor(f => f.Executed).Amount("执行", mayBeNegative: false);
        RuleFor(f => f.HandedBack).Amount("已交回财政", mayBeNegative: false);
        RuleFor(f => f.Note).Words("备注", FundingSource.NoteLength);
    }
}

internal sealed class AdjustmentFormRules : AbstractValidator<AdjustmentForm>
{
    public AdjustmentFormRules()
    {
        RuleFor(f => f.FundingId).NotEmpty().WithMessage("请选择资金来源");
        RuleFor(f => f.Date).Day("日期", required: true);
        RuleFor(f => f.Document).Words("文号", BudgetAdjustment.DocumentLength, required: true);
        RuleFor(f => f.Amount).Amount("调整金额", required: true);
    }
}

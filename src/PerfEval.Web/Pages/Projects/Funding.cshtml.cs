using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class FundingModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public FundingForm Form { get; set; } = new();

    [BindProperty]
    public AdjustmentForm Adjustment { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public ProjectMoney Money { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, Guid? edit, CancellationToken cancel) => ShowAsync(id, edit, cancel);

    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearPrefix(nameof(Adjustment));
        return ActAsync(id, "保存资金来源", nameof(Form), () => this.Accepts(Form, new FundingFormRules(), nameof(Form)),
            project => project.SaveFunding(Form.Id, Form.SeenVersion, Form.ToEntry()), cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除资金来源", nameof(Form), () => true, project => project.RemoveFunding(row, seen), cancel);

    public Task<IActionResult> OnPostAdjustAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearPrefix(nameof(Form));
        return ActAsync(id, "调整预算", nameof(Adjustment), () => this.Accepts(Adjustment, new AdjustmentFormRules(), nameof(Adjustment)),
            project => project.AdjustBudget(
                Adjustment.FundingId, Adjustment.Id, FormRules.ToDay(Adjustment.Date)!.Value, Adjustment.Document, FormRules.ToAmount(Adjustment.Amount)!.Value), cancel);
    }

    public Task<IActionResult> OnPostRemoveAdjustmentAsync(int id, Guid funding, Guid row, CancellationToken cancel) =>
        ActAsync(id, "删除预算调整", nameof(Adjustment), () => true, project => project.RemoveAdjustment(funding, row), cancel);

    private async Task<IActionResult> ActAsync(int id, string act, string prefix, Func<bool> accepts, Action<Project> change, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var done = accepts() && await this.TryAsync(prefix, async () =>
        {
            change(project);
            await db.Doing(AuditChain.Of(project), act).SaveChangesAsync(cancel);
        });
        if (done)
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To(ProjectLinks.Funding, id);
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(id, null, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, Guid? edit, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        (Frame, Money) = (new(project, "funding", me.Actor), await db.MoneyOfAsync(project, cancel));
        if (edit is { } row)
        {
            if (project.Funding.FirstOrDefault(f => f.Id == row) is not { } source)
            {
                return NotFound();
            }

            Form = FundingForm.Of(source);
        }

        Conflict = this.Meet(nameof(Form), project.Funding.FirstOrDefault(f => f.Id == Form.Id), FundingForm.Words, version => Form.SeenVersion = version);
        return Page();
    }
}

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
        RuleFor(f => f.InitialBudget).Amount("年初预算");
        RuleFor(f => f.Received).Amount("到位");
        RuleFor(f => f.Executed).Amount("执行");
        RuleFor(f => f.HandedBack).Amount("已交回财政");
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

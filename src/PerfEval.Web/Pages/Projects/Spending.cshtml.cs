using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class SpendingModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public LineForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public ProjectMoney Money { get; private set; } = null!;

    /// <summary>The row as somebody else saved it meanwhile, shown beside what was typed.</summary>
    public Conflict? Conflict { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, Guid? edit, CancellationToken cancel) => ShowAsync(id, edit, cancel);

    public async Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        this.Accepts(Form, new LineFormRules(), nameof(Form));
        var line = new LineChange(Form.Id, Form.SeenVersion, Form.ToEntry());
        foreach (var fault in line.Entry!.Faults())
        {
            ModelState.AddModelError($"{nameof(Form)}.{fault.Field}", fault.Message);
        }

        return await ApplyAsync(project, line, "保存支出明细", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project
            ? NotFound()
            : await ApplyAsync(project, new LineChange(row, seen, null), "删除支出明细", cancel);

    private async Task<IActionResult> ApplyAsync(Project project, LineChange change, string act, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (await this.TryAsync(nameof(Form), async () =>
        {
            var outcome = project.Apply(LineChanges.Of(change));
            if (outcome.Stale.Count > 0)
            {
                throw new RowStale($"支出明细“{change.Entry?.Item ?? "该行"}”");
            }

            await db.Doing(AuditChain.Of(project), act).SaveChangesAsync(cancel);
        }))
        {
            TempData["Flash"] = change.Entry is null ? "已删除 1 行支出明细。" : $"已保存“{change.Entry.Item}”。";
            return ProjectLinks.To(ProjectLinks.Spending, project.Id, change.Entry is null ? null : "line-new");
        }

        var id = project.Id;
        db.ChangeTracker.Clear();
        return await ShowAsync(id, null, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, Guid? edit, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        (Frame, Money) = (new(project, "spending", me.Actor), await db.MoneyOfAsync(project, cancel));
        if (edit is { } row)
        {
            if (project.Lines.FirstOrDefault(l => l.Id == row) is not { } line)
            {
                return NotFound();
            }

            Form = LineForm.Of(line);
        }

        Conflict = this.Meet(nameof(Form), project.Lines.FirstOrDefault(l => l.Id == Form.Id), LineForm.Words, version => Form.SeenVersion = version);
        return Page();
    }
}

/// <summary>What is typed about a spending line.</summary>
public sealed class LineForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public string? ActivityGroup { get; set; }

    public string? Item { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? Quantity { get; set; }

    public string? Measure { get; set; }

    public string? UnitPrice { get; set; }

    public string? Allocated { get; set; }

    public string? Spent { get; set; }

    public string? BalanceReason { get; set; }

    /// <summary>The entry as far as it can be read; amounts that cannot are reported by the form's rules.</summary>
    public LineEntry ToEntry()
    {
        var (quantity, price, allocated) = (FormRules.ToNumber(Quantity), FormRules.ToAmount(UnitPrice), FormRules.ToAmount(Allocated));
        var computed = allocated is null && string.IsNullOrWhiteSpace(Allocated) && Math.Abs(quantity ?? 0) <= BudgetLine.QuantityLimit && quantity * price is { } product
            ? Domain.Scoring.Rounding.ToFen(product)
            : allocated;
        return new(ActivityGroup, Item, ImplementingUnit, quantity, Measure, price, computed, FormRules.ToAmount(Spent), BalanceReason);
    }

    public static (string Label, string? Value)[] Words(BudgetLine line) =>
    [
        ("活动内容", line.ActivityGroup), ("项目", line.Item), ("实施单位", line.ImplementingUnit),
        ("数量×单价", line.QuantityTimesPrice is { } product ? $"{Numbers.Plainly(line.Quantity!.Value)}{line.Measure}×{Money.Plainly(line.UnitPrice!.Value)}元={Money.Show(product)}元" : null),
        ("实际拨款", line.Allocated is { } allocated ? Money.Show(allocated) : null), ("实际支出", line.Spent is { } spent ? Money.Show(spent) : null),
        ("结余原因", line.BalanceReason),
    ];

    public static LineForm Of(BudgetLine line) => new()
    {
        Id = line.Id,
        SeenVersion = line.Version,
        ActivityGroup = line.ActivityGroup,
        Item = line.Item,
        ImplementingUnit = line.ImplementingUnit,
        Quantity = line.Quantity is { } quantity ? Numbers.Plainly(quantity) : null,
        Measure = line.Measure,
        UnitPrice = FormRules.ToText(line.UnitPrice),
        Allocated = FormRules.ToText(line.Allocated),
        Spent = FormRules.ToText(line.Spent),
        BalanceReason = line.BalanceReason,
    };
}

internal sealed class LineFormRules : AbstractValidator<LineForm>
{
    public LineFormRules()
    {
        RuleFor(f => f.Quantity).Number("数量");
        RuleFor(f => f.UnitPrice).Amount("单价");
        RuleFor(f => f.Allocated).Amount("实际拨款");
        RuleFor(f => f.Spent).Amount("实际支出");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
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
        ModelState.ClearOther(nameof(Form), nameof(Adjustment));
        return ActAsync(id, "保存资金来源", nameof(Form), () => this.Accepts(Form, new FundingFormRules(), nameof(Form)),
            project => project.SaveFunding(Form.Id, Form.SeenVersion, Form.ToEntry()), cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除资金来源", nameof(Form), () => true, project => project.RemoveFunding(row, seen), cancel);

    public Task<IActionResult> OnPostAdjustAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearOther(nameof(Adjustment), nameof(Form));
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

        var done = accepts() && await this.SaveAsync(db, project, act, prefix, () => change(project), cancel: cancel);
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

        (Frame, Money) = (new(project, "funding", me.Actor), ProjectMoney.Of(project));
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

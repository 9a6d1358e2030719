using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Reports;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class OverviewModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time, ProjectReports reports) : PageModel
{
    [BindProperty]
    public ActForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public ProjectMoney Money { get; private set; } = null!;

    public ScoreSheet? Sheet { get; private set; }

    /// <summary>The project it was carried over from, when the person sees it.</summary>
    public Project? LastYear { get; private set; }

    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public IReadOnlyList<Missing> Doubts { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => ShowAsync(id, cancel);

    public async Task<IActionResult> OnPostActAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        if (Form.Act is not { } act)
        {
            ModelState.AddModelError("", "没有指明要做什么，请用页面上的按钮");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(id, cancel);
        }

        var done = await this.TryAsync(nameof(Form), async () =>
        {
            var tree = await db.TreeOfAsync(project, cancel);
            var (now, sheet) = (time.GetUtcNow().UtcDateTime, tree is null ? null : await db.SheetNowAsync(project, tree, cancel));
            project.Take(act, me.Actor, now, Form.Reason, sheet);
            if (act == Act.Approve)
            {
                await reports.FileAsync(project, sheet, now, cancel);
            }

            await db.Doing(AuditChain.Of(project), act.Word(), Form.Reason).SaveChangesAsync(cancel);
        });
        if (done)
        {
            TempData["Flash"] = $"已{act.Word()}“{project.Name}”。";
            return ProjectLinks.To(act == Act.Accept ? ProjectLinks.Scores : ProjectLinks.Overview, id);
        }

        db.ChangeTracker.Clear();
        ViewData["ErrorTitle"] = $"没有{act.Word()}，请先处理：";
        return await ShowAsync(id, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        (Frame, Money) = (new(project, "overview", me.Actor), ProjectMoney.Of(project));
        Sheet = await db.SheetOfAsync(project, await db.TreeOfAsync(project, cancel), cancel);
        LastYear = project.CarriedFromId is { } before ? await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(before, cancel) : null;
        Missing = project.Evaluation.IsOpen ? Readiness.Of(project, Sheet) : [];
        Doubts = project.Evaluation.State is EvaluationState.Published ? [] : Readiness.Doubts(project, LastYear);
        return Page();
    }
}

/// <summary>An act with its reason.</summary>
public sealed class ActForm
{
    public Act? Act { get; set; }

    public string? Reason { get; set; }
}

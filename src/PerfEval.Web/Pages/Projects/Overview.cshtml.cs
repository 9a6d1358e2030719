using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Checks;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Reports;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class OverviewModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time, ProjectReports reports, ProjectChecks checks) : PageModel
{
    [BindProperty]
    public ActForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public ProjectMoney Money { get; private set; } = null!;

    public ScoreSheet? Sheet { get; private set; }

    /// <summary>The project it was carried over from, when the person sees it.</summary>
    public Project? LastYear { get; private set; }

    /// <summary>What 体检 found.</summary>
    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    /// <summary>True for somebody who wanted to submit and could not: told at once what is missing, without being asked anything.</summary>
    public bool Asked { get; private set; }

    /// <param name="id">The project.</param>
    /// <param name="submit">True for somebody who pressed 送审 while something stops it.</param>
    /// <param name="point">Keys of findings that a reviewer wants to return the project for.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(int id, bool submit, string[] point, CancellationToken cancel)
    {
        var page = await ShowAsync(id, cancel);
        Asked = submit;
        Form.Reason = point.Length > 0 && Frame is { MayOverride: true } ? FindingView.AsPoints(Findings.Where(f => point.Contains(f.Key))) : null;
        return page;
    }

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
            var (now, facts) = (time.GetUtcNow().UtcDateTime, await checks.FactsAsync(project, cancel));
            var sheet = facts.Tree is null ? null : await db.SheetNowAsync(project, facts.Tree, cancel);
            project.Take(act, me.Actor, now, Form.Reason, sheet, ProjectCheck.Of(facts));
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
        var facts = await checks.FactsAsync(project, cancel);
        (Sheet, LastYear, Findings) = (facts.Sheet, facts.LastYear, FindingView.Of(Url, facts, ProjectCheck.Of(facts)));
        return Page();
    }
}

/// <summary>An act with its reason.</summary>
public sealed class ActForm
{
    public Act? Act { get; set; }

    public string? Reason { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class NewModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time) : PageModel
{
    private const int MostSources = 100;

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Trees { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Outlines { get; private set; } = [];

    /// <summary>The unit's own projects, the latest year first: each can be carried over instead.</summary>
    public IReadOnlyList<(int Id, int Year, string Name)> Sources { get; private set; } = [];

    public string OrganisationName => me.OrganisationName;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Form.FiscalYear = time.GetUtcNow().UtcDateTime.Shown("yyyy");
        (Form.TreeId, Form.OutlineId) = (Trees.Count > 0 ? Trees[0].Id : null, Outlines.Count > 0 ? Outlines[0].Id : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Project? project = null;
        if (this.Accepts(Form, new ProjectFormRules(isNew: true), nameof(Form))
            && await this.TryAsync(nameof(Form), async () => project = await OpenAsync(cancel)))
        {
            TempData["Flash"] = $"已新建“{project!.Name}”。请先填写资金来源。";
            return ProjectLinks.To(ProjectLinks.Funding, project.Id);
        }

        await ShowAsync(cancel);
        return Page();
    }

    private async Task<Project> OpenAsync(CancellationToken cancel)
    {
        var organisation = await db.Organisations.FirstAsync(o => o.Id == me.Actor.OrganisationId, cancel);
        var outline = await db.ChosenOutlineAsync(Form.OutlineId, cancel);
        var tree = await db.ChosenTreeAsync(Form.TreeId, cancel);
        var project = Project.Open(organisation, Form.ToEntry(), EvaluationKind.SelfEvaluation);
        project.Outline(outline);
        project.Evaluation.ScoreBy(tree);
        project.Head(new ReportHeader { Signatory = organisation.Name });
        await db.Doing(AuditChain.Of(project), "新建项目").StoreNewAsync(project, cancel);
        return project;
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        (Trees, Outlines) = (await db.TreesAsync(cancel), await db.OutlinesAsync(cancel));
        Sources = [.. (await db.Projects.VisibleTo(me.Actor).OrderByDescending(p => p.FiscalYear).ThenBy(p => p.Name).Take(MostSources)
            .Select(p => new { p.Id, p.FiscalYear, p.Name }).ToListAsync(cancel)).Select(p => (p.Id, p.FiscalYear, p.Name))];
    }
}

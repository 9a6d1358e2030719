using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class NewModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time) : PageModel
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Trees { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Outlines { get; private set; } = [];

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
        var outline = await db.Outlines.Include(o => o.Items).FirstOrDefaultAsync(o => o.Id == Form.OutlineId, cancel)
            ?? throw new RuleBroken("所选报告提纲不存在，请重新选择", nameof(Form.OutlineId));
        var tree = await db.Trees.Where(t => t.Id == Form.TreeId && t.Status == TreeStatus.Published).Select(t => t.Id).FirstOrDefaultAsync(cancel);
        if (tree == 0)
        {
            throw new RuleBroken("所选评价指标体系不存在或未发布，请重新选择", nameof(Form.TreeId));
        }

        var project = Project.Open(organisation, Form.ToEntry(), EvaluationKind.SelfEvaluation);
        project.Outline(outline);
        project.Evaluation.ScoreBy(tree);
        project.Head(new ReportHeader { Signatory = organisation.Name });
        db.Projects.Add(project);
        try
        {
            await db.Doing(AuditChain.Of(project), "新建项目").SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            throw new RuleBroken($"本单位{Form.FiscalYear}年度已有同名项目，请换一个名称或打开原有项目", nameof(Form.Name));
        }

        return project;
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Trees = [.. (await db.Trees.Where(t => t.Status == TreeStatus.Published).OrderByDescending(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.VersionNumber }).ToListAsync(cancel)).Select(t => (t.Id, $"{t.Name}（第{t.VersionNumber}版）"))];
        Outlines = [.. (await db.Outlines.OrderBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancel)).Select(o => (o.Id, o.Name))];
    }
}

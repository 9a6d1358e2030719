using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class EditModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public Project Project { get; private set; } = null!;

    /// <summary>立项背景 and 立项目的, as far as they stand as they were copied from last year.</summary>
    public IEnumerable<CarriedText> Carried => Project.Carried().Where(c => c.Key.Part is CarriedPart.Background or CarriedPart.Purpose);

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        if (!project.Evaluation.IsOpen)
        {
            TempData["FlashDoubt"] = $"项目{project.Evaluation.State.Word()}，不能修改项目信息。";
            return ProjectLinks.To(ProjectLinks.Overview, id);
        }

        (Project, Form) = (project, ProjectForm.Of(project));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Project = project;
        if (this.Accepts(Form, new ProjectFormRules(isNew: false), nameof(Form))
            && await this.TryAsync(nameof(Form), () => SaveAsync(project, cancel)))
        {
            TempData["Flash"] = "已保存项目信息。";
            return ProjectLinks.To(ProjectLinks.Overview, id);
        }

        db.ChangeTracker.Clear();
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } stored)
        {
            return NotFound();
        }

        Project = stored;
        Conflict = this.Meet(nameof(Form), stored, ProjectForm.Words, version => Form.SeenVersion = version ?? 0);
        return Page();
    }

    private async Task SaveAsync(Project project, CancellationToken cancel)
    {
        project.Change(Form.ToEntry(), Form.SeenVersion);
        project.Head(Form.ToHeader());
        try
        {
            await db.Doing(AuditChain.Of(project), "修改项目信息").SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            throw new RuleBroken($"本单位{Form.FiscalYear}年度已有同名项目，请换一个名称", nameof(Form.Name));
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class CarryOverModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public CarryOverForm Form { get; set; } = new();

    public Project Source { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Trees { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Outlines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
        {
            return NotFound();
        }

        // The tree and the outline of last year, as far as they can be chosen now.
        Form = CarryOverForm.Of(Source, CarryChoice.Usual);
        Form.TreeId = Trees.Select(t => (int?)t.Id).OrderBy(t => t == Source.Evaluation.TreeId ? 0 : 1).FirstOrDefault();
        var headings = await db.Outlines.SelectMany(o => o.Items).Select(i => new { i.OutlineId, i.Heading }).ToListAsync(cancel);
        Form.OutlineId = headings.GroupBy(h => h.OutlineId).OrderByDescending(g => CarryOver.Places(Source, g.Select(h => h.Heading))).ThenBy(g => g.Key)
            .Select(g => (int?)g.Key).FirstOrDefault();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
        {
            return NotFound();
        }

        Project? project = null;
        if (this.Accepts(Form, new CarryOverFormRules(), nameof(Form))
            && await this.TryAsync(nameof(Form), async () => project = await OpenAsync(cancel)))
        {
            TempData["Flash"] = $"已由{Source.FiscalYear}年度项目结转为“{project!.Name}”。沿用的文字逐处标出，请修改或确认。";
            return ProjectLinks.To(ProjectLinks.Overview, project.Id);
        }

        // What was tried is forgotten; the source is shown as it is stored.
        db.ChangeTracker.Clear();
        return await ShowAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<Project> OpenAsync(CancellationToken cancel)
    {
        var outline = await db.ChosenOutlineAsync(Form.OutlineId, cancel);
        var tree = await db.ChosenTreeAsync(Form.TreeId, cancel);
        var project = CarryOver.Open(Source, Form.Year, Form.Name!, Form.ToChoice(), outline);
        project.Evaluation.ScoreBy(tree);
        await db.Doing(AuditChain.Of(project), "由上年项目结转", $"来源：{Source.FiscalYear}年度“{Source.Name}”（项目编号{Source.Id}）").StoreNewAsync(project, cancel);
        return project;
    }

    private async Task<bool> ShowAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } source)
        {
            return false;
        }

        (Source, Trees, Outlines) = (source, await db.TreesAsync(cancel), await db.OutlinesAsync(cancel));
        return true;
    }
}

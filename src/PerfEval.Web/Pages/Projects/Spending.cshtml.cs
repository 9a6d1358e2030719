using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class SpendingModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public LineForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public ProjectMoney Money { get; private set; } = null!;

    /// <summary>True when the lines are entered by the plain form instead of the grid: asked for, or a form was sent.</summary>
    public bool Plain { get; private set; }

    /// <summary>The row as somebody else saved it meanwhile, shown beside what was typed.</summary>
    public Conflict? Conflict { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, Guid? edit, CancellationToken cancel) => ShowAsync(id, edit, cancel);

    public async Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var line = new LineChange(Form.Id, Form.SeenVersion, Form.ToTyping().Read(out var faults));
        foreach (var fault in faults)
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
        else if (await this.SaveAsync(db, project, act, nameof(Form), () =>
        {
            if (project.Apply(LineChanges.Of(change)).Stale.Count > 0)
            {
                throw new RowStale($"支出明细“{change.Entry?.Item ?? "该行"}”");
            }
        }, cancel: cancel))
        {
            TempData["Flash"] = change.Entry is null ? "已删除 1 行支出明细。" : $"已保存“{change.Entry.Item}”。";
            return RedirectToPage(null, null, new { id = project.Id, plain = Request.Query["plain"].FirstOrDefault() }, change.Entry is null ? null : "line-new");
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

        Plain = edit is not null || HttpMethods.IsPost(Request.Method) || !string.IsNullOrEmpty(Request.Query["plain"]);
        (Frame, Money) = (new(project, "spending", me.Actor), ProjectMoney.Of(project));
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

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class ImplementationModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public ImplementationForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, Guid? edit, CancellationToken cancel) => ShowAsync(id, edit, cancel);

    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel) => ActAsync(
        id, "保存项目实施情况", () => this.Accepts(Form, new ImplementationFormRules(), nameof(Form)),
        project => project.SaveImplementation(Form.Id, Form.SeenVersion, Form.ImplementingUnit ?? "", Form.Activity ?? "", Form.Description ?? ""), cancel);

    public Task<IActionResult> OnPostRemoveAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除项目实施情况", () => true, project => project.RemoveImplementation(row, seen), cancel);

    private async Task<IActionResult> ActAsync(int id, string act, Func<bool> accepts, Action<Project> change, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var done = accepts() && await this.SaveAsync(db, project, act, nameof(Form), () => change(project), cancel: cancel);
        if (done)
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To("/Projects/Implementation", id);
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

        Frame = new(project, "targets", me.Actor);
        if (edit is { } row)
        {
            if (project.Implementation.FirstOrDefault(i => i.Id == row) is not { } note)
            {
                return NotFound();
            }

            Form = new()
            {
                Id = note.Id,
                SeenVersion = note.Version,
                ImplementingUnit = note.ImplementingUnit,
                Activity = note.Activity,
                Description = note.Description,
            };
        }

        Conflict = this.Meet(
            nameof(Form), project.Implementation.FirstOrDefault(i => i.Id == Form.Id),
            i => [("实施单位", i.ImplementingUnit), ("项目名称", i.Activity), ("项目实施情况", i.Description)], version => Form.SeenVersion = version);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>All texts that stand as they were copied from last year, to be read and confirmed here or edited where they stand.</summary>
public sealed class CarriedModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public CarriedForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
        {
            return NotFound();
        }

        var (keys, texts) = (Form.ToKeys(), Frame.Carried);
        if (ModelState.IsValid && await this.SaveAsync(db, Frame.Project, Act(keys), nameof(Form), () => Frame.Project.ConfirmCarried(keys), cancel: cancel))
        {
            TempData["Flash"] = $"已确认沿用 {keys.Count} 处，还有 {texts.Count - keys.Count} 处没有修改也没有确认。";
            return Form.Back ? ProjectLinks.ToCarried(id, keys[0]) : RedirectToPage(new { id });
        }

        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(id, cancel) ? Page() : NotFound();
    }

    /// <summary>True when the row was ticked in the form that was refused.</summary>
    public bool IsChosen(CarriedKey key) => Form.Rows.Any(r => r.Chosen && r.Part == key.Part && r.Id == key.Id);

    private static string Act(IReadOnlyList<CarriedKey> keys) =>
        $"确认沿用上年内容：{string.Join("、", keys.GroupBy(k => k.Part).Select(g => g.Key.Word() + (g.Count() > 1 ? $"{g.Count()}处" : "")))}";

    private async Task<bool> ShowAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return false;
        }

        Frame = new(project, "overview", me.Actor);
        return true;
    }
}

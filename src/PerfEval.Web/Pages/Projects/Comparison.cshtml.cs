using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>自评, 部门评价 and 财政评价 side by side, for the screen and for paper.</summary>
public sealed class ComparisonModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public ScoringView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        View = await ScoringView.OfAsync(db, new(project, "evaluation", me.Actor), cancel);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The blank questionnaire for paper.</summary>
public sealed class SurveyPrintModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public ProjectFrame Frame { get; private set; } = null!;

    public Survey Survey => Frame.Project.Survey!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { Survey: not null } project)
        {
            return NotFound();
        }

        Frame = new(project, "survey", me.Actor);
        return Page();
    }
}

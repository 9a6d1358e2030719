using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Web.Reports;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The official report as it will be printed.</summary>
public sealed class ReportModel(PerfEvalDbContext db, CurrentPerson me, ProjectReports reports) : PageModel
{
    public ProjectFrame Frame { get; private set; } = null!;

    public ApprovedReport? Approved { get; private set; }

    public bool IsFinal => ProjectReports.IsFinal(Frame.Project);

    /// <summary>Why the report cannot be printed; null when it can.</summary>
    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        (Frame, Approved) = (new(project, "report", me.Actor), await reports.StoredAsync(project, cancel));
        if (Approved is not null)
        {
            return Page();
        }

        try
        {
            // What is stored has been printed once; a draft may hold a character that no face has.
            await reports.PdfAsync(project, cancel);
        }
        catch (RuleBroken broken)
        {
            Fault = broken.Message;
        }

        return Page();
    }
}

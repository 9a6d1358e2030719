using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Evidence;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>One file in the page, between the one before it and the one after it.</summary>
public sealed class EvidenceViewModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public ProjectFrame Frame { get; private set; } = null!;

    public EvidenceFile Shown { get; private set; } = null!;

    public EvidenceGroup Group { get; private set; } = null!;

    public EvidenceFile? Previous { get; private set; }

    public EvidenceFile? Next { get; private set; }

    /// <summary>第几个, from 1, of how many.</summary>
    public (int Number, int Of) Position { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, Guid file, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var groups = new EvidencePlaces(project, await db.TreeOfAsync(project, cancel)).Groups();
        var all = groups.SelectMany(g => g.Files).ToList();
        var at = all.FindIndex(f => f.Id == file);
        if (at < 0)
        {
            return NotFound();
        }

        (Frame, Shown, Group) = (new(project, "evidence", me.Actor), all[at], groups.First(g => g.Files.Contains(all[at])));
        (Previous, Next, Position) = (all.ElementAtOrDefault(at - 1), all.ElementAtOrDefault(at + 1), (at + 1, all.Count));
        return Page();
    }
}

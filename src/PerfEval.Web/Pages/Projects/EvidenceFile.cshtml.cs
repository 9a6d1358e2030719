using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PerfEval.Data;
using PerfEval.Data.Evidence;
using PerfEval.Data.Queries;
using PerfEval.Documents.Reading;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>
/// The bytes of one file: shown by the browser where it can, saved under its own name otherwise. It leaves no audit row:
/// evidence is working paper inside the house, and only people who see the project see it.
/// </summary>
public sealed class EvidenceFileModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, Guid file, bool download, CancellationToken cancel)
    {
        var found = await db.Projects.VisibleTo(me.Actor).Where(p => p.Id == id).SelectMany(p => p.Evidence).AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == file, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Response.IsFile(found.Name, found.MediaType, shown: !download && EvidenceKinds.IsShown(found.MediaType));
        return new FileStreamResult(db.OpenEvidence(found), found.MediaType)
        {
            EntityTag = new EntityTagHeaderValue($"\"{found.Sha256}\""),
            EnableRangeProcessing = true,
        };
    }
}

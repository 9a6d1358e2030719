using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Indicators;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>比较: what is different between two versions or two trees.</summary>
public sealed class CompareModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public IReadOnlyList<(int Id, string Name)> Choices { get; private set; } = [];

    public IndicatorTree? From { get; private set; }

    public IndicatorTree? To { get; private set; }

    /// <summary>Null until both are chosen.</summary>
    public TreeComparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? from, int? to, CancellationToken cancel)
    {
        var visible = db.Trees.VisibleTo(me.Actor).AsNoTrackingWithIdentityResolution();
        From = from is { } old ? await visible.LoadTreeAsync(old, cancel) : null;
        To = to is { } now ? await visible.LoadTreeAsync(now, cancel) : null;
        if ((from is not null && From is null) || (to is not null && To is null))
        {
            return NotFound();
        }

        Choices = [.. (await visible.OrderBy(t => t.Code).ThenBy(t => t.VersionNumber).Select(t => new { t.Id, t.Name, t.VersionNumber, t.Status }).ToListAsync(cancel))
            .Select(t => (t.Id, $"{t.Name}（第{t.VersionNumber}版，{t.Status.Word()}）"))];
        Comparison = From is not null && To is not null ? TreeComparison.Of(From, To) : null;
        return Page();
    }
}

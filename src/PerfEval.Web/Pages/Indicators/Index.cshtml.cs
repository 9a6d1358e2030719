using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Access;
using PerfEval.Domain.Indicators;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>指标体系: every version of every tree that the person may see, and what can be done with it.</summary>
public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public IReadOnlyList<TreeRow> Rows { get; private set; } = [];

    public bool MayChange => me.Role == Role.Reviewer;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var used = await db.Evaluations.Where(e => e.TreeId != null).GroupBy(e => e.TreeId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var trees = await db.Trees.VisibleTo(me.Actor).AsNoTrackingWithIdentityResolution().Include(t => t.Indicators).ToListAsync(cancel);
        var newest = trees.GroupBy(t => t.Code).ToDictionary(g => g.Key, g => g.Max(t => t.Id));
        Rows = [.. trees.OrderByDescending(t => newest[t.Code]).ThenByDescending(t => t.VersionNumber).Select(t => new TreeRow(
            t, TreeBalance.Of(t).Leaves, t.Leaves().Count, used.GetValueOrDefault(t.Id),
            trees.Where(o => o.Code == t.Code && o.VersionNumber < t.VersionNumber).MaxBy(o => o.VersionNumber)?.Id,
            trees.Any(o => o.Code == t.Code && (o.Status == TreeStatus.Draft || o.VersionNumber > t.VersionNumber))))];
    }
}

/// <summary>One version of a tree in the list.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Balance">Its leaves beside 100.</param>
/// <param name="Leaves">Number of leaves.</param>
/// <param name="Projects">Projects scored by it.</param>
/// <param name="Before">The version before it, to compare with.</param>
/// <param name="IsOvertaken">True when a draft or a later version of the same tree exists.</param>
public sealed record TreeRow(IndicatorTree Tree, NodeBalance Balance, int Leaves, int Projects, int? Before, bool IsOvertaken);

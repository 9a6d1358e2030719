using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;

namespace PerfEval.Web.Pages.Admin;

/// <summary>The units as a list to choose from, indented as they stand below each other.</summary>
internal static class OrganisationChoices
{
    /// <summary>All open units, and the one that is chosen already even when it is closed.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> LoadAsync(PerfEvalDbContext db, int? chosen, CancellationToken cancel)
    {
        var units = await db.Organisations.Where(o => o.IsActive || o.Id == chosen)
            .Select(o => new { o.Id, o.Name, o.Code, o.Path, o.IsActive }).ToListAsync(cancel);
        return [.. units.OrderBy(o => o.Path, StringComparer.Ordinal).Select(o => new SelectListItem(
            $"{new string('　', Depth(o.Path))}{o.Name}（{o.Code}）{(o.IsActive ? "" : "，已停用")}", $"{o.Id}"))];
    }

    /// <summary>How many units stand above one.</summary>
    public static int Depth(string path) => path.Count(c => c == '/') - 2;
}

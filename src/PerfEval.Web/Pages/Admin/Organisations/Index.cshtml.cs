using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Domain.Access;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>单位: the whole hierarchy, with what hangs on each unit.</summary>
public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];

    public bool MayChange => me.Role == Role.SystemAdministrator;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await db.Users.Where(u => !u.IsDisabled).GroupBy(u => u.OrganisationId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var projects = await db.Projects.GroupBy(p => p.OrganisationId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var units = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Code, o.Name, o.Kind, o.Path, o.IsActive }).ToListAsync(cancel);
        Rows = [.. units.OrderBy(o => o.Path, StringComparer.Ordinal).Select(o => new OrganisationRow(
            o.Id, o.Code, o.Name, o.Kind, OrganisationChoices.Depth(o.Path), people.GetValueOrDefault(o.Id), projects.GetValueOrDefault(o.Id), o.IsActive))];
    }
}

/// <summary>One line of the tree.</summary>
public sealed record OrganisationRow(int Id, string Code, string Name, OrganisationKind Kind, int Depth, int People, int Projects, bool IsActive);

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>用户.</summary>
public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time) : PageModel
{
    /// <summary>Filter value for people who have no role yet.</summary>
    public const string NoRole = "none";

    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? RoleFilter { get; set; }

    /// <summary>open, locked, disabled or empty.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? StateFilter { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<UserRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool MayCreate => me.Role == Role.SystemAdministrator;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(RoleFilter) || !string.IsNullOrEmpty(StateFilter);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var users = Filtered();
        Total = await users.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        var now = time.GetUtcNow();
        Rows = [.. (await users.OrderBy(u => u.IsDisabled).ThenBy(u => u.UserName).Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(u => new
            {
                u.Id, u.UserName, u.DisplayName, u.Role, u.IsDisabled, u.LockoutEnd, u.LastSignInAt, u.MustChangePassword,
                Unit = u.Organisation!.Name, Scope = u.ScopeOrganisation!.Name,
            }).ToListAsync(cancel)).Select(u => new UserRow(
                u.Id, u.UserName!, u.DisplayName, u.Unit, u.Role, RoleForm.Oversees(u.Role) ? u.Scope ?? u.Unit : null,
                u.IsDisabled ? "已停用" : u.LockoutEnd > now ? "已锁定" : u.MustChangePassword ? "待改口令" : "在用", u.LastSignInAt))];
    }

    private IQueryable<User> Filtered()
    {
        var users = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var word = Search.Trim();
            users = users.Where(u => u.UserName!.Contains(word) || u.DisplayName.Contains(word) || u.Organisation!.Name.Contains(word));
        }

        if (RoleFilter == NoRole)
        {
            users = users.Where(u => u.Role == null);
        }
        else if (Enum.TryParse<Role>(RoleFilter, out var role))
        {
            users = users.Where(u => u.Role == role);
        }

        return StateFilter switch
        {
            "open" => users.Where(u => !u.IsDisabled),
            "disabled" => users.Where(u => u.IsDisabled),
            _ => users,
        };
    }
}

/// <summary>One line of the list.</summary>
public sealed record UserRow(int Id, string UserName, string DisplayName, string Unit, Role? Role, string? Scope, string State, DateTime? LastSignInAt);

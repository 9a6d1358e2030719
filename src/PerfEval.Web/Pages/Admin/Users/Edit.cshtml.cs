using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>One account: the system administrator sees name, unit and state, the security administrator the role.</summary>
public sealed class EditModel(PerfEvalDbContext db, UserManager<User> users, CurrentPerson me, TimeProvider time) : PageModel
{
    /// <summary>Where a new one-time password waits for the page that shows it.</summary>
    public const string OneTimeKey = "OneTimePassword";

    private Accounts Acts => new(db, users, me.Actor);

    [BindProperty]
    public UserForm Form { get; set; } = new();

    [BindProperty]
    public RoleForm Grant { get; set; } = new();

    public User Account { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public string? Scope { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Shown once, on the page after the act.</summary>
    public string? OneTimePassword { get; private set; }

    public bool IsSystem => me.Role == Role.SystemAdministrator;

    public bool IsSecurity => me.Role == Role.SecurityAdministrator;

    public bool IsMyself => Account.Id == me.Actor.UserId;

    public bool IsLocked => Account.LockoutEnd > time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new() { DisplayName = Account.DisplayName, OrganisationId = Account.OrganisationId };
        Grant = new() { Role = Account.Role, ScopeOrganisationId = Account.ScopeOrganisationId };
        OneTimePassword = TempData[OneTimeKey] as string;
        return await ShowAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) =>
        ActAsync(id, nameof(Form), () => Acts.ChangeAsync(Account, Form), "已保存。", cancel, () => this.Accepts(Form, new UserFormRules(isNew: false), nameof(Form)));

    public Task<IActionResult> OnPostDisableAsync(int id, CancellationToken cancel) =>
        ActAsync(id, "", () => Acts.DisableAsync(Account), "已停用，该用户的登录立即失效。", cancel);

    public Task<IActionResult> OnPostEnableAsync(int id, CancellationToken cancel) =>
        ActAsync(id, "", () => Acts.EnableAsync(Account), "已启用。", cancel);

    public Task<IActionResult> OnPostResetAsync(int id, CancellationToken cancel) =>
        ActAsync(id, "", async () => TempData[OneTimeKey] = await Acts.ResetAsync(Account), "已重置口令并解除锁定。", cancel);

    public Task<IActionResult> OnPostRoleAsync(int id, CancellationToken cancel) =>
        ActAsync(id, nameof(Grant), () => Acts.GrantAsync(Account, Grant), "角色已保存，该用户须重新登录。", cancel, () => this.Accepts(Grant, new RoleFormRules(), nameof(Grant)));

    private async Task<IActionResult> ActAsync(int id, string prefix, Func<Task> act, string done, CancellationToken cancel, Func<bool>? accepts = null)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.ClearOther(prefix, nameof(Form), nameof(Grant));
        if ((accepts is null || accepts()) && await this.TryAsync(prefix, act))
        {
            TempData["Flash"] = done;
            return RedirectToPage(new { id });
        }

        // Show the account as it is stored; only the form that was sent keeps what was typed.
        db.ChangeTracker.Clear();
        await FindAsync(id, cancel);
        if (prefix != nameof(Form))
        {
            Form = new() { DisplayName = Account.DisplayName, OrganisationId = Account.OrganisationId };
        }

        if (prefix != nameof(Grant))
        {
            Grant = new() { Role = Account.Role, ScopeOrganisationId = Account.ScopeOrganisationId };
        }

        return await ShowAsync(cancel);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        Account = (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel))!;
        return Account is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Units = await OrganisationChoices.LoadAsync(db, IsSystem ? Account.OrganisationId : Account.ScopeOrganisationId, cancel);
        Unit = await db.Organisations.Where(o => o.Id == Account.OrganisationId).Select(o => o.Name).FirstAsync(cancel);
        Scope = await db.Organisations.Where(o => o.Id == Account.ScopeOrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        return Page();
    }
}

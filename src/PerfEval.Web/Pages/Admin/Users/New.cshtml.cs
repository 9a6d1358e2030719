using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PerfEval.Data;
using PerfEval.Data.Identity;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>新建用户: without a role, with a password that is shown once.</summary>
public sealed class NewModel(PerfEvalDbContext db, UserManager<User> users, CurrentPerson me) : PageModel
{
    [BindProperty]
    public UserForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Units = await OrganisationChoices.LoadAsync(db, null, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (User? User, string Password) opened = default;
        if (this.Accepts(Form, new UserFormRules(isNew: true), nameof(Form))
            && await this.TryAsync(nameof(Form), async () => opened = await new Accounts(db, users, me.Actor).OpenAsync(Form)))
        {
            TempData["Flash"] = $"已新建用户“{opened.User!.DisplayName}”。";
            TempData[EditModel.OneTimeKey] = opened.Password;
            return RedirectToPage("/Admin/Users/Edit", new { id = opened.User.Id });
        }

        await OnGetAsync(cancel);
        return Page();
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Account;

/// <summary>修改口令: one's own; the first thing after an administrator set it.</summary>
public sealed class PasswordModel(PerfEvalDbContext db, SignInManager<User> signIn, CurrentPerson person, TimeProvider time) : PageModel
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    /// <summary>True when nothing else can be done before.</summary>
    public bool IsFirst => person.MustChangePassword;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var isFirst = IsFirst;
        if (!this.Accepts(Form, new PasswordValidator(), nameof(Form)) || !await ChangeAsync(cancel))
        {
            return Page();
        }

        TempData["Flash"] = "口令已修改。其他电脑上的登录已失效。";
        return isFirst ? RedirectToPage("/Index") : RedirectToPage();
    }

    private async Task<bool> ChangeAsync(CancellationToken cancel)
    {
        var users = signIn.UserManager;
        var user = (await users.GetUserAsync(User))!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Doing(AuditChain.Users, "修改本人口令");
        var changed = await users.ChangePasswordAsync(user, Form.Old!, Form.New!);
        if (!changed.Succeeded)
        {
            foreach (var error in changed.Errors)
            {
                var field = error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(PasswordForm.Old) : nameof(PasswordForm.New);
                ModelState.AddModelError($"{nameof(Form)}.{field}", error.Description);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }

        (user.MustChangePassword, user.PasswordChangedAt) = (false, time.GetUtcNow().UtcDateTime);
        await db.Doing(AuditChain.Users, "修改本人口令").SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await signIn.RefreshSignInAsync(user);
        return true;
    }
}

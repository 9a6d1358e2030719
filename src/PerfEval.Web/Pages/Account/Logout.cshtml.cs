using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;

namespace PerfEval.Web.Pages.Account;

/// <summary>退出: a button in the top line, never a link, so that no other page can sign somebody out.</summary>
public sealed class LogoutModel(PerfEvalDbContext db, SignInManager<User> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await db.RecordAsync(AuditChain.SignIns, "退出", User.Identity?.Name, cancel);
        await signIn.SignOutAsync();
        return RedirectToPage("/Account/Login");
    }
}

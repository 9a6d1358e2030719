using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Domain.Access;
using PerfEval.Web.Filters;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace PerfEval.Web.Pages.Account;

/// <summary>登录. Every attempt is recorded; the answer never says whether the name or the password was wrong.</summary>
public sealed class LoginModel(
    PerfEvalDbContext db, SignInManager<User> signIn, Undertaking undertaking, IConfiguration configuration, TimeProvider time) : PageModel
{
    private const string Wrong = "用户名或口令不正确，请重新输入。";
    private const string Locked = "口令连续输错次数过多，该账号已锁定15分钟，请稍后再试。";

    [BindProperty]
    public LoginForm Form { get; set; } = new();

    /// <summary>Where to go afterwards; only our own pages.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public bool IsDemo { get; } = configuration.GetValue("Demo", false);

    /// <summary>True in a new installation, where nobody can sign in yet.</summary>
    public bool IsEmpty { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(Destination());
        }

        IsEmpty = !await db.Users.AnyAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Accepts(Form, new LoginValidator(), nameof(Form)))
        {
            return Page();
        }

        var name = Form.UserName!.Trim();
        var user = await signIn.UserManager.FindByNameAsync(name);
        undertaking.Address = HttpContext.Connection.RemoteIpAddress?.ToString();
        undertaking.Actor = user is null ? Actor.System : new(user.Id, user.DisplayName, user.Role, user.OrganisationId, "");

        var result = user is null or { IsDisabled: true } ? Pretend()
            : await signIn.PasswordSignInAsync(user, Form.Password!, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            var why = user is null ? "没有该用户" : user.IsDisabled ? "账号已停用" : result.IsLockedOut ? "账号已锁定" : "口令不正确";
            await db.RecordAsync(AuditChain.SignIns, "登录失败", $"{name}：{why}", cancel);
            ModelState.AddModelError("", result.IsLockedOut ? Locked : Wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        user!.LastSignInAt = time.GetUtcNow().UtcDateTime;
        await db.RecordAsync(AuditChain.SignIns, "登录", name, cancel);
        return user.MustChangePassword ? RedirectToPage("/Account/Password") : LocalRedirect(Destination());
    }

    // Takes as long as a real check, so that the clock does not tell which names exist.
    private SignInResult Pretend()
    {
        signIn.UserManager.PasswordHasher.HashPassword(new User(), Form.Password!);
        return SignInResult.Failed;
    }

    private string Destination() => Url.IsLocalUrl(From) ? From! : "/";
}

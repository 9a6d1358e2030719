using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Commands;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>批量导入用户: first a preview, then all or nothing; the one-time passwords are shown once and kept nowhere.</summary>
public sealed class ImportModel(PerfEvalDbContext db, UserManager<User> users, IDataProtectionProvider protection, CurrentPerson me) : PageModel
{
    /// <summary>Most people of one list: every password is hashed slowly on purpose.</summary>
    public const int MostPeople = 500;

    private static readonly string[] Columns = ["用户名", "姓名", "单位编码"];

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The previewed rows, sealed.</summary>
    [BindProperty]
    public string? Rows { get; set; }

    [BindProperty]
    public bool Commit { get; set; }

    public IReadOnlyList<AccountStep>? Plan { get; private set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>What was imported, with the password of each; only in the answer to the import itself.</summary>
    public IReadOnlyList<(AccountStep Step, string Password)> Imported { get; private set; } = [];

    public string FileName { get; private set; } = "";

    private Upload Upload => new(protection, "users", me.Actor.UserId);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await this.TryAsync("", () => Commit ? CarryAsync(cancel) : PreviewAsync(cancel));
        return Page();
    }

    private async Task PreviewAsync(CancellationToken cancel)
    {
        var table = await Upload.ReadAsync(Sheet, nameof(Sheet), Columns, cancel);
        if (table.Rows.Count > MostPeople)
        {
            throw new RuleBroken($"文件有{table.Rows.Count}行，每次最多导入{MostPeople}个用户，请分成几份上传", nameof(Sheet));
        }

        var rows = table.Rows.Select(r => new AccountRow(r.Number, r["用户名"], r["姓名"], r["单位编码"])).ToList();
        (Plan, Faults) = await UnderstandAsync(rows, cancel);
        FileName = Sheet!.FileName;
        if (Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Rows = Upload.Pack(rows);
        ModelState.Remove(nameof(Rows));
    }

    // Understood again: somebody may have taken a name since the preview. One save, so all or nothing.
    private async Task CarryAsync(CancellationToken cancel)
    {
        var (steps, faults) = await UnderstandAsync(Upload.Unpack<AccountRow>(Rows), cancel);
        if (faults.Count > 0)
        {
            throw new RuleBroken([.. faults.Select(f => f with { Field = "" })]);
        }

        var made = steps.AsParallel().AsOrdered().WithCancellation(cancel).Select(step => (Step: step, Password: CommandLine.OneTimePassword()))
            .Select(m => (m.Step, m.Password, User: Account(m.Step, m.Password))).ToList();
        db.Users.AddRange(made.Select(m => m.User));
        try
        {
            await db.Doing(AuditChain.Users, "导入用户", $"新建{made.Count}个").SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            throw new RuleBroken("名单中的用户名刚被他人使用，没有导入任何用户，请重新校验");
        }

        Imported = [.. made.Select(m => (m.Step, m.Password))];
    }

    private User Account(AccountStep step, string password)
    {
        var user = new User
        {
            UserName = step.UserName,
            NormalizedUserName = users.NormalizeName(step.UserName),
            DisplayName = step.DisplayName,
            OrganisationId = step.Organisation.Id,
            MustChangePassword = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return user;
    }

    private async Task<(IReadOnlyList<AccountStep> Steps, IReadOnlyList<Fault> Faults)> UnderstandAsync(IReadOnlyList<AccountRow> rows, CancellationToken cancel) =>
        AccountImport.Plan(
            rows, await db.Organisations.AsNoTracking().ToListAsync(cancel), await db.Users.Select(u => u.UserName!).ToListAsync(cancel),
            new(Data.Identity.User.UserNameLength, Data.Identity.User.DisplayNameLength, users.Options.User.AllowedUserNameCharacters));
}

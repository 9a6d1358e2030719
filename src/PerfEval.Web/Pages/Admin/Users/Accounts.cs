using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Domain;
using PerfEval.Domain.Access;
using PerfEval.Web.Commands;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>What administrators do to accounts. Each act ends what the person has open, and is one audit row.</summary>
internal sealed class Accounts(PerfEvalDbContext db, UserManager<User> users, Actor me)
{
    /// <summary>Name and unit.</summary>
    public async Task ChangeAsync(User user, UserForm form)
    {
        user.DisplayName = form.DisplayName!.Trim();
        user.OrganisationId = await OpenUnitAsync(form.OrganisationId, user.OrganisationId, nameof(UserForm.OrganisationId));
        Check(await Doing("修改用户", user).UpdateAsync(user));
    }

    /// <summary>A new account without a role.</summary>
    /// <returns>The account and the password to hand over.</returns>
    public async Task<(User User, string Password)> OpenAsync(UserForm form)
    {
        var unit = await OpenUnitAsync(form.OrganisationId, null, nameof(UserForm.OrganisationId));
        var user = new User { UserName = form.UserName!.Trim(), DisplayName = form.DisplayName!.Trim(), OrganisationId = unit, MustChangePassword = true };
        var password = CommandLine.OneTimePassword();
        Check(await Doing("新建用户", user).CreateAsync(user, password), nameof(UserForm.UserName));
        return (user, password);
    }

    public async Task DisableAsync(User user)
    {
        RefuseMyself(user, "不能停用自己，请由另一位系统管理员操作");
        await RefuseLastAsync(user, "停用");
        user.IsDisabled = true;
        Check(await Doing("停用用户", user).UpdateSecurityStampAsync(user));
    }

    public async Task EnableAsync(User user)
    {
        (user.IsDisabled, user.LockoutEnd, user.AccessFailedCount) = (false, null, 0);
        Check(await Doing("启用用户", user).UpdateSecurityStampAsync(user));
    }

    /// <summary>A new one-time password; also unlocks.</summary>
    public async Task<string> ResetAsync(User user)
    {
        RefuseMyself(user, "自己的口令请在“修改口令”中修改");
        var password = CommandLine.OneTimePassword();
        (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
        var token = await users.GeneratePasswordResetTokenAsync(user);
        Check(await Doing("重置口令", user).ResetPasswordAsync(user, token, password));
        return password;
    }

    public async Task GrantAsync(User user, RoleForm form)
    {
        RefuseMyself(user, "不能改变自己的角色，请由另一位安全管理员操作");
        if (form.Role != user.Role)
        {
            await RefuseLastAsync(user, "变更角色");
        }

        user.ScopeOrganisationId = form.ScopeOrganisationId is { } scope
            ? await OpenUnitAsync(scope, user.ScopeOrganisationId, nameof(RoleForm.ScopeOrganisationId)) : null;
        user.Role = form.Role;
        Check(await Doing("授予角色", user, form.Reason).UpdateSecurityStampAsync(user));
    }

    private UserManager<User> Doing(string act, User user, string? because = null)
    {
        db.Doing(AuditChain.Users, act, string.IsNullOrWhiteSpace(because) ? user.UserName : $"{user.UserName}：{because.Trim()}");
        return users;
    }

    private async Task<int> OpenUnitAsync(int? id, int? before, string field) =>
        await db.Organisations.Where(o => o.Id == id && (o.IsActive || o.Id == before)).Select(o => (int?)o.Id).FirstOrDefaultAsync()
        ?? throw new RuleBroken("所选单位不存在或已停用，请重新选择", field);

    private void RefuseMyself(User user, string message)
    {
        if (user.Id == me.UserId)
        {
            throw new RuleBroken(message);
        }
    }

    // Without either of the two nobody could ever repair it from the pages.
    private async Task RefuseLastAsync(User user, string act)
    {
        if (user is { IsDisabled: false, Role: Role.SystemAdministrator or Role.SecurityAdministrator }
            && !await db.Users.AnyAsync(u => u.Id != user.Id && !u.IsDisabled && u.Role == user.Role))
        {
            throw new RuleBroken($"“{user.DisplayName}”是最后一位在用的{user.Role.Value.Word()}，不能{act}；请先授予另一人这个角色");
        }
    }

    private static void Check(IdentityResult result, string field = "")
    {
        if (!result.Succeeded)
        {
            throw new RuleBroken([.. result.Errors.Select(e => new Fault(field, e.Description))]);
        }
    }
}

using Microsoft.AspNetCore.Identity;

namespace PerfEval.Web.Security;

/// <summary>Identity's complaints in the users' language.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"口令至少{length}位");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Say(nameof(PasswordRequiresNonAlphanumeric), "口令须含符号，如 @ # -");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "口令须含数字");

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "口令须含小写字母");

    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), "口令须含大写字母");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), $"口令至少用{uniqueChars}种不同字符");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "原口令不正确");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"用户名“{userName}”已被使用");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "用户名只能用字母、数字和 - . _");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "该用户刚被他人修改，请刷新后重试");

    public override IdentityError DefaultError() => Say(nameof(DefaultError), "操作没有完成，请重试");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}

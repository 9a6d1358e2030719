using FluentValidation;
using PerfEval.Data.Identity;

namespace PerfEval.Web.Pages.Account;

/// <summary>What is typed to sign in.</summary>
public sealed class LoginForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }
}

internal sealed class LoginValidator : AbstractValidator<LoginForm>
{
    public LoginValidator()
    {
        RuleFor(f => f.UserName).NotEmpty().WithMessage("请填写用户名").MaximumLength(User.UserNameLength).WithMessage($"用户名不超过{User.UserNameLength}个字符");
        RuleFor(f => f.Password).NotEmpty().WithMessage("请填写口令").MaximumLength(PasswordValidator.Longest).WithMessage($"口令不超过{PasswordValidator.Longest}个字符");
    }
}

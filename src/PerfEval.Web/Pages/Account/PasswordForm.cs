using FluentValidation;

namespace PerfEval.Web.Pages.Account;

/// <summary>What is typed to choose a password.</summary>
public sealed class PasswordForm
{
    public string? Old { get; set; }

    public string? New { get; set; }

    public string? Repeat { get; set; }
}

/// <summary>Only what the form itself shows; the rules of a good password are Identity's.</summary>
internal sealed class PasswordValidator : AbstractValidator<PasswordForm>
{
    /// <summary>Most characters of a password, so that hashing one stays cheap.</summary>
    public const int Longest = 128;

    public PasswordValidator()
    {
        RuleFor(f => f.Old).NotEmpty().WithMessage("请填写原口令");
        RuleFor(f => f.New).NotEmpty().WithMessage("请填写新口令").MaximumLength(Longest).WithMessage($"新口令不超过{Longest}个字符")
            .NotEqual(f => f.Old).When(f => !string.IsNullOrEmpty(f.Old), ApplyConditionTo.CurrentValidator).WithMessage("新口令不能与原口令相同");
        RuleFor(f => f.Repeat).Equal(f => f.New).WithMessage("两次填写的新口令不一致");
    }
}

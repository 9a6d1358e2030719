using FluentValidation;
using PerfEval.Data.Identity;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>What the system administrator fills in about a person.</summary>
public sealed class UserForm
{
    /// <summary>Only when the account is new; it never changes.</summary>
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public int? OrganisationId { get; set; }
}

internal sealed class UserFormRules : AbstractValidator<UserForm>
{
    public UserFormRules(bool isNew)
    {
        if (isNew)
        {
            RuleFor(f => f.UserName).Words("用户名", User.UserNameLength, required: true);
        }

        RuleFor(f => f.DisplayName).Words("姓名", User.DisplayNameLength, required: true);
        RuleFor(f => f.OrganisationId).NotNull().WithMessage("请选择单位");
    }
}

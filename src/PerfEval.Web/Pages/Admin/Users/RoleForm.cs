using FluentValidation;
using PerfEval.Domain.Access;

namespace PerfEval.Web.Pages.Admin.Users;

/// <summary>What the security administrator grants: one role, and for those who oversee others the branch.</summary>
public sealed class RoleForm
{
    /// <summary>Null takes the role away.</summary>
    public Role? Role { get; set; }

    /// <summary>Null is the branch of the person's own unit.</summary>
    public int? ScopeOrganisationId { get; set; }

    /// <summary>Why; kept in the audit trail.</summary>
    public string? Reason { get; set; }

    /// <summary>True for the roles that look beyond their own unit.</summary>
    public static bool Oversees(Role? role) => role is Domain.Access.Role.Reviewer or Domain.Access.Role.Leader;
}

internal sealed class RoleFormRules : AbstractValidator<RoleForm>
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 200;

    public RoleFormRules()
    {
        RuleFor(f => f.Role).IsInEnum().WithMessage("请选择角色");
        RuleFor(f => f.ScopeOrganisationId).Null().When(f => !RoleForm.Oversees(f.Role)).WithMessage("只有评审和领导有管辖范围，请改为“本单位”");
        RuleFor(f => f.Reason).Words("变更理由", ReasonLength);
    }
}

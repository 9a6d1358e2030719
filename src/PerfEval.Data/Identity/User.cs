using Microsoft.AspNetCore.Identity;
using PerfEval.Domain.Access;
using PerfEval.Domain.Organisations;

namespace PerfEval.Data.Identity;

/// <summary>用户: an account with at most one role, a unit, and for reviewers and leaders the branch they oversee.</summary>
public class User : IdentityUser<int>
{
    /// <summary>Most characters of a user name.</summary>
    public const int UserNameLength = 50;

    /// <summary>Most characters of a shown name.</summary>
    public const int DisplayNameLength = 50;

    /// <summary>Name shown to colleagues and kept with what they do.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Granted by the security administrator; null means the person sees nothing yet.</summary>
    public Role? Role { get; set; }

    /// <summary>Own unit.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Own unit, when loaded.</summary>
    public Organisation? Organisation { get; set; }

    /// <summary>管辖范围: root of the branch a reviewer or leader oversees; null means the own unit's branch.</summary>
    public int? ScopeOrganisationId { get; set; }

    /// <summary>管辖范围, when loaded.</summary>
    public Organisation? ScopeOrganisation { get; set; }

    /// <summary>停用: may not sign in.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>True after creation and reset: the first thing to do is to choose a password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Last change of the password, UTC.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>Last sign-in, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }
}

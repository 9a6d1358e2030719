using PerfEval.Domain.Organisations;

namespace PerfEval.Domain.Access;

/// <summary>Who acts, as far as the rules care.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">Shown name, kept with what they did.</param>
/// <param name="Role">What they do; null until the security administrator has granted a role.</param>
/// <param name="OrganisationId">Their own unit.</param>
/// <param name="ScopePath">Path of the branch they oversee (reviewers and leaders).</param>
/// <param name="Unit">What their own unit is; null where nobody asked.</param>
public sealed record Actor(int UserId, string Name, Role? Role, int OrganisationId, string ScopePath, OrganisationKind? Unit = null)
{
    /// <summary>True for a reviewer of a department: 部门评价 is theirs, 财政评价 and the steps of the review are the finance bureau's.</summary>
    public bool IsDepartment => Role == Access.Role.Reviewer && Unit == OrganisationKind.Department;

    /// <summary>The program itself: start-up, demo, command line.</summary>
    public static Actor System { get; } = new(0, "系统", null, 0, "");
}

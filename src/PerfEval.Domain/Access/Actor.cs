namespace PerfEval.Domain.Access;

/// <summary>Who acts, as far as the rules care.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">Shown name, kept with what they did.</param>
/// <param name="Role">What they do; null until the security administrator has granted a role.</param>
/// <param name="OrganisationId">Their own unit.</param>
/// <param name="ScopePath">Path of the branch they oversee (reviewers and leaders).</param>
public sealed record Actor(int UserId, string Name, Role? Role, int OrganisationId, string ScopePath)
{
    /// <summary>The program itself: start-up, demo, command line.</summary>
    public static Actor System { get; } = new(0, "系统", null, 0, "");
}

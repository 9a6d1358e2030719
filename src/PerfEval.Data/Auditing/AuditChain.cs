using PerfEval.Domain.Projects;

namespace PerfEval.Data.Auditing;

/// <summary>Names of the chains.</summary>
public static class AuditChain
{
    /// <summary>Accounts, roles, scopes, passwords.</summary>
    public const string Users = "users";

    /// <summary>The hierarchy of units.</summary>
    public const string Organisations = "organisations";

    /// <summary>Indicator trees and outlines.</summary>
    public const string Templates = "templates";

    /// <summary>Sign-ins, failed and successful.</summary>
    public const string SignIns = "signins";

    /// <summary>Everything of one project.</summary>
    public static string Of(Project project) => Of(project.ChainId);

    /// <summary>Everything of the project with this <see cref="Project.ChainId"/>.</summary>
    public static string Of(Guid chain) => $"project:{chain:N}";
}

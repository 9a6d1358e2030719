namespace PerfEval.Domain.Access;

/// <summary>
/// What a person does here. One role per person; the three administrators exclude each other and never touch business
/// (三权分立, GB/T 22239-2019 安全管理中心).
/// </summary>
public enum Role
{
    /// <summary>会计: enters and submits the projects of their own unit.</summary>
    Accountant,

    /// <summary>评审: scores what has been submitted inside their branch.</summary>
    Reviewer,

    /// <summary>领导: sees their branch, publishes, may revoke an approval.</summary>
    Leader,

    /// <summary>系统管理员: people and organisations.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: roles and scopes.</summary>
    SecurityAdministrator,

    /// <summary>审计员: reads the audit trail.</summary>
    Auditor,
}

/// <summary>The roles in the users' words.</summary>
public static class RoleWords
{
    /// <summary>会计, 评审, …</summary>
    public static string Word(this Role role) => role switch
    {
        Role.Accountant => "会计",
        Role.Reviewer => "评审",
        Role.Leader => "领导",
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全管理员",
        _ => "审计员",
    };
}

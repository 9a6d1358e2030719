using PerfEval.Domain.Access;

namespace PerfEval.Data.Demo;

/// <summary>One account of the demo.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="DisplayName">Shown name: a job, no person.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Organisation">Code of its unit.</param>
/// <param name="Scope">Code of the branch it oversees.</param>
public sealed record DemoAccount(string UserName, string DisplayName, Role Role, string Organisation, string? Scope);

/// <summary>The accounts of the demo; they exist nowhere else.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them, shown on the sign-in page in demo mode only.</summary>
    public const string Password = "PerfEval@2026";

    /// <summary>One per role, a second accountant of another unit, and a reviewer of a department.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("kuaiji", "雨花街道会计", Role.Accountant, "CG-YH", null),
        new("kuaiji2", "吴家营街道会计", Role.Accountant, "CG-WJY", null),
        new("pingshen", "财政局评审", Role.Reviewer, "CG-CZ", "KM"),
        new("bumen", "主管部门评审", Role.Reviewer, "DC-QWB", "KM"),
        new("lingdao", "分管领导", Role.Leader, "KM", "KM"),
        new("xitong", "系统管理员", Role.SystemAdministrator, "CG-CZ", null),
        new("anquan", "安全管理员", Role.SecurityAdministrator, "CG-CZ", null),
        new("shenji", "审计员", Role.Auditor, "CG-CZ", null),
    ];
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PerfEval.Domain.Access;

namespace PerfEval.Web.Security;

/// <summary>One row of the table: who may call a handler of a page.</summary>
/// <param name="Page">Path of the page below Pages, without extension.</param>
/// <param name="Handler">Verb, or verb and handler name: GET, POST, POST Override.</param>
/// <param name="Roles">Who may; empty means everyone who is signed in; null means anyone.</param>
public sealed record AccessRow(string Page, string Handler, IReadOnlyList<Role>? Roles);

/// <summary>
/// Who may call what, in one place. A handler that is not in the table is refused to everyone. Which rows of data a
/// person then sees is decided by their scope (VisibleTo), where foreign ids answer 404. docs/security.md prints the
/// table, a test keeps both equal, and the sweep walks it.
/// </summary>
public static class AccessTable
{
    private static readonly Role[] Business = [Role.Accountant, Role.Reviewer, Role.Leader];
    private static readonly Role[] Accountants = [Role.Accountant];
    private static readonly Role[] Reviewers = [Role.Reviewer];
    private static readonly Role[] System = [Role.SystemAdministrator];
    private static readonly Role[] People = [Role.SystemAdministrator, Role.SecurityAdministrator];

    /// <summary>Every handler of every page.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        new("/Index", "GET", []),
        new("/Error", "GET", null), new("/Error", "POST", null),
        new("/Account/Login", "GET", null), new("/Account/Login", "POST", null),
        new("/Account/Logout", "POST", []),
        new("/Account/Password", "GET", []), new("/Account/Password", "POST", []),
        new("/Check", "GET", []), new("/Check", "POST", []),
        new("/Projects/Index", "GET", Business),
        new("/Projects/New", "GET", Accountants), new("/Projects/New", "POST", Accountants),
        new("/Projects/Overview", "GET", Business), new("/Projects/Overview", "POST Act", Business),
        new("/Projects/Edit", "GET", Accountants), new("/Projects/Edit", "POST", Accountants),
        new("/Projects/Funding", "GET", Business), new("/Projects/Funding", "POST Save", Accountants),
        new("/Projects/Funding", "POST Remove", Accountants), new("/Projects/Funding", "POST Adjust", Accountants),
        new("/Projects/Funding", "POST RemoveAdjustment", Accountants),
        new("/Projects/Spending", "GET", Business), new("/Projects/Spending", "POST Save", Accountants),
        new("/Projects/Spending", "POST Remove", Accountants),
        new("/Projects/SpendingExport", "GET", Business), new("/Projects/SpendingTemplate", "GET", Accountants),
        new("/Projects/SpendingImport", "GET", Accountants), new("/Projects/SpendingImport", "POST Preview", Accountants),
        new("/Projects/SpendingImport", "POST Marked", Accountants), new("/Projects/SpendingImport", "POST Commit", Accountants),
        new("/Projects/SpendingRows", "GET", Business), new("/Projects/SpendingRows", "POST Save", Accountants),
        new("/Projects/SpendingRows", "POST Move", Accountants), new("/Projects/SpendingRows", "POST Read", Accountants),
        new("/Projects/Targets", "GET", Business), new("/Projects/Targets", "POST Objective", Accountants),
        new("/Projects/Targets", "POST Target", Accountants), new("/Projects/Targets", "POST RemoveTarget", Accountants),
        new("/Projects/Targets", "POST Achievement", Accountants), new("/Projects/Targets", "POST RemoveAchievement", Accountants),
        new("/Projects/Implementation", "GET", Business), new("/Projects/Implementation", "POST Save", Accountants),
        new("/Projects/Implementation", "POST Remove", Accountants),
        new("/Projects/Evidence", "GET", Business), new("/Projects/Evidence", "POST Upload", Accountants),
        new("/Projects/Evidence", "POST Remove", Accountants),
        new("/Projects/EvidenceView", "GET", Business), new("/Projects/EvidenceFile", "GET", Business),
        new("/Projects/Narrative", "GET", Business), new("/Projects/Narrative", "POST", Accountants), new("/Projects/Narrative", "POST Check", Accountants),
        new("/Projects/Check", "GET", Business), new("/Projects/Check", "POST Answer", Accountants), new("/Projects/Check", "POST TakeBack", Accountants),
        new("/Projects/CarryOver", "GET", Accountants), new("/Projects/CarryOver", "POST", Accountants),
        new("/Projects/Carried", "GET", Business), new("/Projects/Carried", "POST", Accountants),
        new("/Projects/Evaluation", "GET", Business), new("/Projects/Evaluation", "POST Tree", Accountants),
        new("/Projects/Evaluation", "POST Enter", Accountants), new("/Projects/Evaluation", "POST Override", [Role.Reviewer]),
        new("/Projects/Comparison", "GET", Business),
        new("/Projects/Report", "GET", Business), new("/Projects/ReportFile", "GET", Business),
        new("/Indicators/Replay", "GET", [Role.Reviewer]),
        new("/Indicators/Rule", "GET", Business), new("/Indicators/Rule", "POST", [Role.Reviewer]), new("/Indicators/Rule", "POST Preview", [Role.Reviewer]),
        new("/Projects/Survey", "GET", Business), new("/Projects/Survey", "POST Open", Accountants), new("/Projects/Survey", "POST Close", Accountants),
        new("/Projects/Survey", "POST Revise", Accountants), new("/Projects/Survey", "POST Renew", Accountants),
        new("/Projects/SurveyEdit", "GET", Accountants), new("/Projects/SurveyEdit", "POST Save", Accountants),
        new("/Projects/SurveyEdit", "POST Question", Accountants), new("/Projects/SurveyEdit", "POST RemoveQuestion", Accountants),
        new("/Projects/SurveyEdit", "POST RaiseQuestion", Accountants),
        new("/Projects/SurveySheets", "GET", Business), new("/Projects/SurveySheets", "POST Save", Accountants),
        new("/Projects/SurveySheets", "POST Withdraw", Accountants),
        new("/Projects/SurveyTally", "GET", Accountants), new("/Projects/SurveyTally", "POST Save", Accountants),
        new("/Projects/SurveyTally", "POST Clear", Accountants),
        new("/Projects/SurveyPrint", "GET", Business),
        new("/Surveys/Answer", "GET", null), new("/Surveys/Answer", "POST", null), new("/Surveys/Thanks", "GET", null),
        new("/Reviews/Index", "GET", [Role.Reviewer]),
        new("/Indicators/Index", "GET", Business), new("/Indicators/Compare", "GET", Business), new("/Indicators/Export", "GET", Business),
        new("/Indicators/New", "GET", Reviewers), new("/Indicators/New", "POST", Reviewers), new("/Indicators/New", "POST Next", Reviewers),
        new("/Indicators/Tree", "GET", Business), new("/Indicators/Tree", "POST Save", Reviewers), new("/Indicators/Tree", "POST Settings", Reviewers),
        new("/Indicators/Tree", "POST Publish", Reviewers), new("/Indicators/Tree", "POST Retire", Reviewers), new("/Indicators/Tree", "POST Delete", Reviewers),
        new("/Indicators/Import", "GET", Reviewers), new("/Indicators/Import", "POST Preview", Reviewers), new("/Indicators/Import", "POST Commit", Reviewers),
        new("/Admin/Users/Index", "GET", People),
        new("/Admin/Users/New", "GET", System), new("/Admin/Users/New", "POST", System),
        new("/Admin/Users/Edit", "GET", People), new("/Admin/Users/Edit", "POST", System),
        new("/Admin/Users/Edit", "POST Disable", System), new("/Admin/Users/Edit", "POST Enable", System),
        new("/Admin/Users/Edit", "POST Reset", System), new("/Admin/Users/Edit", "POST Role", [Role.SecurityAdministrator]),
        new("/Admin/Users/Import", "GET", System), new("/Admin/Users/Import", "POST", System),
        new("/Admin/Organisations/Index", "GET", People),
        new("/Admin/Organisations/New", "GET", System), new("/Admin/Organisations/New", "POST", System),
        new("/Admin/Organisations/Edit", "GET", System), new("/Admin/Organisations/Edit", "POST", System),
        new("/Admin/Organisations/Edit", "POST Disable", System), new("/Admin/Organisations/Edit", "POST Enable", System),
        new("/Admin/Organisations/Import", "GET", System), new("/Admin/Organisations/Import", "POST", System),
        new("/Admin/Audit/Index", "GET", [Role.Auditor]),
    ];

    /// <summary>Who may call a handler; the row, or null when the table does not know it.</summary>
    public static AccessRow? Find(string page, string verb, string? handler)
    {
        var name = string.IsNullOrEmpty(handler) ? verb : $"{verb} {handler}";
        return Rows.FirstOrDefault(r => r.Page == page && string.Equals(r.Handler, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when a person of this role may call the handler.</summary>
    public static bool Allows(AccessRow? row, bool signedIn, Role? role) => row switch
    {
        null => false,
        { Roles: null } => true,
        { Roles.Count: 0 } => signedIn,
        _ => role is { } r && row.Roles.Contains(r),
    };

    /// <summary>Opens each page to the roles that have any handler there; the handlers themselves are checked by the filter.</summary>
    internal static void ApplyTo(PageConventionCollection pages)
    {
        foreach (var page in Rows.GroupBy(r => r.Page))
        {
            if (page.Any(r => r.Roles is null))
            {
                pages.AllowAnonymousToPage(page.Key);
                continue;
            }

            var roles = page.Any(r => r.Roles!.Count == 0) ? [] : page.SelectMany(r => r.Roles!).Distinct().Select(r => r.ToString()).ToArray();
            var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
            if (roles.Length > 0)
            {
                policy.RequireRole(roles);
            }

            pages.AddPageApplicationModelConvention(page.Key, model => model.EndpointMetadata.Add(policy.Build()));
        }
    }
}

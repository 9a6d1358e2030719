using Microsoft.AspNetCore.Mvc;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Links;

/// <summary>The pages of a project, so that nobody writes an address as a string.</summary>
internal static class ProjectLinks
{
    public const string List = "/Projects/Index";
    public const string Overview = "/Projects/Overview";
    public const string Edit = "/Projects/Edit";
    public const string Funding = "/Projects/Funding";
    public const string Spending = "/Projects/Spending";
    public const string Targets = "/Projects/Targets";
    public const string Evidence = "/Projects/Evidence";
    public const string EvidenceView = "/Projects/EvidenceView";
    public const string EvidenceFile = "/Projects/EvidenceFile";
    public const string Narrative = "/Projects/Narrative";
    public const string Scores = "/Projects/Evaluation";

    /// <summary>The page on which something missing is repaired.</summary>
    public static string PageFor(this ReadinessPlace place) => place switch
    {
        ReadinessPlace.Funding => Funding,
        ReadinessPlace.Spending => Spending,
        ReadinessPlace.Targets => Targets,
        ReadinessPlace.Narrative => Narrative,
        ReadinessPlace.Overview => Edit,
        _ => Scores,
    };

    /// <summary>Back to a page of the project after something was saved.</summary>
    public static RedirectToPageResult To(string page, int id, string? fragment = null) => new(page, null, new { id }, fragment);

    /// <summary>The evidence of one place.</summary>
    public static RedirectToPageResult ToEvidence(int id, EvidencePlace place) => new(Evidence, null, EvidenceRoute(id, place));

    /// <summary>Route values of the evidence page that shows one place: ?line=, ?target= or ?leaf=.</summary>
    public static RouteValueDictionary EvidenceRoute(int id, EvidencePlace place) => new()
    {
        ["id"] = id,
        ["line"] = place.Subject == EvidenceSubject.Line ? place.RowId : null,
        ["target"] = place.Subject == EvidenceSubject.Target ? place.RowId : null,
        ["leaf"] = place.IndicatorId,
    };
}

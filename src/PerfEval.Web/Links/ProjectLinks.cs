using Microsoft.AspNetCore.Mvc;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

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
    public const string Implementation = "/Projects/Implementation";
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
        ReadinessPlace.Implementation => Implementation,
        ReadinessPlace.Overview => Edit,
        ReadinessPlace.Survey => SurveyLinks.Results,
        _ => Scores,
    };

    /// <summary>Where a row that a figure was computed from is entered.</summary>
    public static string? FigureRow(this IUrlHelper url, int project, FigureSource source) => source.Place switch
    {
        FigurePlace.Funding => url.Page(Funding, null, new { id = project }, null, null, $"row-{source.RowId}"),
        FigurePlace.Target => url.Page(Targets, null, new { id = project }, null, null, $"row-{source.RowId}"),
        FigurePlace.Result => url.Page(Targets, null, new { id = project }, null, null, $"row-{source.RowId}"),
        _ => url.Page(Spending, new { id = project }),
    };

    /// <summary>Where a carried text is edited.</summary>
    public static string? EditCarried(this IUrlHelper url, int project, CarriedKey key) => key.Part switch
    {
        CarriedPart.Section => url.Page(Narrative, new { id = project, section = key.Id }),
        CarriedPart.Objective => url.Page(Targets, null, new { id = project }, null, null, "objectives"),
        CarriedPart.Target => url.Page(Targets, null, new { id = project, target = key.Id }, null, null, "target-edit"),
        CarriedPart.Implementation => url.Page(Implementation, null, new { id = project, edit = key.Id }, null, null, "note-edit"),
        _ => url.Page(Edit, new { id = project }),
    };

    /// <summary>Back to the page a carried text stands on.</summary>
    public static RedirectToPageResult ToCarried(int id, CarriedKey key) => key.Part switch
    {
        CarriedPart.Section => new(Narrative, null, new { id, section = key.Id }),
        CarriedPart.Objective => To(Targets, id, "objectives"),
        CarriedPart.Target => To(Targets, id, "targets"),
        CarriedPart.Implementation => To(Implementation, id),
        _ => To(Edit, id),
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

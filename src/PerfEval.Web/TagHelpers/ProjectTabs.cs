namespace PerfEval.Web.TagHelpers;

/// <summary>What <c>_ProjectTabs</c> shows: <c>&lt;partial name="_ProjectTabs" model='new ProjectTabs(Model.Id, "spending")' /&gt;</c>.</summary>
/// <param name="Id">The project as it stands in addresses.</param>
/// <param name="Active">overview, funding, spending, targets, survey, evidence, narrative, evaluation, check or report.</param>
public sealed record ProjectTabs(object Id, string Active);

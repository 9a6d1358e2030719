using Microsoft.AspNetCore.Mvc;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;

namespace PerfEval.Web.Links;

/// <summary>From a finding to the very cell or words.</summary>
internal static class CheckLinks
{
    public const string Check = "/Projects/Check";

    /// <summary>The address of a place; null where there is nothing to jump to.</summary>
    /// <param name="url">Of the page.</param>
    /// <param name="facts">The project that was checked.</param>
    /// <param name="place">The place.</param>
    public static string? ToPlace(this IUrlHelper url, ProjectFacts facts, CheckPlace place)
    {
        var id = facts.Project.Id;
        return place switch
        {
            CheckPlace.Cell { Table: Places.Lines } cell => At(url, ProjectLinks.Spending, new { id, column = Or(cell.Column) }, cell.Row.Length > 0 ? $"line-{cell.Row}" : "lines"),
            CheckPlace.Cell { Table: Places.Funding } cell => At(url, ProjectLinks.Funding, new { id }, cell.Row.Length > 0 ? $"row-{cell.Row}" : null),
            CheckPlace.Cell { Table: Places.Notes } cell => At(url, ProjectLinks.Implementation, new { id }, cell.Row.Length > 0 ? $"note-{cell.Row}" : null),
            CheckPlace.Cell { Table: Places.Targets } cell => At(url, ProjectLinks.Targets, new { id }, cell.Row.Length > 0 ? $"row-{cell.Row}" : "targets"),
            CheckPlace.Cell { Table: Places.Results } cell => At(url, ProjectLinks.Targets, new { id }, cell.Row.Length > 0 ? $"row-{cell.Row}" : "results"),
            CheckPlace.Leaf leaf => At(url, ProjectLinks.Scores, new { id }, Node(facts, leaf.Code)),
            CheckPlace.Words { Length: 0 } words => At(url, ProjectLinks.Narrative, new { id, section = words.Section }, null),
            CheckPlace.Words words => At(url, ProjectLinks.Narrative, new { id, section = words.Section, from = words.Start, length = words.Length }, "words"),
            CheckPlace.Whole whole => At(url, Places.PageOf(whole) is { } page ? PageOf(page, facts) : ProjectLinks.Overview, new { id }, null),
            _ => null,
        };
    }

    // The form of 项目信息 opens only to who may change it.
    private static string PageOf(ReadinessPlace page, ProjectFacts facts) =>
        page == ReadinessPlace.Overview && !facts.Project.Evaluation.IsOpen ? ProjectLinks.Overview : page.PageFor();

    private static string? Node(ProjectFacts facts, string code) =>
        facts.Sheet?.Rows.FirstOrDefault(r => r.Code == code && code.Length > 0) is { } row ? $"{(row.IsLeaf ? "leaf" : "node")}-{row.IndicatorId}" : null;

    private static string? At(IUrlHelper url, string page, object values, string? fragment) => url.Page(page, null, values, null, null, fragment);

    private static string? Or(string text) => text.Length == 0 ? null : text;
}

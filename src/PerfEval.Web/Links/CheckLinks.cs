using Microsoft.AspNetCore.Mvc;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

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
            CheckPlace.Whole whole => Places.PageOf(whole) is { } page ? url.ToPage(facts, page) : At(url, ProjectLinks.Overview, new { id }, null),
            _ => null,
        };
    }

    /// <summary>The live figures in the words of a finding, each with the page on which its data are entered; empty where every number was typed.</summary>
    public static IReadOnlyList<LiveFigure> ToData(this IUrlHelper url, ProjectFacts facts, CheckPlace place) =>
        place is CheckPlace.Words { Length: > 0 } words && facts.Texts.FirstOrDefault(t => t.Key == words.Section) is { } text
            ? [.. from name in text.Filled.LiveNames(words.Start, words.Length)
                  let page = ProjectFigures.EnteredAt(name, facts.Project)
                  select new LiveFigure(name, facts.Figures[name], new CheckPlace.Whole(page.ToString()).Word(facts.Project), url.ToPage(facts, page))]
            : [];

    /// <summary>A page of the project.</summary>
    public static string? ToPage(this IUrlHelper url, ProjectFacts facts, ReadinessPlace page) => At(url, PageOf(page, facts), new { id = facts.Project.Id }, null);

    // The form of 项目信息 opens only to who may change it.
    private static string PageOf(ReadinessPlace page, ProjectFacts facts) =>
        page == ReadinessPlace.Overview && !facts.Project.Evaluation.IsOpen ? ProjectLinks.Overview : page.PageFor();

    private static string? Node(ProjectFacts facts, string code) =>
        facts.Sheet?.Rows.FirstOrDefault(r => r.Code == code && code.Length > 0) is { } row ? $"{(row.IsLeaf ? "leaf" : "node")}-{row.IndicatorId}" : null;

    private static string? At(IUrlHelper url, string page, object values, string? fragment) => url.Page(page, null, values, null, null, fragment);

    private static string? Or(string text) => text.Length == 0 ? null : text;
}

/// <summary>A number of the text that the report computes.</summary>
/// <param name="Name">As the live figure is called.</param>
/// <param name="Shown">As it is printed now.</param>
/// <param name="Page">The page on which its data are entered, in words.</param>
/// <param name="Href">That page.</param>
public sealed record LiveFigure(string Name, string Shown, string Page, string? Href);

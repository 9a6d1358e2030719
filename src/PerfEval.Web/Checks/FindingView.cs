using Microsoft.AspNetCore.Mvc;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Web.Links;

namespace PerfEval.Web.Checks;

/// <summary>A finding as a page shows it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Key">Its key.</param>
/// <param name="Answer">What the unit answered.</param>
/// <param name="Where">The place in words.</param>
/// <param name="Href">The place as an address.</param>
public sealed record FindingView(Finding Finding, string Key, FindingAnswer? Answer, string Where, string? Href)
{
    /// <summary>True when it stops 送审.</summary>
    public bool Stops => Finding.Severity != Severity.Hint && (Answer is null || !Finding.IsAnswerable);

    /// <summary>Kind of its mark: error, doubt or none.</summary>
    public string Mark => Finding.Severity.Mark();

    /// <summary>The findings in the order of the check.</summary>
    public static IReadOnlyList<FindingView> Of(IUrlHelper url, ProjectFacts facts, CheckResult check) => [.. check.Findings.Select(f => Of(url, facts, f))];

    /// <summary>One finding.</summary>
    public static FindingView Of(IUrlHelper url, ProjectFacts facts, Finding finding) => new(
        finding, finding.Key(), facts.Project.AnswerTo(finding), finding.Place.Word(facts.Project), url.ToPlace(facts, finding.Place));

    /// <summary>Findings as the numbered points of a 退回: place, what is wrong, the unit's answer, what to do.</summary>
    public static string AsPoints(IEnumerable<FindingView> findings)
    {
        var points = findings.Select((f, i) => $"{i + 1}. {f.Where}：{f.Finding.Explanation}。{(f.Answer is { } said ? $"单位答复“{said.Reason}”，请进一步说明或改正。" : $"请{f.Finding.Remedy}。")}");
        var text = string.Join('\n', points);
        return text.Length > Evaluation.ReasonLength ? text[..(Evaluation.ReasonLength - 1)] + "…" : text;
    }
}

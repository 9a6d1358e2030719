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
/// <param name="Returned">The 退回 that did not accept that answer; null while it stands.</param>
/// <param name="Where">The place in words.</param>
/// <param name="Href">The place as an address.</param>
/// <param name="Live">The numbers in its words that the report computes; nobody can type them.</param>
/// <param name="IsAllLive">True when the words are one such number and nothing else.</param>
public sealed record FindingView(
    Finding Finding, string Key, FindingAnswer? Answer, EvaluationEvent? Returned, string Where, string? Href, IReadOnlyList<LiveFigure> Live, bool IsAllLive)
{
    private const int LongestAnswer = 60;

    /// <summary>Where something can be done about it: the data where the words are nothing but a computed number, else the place.</summary>
    public string? MendHref => IsAllLive ? Live[0].Href : Href;

    /// <summary>True when the unit's answer stands.</summary>
    public bool IsAnswered => Finding.IsAnswerable && Answer is not null && Returned is null;

    /// <summary>True when it stops 送审.</summary>
    public bool Stops => Finding.Severity != Severity.Hint && !IsAnswered;

    /// <summary>Kind of its mark: error, doubt or none.</summary>
    public string Mark => Finding.Severity.Mark();

    /// <summary>The findings in the order of the check.</summary>
    public static IReadOnlyList<FindingView> Of(IUrlHelper url, ProjectFacts facts, CheckResult check) => [.. check.Findings.Select(f => Of(url, facts, f))];

    /// <summary>One finding.</summary>
    public static FindingView Of(IUrlHelper url, ProjectFacts facts, Finding finding) => new(
        finding, finding.Key(), facts.Project.AnswerTo(finding), facts.Project.ReturnOf(finding), finding.Place.Word(facts.Project), url.ToPlace(facts, finding.Place),
        url.ToData(facts, finding.Place),
        finding.Place is CheckPlace.Words { Length: > 0 } words && facts.Texts.FirstOrDefault(t => t.Key == words.Section)?.Filled.IsAllLive(words.Start, words.Length) == true);

    /// <summary>
    /// Findings as the numbered points of a 退回: place, what is wrong in the finding's own words (by them the unit's answer is
    /// known to be refused, <see cref="Domain.Projects.Project.ReturnOf"/>), the unit's answer, what to do. Whole points only: those that the reason
    /// has no room for are counted at the end.
    /// </summary>
    public static string AsPoints(IEnumerable<FindingView> findings)
    {
        var points = findings.Select((f, i) => $"{i + 1}. {f.Point}").ToList();
        for (var kept = points.Count; ; kept--)
        {
            var rest = points.Count - kept;
            var text = string.Join('\n', rest == 0 ? points : points.Take(kept).Append($"另有{rest}处写不下，没有写入，请对照“体检”页核对。"));
            if (text.Length <= Evaluation.ReasonLength || kept == 0)
            {
                return text;
            }
        }
    }

    /// <summary>The place for a text that tells place and explanation together: 完成情况第2行, where the explanation names “游园活动” itself.</summary>
    public string Unnamed => Where.IndexOf('“', StringComparison.Ordinal) is > 0 and var at && Finding.Explanation.Contains(Where[at..].TrimEnd('”', '…'), StringComparison.Ordinal)
        ? Where[..at] : Where;

    private string Point => $"{Unnamed}：{Ended(Finding.Explanation)}"
        + (Answer is { } said ? $"单位答复“{(said.Reason.Length > LongestAnswer ? said.Reason[..LongestAnswer] + "…" : said.Reason.TrimEnd('。')).ReplaceLineEndings(" ")}”，请进一步说明或改正。"
            : $"请{Ended(Finding.Remedy.StartsWith('请') ? Finding.Remedy[1..] : Finding.Remedy)}");

    private static string Ended(string sentence) => sentence.TrimEnd('。') + "。";
}

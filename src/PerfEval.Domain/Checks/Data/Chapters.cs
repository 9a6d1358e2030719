using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V13: required chapters are written, and a chapter that says no more than 无 is confirmed.</summary>
public static class Chapters
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V13", "章节齐全", "提纲规定的各章必填，只写“无”的须确认");

    /// <summary>What is not written, in one finding that leads to the first; and every chapter that says 无.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var open = facts.Project.Sections.Where(s => s.Required && !s.IsWritten).OrderBy(s => s.Position).ToList();
        foreach (var missing in facts.Missing.Where(m => m.Place == ReadinessPlace.Narrative))
        {
            yield return new(Rule, Severity.Missing, Place(open[0]), missing.Message, "逐节写上内容；没有的写“无”并说明") { Related = [.. open.Select(Place)] };
        }

        foreach (var section in facts.Project.Sections.Where(s => IsNone(s.Body)).OrderBy(s => s.Position))
        {
            yield return new(Rule, section.Required ? Severity.Doubt : Severity.Hint, new CheckPlace.Words(section.Id.ToString(), 0, section.Body.Length),
                $"“{section.Heading}”只写了“{section.Body.Trim()}”", "确实没有的，答复确认；有的，请补写")
            { Quote = section.Body.Trim() };
        }
    }

    private static bool IsNone(string body) => body.Trim().TrimEnd('。', '.', ' ') is "无" or "暂无" or "没有";

    private static CheckPlace Place(Section section) => new CheckPlace.Words(section.Id.ToString(), 0, 0);
}

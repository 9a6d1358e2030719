using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>What still stops 送审: the missing parts, each with the page that repairs it.</summary>
/// <param name="Place">Where: Overview, Funding, Spending, Targets, Narrative, Scoring.</param>
/// <param name="Message">What is missing and what to do.</param>
public sealed record Missing(ReadinessPlace Place, string Message);

/// <summary>The page on which something missing is repaired.</summary>
public enum ReadinessPlace
{
    /// <summary>资金</summary>
    Funding,

    /// <summary>支出明细</summary>
    Spending,

    /// <summary>目标与成果</summary>
    Targets,

    /// <summary>报告正文</summary>
    Narrative,

    /// <summary>评分</summary>
    Scoring,
}

/// <summary>Whether a project can be submitted. Doubtful entries do not stop it; missing parts do.</summary>
public static class Readiness
{
    /// <summary>Everything that is missing, at once.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="sheet">The score sheet as computed now; null without a tree.</param>
    public static IReadOnlyList<Missing> Of(Project project, ScoreSheet? sheet)
    {
        var missing = new List<Missing>();
        if (project.Funding.Count == 0 || project.Funding.Any(f => f.InitialBudget is null))
        {
            missing.Add(new(ReadinessPlace.Funding, "请填写资金来源及其年初预算"));
        }

        if (project.Funding.Count > 0 && project.Funding.Any(f => f.Received is null))
        {
            missing.Add(new(ReadinessPlace.Funding, "请填写各资金来源的到位金额"));
        }

        if (project.Lines.Count == 0)
        {
            missing.Add(new(ReadinessPlace.Spending, "请填写支出明细"));
        }
        else if (project.Lines.Count(l => l.Allocated is null || l.Spent is null) is > 0 and var open)
        {
            missing.Add(new(ReadinessPlace.Spending, $"还有{open}行支出明细没有填写拨款或支出"));
        }

        if (project.Targets.Count == 0)
        {
            missing.Add(new(ReadinessPlace.Targets, "请填写年度目标"));
        }

        if (project.Achievements.Count == 0)
        {
            missing.Add(new(ReadinessPlace.Targets, "请填写实际完成情况"));
        }

        if (UnwrittenRequired(project) is { Count: > 0 } sections)
        {
            missing.Add(new(ReadinessPlace.Narrative, $"报告正文还有{sections.Count}个必填章节没有内容：{string.Join("、", sections.Select(s => s.Heading))}"));
        }

        if (sheet is null)
        {
            missing.Add(new(ReadinessPlace.Scoring, "请选定评价指标体系并自评"));
        }
        else if (!sheet.Complete)
        {
            missing.Add(new(ReadinessPlace.Scoring, $"还有{sheet.Missing.Count}个指标没有评分"));
        }

        return missing;
    }

    private static List<Section> UnwrittenRequired(Project project) =>
        [.. project.Sections.Where(s => s.Required && !s.IsWritten).OrderBy(s => s.Position)];
}

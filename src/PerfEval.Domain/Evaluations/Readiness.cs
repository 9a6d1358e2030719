using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>What still stops 送审: the missing parts, each with the page that repairs it.</summary>
/// <param name="Place">Where: Overview, Funding, Spending, Targets, Implementation, Narrative, Scoring.</param>
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

    /// <summary>项目信息</summary>
    Overview,

    /// <summary>项目实施情况</summary>
    Implementation,

    /// <summary>满意度调查</summary>
    Survey,
}

/// <summary>Whether a project can be submitted: nothing missing, nothing wrong, every doubt answered.</summary>
public static class Readiness
{
    private const int MostHeadings = 6;

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
            missing.Add(new(ReadinessPlace.Narrative, $"报告正文还有{sections.Count}个必填章节没有内容：{string.Join("；", sections.Take(MostHeadings).Select(s => s.Heading))}{(sections.Count > MostHeadings ? "……" : "")}"));
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

    /// <summary>
    /// What stops an act, as sentences: missing parts and errors stop 送审 and 定稿, except errors read out of prose that
    /// the unit has answered; doubts without an answer that stands stop 送审. Hints stop nothing.
    /// </summary>
    /// <param name="project">With its answers.</param>
    /// <param name="check">What 体检 found.</param>
    /// <param name="act">送审 or 定稿.</param>
    public static IReadOnlyList<Fault> Stops(Project project, CheckResult check, Act act)
    {
        var faults = check.Findings.Where(f => f.Severity == Severity.Missing).Select(f => new Fault("", $"{act.Word()}前须补上：{f.Explanation}"))
            .Concat(check.Findings.Where(f => f.Severity == Severity.Error && !project.IsAnswered(f)).Select(f => new Fault("", $"{act.Word()}前{(f.IsAnswerable ? "请改正或答复" : "请改正")}：{f.Place.Word(project)}，{f.Explanation}"))).ToList();
        if (act == Act.Submit && Open(project, check).ToList() is { Count: > 0 } doubts)
        {
            var (open, returned) = (doubts.Count, doubts.Count(d => project.ReturnOf(d) is not null));
            faults.Add(new("", $"还有{open}处疑点没有答复{(returned > 0 ? $"（其中{returned}处的答复财政局没有认可）" : "")}，请到“体检”页逐处改正，或写明理由"));
        }

        return faults;
    }

    /// <summary>The doubts without an answer that stands (<see cref="Project.IsAnswered"/>).</summary>
    public static IEnumerable<Finding> Open(Project project, CheckResult check) =>
        check.Findings.Where(f => f.Severity == Severity.Doubt && !project.IsAnswered(f));

    private static List<Section> UnwrittenRequired(Project project) =>
        [.. project.Sections.Where(s => s.Required && !s.IsWritten).OrderBy(s => s.Position)];
}

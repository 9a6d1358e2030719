using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Surveys;

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

/// <summary>Whether a project can be submitted. Doubtful entries do not stop it; missing parts do.</summary>
public static class Readiness
{
    private const int MostHeadings = 6;
    private const int MostChanges = 3;

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

    /// <summary>What is doubtful: it does not stop 送审, and the reviewers will ask about it.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="lastYear">The project it was carried over from, with all its rows; null to compare with nothing.</param>
    public static IReadOnlyList<Missing> Doubts(Project project, Project? lastYear = null)
    {
        var doubts = new List<Missing>();
        void Add(ReadinessPlace place, int count, string sentence)
        {
            if (count > 0)
            {
                doubts.Add(new(place, sentence));
            }
        }

        var lines = project.Lines.Count(l => l.Doubts().Any());
        Add(ReadinessPlace.Spending, lines, $"{lines}行支出明细有疑点（结余无原因、支出超过拨款等），页面上逐行标出");
        foreach (var identity in ProjectMoney.Of(project).Identities.Where(i => i.Holds == false))
        {
            doubts.Add(new(ReadinessPlace.Funding, $"{identity.Name} 不符，差{Money.Show(identity.Difference!.Value)}元"));
        }

        var answered = project.Achievements.Select(a => a.TargetId).ToHashSet();
        var open = project.Targets.Count(t => t.TargetValue is not null && !answered.Contains(t.Id));
        Add(ReadinessPlace.Targets, open, $"{open}项有指标值的目标没有填写完成情况");
        var contradicted = project.Achievements.Count(a => a.State == CompletionState.Completed
            && project.Targets.FirstOrDefault(t => t.Id == a.TargetId) is { } target
            && Completion.Suggested(target.Direction, target.TargetValue, a.ActualValue) is not null and not CompletionState.Completed);
        Add(ReadinessPlace.Targets, contradicted, $"{contradicted}项成果填“完成”，但完成值没有达到指标值");
        var unproven = project.Evaluation.Scores.Count(s => s.Input is not null && s.Evidence is null && !project.EvidenceOf(EvidencePlace.Leaf(s.IndicatorId)).Any());
        Add(ReadinessPlace.Scoring, unproven, $"{unproven}个指标的自评没有写佐证，也没有上传佐证材料");
        Add(ReadinessPlace.Overview, project.Header.SignedOn is null ? 1 : 0, "没有填写成文日期");
        doubts.AddRange(SurveyDoubts(project));
        doubts.AddRange(Carried(project));
        doubts.AddRange(lastYear is null ? [] : Changed(project, lastYear));
        return doubts;
    }

    private static IEnumerable<Missing> SurveyDoubts(Project project)
    {
        if (project.Survey?.Statistics is not { } survey)
        {
            yield break;
        }

        if (survey.Overall is null)
        {
            yield return new(ReadinessPlace.Survey, $"满意度调查{survey.Survey.Status.Word()}，还算不出满意度");
        }
        else if (survey.Shortfall is { } shortfall)
        {
            yield return new(ReadinessPlace.Survey, $"满意度调查的{shortfall}，满意度会照此注明");
        }

        if (survey.Survey.Status == SurveyStatus.Open)
        {
            yield return new(ReadinessPlace.Survey, "满意度调查还在进行，送审后不再收集");
        }
    }

    private static IEnumerable<Missing> Carried(Project project) => project.Carried().GroupBy(c => PlaceOf(c.Key.Part)).Select(texts => new Missing(
        texts.Key, $"{texts.Count()}处{string.Join("、", texts.Select(t => t.Key.Part.Word()).Distinct())}沿用上年，没有修改也没有确认"));

    private static ReadinessPlace PlaceOf(CarriedPart part) => part switch
    {
        CarriedPart.Section => ReadinessPlace.Narrative,
        CarriedPart.Objective or CarriedPart.Target => ReadinessPlace.Targets,
        CarriedPart.Implementation => ReadinessPlace.Implementation,
        _ => ReadinessPlace.Overview,
    };

    private static IEnumerable<Missing> Changed(Project project, Project lastYear) =>
        YearOnYear.Large(project, lastYear).GroupBy(c => (c.Place, c.Figure)).Select(changes => new Missing(
            changes.Key.Place,
            $"{changes.Count()}项{changes.Key.Figure}与{lastYear.FiscalYear}年相差超过{YearOnYear.LargePercent}%，请在报告正文说明原因："
            + string.Join("；", changes.Take(MostChanges).Select(c => $"{c.What} {c.Before} → {c.Now}")) + (changes.Count() > MostChanges ? "……" : "")));

    private static List<Section> UnwrittenRequired(Project project) =>
        [.. project.Sections.Where(s => s.Required && !s.IsWritten).OrderBy(s => s.Position)];
}

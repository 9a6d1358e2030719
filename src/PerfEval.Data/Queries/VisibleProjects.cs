using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;

namespace PerfEval.Data.Queries;

/// <summary>Which projects a person sees. Everything else does not exist for them: pages answer 404.</summary>
public static class VisibleProjects
{
    /// <summary>
    /// Accountants: those of their own unit. Leaders: those of their branch. Reviewers: what was submitted inside their
    /// branch and lies with nobody else, what they review themselves, and what is final. Reviewers of departments: what was
    /// submitted inside their branch, whoever reviews it, because 部门评价 comes before 财政评价. Administrators: none.
    /// </summary>
    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Actor actor)
    {
        var (unit, branch, me) = (actor.OrganisationId, actor.ScopePath, actor.UserId);
        return actor.Role switch
        {
            Role.Accountant => projects.Where(p => p.OrganisationId == unit),
            Role.Leader => projects.Where(p => p.Organisation!.Path.StartsWith(branch)),
            Role.Reviewer when actor.IsDepartment => projects.Where(p => p.Organisation!.Path.StartsWith(branch)
                && p.Evaluation.State != EvaluationState.Draft && p.Evaluation.State != EvaluationState.Returned),
            Role.Reviewer => projects.Where(p => p.Organisation!.Path.StartsWith(branch)
                && p.Evaluation.State != EvaluationState.Draft
                && (p.Evaluation.ReviewerId == null || p.Evaluation.ReviewerId == me
                    || p.Evaluation.State == EvaluationState.Approved || p.Evaluation.State == EvaluationState.Published)),
            _ => projects.Where(p => false),
        };
    }

    /// <summary>One project with everything below it, tracked, rows in their order; null when the person does not see it. Sheets of its survey are counted, not loaded.</summary>
    public static async Task<Project?> LoadWholeAsync(this IQueryable<Project> projects, int id, CancellationToken cancel = default)
    {
        var project = await projects.Where(p => p.Id == id)
            .Include(p => p.Organisation)
            .Include(p => p.Funding.OrderBy(f => f.Position)).ThenInclude(f => f.Adjustments.OrderBy(a => a.Date))
            .Include(p => p.Lines.OrderBy(l => l.Position).ThenBy(l => l.Id))
            .Include(p => p.Objectives.OrderBy(o => o.Kind))
            .Include(p => p.Targets.OrderBy(t => t.Position))
            .Include(p => p.Achievements.OrderBy(a => a.Position))
            .Include(p => p.Implementation.OrderBy(i => i.Position))
            .Include(p => p.Sections.OrderBy(s => s.Position))
            .Include(p => p.Evidence.OrderBy(e => e.UploadedAt))
            .Include(p => p.Survey!).ThenInclude(s => s.Questions.OrderBy(q => q.Position))
            .Include(p => p.Answers.OrderBy(a => a.At))
            .Include(p => p.Evaluation).ThenInclude(e => e.Scores)
            .Include(p => p.Evaluation).ThenInclude(e => e.Events.OrderBy(v => v.At))
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancel);
        project?.Survey?.Count(await projects.Where(p => p.Id == id).SheetGroups().ToListAsync(cancel));
        return project;
    }

    /// <summary>The sheets of the surveys of these projects, counted by what they say.</summary>
    internal static IQueryable<SheetGroup> SheetGroups(this IQueryable<Project> projects) => projects.SelectMany(p => p.Survey!.Sheets)
        .GroupBy(s => new { s.Marks, s.IsValid, s.Source })
        .Select(g => new SheetGroup(g.Key.Marks, g.Key.IsValid, g.Key.Source, g.Count()));

    /// <summary>One project with its money only, tracked: sources, lines, the evidence that belongs to them, the state of the evaluation; null when the person does not see it.</summary>
    public static Task<Project?> LoadMoneyAsync(this IQueryable<Project> projects, int id, CancellationToken cancel = default) =>
        projects.Where(p => p.Id == id)
            .Include(p => p.Organisation)
            .Include(p => p.Funding.OrderBy(f => f.Position)).ThenInclude(f => f.Adjustments.OrderBy(a => a.Date))
            .Include(p => p.Lines.OrderBy(l => l.Position).ThenBy(l => l.Id))
            .Include(p => p.Evidence.OrderBy(e => e.UploadedAt))
            .Include(p => p.Evaluation)
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancel);
}

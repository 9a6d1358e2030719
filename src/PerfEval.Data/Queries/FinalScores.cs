using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Data.Queries;

/// <summary>Final evaluations with their frozen sheets, for trying another tree on them.</summary>
public static class FinalScores
{
    /// <summary>Most evaluations that are replayed at once.</summary>
    public const int Limit = 200;

    /// <summary>The final evaluations that a person sees, newest year first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="treeCode">Only those scored by a version of this tree; null for all.</param>
    /// <param name="year">Only those of this 预算年度; null for all.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>At most <see cref="Limit"/> projects, not tracked, with what their figures are computed from, and how many there are.</returns>
    public static async Task<(IReadOnlyList<(Project Project, ScoreSheet Sheet)> Rows, int All)> FinalScoresAsync(
        this PerfEvalDbContext db, Actor actor, string? treeCode, int? year, CancellationToken cancel = default)
    {
        var final = db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(actor)
            .Where(p => p.Evaluation.State == EvaluationState.Approved || p.Evaluation.State == EvaluationState.Published)
            .Where(p => db.Set<FrozenSheet>().Any(s => s.EvaluationId == p.Evaluation.Id && s.Act == Act.Approve));
        if (treeCode is not null)
        {
            final = final.Where(p => db.Trees.Any(t => t.Id == p.Evaluation.TreeId && t.Code == treeCode));
        }

        if (year is not null)
        {
            final = final.Where(p => p.FiscalYear == year);
        }

        var all = await final.CountAsync(cancel);
        var projects = await final.OrderByDescending(p => p.FiscalYear).ThenBy(p => p.Id).Take(Limit)
            .Include(p => p.Organisation)
            .Include(p => p.Funding).ThenInclude(f => f.Adjustments)
            .Include(p => p.Lines)
            .Include(p => p.Targets)
            .Include(p => p.Achievements)
            .Include(p => p.Survey!).ThenInclude(s => s.Questions.OrderBy(q => q.Position))
            .Include(p => p.Evaluation)
            .AsSplitQuery().ToListAsync(cancel);
        await db.CountSheetsAsync(projects, cancel);
        var ids = projects.Select(p => p.Evaluation.Id).ToList();
        var sheets = (await db.Set<FrozenSheet>().AsNoTracking().Where(s => ids.Contains(s.EvaluationId) && s.Act == Act.Approve).ToListAsync(cancel))
            .GroupBy(s => s.EvaluationId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.At)!.Sheet);
        return ([.. projects.Select(p => (p, sheets[p.Evaluation.Id]))], all);
    }

    private static async Task CountSheetsAsync(this PerfEvalDbContext db, List<Project> projects, CancellationToken cancel)
    {
        foreach (var project in projects.Where(p => p.Survey is not null))
        {
            project.Survey!.Count(await db.Projects.Where(p => p.Id == project.Id).SheetGroups().ToListAsync(cancel));
        }
    }
}

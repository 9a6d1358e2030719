using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Data.Queries;

/// <summary>The score of a project: computed while it is at work, the frozen sheet once it is final.</summary>
public static class ScoreSheets
{
    /// <summary>The tree by which the project is scored, with its indicators; null when none is chosen.</summary>
    public static async Task<IndicatorTree?> TreeOfAsync(this PerfEvalDbContext db, Project project, CancellationToken cancel = default) =>
        project.Evaluation.TreeId is { } id
            ? await db.Trees.AsNoTrackingWithIdentityResolution().Include(t => t.Indicators).FirstOrDefaultAsync(t => t.Id == id, cancel)
            : null;

    /// <summary>The sheet to show: frozen at 定稿 for final evaluations, else computed from the rows as they are.</summary>
    /// <param name="db">The database.</param>
    /// <param name="project">With all its rows.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<ScoreSheet?> SheetOfAsync(this PerfEvalDbContext db, Project project, IndicatorTree? tree, CancellationToken cancel = default)
    {
        if (project.Evaluation.State is EvaluationState.Approved or EvaluationState.Published)
        {
            return await db.Set<FrozenSheet>().AsNoTracking().Where(s => s.EvaluationId == project.Evaluation.Id && s.Act == Act.Approve)
                .OrderByDescending(s => s.At).Select(s => s.Sheet).FirstOrDefaultAsync(cancel);
        }

        return tree is null ? null : ComputeNow(project, tree);
    }

    /// <summary>Scores the project from its rows as they are.</summary>
    public static ScoreSheet ComputeNow(Project project, IndicatorTree tree) => Scorer.Score(
        tree, [.. project.Evaluation.Scores.Select(s => s.ToEntry())], new ProjectFigures(project, tree.ExecutionDenominator).Get);
}

using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
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

        return tree is null ? null : await db.SheetNowAsync(project, tree, cancel);
    }

    /// <summary>Scores the project from its rows as they are; 自评 is the sheet that was handed in, once it was.</summary>
    /// <param name="db">The database.</param>
    /// <param name="project">With all its rows.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<ScoreSheet> SheetNowAsync(this PerfEvalDbContext db, Project project, IndicatorTree tree, CancellationToken cancel = default)
    {
        var submitted = project.Evaluation.IsOpen || project.Evaluation.IsFiled ? null : await db.Set<FrozenSheet>().AsNoTracking()
            .Where(s => s.EvaluationId == project.Evaluation.Id && s.Act == Act.Submit)
            .OrderByDescending(s => s.At).Select(s => s.Sheet).FirstOrDefaultAsync(cancel);

        // Sheets frozen before kinds were told apart may hold what reviewers changed: then 自评 is computed again.
        return ComputeNow(project, tree, submitted is { Kind: EvaluationKind.SelfEvaluation } ? submitted : null);
    }

    /// <summary>Scores the project from its rows as they are.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="submitted">自评 as it was handed in; null: computed as well.</param>
    public static ScoreSheet ComputeNow(Project project, IndicatorTree tree, ScoreSheet? submitted = null) => KindScoring.Score(
        project.Evaluation, tree, new ProjectFigures(project, tree.ExecutionDenominator).Get, submitted);

    /// <summary>
    /// Last year's project and its sheet: the one it was carried over from, else the same name in the same unit a year
    /// before. Null when the person does not see it, or it has no sheet.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="project">This year's.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<(Project Project, ScoreSheet Sheet)?> LastYearAsync(
        this PerfEvalDbContext db, Project project, Actor actor, CancellationToken cancel = default)
    {
        var (carried, unit, year, name) = (project.CarriedFromId, project.OrganisationId, project.FiscalYear - 1, project.Name);
        var found = await db.Projects.VisibleTo(actor)
            .Where(p => p.Id == carried || (carried == null && p.OrganisationId == unit && p.FiscalYear == year && p.Name == name))
            .Select(p => p.Id).FirstOrDefaultAsync(cancel);
        if (found == 0 || await db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(actor).LoadWholeAsync(found, cancel) is not { } last)
        {
            return null;
        }

        return await db.SheetOfAsync(last, await db.TreeOfAsync(last, cancel), cancel) is { } sheet ? (last, sheet) : null;
    }
}

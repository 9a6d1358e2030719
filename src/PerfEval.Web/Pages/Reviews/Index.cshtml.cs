using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Reviews;

/// <summary>What a reviewer has on the table, oldest submission first.</summary>
public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    /// <summary>True for a reviewer of a department.</summary>
    public bool IsDepartment => me.Actor.IsDepartment;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await db.Projects.AsNoTracking().VisibleTo(me.Actor)
            .Where(p => p.Evaluation.State == EvaluationState.Submitted || p.Evaluation.State == EvaluationState.UnderReview || p.Evaluation.State == EvaluationState.Returned)
            .OrderBy(p => p.Evaluation.SubmittedAt)
            .Select(p => new Row(
                p.Id, p.Name, p.Organisation!.Name, p.FiscalYear, p.Evaluation.State, p.Evaluation.SubmittedAt, p.Evaluation.SelfScore ?? p.Evaluation.KeptScore,
                p.Kept.AdjustedBudget, p.Kept.Received, p.Kept.Spent, p.Evaluation.ReviewerId == me.Actor.UserId))
            .ToListAsync(cancel);

    public sealed record Row(
        int Id, string Name, string Organisation, int FiscalYear, EvaluationState State, DateTime? SubmittedAt, decimal? SelfScore,
        decimal? Budget, decimal? Received, decimal? Spent, bool IsMine);
}

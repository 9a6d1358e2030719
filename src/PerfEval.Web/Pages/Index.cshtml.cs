using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages;

/// <summary>工作台: what is waiting for this person, in the words of their job.</summary>
public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    private const int MostRows = 8;

    public Role? Role => me.Role;

    public int CurrentUserId => me.Actor.UserId;

    public string OrganisationName => me.OrganisationName;

    /// <summary>Projects the person sees, newest year first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Recent> Events { get; private set; } = [];

    public int People { get; private set; }

    public int PeopleWithoutRole { get; private set; }

    public int Organisations { get; private set; }

    public int AuditRows { get; private set; }

    /// <summary>What sums and rates are made of: leaders and reviewers judge what was submitted, accountants see their own drafts too.</summary>
    public IReadOnlyList<Row> Counted => Role == Domain.Access.Role.Accountant ? Rows : [.. Rows.Where(r => r.State != EvaluationState.Draft)];

    public decimal Budget => Counted.Sum(r => r.Budget ?? 0);

    public int BudgetKnown => Counted.Count(r => r.Budget is not null);

    /// <summary>Over the projects of which both amounts are known: an unknown one would drag the rate down.</summary>
    public decimal? ExecutionRate
    {
        get
        {
            var known = Counted.Where(r => r.Spent is not null && r.Received is not null).ToList();
            return Domain.Percent.Of(known.Sum(r => r.Spent), known.Sum(r => r.Received));
        }
    }

    /// <summary>What the person should do now.</summary>
    public IEnumerable<Row> Waiting => (Role switch
    {
        Domain.Access.Role.Accountant => Rows.Where(r => r.State is EvaluationState.Returned or EvaluationState.Draft)
            .OrderBy(r => r.State == EvaluationState.Draft),
        Domain.Access.Role.Reviewer => Rows.Where(r => r.State is EvaluationState.Submitted || (r.State == EvaluationState.UnderReview && r.ReviewerId == me.Actor.UserId))
            .OrderBy(r => r.State == EvaluationState.Submitted),
        _ => Rows.Where(r => r.State == EvaluationState.Approved),
    }).Take(MostRows);

    /// <summary>Weak projects for leaders: low grade first, then the lowest execution rate.</summary>
    public IEnumerable<Row> Weak => Counted
        .Where(r => r.Grade is Grade.Fair or Grade.Poor || (r.Rate is { } rate && rate is < 80m or > 100m))
        .OrderByDescending(r => r.Grade ?? Grade.Excellent).ThenBy(r => r.Rate).Take(MostRows);

    /// <summary>True for a reviewer of a department, who evaluates before the finance bureau takes a review.</summary>
    public bool IsDepartment => me.Actor.IsDepartment;

    public int Count(params EvaluationState[] states) => Rows.Count(r => states.Contains(r.State));

    public int Count(Grade grade) => Rows.Count(r => r.ShowsScore && r.Grade == grade);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Role is Domain.Access.Role.Accountant or Domain.Access.Role.Reviewer or Domain.Access.Role.Leader)
        {
            var visible = db.Projects.AsNoTracking().VisibleTo(me.Actor);
            Rows = await visible.OrderByDescending(p => p.FiscalYear).ThenByDescending(p => p.Id).Select(p => new Row(
                p.Id, p.Name, p.Organisation!.Name, p.FiscalYear, p.Evaluation.State, p.Evaluation.ReviewerId,
                p.Evaluation.StatedGrade ?? p.Evaluation.KeptGrade, p.Evaluation.StatedScore ?? p.Evaluation.KeptScore,
                p.Kept.AdjustedBudget, p.Kept.Received, p.Kept.Spent, p.Evaluation.KeptKind, p.Evaluation.KeptChanges)).ToListAsync(cancel);
            Events = await db.Set<EvaluationEvent>()
                .Join(visible, e => e.EvaluationId, p => p.Evaluation.Id, (e, p) => new { Event = e, p.Id, p.FiscalYear, p.Name })
                .OrderByDescending(x => x.Event.At).Take(MostRows)
                .Select(x => new Recent(x.Id, x.FiscalYear, x.Name, x.Event.Act, x.Event.UserName, x.Event.At, x.Event.Reason)).ToListAsync(cancel);
        }
        else if (Role is not null)
        {
            People = await db.Users.CountAsync(u => !u.IsDisabled, cancel);
            PeopleWithoutRole = await db.Users.CountAsync(u => !u.IsDisabled && u.Role == null, cancel);
            Organisations = await db.Organisations.CountAsync(o => o.IsActive, cancel);
            AuditRows = Role == Domain.Access.Role.Auditor ? await db.Audit.CountAsync(cancel) : 0;
        }
    }

    public sealed record Row(
        int Id, string Name, string Organisation, int FiscalYear, EvaluationState State, int? ReviewerId, Grade? Grade,
        decimal? Score, decimal? Budget, decimal? Received, decimal? Spent, EvaluationKind? Kind, int Changes)
    {
        public decimal? Rate => Domain.Percent.Of(Spent, Received);

        public bool ShowsScore => State is not (EvaluationState.Draft or EvaluationState.Returned);
    }

    public sealed record Recent(int ProjectId, int FiscalYear, string Name, Act Act, string UserName, DateTime At, string? Reason);
}

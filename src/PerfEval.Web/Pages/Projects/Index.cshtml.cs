using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Checks;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class IndexModel(PerfEvalDbContext db, CurrentPerson me, ProjectChecks checks) : PageModel
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public EvaluationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>What is left to do about the findings of the projects shown, those that are final left out.</summary>
    public IReadOnlyDictionary<int, CheckCount> Counts { get; private set; } = new Dictionary<int, CheckCount>();

    public int Total { get; private set; }

    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool MayCreate => me.Role == Domain.Access.Role.Accountant;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null || State is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // A filter that cannot be read filters nothing; there is nothing to save and so nothing to complain about.
        ModelState.Clear();
        var visible = db.Projects.AsNoTracking().VisibleTo(me.Actor);
        Years = await visible.Select(p => p.FiscalYear).Distinct().OrderByDescending(y => y).ToListAsync(cancel);
        var found = visible;
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var text = Search.Trim();
            found = found.Where(p => p.Name.Contains(text) || p.Organisation!.Name.Contains(text));
        }

        found = Year is { } year ? found.Where(p => p.FiscalYear == year) : found;
        found = State is { } state ? found.Where(p => p.Evaluation.State == state) : found;
        Total = await found.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        Rows = await found.OrderByDescending(p => p.FiscalYear).ThenByDescending(p => p.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(p => new Row(
                p.Id, p.FiscalYear, p.Name, p.Organisation!.Name, p.Evaluation.State,
                p.Evaluation.StatedGrade ?? p.Evaluation.KeptGrade, p.Evaluation.StatedScore ?? p.Evaluation.KeptScore,
                p.Kept.AdjustedBudget, p.Kept.Received, p.Kept.Spent, p.Evaluation.KeptKind, p.Evaluation.KeptChanges))
            .ToListAsync(cancel);
        Counts = await checks.LeftAsync([.. Rows.Select(r => r.Id)], cancel);
    }

    public sealed record Row(
        int Id, int FiscalYear, string Name, string Organisation, EvaluationState State, Grade? Grade, decimal? Score,
        decimal? Budget, decimal? Received, decimal? Spent, EvaluationKind? Kind, int Changes)
    {
        public bool ShowsScore => State is not (EvaluationState.Draft or EvaluationState.Returned);

        public decimal? Rate => Domain.Percent.Of(Spent, Received);
    }
}

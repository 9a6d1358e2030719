using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>试算: a tree tried on evaluations that are final; nothing is stored.</summary>
public sealed class ReplayModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public IndicatorTree Tree { get; private set; } = null!;

    /// <summary>Whether evaluations by other trees are tried too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ReplayOverview Overview { get; private set; } = ReplayOverview.Of([]);

    /// <summary>How many evaluations fit; more than <see cref="Rows"/> when there are very many.</summary>
    public int Found { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Trees.AsNoTrackingWithIdentityResolution().Include(t => t.Indicators).FirstOrDefaultAsync(t => t.Id == id, cancel) is not { } tree)
        {
            return NotFound();
        }

        Tree = tree;
        Years = await db.Projects.VisibleTo(me.Actor).Select(p => p.FiscalYear).Distinct().OrderDescending().ToListAsync(cancel);
        (var final, Found) = await db.FinalScoresAsync(me.Actor, All ? null : tree.Code, Year, cancel);
        Rows = [.. final.Select(f => Try(f.Project, f.Sheet)).OrderByDescending(r => r.Rank).ThenByDescending(r => Math.Abs(r.Replay?.Difference ?? 0))];
        Overview = ReplayOverview.Of([.. Rows.Select(r => r.Replay).OfType<Replay>()]);
        return Page();
    }

    private Row Try(Project project, Domain.Scoring.ScoreSheet before)
    {
        try
        {
            return new(project, TreeReplay.Of(Tree, before, new ProjectFigures(project, Tree.ExecutionDenominator).Get), null);
        }
        catch (RuleBroken broken)
        {
            return new(project, null, broken.Message);
        }
    }

    /// <param name="Project">The project.</param>
    /// <param name="Replay">What came out; null when the tree cannot score it.</param>
    /// <param name="Fault">Why it cannot.</param>
    public sealed record Row(Project Project, Replay? Replay, string? Fault)
    {
        /// <summary>What a person wants to see first: failures, changed grades, open grades, the rest.</summary>
        public int Rank => Replay is null ? 3 : Replay.GradeChanges ? 2 : Replay.GradeOpen ? 1 : 0;
    }
}

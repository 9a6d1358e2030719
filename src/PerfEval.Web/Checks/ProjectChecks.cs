using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Web.Security;

namespace PerfEval.Web.Checks;

/// <summary>Loads what 体检 needs and lets the domain check it: for a page, for the tabs, for the list.</summary>
public sealed class ProjectChecks(PerfEvalDbContext db, CurrentPerson me, CheckCounts counts)
{
    private (int Id, CheckResult Check)? checkedNow;

    /// <summary>The facts of a project as it stands, with tree, sheet and the year before where the person sees it.</summary>
    public async Task<ProjectFacts> FactsAsync(Project project, CancellationToken cancel = default)
    {
        var tree = await db.TreeOfAsync(project, cancel);
        var before = project.CarriedFromId is { } id
            ? await db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(me.Actor).LoadWholeAsync(id, cancel) : null;
        return new(project, tree, await db.SheetOfAsync(project, tree, cancel), before);
    }

    /// <summary>The findings of a project.</summary>
    public async Task<CheckResult> OfAsync(Project project, CancellationToken cancel = default) => ProjectCheck.Of(await FactsAsync(project, cancel));

    /// <summary>The findings at one leaf of the tree; the project is checked once per request.</summary>
    public async Task<IEnumerable<Finding>> OfLeafAsync(Project project, string code, CancellationToken cancel = default)
    {
        if (checkedNow?.Id != project.Id)
        {
            checkedNow = (project.Id, await OfAsync(project, cancel));
        }

        return checkedNow.Value.Check.Findings.Where(f => f.Place is CheckPlace.Leaf leaf && leaf.Code == code);
    }

    /// <summary>What is left to do about a project that the person sees; null where nobody has to do anything any more.</summary>
    public async Task<CheckCount?> LeftAsync(int id, CancellationToken cancel = default) =>
        (await LeftAsync([id], cancel)).GetValueOrDefault(id);

    /// <summary>What is left to do about projects that the person sees; those that are final are left out.</summary>
    public async Task<IReadOnlyDictionary<int, CheckCount>> LeftAsync(IReadOnlyList<int> ids, CancellationToken cancel = default)
    {
        var projects = await db.Projects.AsNoTracking().VisibleTo(me.Actor)
            .Where(p => ids.Contains(p.Id) && p.Evaluation.State != EvaluationState.Approved && p.Evaluation.State != EvaluationState.Published)
            .Select(p => new { p.Id, p.ChainId }).ToListAsync(cancel);
        var chains = projects.ToDictionary(p => AuditChain.Of(p.ChainId), p => p.Id);
        var names = chains.Keys.ToList();
        var stamps = await db.Audit.Where(a => names.Contains(a.Chain)).GroupBy(a => a.Chain)
            .Select(g => new { Chain = g.Key, Last = g.Max(a => a.Sequence) }).ToListAsync(cancel);
        var found = new Dictionary<int, CheckCount>();
        foreach (var stamp in stamps)
        {
            var id = chains[stamp.Chain];
            if (counts.Find(id, stamp.Last) is not { } count)
            {
                if (await db.Projects.AsNoTrackingWithIdentityResolution().VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
                {
                    continue;
                }

                counts.Keep(id, stamp.Last, count = Count(project, await OfAsync(project, cancel)));
            }

            found[id] = count;
        }

        return found;
    }

    /// <summary>Counts what stops 送审.</summary>
    public static CheckCount Count(Project project, CheckResult check) =>
        new(check.Findings.Count(f => f.Severity is Severity.Error or Severity.Missing && !project.IsAnswered(f)), Readiness.Open(project, check).Count());
}

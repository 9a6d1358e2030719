using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PerfEval.Domain.Projects;

namespace PerfEval.Data;

/// <summary>
/// Renews the sums kept on the project row. They are read back from the rows inside the transaction that changed them,
/// so that two colleagues saving different lines at the same time cannot leave a stale sum behind.
/// </summary>
internal static class MoneyTotals
{
    /// <summary>Projects whose lines or sources a save changes; asked before the save, answered after it.</summary>
    public static Func<IReadOnlyList<int>> Touched(ChangeTracker tracker)
    {
        var rows = tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Entity is BudgetLine or FundingSource or BudgetAdjustment).ToList();
        var sources = tracker.Entries<FundingSource>().ToList();

        // Read through the entries: until the save is accepted, a key that the database gave is known to them alone.
        return () => [.. rows.Select(r => r.Entity is BudgetAdjustment adjustment
            ? sources.Find(s => s.Entity.Id == adjustment.FundingSourceId)?.Property(s => s.ProjectId).CurrentValue ?? 0
            : (int)r.Property(nameof(BudgetLine.ProjectId)).CurrentValue!).Where(id => id > 0).Distinct()];
    }

    /// <summary>Writes the sums of the projects.</summary>
    public static async Task RenewAsync(PerfEvalDbContext db, IReadOnlyList<int> projects, CancellationToken cancel)
    {
        foreach (var id in projects)
        {
            var row = db.Projects.Where(p => p.Id == id);

            // Take the row first: whoever comes second waits here and then sums what the first one committed.
            await row.ExecuteUpdateAsync(s => s.SetProperty(p => p.Kept.Spent, p => p.Kept.Spent), cancel);
            var funding = await db.Set<FundingSource>().Where(f => f.ProjectId == id).GroupBy(f => f.ProjectId).Select(g => new
            {
                Initial = g.Sum(f => f.InitialBudget ?? 0),
                InitialKnown = g.Count(f => f.InitialBudget != null),
                Received = g.Sum(f => f.Received ?? 0),
                ReceivedKnown = g.Count(f => f.Received != null),
                Executed = g.Sum(f => f.Executed ?? 0),
                ExecutedKnown = g.Count(f => f.Executed != null),
            }).FirstOrDefaultAsync(cancel);
            var adjusted = await db.Set<BudgetAdjustment>()
                .Where(a => db.Set<FundingSource>().Any(f => f.Id == a.FundingSourceId && f.ProjectId == id && f.InitialBudget != null))
                .SumAsync(a => a.Amount, cancel);
            var lines = await db.Set<BudgetLine>().Where(l => l.ProjectId == id).GroupBy(l => l.ProjectId).Select(g => new
            {
                Allocated = g.Sum(l => l.Allocated ?? 0),
                AllocatedKnown = g.Count(l => l.Allocated != null),
                Spent = g.Sum(l => l.Spent ?? 0),
                SpentKnown = g.Count(l => l.Spent != null),
            }).FirstOrDefaultAsync(cancel);
            decimal? initial = funding is { InitialKnown: > 0 } ? funding.Initial : null;
            decimal? received = funding is { ReceivedKnown: > 0 } ? funding.Received : null;
            decimal? allocated = lines is { AllocatedKnown: > 0 } ? lines.Allocated : null;
            decimal? spent = lines is { SpentKnown: > 0 } ? lines.Spent : funding is { ExecutedKnown: > 0 } ? funding.Executed : null;
            await row.ExecuteUpdateAsync(s => s
                .SetProperty(p => p.Kept.InitialBudget, initial)
                .SetProperty(p => p.Kept.AdjustedBudget, initial + adjusted)
                .SetProperty(p => p.Kept.Received, received)
                .SetProperty(p => p.Kept.Allocated, allocated)
                .SetProperty(p => p.Kept.Spent, spent), cancel);
        }
    }
}

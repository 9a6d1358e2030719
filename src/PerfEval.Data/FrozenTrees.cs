using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;

namespace PerfEval.Data;

/// <summary>
/// The last fence around published trees: whatever the domain was talked into, no save changes one. Only its way out of
/// use is stored.
/// </summary>
internal static class FrozenTrees
{
    private static readonly HashSet<string> MayChange = [nameof(IndicatorTree.Status), nameof(IndicatorTree.Version)];

    /// <exception cref="RuleBroken">The save would change, add to or delete from a tree that is published or retired.</exception>
    public static async Task RefuseAsync(PerfEvalDbContext db, CancellationToken cancel)
    {
        foreach (var tree in db.ChangeTracker.Entries<IndicatorTree>())
        {
            var frozen = tree.State is EntityState.Modified or EntityState.Deleted && tree.Property(t => t.Status).OriginalValue != TreeStatus.Draft;
            if (frozen && (tree.State == EntityState.Deleted || tree.Entity.Status == TreeStatus.Draft || tree.Properties.Any(p => p.IsModified && !MayChange.Contains(p.Metadata.Name))))
            {
                throw Refusal(tree.Entity.Name);
            }
        }

        var touched = db.ChangeTracker.Entries<Indicator>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .SelectMany(TreesOf).Distinct().Where(id => id > 0).ToList();
        foreach (var id in touched)
        {
            var tree = db.ChangeTracker.Entries<IndicatorTree>().FirstOrDefault(t => t.Entity.Id == id);
            var status = tree is not null ? tree.Property(t => t.Status).OriginalValue
                : await db.Trees.Where(t => t.Id == id).Select(t => t.Status).FirstOrDefaultAsync(cancel);
            if (tree?.State != EntityState.Added && status != TreeStatus.Draft)
            {
                throw Refusal(tree?.Entity.Name ?? $"{id}");
            }
        }
    }

    // Where it was and where it is: an indicator could also be taken over into another tree.
    private static IEnumerable<int> TreesOf(EntityEntry<Indicator> indicator)
    {
        var tree = indicator.Property<int>("TreeId");
        return [tree.CurrentValue, tree.OriginalValue];
    }

    private static RuleBroken Refusal(string name) => new($"指标体系“{name}”已发布或停用，不能再改；请起草新版本。");
}

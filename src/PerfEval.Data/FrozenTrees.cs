using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;

namespace PerfEval.Data;

/// <summary>
/// The last fence around published trees: whatever the domain was talked into, no save changes one. Only its way out of
/// use is stored. Indicators are saved together with their tree, which knows whether it may change.
/// </summary>
internal static class FrozenTrees
{
    private static readonly HashSet<string> MayChange = [nameof(IndicatorTree.Status), nameof(IndicatorTree.Version)];

    /// <exception cref="RuleBroken">The save would change, add to or delete from a tree that is published or retired.</exception>
    public static void Refuse(ChangeTracker tracker)
    {
        foreach (var tree in tracker.Entries<IndicatorTree>().Where(IsFrozen))
        {
            if (tree.State == EntityState.Deleted || tree.Entity.Status == TreeStatus.Draft || tree.Properties.Any(p => p.IsModified && !MayChange.Contains(p.Metadata.Name)))
            {
                throw Refusal(tree.Entity.Name);
            }
        }

        foreach (var indicator in tracker.Entries<Indicator>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            // Where it was and where it is: an indicator could also be taken over into another tree.
            var tree = indicator.Property<int>("TreeId");
            foreach (var id in new[] { tree.OriginalValue, tree.CurrentValue }.Where(id => id > 0))
            {
                var owner = tracker.Entries<IndicatorTree>().FirstOrDefault(t => t.Entity.Id == id)
                    ?? throw new InvalidOperationException($"Indicator {indicator.Entity.Code} is saved without its tree.");
                if (IsFrozen(owner))
                {
                    throw Refusal(owner.Entity.Name);
                }
            }
        }
    }

    private static bool IsFrozen(EntityEntry<IndicatorTree> tree) =>
        tree.State != EntityState.Added && tree.Property(t => t.Status).OriginalValue != TreeStatus.Draft;

    private static RuleBroken Refusal(string name) => new($"指标体系“{name}”已发布或停用，不能再改；请起草新版本。");
}

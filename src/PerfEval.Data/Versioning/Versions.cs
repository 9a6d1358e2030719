using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Data.Versioning;

/// <summary>Raises the version of every row that a save changes. IsRowVersion() would detect nothing on SQLite.</summary>
internal static class Versions
{
    // Rows that make room for another one say nothing new: whoever types in them must not be told of a conflict.
    private const string Place = nameof(BudgetLine.Position);

    /// <summary>New rows start at 1, changed rows go one up from the version they were loaded with.</summary>
    public static void Raise(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>())
        {
            var version = entry.Property(nameof(IVersioned.Version));
            if (entry.State == EntityState.Added)
            {
                version.CurrentValue = 1L;
            }
            else if (entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && p.Metadata.Name != Place))
            {
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PerfEval.Domain;

namespace PerfEval.Data.Versioning;

/// <summary>Raises the version of every row that a save changes. IsRowVersion() would detect nothing on SQLite.</summary>
internal static class Versions
{
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
            else if (entry.State == EntityState.Modified)
            {
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }
}

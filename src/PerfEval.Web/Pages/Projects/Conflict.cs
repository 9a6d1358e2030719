using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Domain;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What somebody else saved meanwhile, shown beside what was typed; empty when they deleted the row.</summary>
/// <param name="Theirs">Label and value, as the form words them.</param>
public sealed record Conflict(IReadOnlyList<(string Label, string? Value)> Theirs)
{
    /// <summary>The fields that hold something.</summary>
    public IEnumerable<(string Label, string? Value)> Filled => Theirs.Where(t => !string.IsNullOrWhiteSpace(t.Value));
}

internal static class Conflicts
{
    /// <summary>
    /// After a stale save the form starts from what the person now sees: the row as it is stored, or, when it is gone, a
    /// new row. Null when there was no such conflict.
    /// </summary>
    /// <param name="page">The page that answers 409.</param>
    /// <param name="prefix">Name of the form that was sent.</param>
    /// <param name="stored">The row as it is stored now.</param>
    /// <param name="theirs">What it holds.</param>
    /// <param name="see">Sets the version that the form starts from.</param>
    public static Conflict? Meet<T>(
        this PageModel page, string prefix, T? stored, Func<T, (string Label, string? Value)[]> theirs, Action<long?> see)
        where T : class, IVersioned
    {
        var version = $"{prefix}.SeenVersion";
        if (page.Response.StatusCode != StatusCodes.Status409Conflict || !page.ModelState.ContainsKey(version))
        {
            return null;
        }

        see(stored?.Version);
        page.ModelState.Remove(version);
        return new(stored is null ? [] : theirs(stored));
    }
}

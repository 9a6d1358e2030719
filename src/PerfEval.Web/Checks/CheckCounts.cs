using System.Collections.Concurrent;

namespace PerfEval.Web.Checks;

/// <summary>How much is left to do about a project's findings.</summary>
/// <param name="Wrong">错误 and 缺失.</param>
/// <param name="Open">Doubts that nobody has answered.</param>
public sealed record CheckCount(int Wrong, int Open)
{
    /// <summary>What stops 送审.</summary>
    public int Sum => Wrong + Open;
}

/// <summary>
/// Counts that were computed before, each good as long as the project's audit chain has not grown: every save that changes
/// anything of a project adds a row to its chain. The program forgets them when it stops, which costs nothing but time.
/// </summary>
public sealed class CheckCounts
{
    private readonly ConcurrentDictionary<int, (long Stamp, CheckCount Count)> known = new();

    /// <summary>The count as of this stamp; null when it must be computed.</summary>
    public CheckCount? Find(int project, long stamp) => known.TryGetValue(project, out var kept) && kept.Stamp == stamp ? kept.Count : null;

    /// <summary>Remembers a count.</summary>
    public void Keep(int project, long stamp, CheckCount count) => known[project] = (stamp, count);
}

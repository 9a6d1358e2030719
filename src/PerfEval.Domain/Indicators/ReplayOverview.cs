namespace PerfEval.Domain.Indicators;

/// <summary>What many replays say together: how many scores and grades a tree would change, and through which leaves.</summary>
/// <param name="Replayed">Evaluations replayed.</param>
/// <param name="ScoreChanges">Of them, those whose total changes by what is known.</param>
/// <param name="GradeChanges">Of them, those whose grade certainly changes.</param>
/// <param name="GradeOpen">Of them, those whose grade depends on leaves without input.</param>
/// <param name="ByLeaf">The leaves that change or stay open anywhere, widest effect first.</param>
public sealed record ReplayOverview(int Replayed, int ScoreChanges, int GradeChanges, int GradeOpen, IReadOnlyList<LeafEffect> ByLeaf)
{
    /// <summary>Sums up.</summary>
    public static ReplayOverview Of(IReadOnlyCollection<Replay> replays) => new(
        replays.Count,
        replays.Count(r => r.Difference != 0),
        replays.Count(r => r.GradeChanges),
        replays.Count(r => r.GradeOpen),
        [.. replays.SelectMany(r => r.Causes).GroupBy(c => (c.Code, c.Name)).Select(g => new LeafEffect(
            g.Key.Code, g.Key.Name, g.Count(c => c.Difference != 0), g.Count(c => c.IsOpen), g.Min(c => c.Difference), g.Max(c => c.Difference), g.Sum(c => c.Difference)))
            .OrderByDescending(e => Math.Abs(e.Sum)).ThenByDescending(e => e.Open).ThenBy(e => e.Code, StringComparer.Ordinal)]);
}

/// <summary>The effect of one leaf over all replays.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Changed">Evaluations in which its points change.</param>
/// <param name="Open">Evaluations in which it waits for input.</param>
/// <param name="Least">Smallest change in points.</param>
/// <param name="Most">Largest change in points.</param>
/// <param name="Sum">Sum of all changes in points.</param>
public sealed record LeafEffect(string Code, string Name, int Changed, int Open, decimal Least, decimal Most, decimal Sum);

namespace PerfEval.Domain.Indicators;

/// <summary>
/// Which indicator of one tree is which of another. Copies carry no mark of where they came from, and codes are given
/// anew, so names decide before codes: same names all the way up, then same code and name, then same name, and between
/// versions of one tree same code on the same level.
/// </summary>
internal sealed class TreeMatch
{
    private readonly Dictionary<Indicator, Indicator> newOf = [];
    private readonly Dictionary<Indicator, Indicator> oldOf = [];

    public TreeMatch(IndicatorTree old, IndicatorTree now)
    {
        Pair(old, now, (t, i) => Path(t, i));
        Pair(old, now, (_, i) => $"{i.Code}\n{i.Name}");
        Pair(old, now, (_, i) => i.Name);
        if (old.Code == now.Code)
        {
            // Between versions one place with another name is a renaming; between two trees it is a coincidence.
            Pair(old, now, (_, i) => $"{i.Level}\n{i.Code}");
        }
    }

    public Indicator? New(Indicator old) => newOf.GetValueOrDefault(old);

    public Indicator? Old(Indicator now) => oldOf.GetValueOrDefault(now);

    private static string Path(IndicatorTree tree, Indicator indicator) =>
        tree.ParentOf(indicator) is { } parent ? $"{Path(tree, parent)}\n{indicator.Name}" : indicator.Name;

    private void Pair(IndicatorTree old, IndicatorTree now, Func<IndicatorTree, Indicator, string> key)
    {
        var waiting = old.Ordered().Where(i => !newOf.ContainsKey(i)).GroupBy(i => key(old, i)).ToDictionary(g => g.Key, g => new Queue<Indicator>(g));
        foreach (var candidate in now.Ordered().Where(i => !oldOf.ContainsKey(i)))
        {
            if (waiting.TryGetValue(key(now, candidate), out var same) && same.TryDequeue(out var found))
            {
                (newOf[found], oldOf[candidate]) = (candidate, found);
            }
        }
    }
}

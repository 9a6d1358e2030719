using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>
/// Which leaf of a tree is which leaf of a frozen sheet. Codes alone do not say it: renumbering gives them away to
/// neighbours. So code and name together come first, then a name that occurs once, then a code that is left over on both
/// sides (a leaf that was renamed).
/// </summary>
/// <param name="Pairs">Leaves found in both, in the order of the tree.</param>
/// <param name="Added">Leaves of the tree alone.</param>
/// <param name="Removed">Rows of the sheet alone.</param>
internal sealed record LeafMatches(
    IReadOnlyList<(Indicator New, ScoreRow Old)> Pairs, IReadOnlyList<Indicator> Added, IReadOnlyList<ScoreRow> Removed)
{
    /// <summary>Pairs the leaves.</summary>
    public static LeafMatches Between(IReadOnlyList<Indicator> leaves, IEnumerable<ScoreRow> rows)
    {
        var left = rows.ToList();
        var found = new Dictionary<Indicator, ScoreRow>();
        Take((l, r) => l.Code == r.Code && l.Name == r.Name);
        Take((l, r) => l.Name == r.Name && leaves.Count(o => o.Name == l.Name) == 1 && left.Count(o => o.Name == r.Name) == 1);
        Take((l, r) => l.Code == r.Code);
        return new LeafMatches(
            [.. leaves.Where(found.ContainsKey).Select(l => (l, found[l]))], [.. leaves.Where(l => !found.ContainsKey(l))], left);

        void Take(Func<Indicator, ScoreRow, bool> same)
        {
            foreach (var leaf in leaves.Where(l => !found.ContainsKey(l)))
            {
                if (left.Find(r => same(leaf, r)) is { } row)
                {
                    found[leaf] = row;
                    left.Remove(row);
                }
            }
        }
    }
}

using PerfEval.Domain.Indicators;

namespace PerfEval.Domain.Scoring;

/// <summary>Scores a project against a tree. Pure: the same tree, entries and figures give the same sheet.</summary>
public static class Scorer
{
    /// <summary>Scores every leaf, adds up, applies what the tree says about totals.</summary>
    /// <param name="tree">The tree; a draft is scored as far as its leaves have rules.</param>
    /// <param name="entries">What people entered, at most once per leaf.</param>
    /// <param name="figures">Gives the figure for a binding; the execution rate always arrives with its denominator named.</param>
    /// <returns>The sheet; leaves without input are listed as missing and refuse nothing.</returns>
    /// <exception cref="RuleBroken">
    /// An entry for no leaf of the tree or given twice, an input the rule cannot take, an override without reason, out of
    /// range or with too many places; all faults at once, <see cref="Fault.Field"/> being the code of the leaf.
    /// </exception>
    public static ScoreSheet Score(IndicatorTree tree, IReadOnlyList<LeafEntry> entries, Func<FigureBinding, FigureValue> figures)
    {
        var nodes = tree.Ordered();
        var leaves = nodes.Where(tree.IsLeaf).ToHashSet();
        var byLeaf = Entries(leaves, entries);
        var scored = ScoreLeaves(tree, nodes.Where(leaves.Contains), byLeaf, figures);
        var rows = nodes.Select(n => scored.TryGetValue(n, out var row) ? row : Parent(tree, n, scored)).ToList();

        var missing = scored.Values.Where(r => r is { Points: null, NotApplicable: false })
            .Select(r => new MissingLeaf(r.IndicatorId, r.Code, r.Name, r.Sentence)).ToList();
        var leafTotal = scored.Values.Sum(r => r.Points ?? 0);
        var applies = scored.Values.Any(r => r is not { NotApplicable: true, Points: null });
        var (redistribution, cap, total) = Totals.Of(tree, scored.Values, figures);
        var complete = missing.Count == 0 && applies;
        return new ScoreSheet(
            tree.Code, tree.VersionNumber, tree.LeafPlaces, rows, leafTotal, redistribution, cap, total, missing, complete,
            complete ? Grades.Of(total) : null);
    }

    /// <summary>What the total would be if one leaf did not apply: the same sum, caps and rounding, with that leaf taken out or given full marks.</summary>
    /// <param name="tree">The tree of the sheet.</param>
    /// <param name="sheet">As it stands.</param>
    /// <param name="leaf">One of its leaves.</param>
    /// <param name="figures">As for <see cref="Score"/>.</param>
    public static decimal TotalWithout(IndicatorTree tree, ScoreSheet sheet, ScoreRow leaf, Func<FigureBinding, FigureValue> figures)
    {
        var gone = leaf with { NotApplicable = true, Points = tree.NotApplicablePolicy == NotApplicablePolicy.FullMarks ? leaf.Weight : null };
        return Totals.Of(tree, [.. sheet.Rows.Where(r => r.IsLeaf).Select(r => r.IndicatorId == leaf.IndicatorId ? gone : r)], figures).Total;
    }

    private static Dictionary<int, LeafEntry> Entries(HashSet<Indicator> leaves, IReadOnlyList<LeafEntry> entries)
    {
        var faults = new FaultList();
        var ids = leaves.Select(l => l.Id).ToHashSet();
        faults.Require(ids.Count == leaves.Count, "", "指标还没有编号，保存之后才能评分。");
        var byLeaf = new Dictionary<int, LeafEntry>();
        foreach (var entry in entries)
        {
            faults.Require(ids.Contains(entry.IndicatorId), "", $"指标体系中没有编号为{entry.IndicatorId}的末级指标。");
            faults.Require(byLeaf.TryAdd(entry.IndicatorId, entry), "", $"编号为{entry.IndicatorId}的指标填了两次。");
        }

        faults.ThrowIfAny();
        return byLeaf;
    }

    private static Dictionary<Indicator, ScoreRow> ScoreLeaves(
        IndicatorTree tree, IEnumerable<Indicator> leaves, Dictionary<int, LeafEntry> entries, Func<FigureBinding, FigureValue> figures)
    {
        var faults = new FaultList();
        var scored = new Dictionary<Indicator, ScoreRow>();
        foreach (var leaf in leaves)
        {
            try
            {
                scored[leaf] = LeafScoring.Score(tree, leaf, entries.GetValueOrDefault(leaf.Id) ?? new LeafEntry(leaf.Id), figures);
            }
            catch (RuleBroken refused)
            {
                faults.Add(leaf.Code, $"{leaf.Code}：", refused);
            }
        }

        faults.ThrowIfAny();
        return scored;
    }

    private static ScoreRow Parent(IndicatorTree tree, Indicator node, Dictionary<Indicator, ScoreRow> scored)
    {
        var points = new List<decimal>();
        Gather(node);
        return LeafScoring.Row(node, isLeaf: false) with { Points = points.Count == 0 ? null : points.Sum() };

        void Gather(Indicator parent)
        {
            foreach (var child in tree.ChildrenOf(parent))
            {
                if (!scored.TryGetValue(child, out var row))
                {
                    Gather(child);
                }
                else if (row.Points is { } earned)
                {
                    points.Add(earned);
                }
            }
        }
    }
}

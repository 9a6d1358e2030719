using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>
/// 试算: scores an evaluation that is final by another tree, from what was entered then, so that a finance officer sees
/// what a draft would change before it is used. Nothing is stored.
/// </summary>
public static class TreeReplay
{
    private const string Assumed = "试算时假定";

    /// <summary>Replays one evaluation.</summary>
    /// <param name="tree">The tree to try, draft or not; its nodes have ids.</param>
    /// <param name="before">The frozen sheet of the evaluation: inputs, overrides and points as they were.</param>
    /// <param name="figures">The project's figures, for leaves that the new tree binds.</param>
    public static Replay Of(IndicatorTree tree, ScoreSheet before, Func<FigureBinding, FigureValue> figures)
    {
        var matches = LeafMatches.Between(tree.Leaves(), before.Rows.Where(r => r.IsLeaf));
        var carried = matches.Pairs.ToDictionary(p => p.New.Id, p => ReplayedEntry.Carry(tree, p.New, p.Old));
        var entries = carried.Values.Select(c => c.Entry).ToList();
        var after = Scorer.Score(tree, entries, figures);
        var rows = after.Rows.Where(r => r.IsLeaf).ToDictionary(r => r.IndicatorId);
        List<ReplayedLeaf> leaves =
        [
            .. matches.Pairs.Select(p => new ReplayedLeaf(p.Old, rows[p.New.Id], carried[p.New.Id].Dropped)),
            .. matches.Added.Select(l => new ReplayedLeaf(null, rows[l.Id], null)),
            .. matches.Removed.Select(r => new ReplayedLeaf(r, null, null)),
        ];
        return new Replay(before, after, leaves,
            Bound(tree, entries, after, figures, _ => 0m), Bound(tree, entries, after, figures, leaf => leaf.Weight));
    }

    // What the total would be if every leaf without input got these points: the ends of the range of an open total.
    private static decimal Bound(
        IndicatorTree tree, List<LeafEntry> entries, ScoreSheet after, Func<FigureBinding, FigureValue> figures, Func<Indicator, decimal> points)
    {
        if (after.Missing.Count == 0)
        {
            return after.Total;
        }

        var open = after.Missing.Select(m => m.IndicatorId).ToHashSet();
        var assumed = tree.Leaves().Where(l => open.Contains(l.Id))
            .Select(l => new LeafEntry(l.Id, OverridePoints: Whole(points(l), tree.LeafPlaces), OverrideReason: Assumed));
        return Scorer.Score(tree, [.. entries.Where(e => !open.Contains(e.IndicatorId)), .. assumed], figures).Total;
    }

    // A weight with more places than the tree's leaves is cut: no override may exceed it.
    private static decimal Whole(decimal points, int places)
    {
        var rounded = Rounding.Round(points, places);
        return rounded <= points ? rounded : rounded - new decimal(1, 0, 0, false, (byte)places);
    }
}

/// <summary>What a replay gave.</summary>
/// <param name="Before">The sheet as it was frozen.</param>
/// <param name="After">The sheet by the other tree; incomplete where leaves have no input.</param>
/// <param name="Leaves">Every leaf of both trees: pairs first, then added, then removed ones.</param>
/// <param name="Lowest">Total with 0 points on every leaf without input.</param>
/// <param name="Highest">Total with full marks on every leaf without input.</param>
public sealed record Replay(ScoreSheet Before, ScoreSheet After, IReadOnlyList<ReplayedLeaf> Leaves, decimal Lowest, decimal Highest)
{
    /// <summary>Points by which the total changes, as far as it is known.</summary>
    public decimal Difference => After.Total - Before.Total;

    /// <summary>Points of the change that no single leaf explains: caps and weights that do not apply.</summary>
    public decimal ByTotalLines => Difference - Leaves.Sum(l => l.Difference);

    /// <summary>Grades that the evaluation could get, best first; one when it is certain.</summary>
    public IReadOnlyList<Grade> GradesAfter => [.. Enum.GetValues<Grade>().Where(g => g >= Grades.Of(Highest) && g <= Grades.Of(Lowest))];

    /// <summary>True when the grade certainly changes.</summary>
    public bool GradeChanges => Before.Grade is { } grade && !GradesAfter.Contains(grade);

    /// <summary>True when the grade may or may not change, depending on leaves without input.</summary>
    public bool GradeOpen => GradesAfter.Count > 1;

    /// <summary>The leaves through which the score changes or stays open, largest change first.</summary>
    public IReadOnlyList<ReplayedLeaf> Causes => [.. Leaves.Where(l => l.Difference != 0 || l.IsOpen)
        .OrderByDescending(l => Math.Abs(l.Difference)).ThenBy(l => l.Code, StringComparer.Ordinal)];
}

/// <summary>One leaf before and after.</summary>
/// <param name="Before">Its row in the frozen sheet; null for an added leaf.</param>
/// <param name="After">Its row by the other tree; null for a leaf that is gone.</param>
/// <param name="Dropped">What could not be carried over and why, a Chinese sentence; null when everything was.</param>
public sealed record ReplayedLeaf(ScoreRow? Before, ScoreRow? After, string? Dropped)
{
    /// <summary>Code, of the new tree where the leaf is in it.</summary>
    public string Code => (After ?? Before)!.Code;

    /// <summary>Name, of the new tree where the leaf is in it.</summary>
    public string Name => (After ?? Before)!.Name;

    /// <summary>Points after less points before; a leaf without points counts 0.</summary>
    public decimal Difference => (After?.Points ?? 0) - (Before?.Points ?? 0);

    /// <summary>True when the new tree asks for something that was not entered then.</summary>
    public bool IsOpen => After is { Points: null, NotApplicable: false };

    /// <summary>新增, 取消, 需补填, 分值 or 规则.</summary>
    public string Cause => Before is null ? (IsOpen ? "新增，需补填" : "新增")
        : After is null ? "取消"
        : IsOpen ? "需补填"
        : Before.Weight != After.Weight ? $"分值{Wording.Number(Before.Weight)}→{Wording.Number(After.Weight)}"
        : "规则";
}

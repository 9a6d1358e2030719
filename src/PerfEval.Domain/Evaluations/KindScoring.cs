using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>
/// 自评, 部门评价 and 财政评价 of one evaluation, each a whole sheet that stands on the one before it: a leaf that a kind
/// says nothing about counts as it counted before. The highest kind that is there is the score (docs/adr/0017).
/// </summary>
public static class KindScoring
{
    /// <summary>The sheet that counts, with those before it behind it.</summary>
    /// <param name="evaluation">With its leaf scores.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="figures">As for <see cref="Scorer.Score"/>.</param>
    /// <param name="submitted">自评 as frozen at 送审; null: computed from the rows as they are.</param>
    /// <exception cref="RuleBroken">As <see cref="Scorer.Score"/> says.</exception>
    public static ScoreSheet Score(
        Evaluation evaluation, IndicatorTree tree, Func<FigureBinding, FigureValue> figures, ScoreSheet? submitted = null)
    {
        if (evaluation.IsFiled)
        {
            return Sheet(evaluation.Kind, s => s.ToEntry() with { PointsBy = null });
        }

        var sheet = submitted ?? Sheet(EvaluationKind.SelfEvaluation, s => s.ToEntry(EvaluationKind.SelfEvaluation));
        if (evaluation.Scores.Any(s => !s.Department.IsEmpty))
        {
            sheet = Sheet(EvaluationKind.DepartmentEvaluation, s => s.ToEntry(EvaluationKind.DepartmentEvaluation)) with { Before = sheet };
        }

        return evaluation.HasFinanceKind
            ? Sheet(EvaluationKind.FinanceEvaluation, s => s.ToEntry()) with { Before = sheet }
            : sheet;

        ScoreSheet Sheet(EvaluationKind kind, Func<LeafScore, LeafEntry> entry) =>
            Scorer.Score(tree, [.. evaluation.Scores.Select(entry)], figures) with { Kind = kind };
    }

    /// <summary>
    /// Whether reviewers put anything in the place of 自评. From 受理 on 财政评价 is there, but as long as nobody changed
    /// anything there is nothing to choose between and nothing to compare.
    /// </summary>
    /// <param name="sheet">The sheet that counts.</param>
    public static bool Differs(ScoreSheet sheet) => sheet.Before is not null && sheet.Changed.Any();

    /// <summary>Every leaf with what each kind gives, in the order of the tree.</summary>
    /// <param name="sheet">The sheet that counts.</param>
    public static IReadOnlyList<KindRow> Compare(ScoreSheet sheet)
    {
        var (self, department, finance) = (
            sheet.Of(EvaluationKind.SelfEvaluation), sheet.Of(EvaluationKind.DepartmentEvaluation), sheet.Of(EvaluationKind.FinanceEvaluation));
        return [.. sheet.Rows.Select(row => new KindRow(row, Row(self, row), Row(department, row), Row(finance, row)))];
    }

    private static ScoreRow? Row(ScoreSheet? sheet, ScoreRow row) => sheet?.Rows.FirstOrDefault(r => r.IndicatorId == row.IndicatorId);
}

/// <summary>One node in every kind of evaluation.</summary>
/// <param name="Counts">As it counts.</param>
/// <param name="Self">自评; null when there is none.</param>
/// <param name="Department">部门评价; null when there is none.</param>
/// <param name="Finance">财政评价; null when there is none.</param>
public sealed record KindRow(ScoreRow Counts, ScoreRow? Self, ScoreRow? Department, ScoreRow? Finance)
{
    /// <summary>What counts − 自评, in points; null where either has no points, or there is nothing but 自评.</summary>
    public decimal? Difference => Department is null && Finance is null ? null : Counts.Points - Self?.Points;

    /// <summary>What each kind changed and why, one sentence per kind, the lowest first.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. Told(Department, EvaluationKind.DepartmentEvaluation),
        .. Told(Finance, EvaluationKind.FinanceEvaluation),
    ];

    // A kind tells only what it changed itself; what it took over is told where it was changed.
    private static IEnumerable<string> Told(ScoreRow? row, EvaluationKind kind) =>
        row is { IsChanged: true } && row.ReviewedBy == kind ? [$"{kind.Word()}：{row.Reasons}"] : [];
}

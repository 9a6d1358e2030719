using PerfEval.Domain.Indicators;

namespace PerfEval.Domain.Scoring;

/// <summary>What the tree says about the total: weights that do not apply, and caps.</summary>
internal static class Totals
{
    /// <summary>The binding with its denominator named, the tree's where it names none.</summary>
    public static FigureBinding Named(FigureBinding binding, IndicatorTree tree) => binding.Figure == Figure.BudgetExecutionRate
        ? binding with { Denominator = binding.Denominator ?? tree.ExecutionDenominator }
        : binding;

    /// <summary>The lines that change the total, and the total.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="leaves">Every leaf as scored.</param>
    /// <param name="figures">Gives the figure for a binding.</param>
    public static (TotalLine? Redistribution, TotalLine? Cap, decimal Total) Of(
        IndicatorTree tree, IReadOnlyCollection<ScoreRow> leaves, Func<FigureBinding, FigureValue> figures)
    {
        var sum = leaves.Sum(r => r.Points ?? 0);
        var redistribution = Redistribute(leaves, sum);
        var before = redistribution?.After ?? sum;
        var cap = Cap(tree, before, figures);
        return (redistribution, cap, cap?.After ?? before);
    }

    /// <summary>
    /// The total scaled to 100 when leaves do not apply. Scaling the total is the same as scaling each remaining weight,
    /// except that rounding comes last: full marks remain exactly 100.
    /// </summary>
    /// <returns>Null when every leaf applies, or none does.</returns>
    public static TotalLine? Redistribute(IReadOnlyCollection<ScoreRow> leaves, decimal total)
    {
        var all = leaves.Sum(r => r.Weight);
        var gone = leaves.Where(r => r is { NotApplicable: true, Points: null }).Sum(r => r.Weight);
        var rest = all - gone;
        if (gone == 0 || rest <= 0)
        {
            return null;
        }

        var exact = total * all / rest;
        var after = Rounding.Round(exact, Grades.TotalPlaces);
        var rounded = after == exact ? "" : $"，保留{Grades.TotalPlaces}位小数得{Wording.Points(after)}";
        return new TotalLine(total, after,
            $"不适用指标{Wording.Points(gone)}，其余{Wording.Points(rest)}折算为{Wording.Points(all)}：{Wording.Number(total)} ÷ {Wording.Number(rest)} × {Wording.Number(all)} {Wording.Equal(exact)}{rounded}。");
    }

    /// <summary>The total under the lowest cap that applies.</summary>
    /// <returns>Null when the tree has no caps, the rate cannot be computed, or no cap is below the total.</returns>
    public static TotalLine? Cap(IndicatorTree tree, decimal total, Func<FigureBinding, FigureValue> figures)
    {
        if (tree.Caps.Count == 0)
        {
            return null;
        }

        var figure = figures(Named(new FigureBinding(Figure.BudgetExecutionRate), tree));
        var cap = tree.Caps.Where(c => figure.Value < c.BelowRate).MinBy(c => c.MaxTotal);
        return cap is null || total <= cap.MaxTotal
            ? null
            : new TotalLine(total, cap.MaxTotal,
                $"{figure.Name}{Wording.Measured(figure.Value!.Value, "%", cap.BelowRate)}，低于{Wording.Measured(cap.BelowRate, "%")}，总分不超过{Wording.Points(cap.MaxTotal)}：{Wording.Points(total)}按{Wording.Points(cap.MaxTotal)}计。");
    }
}

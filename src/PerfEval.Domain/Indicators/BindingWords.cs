using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>Bindings in the words of the trade, and back.</summary>
public static class BindingWords
{
    /// <summary>预算执行率（分母：到位资金）; without the bracket where the tree's denominator holds.</summary>
    public static string Word(this FigureBinding binding) => binding.Denominator is { } denominator
        ? $"{binding.Figure.Word()}（分母：{ProjectFigures.DenominatorWord(denominator)}）"
        : binding.Figure.Word();

    /// <summary>The binding that the words name; null when they name none.</summary>
    public static FigureBinding? Parse(string? words)
    {
        var text = words?.Trim() ?? "";
        return Enum.GetValues<Figure>().Select(f => new FigureBinding(f))
            .Concat(Enum.GetValues<ExecutionDenominator>().Select(d => new FigureBinding(Figure.BudgetExecutionRate, d)))
            .FirstOrDefault(b => b.Word() == text);
    }
}

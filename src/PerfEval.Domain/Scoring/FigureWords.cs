using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Scoring;

/// <summary>What the figures are called, how they read as formulas, and which rule can take which.</summary>
public static class FigureWords
{
    /// <summary>预算执行率, 资金到位率…</summary>
    public static string Word(this Figure figure) => figure switch
    {
        Figure.BudgetExecutionRate => "预算执行率",
        Figure.FundsReceivedRate => "资金到位率",
        Figure.BalanceRate => "结余率",
        Figure.ResultCompletionRate => "成果完成率",
        Figure.TargetCompletionRate => "目标完成率",
        Figure.CancelledResults => "取消的活动",
        Figure.SingleTargetCompletionRate => "完成率（单项目标）",
        Figure.PlannedResults => "计划的活动",
        Figure.CompletedResults => "已完成的活动",
        Figure.Satisfaction => "满意度",
        _ => figure.ToString(),
    };

    /// <summary>How the figure is computed, a Chinese formula.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="denominator">For 预算执行率: what it is divided by.</param>
    public static string Formula(this Figure figure, ExecutionDenominator denominator) => figure switch
    {
        Figure.BudgetExecutionRate => $"预算执行率 = 实际支出 ÷ {ProjectFigures.DenominatorWord(denominator)} × 100%",
        Figure.FundsReceivedRate => "资金到位率 = 到位资金 ÷ 全年预算 × 100%",
        Figure.BalanceRate => "结余率 = 结余 ÷ 实际拨款 × 100%",
        Figure.ResultCompletionRate => "成果完成率 = 已完成的成果项数 ÷ 全部成果项数 × 100%",
        Figure.TargetCompletionRate => "目标完成率 = 各定量目标完成率（超过100%的按100%计）的平均",
        Figure.CancelledResults => "取消的活动 = 完成情况为“取消”的成果项数",
        Figure.SingleTargetCompletionRate => "完成率（单项目标） = 实际完成值 ÷ 年度指标值 × 100%（超过100%的按100%计）；取哪一项目标由项目选定，没有选定的取与指标同名的",
        Figure.PlannedResults => "计划的活动 = 全部成果项数 + 没有填写成果的目标项数",
        Figure.CompletedResults => "已完成的活动 = 完成情况为“完成”且完成值没有低于指标值的成果项数",
        Figure.Satisfaction => "满意度 = 满意度调查的结果；本项目没有调查时人工填列",
        _ => figure.ToString(),
    };

    /// <summary>True when the figure is a number of things, false when it is a percentage.</summary>
    public static bool IsCount(this Figure figure) => figure is Figure.CancelledResults or Figure.PlannedResults or Figure.CompletedResults;

    /// <summary>Whether the rule can be fed by the figure: counts feed what counts, percentages what measures in %.</summary>
    public static bool Takes(this ScoringRule rule, Figure figure) => Indicators.IndicatorCheck.TakesFigure(rule) && rule switch
    {
        LinearDecay decay => decay.Measure == "%" != figure.IsCount(),
        Ratio ratio => ratio.Measure == "%" != figure.IsCount(),
        Bands bands => bands.Measure == "%" != figure.IsCount(),
        LowerBands bands => bands.Measure == "%" != figure.IsCount(),
        _ => figure.IsCount(),
    };
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>The figures of a project that a leaf can be bound to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Figure>))]
public enum Figure
{
    /// <summary>预算执行率, in percent; its denominator is named (domain.md §4.2 V16).</summary>
    BudgetExecutionRate,

    /// <summary>资金到位率, in percent.</summary>
    FundsReceivedRate,

    /// <summary>结余率, in percent.</summary>
    BalanceRate,

    /// <summary>绩效结果完成率, in percent of the results planned.</summary>
    ResultCompletionRate,

    /// <summary>绩效指标完成率, in percent of the targets set.</summary>
    TargetCompletionRate,

    /// <summary>取消或未实施的活动, a count.</summary>
    CancelledResults,

    /// <summary>满意度, in percent.</summary>
    Satisfaction,
}

/// <summary>What the execution rate is divided by (domain.md §4.2 V16).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExecutionDenominator>))]
public enum ExecutionDenominator
{
    /// <summary>年初预算数.</summary>
    InitialBudget,

    /// <summary>全年（调整后）预算数.</summary>
    AdjustedBudget,

    /// <summary>实际到位数.</summary>
    Received,

    /// <summary>实际拨款数.</summary>
    Allocated,
}

/// <summary>Which figure feeds a leaf.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Denominator">For <see cref="Figure.BudgetExecutionRate"/>; null: as the tree says.</param>
public sealed record FigureBinding(Figure Figure, ExecutionDenominator? Denominator = null);

/// <summary>A figure as computed from the project.</summary>
/// <param name="Name">Chinese name, the subject of the explanation.</param>
/// <param name="Value">Exact, in percent or a count; null when it cannot be computed.</param>
/// <param name="Formula">Chinese sentence with the numbers, or why it cannot be computed.</param>
public sealed record FigureValue(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value,
    string Formula);

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

    /// <summary>完成率 of one target, in percent, at most 100; which target feeds a leaf, the project says (docs/adr/0016).</summary>
    SingleTargetCompletionRate,

    /// <summary>计划的活动, a count: all results and the targets that no result answers.</summary>
    PlannedResults,

    /// <summary>已完成的活动, a count.</summary>
    CompletedResults,
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
public sealed record FigureBinding(Figure Figure, ExecutionDenominator? Denominator = null)
{
    /// <summary>
    /// For <see cref="Figure.SingleTargetCompletionRate"/>: the target that the project chose for the leaf; null: the one
    /// whose 指标名称 is the leaf's. Told by the scorer, never stored with a tree, which knows no project.
    /// </summary>
    [JsonIgnore]
    public Guid? TargetId { get; init; }

    /// <summary>Name of the leaf that asks; told by the scorer.</summary>
    [JsonIgnore]
    public string? LeafName { get; init; }
}

/// <summary>A figure as computed from the project.</summary>
/// <param name="Name">Chinese name, the subject of the explanation.</param>
/// <param name="Value">Exact, in percent or a count; null when it cannot be computed.</param>
/// <param name="Formula">Chinese sentence with the numbers, or why it cannot be computed.</param>
/// <param name="Sources">The rows that the numbers come from; null when none are told.</param>
public sealed record FigureValue(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value,
    string Formula,
    IReadOnlyList<FigureSource>? Sources = null);

/// <summary>Where the rows of a figure stand.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigurePlace>))]
public enum FigurePlace
{
    /// <summary>资金来源.</summary>
    Funding,

    /// <summary>支出明细, the lines of one activity together.</summary>
    LineGroup,

    /// <summary>年度目标.</summary>
    Target,

    /// <summary>实际完成情况.</summary>
    Result,
}

/// <summary>One row, or one group of lines, that a figure was computed from.</summary>
/// <param name="Term">The word of the formula that it belongs to: 实际支出.</param>
/// <param name="Label">How the row is called.</param>
/// <param name="Amount">What it contributes: 元, percent or a count; null when it says nothing.</param>
/// <param name="Measure">元, % or 项.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="RowId">The row; null for a group of lines.</param>
/// <param name="Remark">What the row says, such as 完成 or 12 ÷ 10; null when the amount says it all.</param>
public sealed record FigureSource(
    string Term, string Label, decimal? Amount, string Measure, FigurePlace Place, Guid? RowId = null, string? Remark = null);

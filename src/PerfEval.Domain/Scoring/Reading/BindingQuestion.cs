namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What is open about the figure that feeds a leaf.</summary>
/// <param name="Text">The question in Chinese.</param>
/// <param name="Answers">What can be chosen.</param>
public sealed record BindingQuestion(string Text, IReadOnlyList<RuleAnswer> Answers)
{
    /// <summary>The answer that takes no figure.</summary>
    public const string NoBinding = "none";

    private static RuleAnswer NotBound { get; } = new(NoBinding, "不取项目数据", "评分时自行填写实际值。");

    /// <summary>Which budget the execution rate is divided by.</summary>
    internal static BindingQuestion Denominator { get; } = new("预算执行率的分母用哪一个数？",
    [
        new(nameof(ExecutionDenominator.AdjustedBudget), "全年（调整后）预算数", "年初100万元、调减10万元、支出90万元：90 ÷ 90 = 100%。"),
        new(nameof(ExecutionDenominator.InitialBudget), "年初预算数", "年初100万元、调减10万元、支出90万元：90 ÷ 100 = 90%。"),
        new(nameof(ExecutionDenominator.Received), "实际到位数", "到位95万元、支出90万元：90 ÷ 95 ≈ 94.74%。"),
        new(nameof(ExecutionDenominator.Allocated), "实际拨款数", "拨款96万元、支出90万元：90 ÷ 96 = 93.75%。"),
        NotBound,
    ]);

    /// <summary>Which of the two completion rates is meant.</summary>
    internal static BindingQuestion Completion { get; } = new("完成率取哪一个项目数据？",
    [
        new(nameof(Figure.ResultCompletionRate), "绩效结果完成率", "计划成果10项，完成9项：90%。"),
        new(nameof(Figure.TargetCompletionRate), "绩效指标完成率", "绩效指标8项，达到6项：75%。"),
        NotBound,
    ]);
}

using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Which project figure would feed a leaf.</summary>
/// <param name="Binding">The figure; null while the question is open, or when the answer was not to bind.</param>
/// <param name="Reason">Where it is named, a Chinese sentence.</param>
/// <param name="Question">What is open about it; null when nothing is. The rule does not wait for it.</param>
public sealed partial record BindingProposal(FigureBinding? Binding, string Reason, BindingQuestion? Question)
{
    private static readonly (string Word, Figure Figure, string Name)[] Named =
    [
        ("资金到位率", Figure.FundsReceivedRate, "资金到位率"),
        ("到位率", Figure.FundsReceivedRate, "资金到位率"),
        ("预算执行率", Figure.BudgetExecutionRate, "预算执行率"),
        ("资金执行率", Figure.BudgetExecutionRate, "预算执行率"),
        ("执行率", Figure.BudgetExecutionRate, "预算执行率"),
        ("预算完成率", Figure.BudgetExecutionRate, "预算执行率"),
        ("结余率", Figure.BalanceRate, "结余率"),
        ("满意度", Figure.Satisfaction, "满意度"),
        ("满意率", Figure.Satisfaction, "满意度"),
        ("完成率", Figure.ResultCompletionRate, "完成率"),
    ];

    /// <summary>The proposal for a text; null when name and explanation name no figure.</summary>
    internal static BindingProposal? For(RuleText text, string? answer)
    {
        var name = text.Name ?? "";
        var explanation = text.Explanation ?? "";
        foreach (var (word, figure, shown) in Named)
        {
            var inName = name.Contains(word, StringComparison.Ordinal);
            if (!inName && !explanation.Contains(word + "=", StringComparison.Ordinal) && !explanation.Contains(word + "＝", StringComparison.Ordinal) && !explanation.Contains(word + "，", StringComparison.Ordinal))
            {
                continue;
            }

            var reason = $"{(inName ? "指标名称" : "指标解释")}写了“{word}”，可以从项目数据取{shown}。";
            return figure switch
            {
                Figure.BudgetExecutionRate => Execution(explanation, reason, answer),
                Figure.ResultCompletionRate => Completion(reason, answer),
                _ => new BindingProposal(new FigureBinding(figure), reason, null),
            };
        }

        return null;
    }

    private static BindingProposal Execution(string explanation, string reason, string? answer)
    {
        var named = Denominator(explanation);
        if (named is null && answer == BindingQuestion.NoBinding)
        {
            return new BindingProposal(null, "不取项目数据，评分时自行填写。", null);
        }

        var chosen = named ?? (Enum.TryParse<ExecutionDenominator>(answer, out var parsed) && Enum.IsDefined(parsed) ? parsed : null);
        return chosen is { } denominator
            ? new BindingProposal(new FigureBinding(Figure.BudgetExecutionRate, denominator), reason, null)
            : new BindingProposal(null, reason, BindingQuestion.Denominator);
    }

    private static BindingProposal Completion(string reason, string? answer) => answer switch
    {
        nameof(Figure.ResultCompletionRate) => new BindingProposal(new FigureBinding(Figure.ResultCompletionRate), reason, null),
        nameof(Figure.TargetCompletionRate) => new BindingProposal(new FigureBinding(Figure.TargetCompletionRate), reason, null),
        BindingQuestion.NoBinding => new BindingProposal(null, "不取项目数据，评分时自行填写。", null),
        _ => new BindingProposal(null, reason, BindingQuestion.Completion),
    };

    /// <summary>The denominator that a formula names without doubt; “预算金额” alone does not say which budget.</summary>
    private static ExecutionDenominator? Denominator(string explanation)
    {
        if (explanation.Length > RuleReader.TextLength || Formula().Match(NormalText.Of(explanation).Text) is not { Success: true } m)
        {
            return null;
        }

        var below = m.Groups["below"].Value;
        return below.Contains("年初", StringComparison.Ordinal) ? ExecutionDenominator.InitialBudget
            : below.Contains("到位", StringComparison.Ordinal) ? ExecutionDenominator.Received
            : below.Contains("调整", StringComparison.Ordinal) || below.Contains("全年", StringComparison.Ordinal) ? ExecutionDenominator.AdjustedBudget
            : below.Contains("拨款", StringComparison.Ordinal) || below.Contains("拨付", StringComparison.Ordinal) ? ExecutionDenominator.Allocated
            : null;
    }

    [GeneratedRegex(@"(?:执行|支出|支付|使用)[^/。;]{0,12}(?:/|与)(?<below>[^×。;,]{2,20})", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}

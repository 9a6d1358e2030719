namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What a rule is read from.</summary>
internal sealed record RuleText(string Standard, decimal Weight, string? Name, string? Explanation)
{
    /// <summary>Why the text is not read at all, a Chinese sentence; null when it is.</summary>
    public string? Fault() => this switch
    {
        { Weight: <= 0 or > ScoringRule.WeightLimit } => $"分值应大于0且不超过{Wording.Number(ScoringRule.WeightLimit)}分，请先填写分值。",
        { Standard.Length: > RuleReader.TextLength } => $"评分标准有{Standard.Length}个字，超过{RuleReader.TextLength}个字，不像一条标准；请只填这一个指标的评分标准。",
        _ when string.IsNullOrWhiteSpace(Standard) => "没有评分标准，请先填写或粘贴评分标准的原文。",
        _ => null,
    };
}

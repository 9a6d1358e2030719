using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Documents.Reading;

/// <summary>The one place where an import has a rule read out of a 评分标准. A rule that leaves a question open is not guessed.</summary>
internal static class ProposedRule
{
    /// <summary>The leaf with what its text says, and what is told about it.</summary>
    public static (IndicatorContent Content, LeafOrigin Origin) For(IndicatorContent leaf)
    {
        if (string.IsNullOrWhiteSpace(leaf.Standard) || leaf.Weight <= 0)
        {
            return (leaf, new(RuleOrigin.Open, "待定规则：没有评分标准。"));
        }

        var read = RuleReader.Read(leaf.Standard, leaf.Weight, leaf.Name, leaf.Explanation);
        if (read.Rule is not { } rule)
        {
            return (leaf, new(RuleOrigin.Open, $"待定规则：{read.Refusal ?? (read.Questions is [var first, ..] ? first.Text : "评分标准没有读懂。")}"));
        }

        var binding = leaf.Binding ?? (read.Binding?.Binding is { } found && rule.Takes(found.Figure) ? found : null);
        return (leaf with { Rule = rule, Binding = binding }, new(RuleOrigin.Proposed, $"{rule.Name}：{rule.Standard(leaf.Weight)}"));
    }
}

using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>A ratio to 100% that no word of the standard names, beside a name or a 指标解释 that states another planned value.</summary>
internal static partial class PlanCheck
{
    /// <summary>The doubt; null when nothing else is planned.</summary>
    public static string? Doubt(Page page, ScoringRule rule)
    {
        if (rule is not Ratio { Target: 100, Measure: "%" } || page.Text.Contains("100%", StringComparison.Ordinal))
        {
            return null;
        }

        var said = Planned().Match(NormalText.Of($"{page.Name}。{page.Explanation}").Text);
        return said.Success ? $"名称或者指标解释里写了“{said.Value}”，按100%算没有用到它" : null;
    }

    /// <summary>A planned percentage other than the whole.</summary>
    [GeneratedRegex(@"(?:目标|指标值|计划|标准|要求|不低于|不少于|达到|≥)[^\d,;。=/]{0,10}(?!100%)\d+(?:\.\d+)?%", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();
}

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// Reads a 评分标准 as officials write it and proposes the formal rule. It never guesses: what the text leaves open
/// becomes a question, what cannot be read is refused with a reason. Pure and deterministic; the time is bounded because
/// texts longer than <see cref="TextLength"/> are refused unread.
/// </summary>
public static class RuleReader
{
    /// <summary>Longest standard that is read, in characters: as many as an indicator can store.</summary>
    public const int TextLength = Indicators.Indicator.TextLength;

    /// <summary>Proposes a rule.</summary>
    /// <param name="standard">评分标准 as written; lines and spaces may stand as in the source.</param>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <param name="name">Name of the indicator, for the binding and for names of targets.</param>
    /// <param name="explanation">指标解释, for the binding, lists of elements and what is counted.</param>
    /// <returns>Never null; look at <see cref="ReadRule.Refusal"/>, <see cref="ReadRule.Questions"/>, <see cref="ReadRule.Rule"/> in this order.</returns>
    public static ReadRule Read(string standard, decimal weight, string? name = null, string? explanation = null)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return ReadRule.Of(new RuleText(standard, weight, name, explanation), [], null);
    }
}

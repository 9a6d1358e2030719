namespace PerfEval.Domain.Scoring;

/// <summary>One line of a <see cref="RuleTable"/>: what would be entered, and what it would earn.</summary>
/// <param name="Case">Why the line is telling, a Chinese word: “满分线”, “刚低于满分线”, “最差”.</param>
/// <param name="Given">The input in words: “94.99%”, “3项”, “部分规范”.</param>
/// <param name="Input">The input itself.</param>
/// <param name="Points">Exact points within [0, weight].</param>
/// <param name="Explanation">The sentence that would stand beside such a score.</param>
public sealed record RuleCase(string Case, string Given, ScoringInput Input, decimal Points, string Explanation);

/// <summary>
/// What a rule does, shown before it is used: the inputs at which it changes its mind (each limit, just before and just
/// behind it, the best and the worst) in their natural order, each with the points and the sentence that <see cref="ScoringRule.Score"/>
/// gives. Nothing is computed here a second time.
/// </summary>
/// <param name="Cases">At least two, each input once.</param>
public sealed record RuleTable(IReadOnlyList<RuleCase> Cases)
{
    /// <summary>Lines of a table at most; lists longer than that are told by their first items.</summary>
    public const int Most = 24;

    /// <summary>The table of a rule.</summary>
    /// <param name="rule">A rule without faults.</param>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <param name="subject">Name of the indicator, the subject of the sentences.</param>
    /// <exception cref="RuleBroken">The rule is nonsense at this weight.</exception>
    public static RuleTable Of(ScoringRule rule, decimal weight, string subject)
    {
        rule.Check(weight);
        var telling = TellingInputs.Of(rule, weight).ToList();
        return new([.. (telling.Count <= Most ? telling : [.. telling.Take(Most - 1), telling[^1]]).Select(told =>
        {
            var scored = rule.Score(weight, told.Input, subject);
            return new RuleCase(told.Case, told.Given, told.Input, scored.Points, scored.Explanation);
        })]);
    }
}

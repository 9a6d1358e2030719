namespace PerfEval.Domain.Checks;

/// <summary>A statement of a text that was computed again and is right.</summary>
/// <param name="Place">The words.</param>
/// <param name="Quote">The words as written.</param>
/// <param name="Kind">The calculation that proves it.</param>
/// <param name="Stated">What is stated, with its unit as written.</param>
/// <param name="Computed">What was computed, written the same way.</param>
/// <param name="Formula">The calculation in words and signs: 1035人 × 200元/人 = 207000元.</param>
/// <param name="MatchedTo">The other numbers of the text that it was computed from.</param>
public sealed record VerifiedStatement(
    CheckPlace.Words Place,
    string Quote,
    StatementKind Kind,
    string Stated,
    string Computed,
    string Formula,
    IReadOnlyList<CheckPlace.Words> MatchedTo)
{
    /// <summary>The stated number alone; the whole statement where it is not one number.</summary>
    public CheckPlace.Words Number { get; init; } = Place;
}

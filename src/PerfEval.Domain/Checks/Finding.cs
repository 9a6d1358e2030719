namespace PerfEval.Domain.Checks;

/// <summary>Something that does not add up.</summary>
/// <param name="Rule">The check that found it.</param>
/// <param name="Severity">How sure the check is.</param>
/// <param name="Place">Where.</param>
/// <param name="Explanation">One or two Chinese sentences with the numbers.</param>
/// <param name="Remedy">What to do, in Chinese.</param>
public sealed record Finding(CheckRule Rule, Severity Severity, CheckPlace Place, string Explanation, string Remedy)
{
    /// <summary>Kind of statement; null for checks of data that state nothing in words.</summary>
    public StatementKind? Kind { get; init; }

    /// <summary>The words as written; empty where the place is no text.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What is stated, with its unit as written (71.07%); empty where nothing is stated.</summary>
    public string Stated { get; init; } = "";

    /// <summary>What was computed, written the same way.</summary>
    public string Computed { get; init; } = "";

    /// <summary>What a finding of the whole project is about where its numbers do not tell it from another: the two names it compares.</summary>
    public string Subject { get; init; } = "";

    /// <summary>
    /// Whether the unit can say why it is no mistake. Data that contradict each other are mended, not answered; what was read
    /// out of prose may have been misread, so an error there can be answered like a doubt.
    /// </summary>
    public bool IsAnswerable => Severity is Severity.Doubt or Severity.Hint || (Severity == Severity.Error && Place is CheckPlace.Words { Length: > 0 });

    /// <summary>Other places the finding speaks of, such as the parts of a sum.</summary>
    public IReadOnlyList<CheckPlace> Related { get; init; } = [];
}

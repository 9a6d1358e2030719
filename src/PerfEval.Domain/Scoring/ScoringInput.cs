using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>
/// What a leaf is scored from (计分依据): one closed set of shapes, each fitting the rules that ask for it
/// (<see cref="ScoringRule.Needs"/>). Typed by a person or taken from a figure of the project.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MetInput), "Met")]
[JsonDerivedType(typeof(LevelInput), "Level")]
[JsonDerivedType(typeof(CountInput), "Count")]
[JsonDerivedType(typeof(CountsInput), "Counts")]
[JsonDerivedType(typeof(ValueInput), "Value")]
[JsonDerivedType(typeof(ActualsInput), "Actuals")]
[JsonDerivedType(typeof(ItemsInput), "Items")]
[JsonDerivedType(typeof(JudgedInput), "Judged")]
[JsonDerivedType(typeof(NotApplicableInput), "NotApplicable")]
public abstract record ScoringInput
{
    /// <summary>Largest absolute value a person may give as a figure; keeps every formula inside decimal.</summary>
    public const decimal ValueLimit = 1_000_000_000_000_000m;

    private protected ScoringInput()
    {
    }
}

/// <summary>Whether the requirement is met; for <see cref="MetNotMet"/>.</summary>
/// <param name="Met">True when it is met.</param>
public sealed record MetInput(bool Met) : ScoringInput;

/// <summary>The level a person chose; for <see cref="Tiered"/>.</summary>
/// <param name="Level">Key of a <see cref="Tier"/> of the rule.</param>
public sealed record LevelInput(string Level) : ScoringInput;

/// <summary>How often something happened; for <see cref="DeductPerOccurrence"/> and <see cref="ZeroTolerance"/>.</summary>
/// <param name="Count">Occurrences, 0 or more.</param>
/// <param name="Matters">What happened, one line per occurrence, as many as <paramref name="Count"/>; null when not listed.</param>
public sealed record CountInput(int Count, IReadOnlyList<string>? Matters = null) : ScoringInput;

/// <summary>How often each kind of fault was found; for <see cref="FaultKinds"/>.</summary>
/// <param name="Counts">Cases (0 or more) by the matter of the rule's kinds; every kind needs one.</param>
public sealed record CountsInput(IReadOnlyDictionary<string, int> Counts) : ScoringInput;

/// <summary>A figure; for <see cref="LinearDecay"/>, <see cref="Ratio"/>, <see cref="Bands"/> and <see cref="LowerBands"/>.</summary>
/// <param name="Value">In percent (96.88 means 96.88%) or in the unit that the rule measures in; at most ±10¹⁵.</param>
public sealed record ValueInput(decimal Value) : ScoringInput;

/// <summary>Actual quantities; for <see cref="ShortfallCount"/>.</summary>
/// <param name="Actuals">Quantity (0 or more) by key of the rule's targets; every target needs one.</param>
public sealed record ActualsInput(IReadOnlyDictionary<string, decimal> Actuals) : ScoringInput;

/// <summary>
/// Chosen items: the fulfilled ones for <see cref="ElementCount"/> and an adding <see cref="Checklist"/>, the
/// unfulfilled ones for a deducting <see cref="Checklist"/> and for <see cref="DeductPerOccurrence"/> with items.
/// </summary>
/// <param name="Keys">Keys known to the rule, none twice; may be empty.</param>
public sealed record ItemsInput(IReadOnlyList<string> Keys) : ScoringInput;

/// <summary>A person's judgement; for <see cref="Expert"/> and <see cref="QualitativeRange"/>.</summary>
/// <param name="Points">Points, or percent of the weight when <paramref name="Unit"/> says so.</param>
/// <param name="Reason">Why, in Chinese; mandatory.</param>
/// <param name="Band">Key of the band chosen first (<see cref="QualitativeRange"/> only); null: the band follows from the points.</param>
/// <param name="Unit">What <paramref name="Points"/> counts.</param>
public sealed record JudgedInput(decimal Points, string Reason, string? Band = null, PointsUnit Unit = PointsUnit.Points)
    : ScoringInput;

/// <summary>The leaf does not apply to this project (no procurement, say); the tree's policy decides what follows.</summary>
/// <param name="Reason">Why, in Chinese; mandatory.</param>
public sealed record NotApplicableInput(string Reason) : ScoringInput;

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>
/// A 评分标准 in formal shape: parameters that turn an input into points, explain themselves, and know their own
/// defects. The set is closed; see domain.md §5.1 and docs/scoring.md. Rules are immutable and travel as JSON
/// (<see cref="ScoringJson"/>).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MetNotMet), nameof(MetNotMet))]
[JsonDerivedType(typeof(Tiered), nameof(Tiered))]
[JsonDerivedType(typeof(DeductPerOccurrence), nameof(DeductPerOccurrence))]
[JsonDerivedType(typeof(FaultKinds), nameof(FaultKinds))]
[JsonDerivedType(typeof(ZeroTolerance), nameof(ZeroTolerance))]
[JsonDerivedType(typeof(Checklist), nameof(Checklist))]
[JsonDerivedType(typeof(ElementCount), nameof(ElementCount))]
[JsonDerivedType(typeof(LinearDecay), nameof(LinearDecay))]
[JsonDerivedType(typeof(ShortfallCount), nameof(ShortfallCount))]
[JsonDerivedType(typeof(Ratio), nameof(Ratio))]
[JsonDerivedType(typeof(Bands), nameof(Bands))]
[JsonDerivedType(typeof(LowerBands), nameof(LowerBands))]
[JsonDerivedType(typeof(QualitativeRange), nameof(QualitativeRange))]
[JsonDerivedType(typeof(Expert), nameof(Expert))]
public abstract record ScoringRule
{
    /// <summary>Largest weight of a leaf, in points: a whole tree has 100.</summary>
    public const decimal WeightLimit = 100m;

    private protected ScoringRule(string name) => Name = name;

    /// <summary>Chinese name of the kind of rule, such as “逐项扣分”.</summary>
    [JsonIgnore]
    public string Name { get; }

    /// <summary>Which input the rule needs.</summary>
    [JsonIgnore]
    public abstract InputNeed Needs { get; }

    /// <summary>Scores an input.</summary>
    /// <param name="weight">Weight of the leaf in points, above 0, at most <see cref="WeightLimit"/>.</param>
    /// <param name="input">An input of the kind that <see cref="Needs"/> names.</param>
    /// <param name="subject">Name of the indicator or figure, the subject of the sentence.</param>
    /// <returns>Exact points within [0, weight] and the sentence that explains them.</returns>
    /// <exception cref="RuleBroken">The rule is nonsense, the input is of another kind, or its value is out of range.</exception>
    public RulePoints Score(decimal weight, ScoringInput input, string subject)
    {
        Check(weight);
        var scored = Compute(weight, input, Wording.Unended(subject));
        return scored with { Points = Math.Clamp(scored.Points, 0m, weight) };
    }

    /// <summary>What full marks would take, given this input: a Chinese half-sentence without full stop.</summary>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <param name="input">An input that <see cref="Score"/> took and that did not earn full marks.</param>
    public string ToFull(decimal weight, ScoringInput input)
    {
        Check(weight);
        return Demand(input);
    }

    /// <summary>The rule's own 评分标准 in Chinese.</summary>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <exception cref="RuleBroken">The rule is nonsense.</exception>
    public string Standard(decimal weight)
    {
        Check(weight);
        return Describe(weight);
    }

    /// <summary>What is doubtful about the rule at this weight (domain.md §5.2); empty when nothing is.</summary>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <exception cref="RuleBroken">The rule is nonsense.</exception>
    public IReadOnlyList<RuleDefect> Defects(decimal weight)
    {
        Check(weight);
        return [.. FindDefects(weight)];
    }

    /// <summary>Refuses parameters that make no sense.</summary>
    /// <param name="weight">Weight of the leaf in points.</param>
    /// <exception cref="RuleBroken">With all faults at once.</exception>
    public void Check(decimal weight)
    {
        var faults = new FaultList();
        faults.Require(weight is > 0 and <= WeightLimit, "weight", $"分值应大于0且不超过{Wording.Number(WeightLimit)}分，现为{Wording.Points(weight)}。");
        CheckParameters(weight, faults);
        faults.ThrowIfAny();
    }

    private protected abstract RulePoints Compute(decimal weight, ScoringInput input, string subject);

    private protected abstract string Describe(decimal weight);

    private protected abstract string Demand(ScoringInput input);

    private protected virtual IEnumerable<RuleDefect> FindDefects(decimal weight) => [];

    private protected virtual void CheckParameters(decimal weight, FaultList faults)
    {
    }

    /// <summary>The input in the shape the rule needs.</summary>
    /// <exception cref="RuleBroken">It has another shape.</exception>
    private protected TInput Expect<TInput>(ScoringInput? input, string subject) where TInput : ScoringInput =>
        input as TInput ?? throw WrongKind(subject);

    private protected RuleBroken WrongKind(string subject) =>
        new($"“{subject}”按“{Name}”计分，需要填写{Needs.Prompt}，所给的计分依据不是这一种。", "input");

    /// <summary>A measured value within the limits of the formulas.</summary>
    private protected decimal ExpectValue(ScoringInput? input, string subject)
    {
        var value = Expect<ValueInput>(input, subject).Value;
        return Math.Abs(value) <= ScoringInput.ValueLimit
            ? value
            : throw new RuleBroken($"“{subject}”的数值超出可计算的范围。", "value");
    }

    /// <summary>Chosen keys, each known and none twice.</summary>
    private protected static HashSet<string> ExpectKeys(IReadOnlyList<string>? keys, IEnumerable<string> known, string subject)
    {
        var chosen = new HashSet<string>();
        var all = known.ToHashSet();
        var faults = new FaultList();
        foreach (var key in keys ?? [])
        {
            faults.Require(all.Contains(key), "keys", $"“{subject}”没有“{key}”这一项。");
            faults.Require(chosen.Add(key), "keys", $"“{subject}”的“{key}”填了两次。");
        }

        faults.ThrowIfAny();
        return chosen;
    }

    private protected static void CheckKeys(IEnumerable<string> keys, string noun, FaultList faults)
    {
        foreach (var group in keys.GroupBy(k => k ?? ""))
        {
            faults.Require(!string.IsNullOrWhiteSpace(group.Key), "key", $"{noun}的代号不能为空。");
            faults.Require(group.Count() == 1, "key", $"{noun}的代号“{group.Key}”重复{group.Count()}次。");
        }
    }
}

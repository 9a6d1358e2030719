using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>Random rules with random inputs, for properties.</summary>
internal static class RandomRules
{
    /// <summary>Kinds that <see cref="Any"/> knows.</summary>
    public const int Kinds = 14;

    /// <summary>A rule of a kind with an input it takes, parameters at random; some beyond what makes sense.</summary>
    public static (ScoringRule Rule, ScoringInput Input) Any(Random random, decimal weight, int kind)
    {
        var unit = (PointsUnit)random.Next(2);
        var value = new ValueInput(random.Next(20) == 0 ? -ScoringInput.ValueLimit : Cents(random, -1000, 20000));
        ItemsInput items = new([.. new[] { "a", "b", "c" }.Where(_ => random.Next(2) == 0)]);
        return kind switch
        {
            0 => (new MetNotMet(), new MetInput(random.Next(2) == 0)),
            1 => (new Tiered([new("a", "甲", 100), random.Next(2) == 0 ? new("b", "乙", random.Next(1, 100)) : new("b", "乙", Points: Cents(random, 0, 3000)), new("c", "丙", 0)]), new LevelInput(((char)('a' + random.Next(3))).ToString())),
            2 => (new DeductPerOccurrence(Cents(random, 1, 2000), unit), new CountInput(random.Next(50) == 0 ? int.MaxValue : random.Next(6))),
            3 => (new ZeroTolerance(), new CountInput(random.Next(3))),
            4 => (new Checklist([.. "abc".Select(c => new ChecklistItem(c.ToString(), "项", Cents(random, 1, 2000)))], (ChecklistMode)random.Next(2)), items),
            5 => (new ElementCount([.. "abc".Select(c => new Element(c.ToString(), "点", random.Next(1, 101), random.Next(3) == 0))]), items),
            6 => (new LinearDecay(95, Cents(random, 1, 500), Cents(random, 1, 500), unit, (StepMode)random.Next(3), Cutoff: random.Next(2) == 0 ? 60 : null), value),
            7 => (new LinearDecay(3, 0.0001m, 10_000, unit, (StepMode)random.Next(3), DecayDirection.Both, Target: 100), value),
            8 => (new ShortfallCount([new("甲", random.Next(1, 30)), new("乙", 2.5m)], Cents(random, 1, 300), unit), new ActualsInput(new Dictionary<string, decimal> { ["甲"] = random.Next(40), ["乙"] = random.Next(4) })),
            9 => (new Ratio(random.Next(0, 120), (RatioDirection)random.Next(4)), value),
            10 => (new Bands([new(90, Points: Cents(random, 2000, 3000)), new(60, Points: Cents(random, 0, 1999))]), value),
            11 => (Kinded(random, unit), Found(random)),
            12 => (new LowerBands([new(1, Points: Cents(random, 2000, 3000)), new(60, Points: Cents(random, 0, 1999))]), value),
            _ => (random.Next(2) == 0 ? new Expert() : QualitativeRange.National, new JudgedInput(weight * random.Next(0, 101) / 100m, "材料")),
        };
    }

    /// <summary>Three kinds of faults, with and without caps and vetoes.</summary>
    public static FaultKinds Kinded(Random random, PointsUnit unit) => new(
    [
        .. new[] { "甲", "乙", "丙" }.Select((matter, i) => random.Next(4) == 0
            ? new FaultKind(matter, Veto: true, Measure: "例")
            : Cents(random, 1, 500) is var deduct && random.Next(2) == 0 ? new FaultKind(matter, deduct, unit, deduct + Cents(random, 0, 900)) : new FaultKind(matter, deduct, unit, Measure: i == 0 ? "处" : "项")),
    ]);

    /// <summary>How many cases of each kind; mostly none or few.</summary>
    public static CountsInput Found(Random random) =>
        new(new[] { "甲", "乙", "丙" }.ToDictionary(m => m, _ => random.Next(60) == 0 ? int.MaxValue : Math.Max(0, random.Next(8) - 3)));

    /// <summary>A number with two places.</summary>
    public static decimal Cents(Random random, int from, int to) => random.Next(from, to + 1) / 100m;
}

using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>Properties over a thousand seeded random cases each.</summary>
public class PropertyTests
{
    private const int Cases = 1000;

    [Fact]
    public void No_rule_leaves_zero_to_weight_and_every_sentence_ends()
    {
        var random = new Random(20260101);
        var full = 0;
        var none = 0;
        for (var i = 0; i < Cases; i++)
        {
            var weight = Cents(random, 1, 3000);
            var (rule, input) = Any(random, weight, i % 12);
            var scored = rule.Score(weight, input, "某指标");

            Assert.InRange(scored.Points, 0, weight);
            Assert.StartsWith("某指标", scored.Explanation);
            Assert.EndsWith("。", scored.Explanation);
            full += scored.Points == weight ? 1 : 0;
            none += scored.Points == 0 ? 1 : 0;
        }

        Assert.InRange(full, 50, Cases - 50);
        Assert.InRange(none, 50, Cases - 50);
    }

    [Fact]
    public void More_occurrences_never_raise_a_score()
    {
        var random = new Random(7);
        for (var i = 0; i < Cases; i++)
        {
            var weight = Cents(random, 1, 3000);
            ScoringRule rule = i % 4 == 0 ? new ZeroTolerance() : new DeductPerOccurrence(Cents(random, 1, 400), (PointsUnit)(i % 2));
            var count = random.Next(0, 40);
            Assert.True(rule.Score(weight, new CountInput(count + 1), "甲").Points <= rule.Score(weight, new CountInput(count), "甲").Points);
        }
    }

    [Fact]
    public void Worse_values_never_raise_a_score()
    {
        var random = new Random(11);
        for (var i = 0; i < Cases; i++)
        {
            var weight = Cents(random, 1, 3000);
            var fullAt = Cents(random, 5000, 10000);
            ScoringRule rule = (i % 3) switch
            {
                0 => new LinearDecay(fullAt, Cents(random, 1, 1000), Cents(random, 1, 500), (PointsUnit)(i % 2), (StepMode)(i / 3 % 3), Cutoff: i % 5 == 0 ? fullAt - 30 : null),
                1 => new Ratio(fullAt),
                _ => new Bands([new(fullAt, 100), new(fullAt - 10, 80), new(fullAt - 25, 30)]),
            };
            var value = Cents(random, 0, 12000);
            var worse = value - Cents(random, 1, 2000);
            Assert.True(rule.Score(weight, new ValueInput(worse), "甲").Points <= rule.Score(weight, new ValueInput(value), "甲").Points,
                $"{rule} {weight} {value} {worse}");
        }
    }

    [Fact]
    public void Floor_is_kindest_and_ceiling_strictest()
    {
        var random = new Random(13);
        var differs = 0;
        for (var i = 0; i < Cases; i++)
        {
            var rule = new LinearDecay(95, Cents(random, 1, 700), Cents(random, 1, 300));
            var input = new ValueInput(Cents(random, 3000, 10000));
            var scores = new[] { StepMode.Floor, StepMode.Linear, StepMode.Ceiling }
                .Select(mode => (rule with { StepMode = mode }).Score(10, input, "甲").Points).ToArray();
            Assert.True(scores[0] >= scores[1] && scores[1] >= scores[2], string.Join(" ", scores));
            differs += scores[0] > scores[1] && scores[1] > scores[2] ? 1 : 0;
        }

        Assert.True(differs > 100);
    }

    /// <summary>A random rule of one of the twelve kinds.</summary>
    internal static (ScoringRule Rule, ScoringInput Input) Any(Random random, decimal weight, int kind)
    {
        var unit = (PointsUnit)random.Next(2);
        var value = new ValueInput(random.Next(20) == 0 ? -ScoringInput.ValueLimit : Cents(random, -1000, 20000));
        ItemsInput items = new([.. new[] { "a", "b", "c" }.Where(_ => random.Next(2) == 0)]);
        return kind switch
        {
            0 => (new MetNotMet(), new MetInput(random.Next(2) == 0)),
            1 => (new Tiered([new("a", "甲", 100), new("b", "乙", Points: Cents(random, 0, 3000)), new("c", "丙", 0)]), new LevelInput(((char)('a' + random.Next(3))).ToString())),
            2 => (new DeductPerOccurrence(Cents(random, 1, 2000), unit), new CountInput(random.Next(50) == 0 ? int.MaxValue : random.Next(6))),
            3 => (new ZeroTolerance(), new CountInput(random.Next(3))),
            4 => (new Checklist([.. "abc".Select(c => new ChecklistItem(c.ToString(), "项", Cents(random, 1, 2000)))], (ChecklistMode)random.Next(2)), items),
            5 => (new ElementCount([.. "abc".Select(c => new Element(c.ToString(), "点", random.Next(1, 101), random.Next(3) == 0))]), items),
            6 => (new LinearDecay(95, Cents(random, 1, 500), Cents(random, 1, 500), unit, (StepMode)random.Next(3), Cutoff: random.Next(2) == 0 ? 60 : null), value),
            7 => (new LinearDecay(3, 0.0001m, 10_000, unit, (StepMode)random.Next(3), DecayDirection.Both, Target: 100), value),
            8 => (new ShortfallCount([new("甲", random.Next(1, 30)), new("乙", 2.5m)], Cents(random, 1, 300), unit), new ActualsInput(new Dictionary<string, decimal> { ["甲"] = random.Next(40), ["乙"] = random.Next(4) })),
            9 => (new Ratio(random.Next(0, 120), (RatioDirection)random.Next(4)), value),
            10 => (new Bands([new(90, Points: Cents(random, 2000, 3000)), new(60, Points: Cents(random, 0, 1999))]), value),
            _ => (random.Next(2) == 0 ? new Expert() : QualitativeRange.National, new JudgedInput(weight * random.Next(0, 101) / 100m, "材料")),
        };
    }

    private static decimal Cents(Random random, int from, int to) => random.Next(from, to + 1) / 100m;
}

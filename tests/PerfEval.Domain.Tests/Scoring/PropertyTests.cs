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
            var weight = RandomRules.Cents(random, 1, 3000);
            var (rule, input) = RandomRules.Any(random, weight, i % RandomRules.Kinds);
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
            var weight = RandomRules.Cents(random, 1, 3000);
            ScoringRule rule = i % 4 == 0 ? new ZeroTolerance() : new DeductPerOccurrence(RandomRules.Cents(random, 1, 400), (PointsUnit)(i % 2));
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
            var weight = RandomRules.Cents(random, 1, 3000);
            var fullAt = RandomRules.Cents(random, 5000, 10000);
            ScoringRule rule = (i % 3) switch
            {
                0 => new LinearDecay(fullAt, RandomRules.Cents(random, 1, 1000), RandomRules.Cents(random, 1, 500), (PointsUnit)(i % 2), (StepMode)(i / 3 % 3), Cutoff: i % 5 == 0 ? fullAt - 30 : null),
                1 => new Ratio(fullAt),
                _ => new Bands([new(fullAt, 100), new(fullAt - 10, 80), new(fullAt - 25, 30)]),
            };
            var value = RandomRules.Cents(random, 0, 12000);
            var worse = value - RandomRules.Cents(random, 1, 2000);
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
            var rule = new LinearDecay(95, RandomRules.Cents(random, 1, 700), RandomRules.Cents(random, 1, 300));
            var input = new ValueInput(RandomRules.Cents(random, 3000, 10000));
            var scores = new[] { StepMode.Floor, StepMode.Linear, StepMode.Ceiling }
                .Select(mode => (rule with { StepMode = mode }).Score(10, input, "甲").Points).ToArray();
            Assert.True(scores[0] >= scores[1] && scores[1] >= scores[2], string.Join(" ", scores));
            differs += scores[0] > scores[1] && scores[1] > scores[2] ? 1 : 0;
        }

        Assert.True(differs > 100);
    }
}

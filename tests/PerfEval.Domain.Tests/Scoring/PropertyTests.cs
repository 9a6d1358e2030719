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
    public void More_faults_of_any_kind_never_raise_a_score()
    {
        var random = new Random(17);
        var less = 0;
        for (var i = 0; i < Cases; i++)
        {
            var weight = RandomRules.Cents(random, 1, 3000);
            var rule = RandomRules.Kinded(random, (PointsUnit)(i % 2)) with { Floor = i % 3 == 0 ? weight / 4 : 0 };
            var counts = rule.Kinds.ToDictionary(k => k.Matter, _ => random.Next(5));
            var before = rule.Score(weight, new CountsInput(counts), "甲").Points;
            foreach (var kind in rule.Kinds)
            {
                var after = rule.Score(weight, new CountsInput(new Dictionary<string, int>(counts) { [kind.Matter] = counts[kind.Matter] + 1 }), "甲").Points;
                Assert.InRange(after, 0, weight);
                Assert.True(after <= before, $"{rule} {weight} {kind.Matter}");
                less += after < before ? 1 : 0;
            }
        }

        Assert.InRange(less, 300, 2700);
    }

    [Fact]
    public void Higher_values_never_raise_the_score_of_bands_in_which_lower_is_better()
    {
        var random = new Random(19);
        for (var i = 0; i < Cases; i++)
        {
            var weight = RandomRules.Cents(random, 1, 3000);
            var first = RandomRules.Cents(random, 0, 1000);
            var rule = new LowerBands([new(first, 100), new(first + 5, 80), new(first + 25, Points: weight / 3)]);
            var value = RandomRules.Cents(random, -100, 4000);
            var (better, worse) = (rule.Score(weight, new ValueInput(value), "甲").Points, rule.Score(weight, new ValueInput(value + RandomRules.Cents(random, 1, 2000)), "甲").Points);
            Assert.InRange(better, 0, weight);
            Assert.True(worse <= better, $"{rule} {weight} {value}");
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

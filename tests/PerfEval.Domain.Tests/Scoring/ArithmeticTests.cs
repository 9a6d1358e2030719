using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>
/// The arithmetic that a sentence prints, worked out again from the sentence alone, gives the points: whoever checks a
/// report with a calculator gets the same score.
/// </summary>
public partial class ArithmeticTests
{
    private const int Cases = 6000;

    [Fact]
    public void Every_sentence_can_be_recalculated_from_its_own_numbers()
    {
        var random = new Random(97);
        var formulas = new Dictionary<Type, int>();
        for (var i = 0; i < Cases; i++)
        {
            var weight = random.Next(1, 3000) / 100m;
            var (rule, input) = RandomRules.Any(random, weight, i % RandomRules.Kinds);
            var scored = rule.Score(weight, input, "某指标");

            Assert.True(Math.Abs(scored.Points - Told(scored.Explanation)) <= 0.00005m, $"{scored.Points} {scored.Explanation}");
            foreach (var (left, exact, right) in Formulas(scored.Explanation))
            {
                formulas[rule.GetType()] = formulas.GetValueOrDefault(rule.GetType()) + 1;
                var worked = Expression.Value(left);
                // Behind “=” nothing was cut off but what division leaves at the 28th digit; behind “≈” numbers are
                // shown to four places, and a factor up to 30 enlarges what is missing.
                Assert.True(Math.Abs(worked - right) < (exact ? 1e-20m : 0.002m), $"{scored.Explanation} 算得{worked}");
            }

            CheckSteps(scored.Explanation);
        }

        Type[] withFormula = [typeof(Tiered), typeof(DeductPerOccurrence), typeof(FaultKinds), typeof(Checklist), typeof(ElementCount), typeof(LinearDecay), typeof(ShortfallCount), typeof(Ratio), typeof(QualitativeRange)];
        Assert.All(withFormula, kind => Assert.True(formulas.GetValueOrDefault(kind) >= 20, $"{kind.Name}: {formulas.GetValueOrDefault(kind)}"));
    }

    [Theory]
    [InlineData("6 − 0.54", "5.46")]
    [InlineData("(1 − 5 ÷ 10) × 10", "5")]
    [InlineData("10 × 60%", "6")]
    [InlineData("7 + 7 + 7", "21")]
    [InlineData("8 − 2 − 1 × 3", "3")]
    public void The_calculator_of_this_test_calculates(string left, string right) =>
        Assert.Equal(decimal.Parse(right, CultureInfo.InvariantCulture), Expression.Value(left));

    [Theory]
    [InlineData("某指标：不合理的事项3项，每项扣0.5分，扣1.6分：6 − 1.6 = 4.4分。")]
    [InlineData("某指标：甲0处；乙3处，每处扣0.5分，应扣1.6分，这一类最多扣1分，扣1分；6 − 1 = 5分。")]
    [InlineData("某指标94%，满分线95%，低1个百分点，不足1个百分点不计，按1个1个百分点计，每个扣权重的3%（0.18分），扣0.19分：6 − 0.19 = 5.81分。")]
    public void A_wrong_step_is_noticed(string sentence) => Assert.ThrowsAny<Exception>(() => CheckSteps(sentence));

    /// <summary>The points that the sentence ends on.</summary>
    private static decimal Told(string sentence) => Number(Points().Matches(Aside().Replace(sentence, ""))[^1].Groups[1].Value);

    private static IEnumerable<(string Left, bool Exact, decimal Right)> Formulas(string sentence) =>
        from Match m in Formula().Matches(sentence)
        select (m.Groups[1].Value, m.Groups[2].Value == "=", Number(m.Groups[3].Value));

    /// <summary>“n项…每项扣d分，扣s分” and “按n个…计，每个扣…d分，扣s分”: n × d is s.</summary>
    private static void CheckSteps(string sentence)
    {
        foreach (Match m in Steps().Matches(sentence))
        {
            var (times, each, all) = (Number(m.Groups["n"].Value), Number(m.Groups["d"].Value), Number(m.Groups["s"].Value));
            // Numbers beyond six places are shown to four.
            Assert.True(Math.Abs((times * each) - all) <= 0.00005m + (times * 0.00005m), $"{sentence} {times} × {each} ≠ {all}");
        }

        foreach (Match m in Slope().Matches(sentence))
        {
            // A difference is shown to two places.
            var each = Number(m.Groups["d"].Value) / Number(m.Groups["step"].Value);
            var all = Number(m.Groups["s"].Value);
            Assert.True(Math.Abs((Number(m.Groups["x"].Value) * each) - all) <= 0.00005m + (each * 0.005m) + (all * 0.001m), sentence);
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.])(\(?[0-9][0-9.]*%?(?: [+−×÷] \(?[0-9][0-9.]*%?\)?)+) (=|≈) ([0-9.]+)分")]
    private static partial Regex Formula();

    [GeneratedRegex(@"（分值[0-9.]+分）|，理由：[^。；]*")]
    private static partial Regex Aside();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?)分")]
    private static partial Regex Points();

    [GeneratedRegex(@"(?:按(?<n>[0-9]+)个[0-9.]+[^，]*计，每个|[^0-9.](?<n>[0-9]+)(?:项|处|例)(?:（[^）]*）)?，每(?:项|处|例)|共少(?<n>[0-9.]+)次，每次)扣(?:权重的[0-9.]+%（)?(?<d>[0-9.]+)分）?，(?:应)?扣(?<s>[0-9.]+)分")]
    private static partial Regex Steps();

    [GeneratedRegex(@"[低高出差](?<x>[0-9.]+)个百分点，按实际差额计，每(?<step>[0-9.]+)个百分点扣(?:权重的[0-9.]+%（)?(?<d>[0-9.]+)分）?，(?:应)?扣(?<s>[0-9.]+)分")]
    private static partial Regex Slope();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;
using PerfEval.Domain.Tests.Data;
using Xunit.Abstractions;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>
/// Sets of forty sentences in the wording of other districts, written and labelled by people who had not seen the reader.
/// Right is: the rule of the label, or exactly the questions of the label; wrong is another rule without a question.
/// Each set was run once before the reader was improved on it. First runs, right and wrong of forty: 22 and 3; 21 and 3;
/// 32 and 4; then, with a gate in front of every proposal, 28 and 0; 25 and 1 (a ratio with a cut-off, which the proposed
/// decay equals); 30 and 2 (the same, and bands proposed as levels with the same points); 31 and 1; 31 and 2 (a
/// limit proposed as a band of one step, and the percentage of a plan where the label has its quantity: both with the same
/// points); 19 and 3 (two of them bands in which lower is better, which the label took for unsayable and which the rule says;
/// one, intervals of points given to an expert, truly wrong). What is asserted is where the reader stands; what it does with unseen sentences only a first run tells.
/// </summary>
public class OtherDistrictsTests(ITestOutputHelper output)
{
    private enum Verdict
    {
        Right,
        AsksOther,
        Wrong,
    }

    [Theory]
    [InlineData("standards-other-districts.json", 40, 0)]
    [InlineData("standards-second.json", 38, 0)]
    [InlineData("standards-third.json", 40, 0)]
    [InlineData("standards-fourth.json", 40, 0)]
    [InlineData("standards-fifth.json", 40, 0)]
    [InlineData("standards-sixth.json", 31, 1)]
    [InlineData("standards-seventh.json", 32, 0)]
    [InlineData("standards-eighth.json", 33, 0)]
    [InlineData("standards-ninth.json", 22, 0)]
    public void Most_are_right_and_hardly_any_is_wrong_without_asking(string file, int leastRight, int mostWrong)
    {
        var verdicts = new List<Verdict>();
        foreach (var sentence in JsonNode.Parse(TestData.Read(file))!.AsArray())
        {
            var (verdict, told) = Judge(sentence!);
            verdicts.Add(verdict);
            output.WriteLine($"{sentence!["id"],2} {verdict,-9} {told}");
        }

        var right = verdicts.Count(v => v == Verdict.Right);
        output.WriteLine($"{right} of {verdicts.Count} right, {verdicts.Count(v => v == Verdict.AsksOther)} ask something else, {verdicts.Count(v => v == Verdict.Wrong)} wrong");
        Assert.Equal(40, verdicts.Count);
        Assert.True(verdicts.Count(v => v == Verdict.Wrong) <= mostWrong, $"{verdicts.Count(v => v == Verdict.Wrong)} wrong");
        Assert.True(right >= leastRight, $"{right} right");
    }

    private static (Verdict Verdict, string Told) Judge(JsonNode sentence)
    {
        var weight = sentence["weight"]!.GetValue<decimal>();
        var asks = sentence["asks"]!.AsArray().Select(a => a!.GetValue<string>()).Order().ToList();
        var read = RuleReader.Read(sentence["standard"]!.GetValue<string>(), weight, sentence["name"]?.GetValue<string>(), sentence["explanation"]?.GetValue<string>());
        var asked = read.Questions.Select(q => JsonNamingPolicy.CamelCase.ConvertName($"{q.Kind}")).Distinct().Order().ToList();
        var told = $"{read.Refusal}{string.Join(",", asked)}{(read.Rule is { } r ? Effect.Of(r, weight) : "")}";
        var label = sentence["rule"];
        if (read.Rule is { } rule)
        {
            var expected = asks.Count == 0 && label is not null ? Effect.Of(Labelled(label), weight) : $"{label} {string.Join(",", asks)}";
            return (expected == Effect.Of(rule, weight) || IsOneLimit(label, rule) ? Verdict.Right : Verdict.Wrong, $"{told}   ← {expected}");
        }

        // No rule of the set can say it: to refuse is right, and so is to ask what is meant.
        if (label is null && asks.Count == 0)
        {
            return (Verdict.Right, told);
        }

        var right = asks.Count > 0 && (asked.SequenceEqual(asks) || (label is null && read.Refusal is not null)) && Contradiction(read, label) is null;
        return (right ? Verdict.Right : Verdict.AsksOther, $"{told}   ← {string.Join(",", asks)} {Contradiction(read, label)} {string.Join(" ", read.Questions.Select(q => q.Text))}");
    }

    /// <summary>The rule of a label. A ratio with a cut-off is the decay in proportion that gives the same points.</summary>
    private static ScoringRule Labelled(JsonNode label)
    {
        var rule = label.Deserialize<ScoringRule>(ScoringJson.Options)!;
        return rule is Ratio { Direction: RatioDirection.HigherBetter, Target: var target, Measure: var measure } && label["cutoff"]?.GetValue<decimal>() is { } cutoff
            ? new LinearDecay(target, target, 100, StepMode: StepMode.Linear, Cutoff: cutoff, Measure: measure)
            : rule;
    }

    [Theory]
    [InlineData(100, 60, 7)]
    [InlineData(80, 70, 8)]
    public void A_decay_in_proportion_gives_the_points_of_a_ratio_with_a_cutoff(decimal target, decimal cutoff, decimal weight)
    {
        var label = JsonNode.Parse($$"""{"type":"Ratio","target":{{target}},"direction":"HigherBetter","measure":"%","cutoff":{{cutoff}}}""")!;
        var (ratio, decay) = (new Ratio(target), Labelled(label));
        for (var value = 0m; value <= 120; value += 0.5m)
        {
            var expected = value < cutoff ? 0 : ratio.Score(weight, new ValueInput(value), "完成率").Points;
            Assert.Equal(expected, decay.Score(weight, new ValueInput(value), "完成率").Points);
        }
    }

    /// <summary>达到320天以上得8分，否则不得分: one limit and all or nothing is yes or no, or bands of one step.</summary>
    private static bool IsOneLimit(JsonNode? label, ScoringRule rule) =>
        label?["type"]?.GetValue<string>() == nameof(MetNotMet) && rule is Bands { Steps: [{ } only] } && Effect.Of(rule, only.Points ?? 1).EndsWith("→100", StringComparison.Ordinal);

    /// <summary>
    /// What the finished rule says otherwise than the label, once every question has got its first answer. Which side of a
    /// target costs changes what the other parameters mean: there every answer is tried.
    /// </summary>
    private static string? Contradiction(ReadRule read, JsonNode? label, int depth = 0)
    {
        if (read.Questions.Count == 0 || depth == 10)
        {
            return Otherwise(read.Rule, label);
        }

        var question = read.Questions[0];
        string? found = null;
        foreach (var answer in question.Answers.Take(question.Kind == QuestionKind.Direction ? 3 : 1))
        {
            try
            {
                found = Contradiction(read.Answer(question.Key, answer.Key, answer.Typed switch { TypedValue.Number => "1", TypedValue.Text => "甲 5", _ => null }), label, depth + 1);
            }
            catch (RuleBroken)
            {
                return null;
            }

            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    private static string? Otherwise(ScoringRule? rule, JsonNode? label)
    {
        if (rule is null || label is null)
        {
            return null;
        }

        var finished = JsonSerializer.SerializeToNode(rule, ScoringJson.Options)!.AsObject();
        return label.AsObject().FirstOrDefault(p => p.Value is JsonValue value && !Wording.Contains(p.Key)
            && finished[p.Key] is { } now && now.ToJsonString() != value.ToJsonString() && !SameNumber(now, value)).Key;
    }

    private static readonly HashSet<string> Wording = ["matter", "measure", "yes", "no", "guidance"];

    private static bool SameNumber(JsonNode a, JsonNode b) =>
        a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number && a.GetValue<decimal>() == b.GetValue<decimal>();
}

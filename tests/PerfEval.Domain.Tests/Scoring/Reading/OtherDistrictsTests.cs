using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;
using PerfEval.Domain.Tests.Data;
using Xunit.Abstractions;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>
/// Three times forty sentences in the wording of other districts, written and labelled by people who had not seen the reader.
/// Right is: the rule of the label, or exactly the questions of the label; wrong is another rule without a question. The
/// reader was improved on the first set (22 right at first) and on the second (21 right, 3 wrong at first). The third was
/// run once on what came of it: 32 right, 4 wrong; then it was improved on that set too. What is asserted is where the
/// reader stands, so that it gets no worse; what it does with unseen sentences only a first run tells.
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
    [InlineData("standards-fourth.json", 28, 0)]
    [InlineData("standards-fifth.json", 25, 1)]
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
            var expected = asks.Count == 0 && label is not null ? Effect.Of(label.Deserialize<ScoringRule>(ScoringJson.Options)!, weight) : $"{label} {string.Join(",", asks)}";
            return (expected == Effect.Of(rule, weight) ? Verdict.Right : Verdict.Wrong, $"{told}   ← {expected}");
        }

        // No rule of the set can say it: to refuse is right, and so is to ask what is meant.
        if (label is null && asks.Count == 0)
        {
            return (Verdict.Right, told);
        }

        var right = asks.Count > 0 && (asked.SequenceEqual(asks) || (label is null && read.Refusal is not null)) && Contradiction(read, label) is null;
        return (right ? Verdict.Right : Verdict.AsksOther, $"{told}   ← {string.Join(",", asks)} {Contradiction(read, label)} {string.Join(" ", read.Questions.Select(q => q.Text))}");
    }

    /// <summary>What the finished rule says otherwise than the label, once every question has got its first answer.</summary>
    private static string? Contradiction(ReadRule read, JsonNode? label)
    {
        try
        {
            for (var i = 0; i < 10 && read.Questions.Count > 0; i++)
            {
                var (question, answer) = (read.Questions[0], read.Questions[0].Answers[0]);
                read = read.Answer(question.Key, answer.Key, answer.Typed switch { TypedValue.Number => "1", TypedValue.Text => "甲 5", _ => null });
            }
        }
        catch (RuleBroken)
        {
            return null;
        }

        if (read.Rule is null || label is null)
        {
            return null;
        }

        var finished = JsonSerializer.SerializeToNode(read.Rule, ScoringJson.Options)!.AsObject();
        return label.AsObject().FirstOrDefault(p => p.Value is JsonValue value && !Wording.Contains(p.Key)
            && finished[p.Key] is { } now && now.ToJsonString() != value.ToJsonString() && !SameNumber(now, value)).Key;
    }

    private static readonly HashSet<string> Wording = ["matter", "measure", "yes", "no", "guidance"];

    private static bool SameNumber(JsonNode a, JsonNode b) =>
        a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number && a.GetValue<decimal>() == b.GetValue<decimal>();
}

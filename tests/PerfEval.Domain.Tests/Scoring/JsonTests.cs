using System.Text.Json;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

public class JsonTests
{
    [Fact]
    public void The_samples_cover_every_rule() =>
        Assert.Equal(AllRules.Types.OrderBy(t => t.Name), AllRules.Samples.Select(s => s.Rule.GetType()).OrderBy(t => t.Name));

    public static TheoryData<int> Samples => [.. Enumerable.Range(0, AllRules.Samples.Count)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_rule_and_its_input_survive_json(int sample)
    {
        var (rule, input) = AllRules.Samples[sample];
        var json = JsonSerializer.Serialize(rule, ScoringJson.Options);
        var inputJson = JsonSerializer.Serialize(input, ScoringJson.Options);

        var again = JsonSerializer.Deserialize<ScoringRule>(json, ScoringJson.Options)!;
        var inputAgain = JsonSerializer.Deserialize<ScoringInput>(inputJson, ScoringJson.Options)!;

        Assert.StartsWith($$"""{"type":"{{rule.GetType().Name}}" """.TrimEnd(), json);
        Assert.DoesNotContain("\"needs\"", json);
        Assert.DoesNotContain("\"name\"", json);
        Assert.Equal(json, JsonSerializer.Serialize(again, ScoringJson.Options));
        Assert.Equal(inputJson, JsonSerializer.Serialize(inputAgain, ScoringJson.Options));
        Assert.Equal(rule.Score(10, input, "某指标"), again.Score(10, inputAgain, "某指标"));
        Assert.Equal(rule.Standard(10), again.Standard(10));
    }

    [Fact]
    public void Names_are_camel_case_and_enums_are_words() =>
        Assert.Equal(
            """{"type":"LinearDecay","fullAt":95,"step":1,"deduct":1,"unit":"PercentOfWeight","stepMode":"Linear","direction":"Below","cutoff":60,"measure":"%"}""",
            JsonSerializer.Serialize<ScoringRule>(new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), ScoringJson.Options));

    [Theory]
    [InlineData("""{"type":"Unheard"}""")]
    [InlineData("""{"type":"Tiered"}""")]
    [InlineData("""{"type":"Tiered","levels":null}""")]
    [InlineData("""{"fullAt":95,"step":1,"deduct":1}""")]
    public void Damaged_json_is_not_taken_for_a_rule(string json) =>
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<ScoringRule>(json, ScoringJson.Options));

    [Fact]
    public void The_type_may_stand_anywhere() =>
        Assert.Equal(new Ratio(5), JsonSerializer.Deserialize<ScoringRule>("""{"target":5,"type":"Ratio"}""", ScoringJson.Options));
}

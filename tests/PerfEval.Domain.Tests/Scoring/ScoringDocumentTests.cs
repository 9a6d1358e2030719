using System.Globalization;
using System.Text.Json;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Data;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>Runs every worked example of docs/scoring.md.</summary>
public class ScoringDocumentTests
{
    public static TheoryData<string, string, string, string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string, string, string, string>();
        foreach (var line in TestData.Read("scoring.md").Split('\n').Where(l => l.StartsWith("| `{", StringComparison.Ordinal)))
        {
            var cells = line.Trim().Trim('|').Split(" | ").Select(c => c.Trim().Trim('`')).ToArray();
            data.Add(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_document_holds(string rule, string weight, string subject, string input, string points, string sentence)
    {
        var scored = JsonSerializer.Deserialize<ScoringRule>(rule, ScoringJson.Options)!
            .Score(Number(weight), JsonSerializer.Deserialize<ScoringInput>(input, ScoringJson.Options)!, subject);

        Assert.Equal(Number(points), scored.Points);
        Assert.Equal(sentence, scored.Explanation);
    }

    [Fact]
    public void Every_rule_type_has_at_least_two_examples()
    {
        var rules = Examples().Select(row => JsonSerializer.Deserialize<ScoringRule>((string)row[0], ScoringJson.Options)!.GetType());
        var counts = rules.CountBy(t => t).ToDictionary();
        Assert.Equal(AllRules.Types.OrderBy(t => t.Name), counts.Where(c => c.Value >= 2).Select(c => c.Key).OrderBy(t => t.Name));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

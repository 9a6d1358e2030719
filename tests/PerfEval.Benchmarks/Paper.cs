using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PerfEval.Data.Demo;
using PerfEval.Documents.Model;
using PerfEval.Documents.Writing;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Benchmarks;

/// <summary>
/// A published paper as domain objects, without a database. Every edition has other text: in each paragraph and cell some
/// hanzi and every digit differ, so that nothing can be found again by its content. Equal texts stay equal, so that cells
/// are merged as in the paper.
/// </summary>
internal sealed class Paper
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly HashSet<string> Texts =
    [
        "projectName", "background", "purpose", "title", "group", "item", "unit", "activity", "goal", "result", "stateText", "text",
        "heading", "body", "note", "balanceReason", "explanation", "standard", "printedName", "overrideReason",
    ];

    private static readonly HashSet<string> Amounts = ["allocated", "spent", "initialBudget", "received", "executed"];

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. DemoFiles.Papers().Select(p => p.Key)];

    private readonly JsonNode document;
    private readonly JsonNode? tree;
    private readonly Organisation organisation;
    private readonly char[] hanzi;

    public Paper(string key)
    {
        var source = DemoFiles.Papers().First(p => p.Key == key);
        document = JsonSerializer.SerializeToNode(source, Format)!;
        var found = DemoFiles.Trees().FirstOrDefault(t => t.Code == source.TreeCode);
        tree = found is null ? null : JsonSerializer.SerializeToNode(found, ScoringJson.Options);
        var unit = DemoFiles.Organisations().First(o => o.Code == source.Organisation);
        organisation = Organisation.Found(null, unit.Code, unit.Name, unit.Kind);
        hanzi = [.. Strings(document).SelectMany(s => s).Where(IsHanzi).Distinct().Order()];
    }

    /// <summary>What is printed: the objects as a request finds them.</summary>
    public sealed record Edition(Project Project, IndicatorTree? Tree, ScoreSheet? Sheet)
    {
        public Report Assemble() => ProjectReport.Of(Project, Tree, Sheet, isDraft: false);
    }

    /// <summary>The paper with other text; 0 is as published.</summary>
    public Edition Number(int number)
    {
        var draft = tree is null ? null : Altered(tree, number).Deserialize<TreeDocument>(ScoringJson.Options)!.ToDraft(numbered: true);
        draft?.Publish();
        var project = DemoProject.Of(Altered(document, number).Deserialize<ReportDocument>(Format)!, organisation, draft, null, DateTime.UnixEpoch);
        var sheet = draft is null ? null : Scorer.Score(
            draft, [.. project.Evaluation.Scores.Select(s => s.ToEntry())], new ProjectFigures(project, draft.ExecutionDenominator).Get);
        return new(project, draft, sheet);
    }

    private JsonNode Altered(JsonNode node, int number)
    {
        var copy = node.DeepClone();
        if (number != 0)
        {
            Alter(copy, "", number);
        }

        return copy;
    }

    private void Alter(JsonNode node, string name, int number)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, child) in members.ToList())
                {
                    if (child is not null)
                    {
                        Alter(child, key, number);
                    }
                }

                break;
            case JsonArray array:
                foreach (var child in array.ToList())
                {
                    if (child is not null)
                    {
                        Alter(child, name, number);
                    }
                }

                break;
            case JsonValue value when Texts.Contains(name) && value.TryGetValue<string>(out var text):
                value.ReplaceWith(Altered(text, number));
                break;
            case JsonValue value when Amounts.Contains(name) && value.TryGetValue<decimal>(out var amount):
                value.ReplaceWith(amount + number);
                break;
        }
    }

    private string Altered(string text, int number)
    {
        if (text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var seed = text.Aggregate(17u, (sum, c) => (sum * 31) + c) + (uint)number;
        return string.Create(text.Length, text, (altered, original) =>
        {
            var count = 0u;
            for (var i = 0; i < altered.Length; i++)
            {
                var c = original[i];
                altered[i] = char.IsAsciiDigit(c) ? (char)('0' + ((c - '0' + number) % 10))
                    : IsHanzi(c) && count++ % 9 == seed % Math.Min(9u, (uint)original.Length) ? hanzi[(seed + (97 * count)) % hanzi.Length]
                    : c;
            }
        });
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Strings(m.Value)),
        JsonArray array => array.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static bool IsHanzi(char c) => c is >= '\u4e00' and <= '\u9fff';
}

/// <summary>A project that consists of a list of spending lines.</summary>
internal static class FundList
{
    private const int LinesPerActivity = 20;

    public static Paper.Edition Of(int lines, int number)
    {
        var organisation = Organisation.Found(null, "B", "东川区某局", OrganisationKind.Department);
        var project = Project.Open(organisation, new(2024, $"第{number}号项目经费", null, null, null), Domain.Evaluations.EvaluationKind.SelfEvaluation);
        var outcome = project.Apply(new LineChanges([.. Enumerable.Range(0, lines).Select(i => new LineChange(Guid.NewGuid(), null, Entry(i, number)))]));
        if (!outcome.Applied)
        {
            throw new InvalidOperationException($"Lines: {outcome.Faults[0].Fault.Message}");
        }

        project.AddSection(1, "一、", "资金使用情况", false, "{{表:资金}}");
        return new(project, null, null);
    }

    private static LineEntry Entry(int i, int number)
    {
        var amount = 1000m + ((i * 7919m) + (number * 104729m)) % 900000m;
        return new(
            $"第{(i / LinesPerActivity) + 1}项慰问活动{number}", string.Create(CultureInfo.InvariantCulture, $"慰问{number + i}名困难群众和第{i}批驻区部队官兵及其家属"),
            i % 3 == 0 ? "区退役军人局" : "区民政局", null, null, null, amount, amount - (i % 5 * 100), i % 5 == 0 ? null : "节约开支");
    }
}

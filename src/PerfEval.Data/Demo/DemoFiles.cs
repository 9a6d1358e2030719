using System.Text.Json;
using System.Text.Json.Serialization;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Data.Demo;

/// <summary>Reads the files that travel inside the assembly: templates for every installation, papers for the demo.</summary>
internal static class DemoFiles
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<OrganisationDocument> Organisations() => Read<List<OrganisationDocument>>("organisations");

    public static IReadOnlyList<OutlineDocument> Outlines() => Read<List<OutlineDocument>>("outlines");

    public static IEnumerable<TreeDocument> Trees() =>
        Names("tree-").Select(name => JsonSerializer.Deserialize<TreeDocument>(Text(name), ScoringJson.Options)!);

    public static IEnumerable<ReportDocument> Papers() => Names("report-").Select(Read<ReportDocument>);

    public static ReportDocument Live() => Read<ReportDocument>("live-2024");

    private static IEnumerable<string> Names(string start) => typeof(DemoFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".json", StringComparison.Ordinal))
        .Select(n => n[..^5].Split('.')[^1])
        .Where(n => n.StartsWith(start, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(Text(name), Lenient)!;

    private static string Text(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream($"PerfEval.Data.Demo.{name}.json")
            ?? throw new InvalidOperationException($"The demo file {name} is missing from the assembly.");
        return new StreamReader(stream).ReadToEnd();
    }
}

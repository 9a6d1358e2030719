using System.Text.RegularExpressions;

namespace PerfEval.Domain.Narratives;

/// <summary>One block of a section's body: a paragraph or the place of a table.</summary>
/// <param name="Paragraph">The text, empty for a table.</param>
/// <param name="Table">The table; null for a paragraph.</param>
public sealed record TextBlock(string Paragraph, ReportTable? Table);

/// <summary>
/// Text with figures that stay true: {{实际支出}} is replaced by the project's figure whenever the text is shown, so
/// that a number in the report cannot contradict the data it comes from.
/// </summary>
public static partial class LiveText
{
    /// <summary>The blocks of a body, blank lines left out.</summary>
    public static IEnumerable<TextBlock> Blocks(string body)
    {
        foreach (var line in body.Split('\n'))
        {
            var text = line.Trim();
            if (TableMark().Match(text) is { Success: true } mark && ReportTableWords.Parse(mark.Groups[1].Value) is { } table)
            {
                yield return new("", table);
            }
            else if (text.Length > 0)
            {
                yield return new(text, null);
            }
        }
    }

    /// <summary>Puts the figures in; a name that is not known stays as it was typed.</summary>
    /// <param name="text">Text with {{names}}.</param>
    /// <param name="figures">Name → shown value.</param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> figures) =>
        Mark().Replace(text, m => figures.TryGetValue(m.Groups[1].Value.Trim(), out var shown) ? shown : m.Value);

    /// <summary>Names in the text that are neither a figure nor a table.</summary>
    public static IEnumerable<string> Unknown(string text, IReadOnlyDictionary<string, string> figures) =>
        Mark().Matches(text)
            .Select(m => m.Groups[1].Value.Trim())
            .Where(n => !figures.ContainsKey(n) && !(n.StartsWith("表:", StringComparison.Ordinal) && ReportTableWords.Parse(n[2..]) is not null));

    /// <summary>Where {{names}} stand in a text.</summary>
    internal static IEnumerable<(int Start, int Length, string Name)> Marks(string text) =>
        Mark().Matches(text).Select(m => (m.Index, m.Length, m.Groups[1].Value.Trim()));

    [GeneratedRegex(@"^\{\{表[:：]([^{}]+)\}\}$")]
    private static partial Regex TableMark();

    [GeneratedRegex(@"\{\{([^{}]{1,40})\}\}")]
    private static partial Regex Mark();
}

using System.Text;
using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Checks.Data;

/// <summary>
/// The text of the report, checked as a whole (<see cref="TextCheck"/>) because sums and copies reach over chapters, and told
/// by sections. Repeated paragraphs (V14) are found there too.
/// </summary>
public static class Narrative
{
    /// <summary>What the text says about its numbers, by section.</summary>
    public static CheckResult Of(ProjectFacts facts)
    {
        var (whole, parts) = Join(facts);
        var result = TextCheck.Of(whole);
        var hasTable = facts.Texts.Any(t => LiveText.Blocks(t.Filled.Body).Any(b => b.Table is not null));
        return new(
            [.. result.Findings.Where(f => f.Kind != StatementKind.MissingTable || !hasTable).Select(f => Told(facts, f with
            {
                Place = Told(parts, f.Place),
                Related = [.. f.Related.Select(p => Told(parts, p))],
            }))],
            [.. result.Verified.Select(v => v with { Place = Words(parts, v.Place), Number = Words(parts, v.Number), MatchedTo = [.. v.MatchedTo.Select(m => Words(parts, m))] })]);
    }

    // A table can be printed with the report and not stand in its text: outside a filed paper its absence is asked about.
    private static Finding Told(ProjectFacts facts, Finding finding) =>
        finding is { Kind: StatementKind.MissingTable, Severity: Severity.Missing } && !facts.Project.Evaluation.IsFiled ? finding with { Severity = Severity.Doubt } : finding;

    private static (string Whole, List<Part> Parts) Join(ProjectFacts facts)
    {
        var numbers = Numbering.Of(facts.Project.Sections);
        var (text, parts) = (new StringBuilder(), new List<Part>());
        foreach (var section in facts.Texts)
        {
            var begins = text.Length;
            if (section.Section.Level > 0)
            {
                text.Append(numbers[section.Section.Id]).Append(section.Section.Heading).Append(section.Section.RunIn ? "" : "\n");
            }

            parts.Add(new(section.Key, begins, text.Length, section.Filled.Text.Length));
            text.Append(section.Filled.Text).Append('\n');
        }

        return (text.ToString(), parts);
    }

    private static CheckPlace Told(List<Part> parts, CheckPlace place) => place is CheckPlace.Words words ? Words(parts, words) : place;

    // Words of a heading lead to the head of its section: nobody types there.
    private static CheckPlace.Words Words(List<Part> parts, CheckPlace.Words words)
    {
        var part = parts.FindLast(p => p.Begins <= words.Start) ?? parts[0];
        var start = Math.Clamp(words.Start - part.TextBegins, 0, part.Length);
        var end = Math.Clamp(words.End - part.TextBegins, start, part.Length);
        return new(part.Key, start, end - start);
    }

    private sealed record Part(string Key, int Begins, int TextBegins, int Length);
}

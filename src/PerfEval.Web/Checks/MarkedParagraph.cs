using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Narratives;

namespace PerfEval.Web.Checks;

/// <summary>A stretch of a paragraph; with a finding it is marked.</summary>
public sealed record MarkedWords(string Text, Finding? Finding, bool IsWanted)
{
    /// <summary>How the words are drawn.</summary>
    public string Css => $"words words-{(Finding?.Severity.Mark() ?? "none")}{(IsWanted ? " is-wanted" : "")}";
}

/// <summary>A paragraph of a section as the report prints it, cut where findings begin and end; or the place of a table.</summary>
public sealed record MarkedParagraph(IReadOnlyList<MarkedWords> Words, ReportTable? Table)
{
    /// <summary>The paragraphs of a section.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="findings">Findings in it; where two overlap, the one that somebody was sent to is marked, else the graver one.</param>
    /// <param name="wanted">First character of the words that somebody was sent to; null for none.</param>
    public static IEnumerable<MarkedParagraph> Of(SectionText text, IEnumerable<Finding> findings, int? wanted)
    {
        var marks = new List<(CheckPlace.Words Place, Finding Finding)>();
        foreach (var finding in findings.OrderByDescending(f => f.Place is CheckPlace.Words sent && sent.Start == wanted))
        {
            if (finding.Place is CheckPlace.Words { Length: > 0 } words && words.Section == text.Key && !marks.Exists(m => m.Place.Overlaps(words)))
            {
                marks.Add((words, finding));
            }
        }

        var at = 0;
        foreach (var line in text.Filled.Text.Split('\n'))
        {
            var (start, end) = (at, at + line.Length);
            at = end + 1;
            if (LiveText.Blocks(line).FirstOrDefault() is not { } block)
            {
                continue;
            }

            yield return block.Table is { } table ? new([], table) : new([.. Cut(text.Filled.Text, start, end, marks, wanted)], null);
        }
    }

    private static IEnumerable<MarkedWords> Cut(string text, int start, int end, List<(CheckPlace.Words Place, Finding Finding)> marks, int? wanted)
    {
        var at = start;
        foreach (var (place, finding) in marks.Where(m => m.Place.Start < end && m.Place.End > start).OrderBy(m => m.Place.Start))
        {
            var (from, to) = (Math.Max(at, place.Start), Math.Min(end, place.End));
            if (from > at)
            {
                yield return new(text[at..from], null, false);
            }

            yield return new(text[from..to], finding, wanted >= from && wanted < to);
            at = to;
        }

        if (at < end)
        {
            yield return new(text[at..end], null, false);
        }
    }
}

using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Checks;

/// <summary>A section as it is being typed, as a browser sends it.</summary>
/// <param name="Id">The section.</param>
/// <param name="Text">What is typed.</param>
public sealed record SectionTyping(Guid Id, string? Text);

/// <summary>A section as it is printed, with what 体检 found in it.</summary>
/// <param name="Facts">The project as it is checked, with its answers.</param>
/// <param name="Text">The section.</param>
/// <param name="Findings">What was found in it.</param>
public sealed record SectionCheck(ProjectFacts Facts, SectionText Text, IReadOnlyList<Finding> Findings)
{
    /// <summary>The project.</summary>
    public Project Project => Facts.Project;

    /// <summary>First printed character of the words that somebody was sent to; null for none.</summary>
    public int? From { get; init; }

    /// <summary>How many they are.</summary>
    public int? Length { get; init; }

    /// <summary>True where the report prints something else than what was typed, or something is to be marked.</summary>
    public bool HasPreview => Findings.Any(f => f.Place is CheckPlace.Words { Length: > 0 }) || Text.Filled.Body.Contains("{{", StringComparison.Ordinal);

    /// <summary>Checks a section.</summary>
    public static SectionCheck Of(ProjectFacts facts, Guid section) =>
        new(facts, facts.Texts.First(t => t.Section.Id == section), ProjectCheck.OfSection(facts, section).Findings);

    /// <summary>Where words stand in the text as typed: start,length.</summary>
    public string Typed(int start, int length)
    {
        var (from, count) = Text.Filled.ToBody(Math.Clamp(start, 0, Text.Filled.Text.Length), Math.Clamp(length, 0, Text.Filled.Text.Length));
        return $"{from},{count}";
    }
}

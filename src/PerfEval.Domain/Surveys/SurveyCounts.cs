namespace PerfEval.Domain.Surveys;

/// <summary>Sheets that say the same, counted together.</summary>
/// <param name="Marks">Their answers.</param>
/// <param name="IsValid">Whether they can be used.</param>
/// <param name="Source">How they came in.</param>
/// <param name="Count">How many.</param>
public sealed record SheetGroup(string Marks, bool IsValid, SheetSource Source, int Count);

/// <summary>Totals that were counted by hand: many offices have only these.</summary>
/// <param name="Returned">回收 sheets.</param>
/// <param name="Valid">有效 sheets.</param>
/// <param name="Options">Per question with options, in their order: how many chose each option.</param>
public sealed record SurveyTally(int Returned, int Valid, IReadOnlyList<IReadOnlyList<int>> Options);

/// <summary>What the sheets of a survey come to: how many came in, and how many of the valid ones chose each option.</summary>
public sealed class SurveyCounts
{
    private SurveyCounts(int papers, int validPapers, int links, IReadOnlyList<int[]> options) =>
        (Papers, ValidPapers, Links, Options) = (papers, validPapers, links, options);

    /// <summary>Sheets typed in from paper.</summary>
    public int Papers { get; }

    /// <summary>Those of them that can be used.</summary>
    public int ValidPapers { get; }

    /// <summary>Sheets that came by the link; all can be used.</summary>
    public int Links { get; }

    /// <summary>Per question with options, in their order: how many chose each option.</summary>
    public IReadOnlyList<int[]> Options { get; }

    /// <summary>All sheets.</summary>
    public int Sheets => Papers + Links;

    /// <summary>Adds the sheets up.</summary>
    /// <param name="options">Number of options of each question with options, in their order.</param>
    /// <param name="groups">The sheets.</param>
    public static SurveyCounts Of(IReadOnlyList<int> options, IEnumerable<SheetGroup> groups)
    {
        var counts = options.Select(o => new int[o]).ToArray();
        var (papers, validPapers, links) = (0, 0, 0);
        foreach (var group in groups)
        {
            papers += group.Source == SheetSource.Paper ? group.Count : 0;
            validPapers += group is { Source: SheetSource.Paper, IsValid: true } ? group.Count : 0;
            links += group.Source == SheetSource.Link ? group.Count : 0;
            for (var i = 0; group.IsValid && i < Math.Min(group.Marks.Length, counts.Length); i++)
            {
                if (SurveySheet.OptionOf(group.Marks[i]) is { } option && option < counts[i].Length)
                {
                    counts[i][option] += group.Count;
                }
            }
        }

        return new(papers, validPapers, links, counts);
    }
}

using PerfEval.Domain.Checks.Statements;

namespace PerfEval.Domain.Checks;

/// <summary>
/// Checks what a text says about its numbers: reads every number, ties those that belong together, and computes again
/// what is stated. Pure, in time linear in the text, and never throws; what it cannot tie it leaves alone, and what it is
/// not sure of it calls a doubt.
/// </summary>
public static class TextCheck
{
    /// <summary>Longest text that is checked, in characters; a report of 30 pages has about 25,000.</summary>
    public const int LongestText = 2_000_000;

    private static readonly Action<ReadText, Notes>[] Checks =
    [
        WrittenFormulas.Check,
        ListedParts.Check,
        SharedNouns.Check,
        ListCounts.Check,
        AnnouncedLists.Check,
        BracketedParts.Check,
        Hundreds.Check,
        RespectiveLists.Check,
        LabelledTotals.Check,
        CountedTotals.Check,
        TotalAtTheEnd.Check,
        NamedTerms.Check,
        RateProducts.Check,
        LooseAverages.Check,
        ListAverages.Check,
        Conversions.Check,
        Shares.Check,
        PercentOf.Check,
        Completions.Check,
        Growths.Check,
        Reductions.Check,
        Balances.Check,
        CountRemainders.Check,
        Capitals.Check,
        UnitMistakes.Check,
        Claims.Check,
        SurpassedTargets.Check,
        Dates.Check,
        OutOfPeriod.Check,
        WorkDates.Check,
        GradesOfTotals.Check,
        PointSums.Check,
        PromisedTables.Check,
        Repeats.Check,
        TextTables.Check,
        LooseRelations.Check,
        UnstatedTotals.Check,
        NearTwins.Check,
    ];

    /// <summary>Checks one text.</summary>
    /// <param name="text">Any text; beyond <see cref="LongestText"/> the rest is not looked at.</param>
    /// <param name="section">Key that the places carry.</param>
    public static CheckResult Of(string? text, string section = "")
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return CheckResult.Nothing;
        }

        var read = new ReadText(text.Length > LongestText ? text[..LongestText] : text);
        var notes = new Notes(read, section);
        foreach (var check in Checks)
        {
            try
            {
                check(read, notes);
            }
            catch (OverflowException)
            {
                // Numbers are limited when they are read; if some calculation still leaves decimal, that check says nothing.
            }
        }

        return notes.Result();
    }
}

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
        WrittenFormulas.Check(read, notes);
        ListedParts.Check(read, notes);
        SharedNouns.Check(read, notes);
        ListCounts.Check(read, notes);
        Hundreds.Check(read, notes);
        TotalAtTheEnd.Check(read, notes);
        RateProducts.Check(read, notes);
        Shares.Check(read, notes);
        Completions.Check(read, notes);
        Growths.Check(read, notes);
        Balances.Check(read, notes);
        Capitals.Check(read, notes);
        UnitMistakes.Check(read, notes);
        Claims.Check(read, notes);
        Dates.Check(read, notes);
        GradesOfTotals.Check(read, notes);
        PromisedTables.Check(read, notes);
        Repeats.Check(read, notes);
        TextTables.Check(read, notes);
        return notes.Result();
    }
}

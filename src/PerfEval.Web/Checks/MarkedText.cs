using PerfEval.Domain.Checks;

namespace PerfEval.Web.Checks;

/// <summary>A run of characters that are marked the same way.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Finding">Number of the finding they belong to, from 1; 0 for none.</param>
/// <param name="Starts">True where the finding begins, which is where one jumps to.</param>
/// <param name="IsStated">True for a number that the finding speaks of.</param>
/// <param name="Verified">Number of the verified statement whose stated number this is, from 1; 0 for none.</param>
public sealed record TextRun(string Text, int Finding, bool Starts, bool IsStated, int Verified);

/// <summary>Cuts a text into runs by its findings and verified numbers, which may lie over each other.</summary>
public static class MarkedText
{
    /// <summary>The runs, in order; joined they are the text.</summary>
    /// <param name="text">The text that was checked.</param>
    /// <param name="findings">Findings in words of this text, in the order of their numbers.</param>
    /// <param name="verified">Verified statements of this text, in the order of their numbers.</param>
    public static IReadOnlyList<TextRun> Of(string text, IReadOnlyList<Finding> findings, IReadOnlyList<VerifiedStatement> verified)
    {
        var owner = new int[text.Length];
        // The narrower finding wins, so that one inside another stays visible; a later pass paints over an earlier one.
        foreach (var (place, number) in findings.Select((f, i) => ((CheckPlace.Words)f.Place, i + 1)).OrderByDescending(f => f.Item1.Length))
        {
            owner.AsSpan(place.Start, Math.Min(place.Length, text.Length - place.Start)).Fill(number);
        }

        var stated = new bool[text.Length];
        foreach (var place in findings.SelectMany(f => f.Related).OfType<CheckPlace.Words>())
        {
            stated.AsSpan(place.Start, Math.Min(place.Length, text.Length - place.Start)).Fill(true);
        }

        var proof = new int[text.Length];
        foreach (var (place, number) in verified.Select((v, i) => (v.Number, i + 1)))
        {
            proof.AsSpan(place.Start, Math.Min(place.Length, text.Length - place.Start)).Fill(number);
        }

        var runs = new List<TextRun>();
        var begun = new HashSet<int> { 0 };
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && owner[end] == owner[start] && stated[end] == stated[start] && proof[end] == proof[start])
            {
                end++;
            }

            runs.Add(new(text[start..end], owner[start], begun.Add(owner[start]), stated[start] && owner[start] > 0, proof[start]));
            start = end;
        }

        return runs;
    }
}

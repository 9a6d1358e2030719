using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// Tells a slip of the pen from another number: two neighbouring digits changed places (4.08 for 4.80), or the point
/// moved by one (36% for 3.6%). Evidence for a tie that the words leave open; a doubt at most.
/// </summary>
internal static class LikelySlips
{
    private const int FewestDigits = 3;

    /// <summary>True when the stated number is the computed one but for such a slip.</summary>
    public static bool Of(ReadNumber stated, decimal computed)
    {
        var shown = computed / stated.Scale;
        if (!IsReadable(shown))
        {
            return false;
        }

        var (written, right) = (Print(stated, stated.Printed), Print(stated, Rounding.Round(shown, stated.Places)));
        return (written.Length > FewestDigits && Swapped(written, right))
            || (Rounding.Round(shown * 10, stated.Places) == stated.Printed && stated.Printed >= 10) || (stated.Places >= 2 && Rounding.Round(shown / 10, stated.Places) == stated.Printed);
    }

    /// <summary>True when one digit is another: 54.99% for 94.99%.</summary>
    public static bool IsOneDigit(ReadNumber stated, decimal computed)
    {
        var shown = computed / stated.Scale;
        if (!IsReadable(shown))
        {
            return false;
        }

        var (written, right) = (Print(stated, stated.Printed), Print(stated, Rounding.Round(shown, stated.Places)));
        return written.Length >= FewestDigits && written.Length == right.Length && written.Zip(right).Count(p => p.First != p.Second) == 1;
    }

    /// <summary>True when two numbers differ by two neighbouring digits that changed places.</summary>
    public static bool AreSwapped(ReadNumber a, ReadNumber b) =>
        Swapped(Print(a, a.Printed), Print(b, b.Printed));

    private static bool IsReadable(decimal shown) => shown is > 0 and <= 1e9m;

    private static string Print(ReadNumber like, decimal value) => value.ToString("F" + like.Places, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Swapped(string written, string right)
    {
        if (written.Length != right.Length || written == right)
        {
            return false;
        }

        var first = 0;
        while (written[first] == right[first])
        {
            first++;
        }

        // The two may stand on both sides of the point: 10.4 for 14.0 is none, 1.45 for 4.15 is.
        var second = first + 1 < written.Length && written[first + 1] == '.' ? first + 2 : first + 1;
        return second < written.Length && written[first] == right[second] && written[second] == right[first] && written.AsSpan(second + 1).SequenceEqual(right.AsSpan(second + 1));
    }
}

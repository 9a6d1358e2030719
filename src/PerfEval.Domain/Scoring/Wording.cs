using System.Globalization;

namespace PerfEval.Domain.Scoring;

/// <summary>How numbers appear inside the sentences that explain a score.</summary>
internal static class Wording
{
    /// <summary>Places up to which a number of a formula is shown whole.</summary>
    private const int WholePlaces = 6;

    /// <summary>Places to which a longer number is shortened; “≈” then replaces “=”.</summary>
    private const int ShortPlaces = 4;

    /// <summary>A number of a formula: whole up to six places, else shortened to four; no idle zeros.</summary>
    public static string Number(decimal value) => Trimmed(ShownWhole(value) ? value : Rounding.Round(value, ShortPlaces));

    /// <summary>Points as a sentence says them: 5.46分.</summary>
    public static string Points(decimal points) => Number(points) + "分";

    /// <summary>“= 5.46分”, or “≈ 6.6667分” when any number shown stands for a longer one.</summary>
    public static string Equal(decimal result, params ReadOnlySpan<decimal> shown)
    {
        var exact = ShownWhole(result);
        foreach (var value in shown)
        {
            exact &= ShownWhole(value);
        }

        return (exact ? "= " : "≈ ") + Points(result);
    }

    /// <summary>A measured value with its unit in two places; more where two would hide on which side of the limit it lies.</summary>
    public static string Measured(decimal value, string measure, decimal limit = decimal.MinValue)
    {
        foreach (var places in (ReadOnlySpan<int>)[Rounding.PercentPlaces, 6])
        {
            var shown = Rounding.Round(value, places);
            if (shown.CompareTo(limit) == value.CompareTo(limit))
            {
                return Trimmed(shown) + measure;
            }
        }

        return Trimmed(value) + measure;
    }

    /// <summary>A difference of measured values: percentages differ by 个百分点.</summary>
    public static string Difference(decimal difference, string measure) =>
        Measured(difference, measure == "%" ? "个百分点" : measure, 0);

    /// <summary>A list of the sort “a；b；c”.</summary>
    public static string Listed(IEnumerable<string> parts) => string.Join("；", parts.Select(Unended));

    /// <summary>A text without the punctuation that ends it, so that a sentence can go on.</summary>
    public static string Unended(string text) => text.Trim().TrimEnd('。', '；', '，', '.', ';');

    private static bool ShownWhole(decimal value) => Rounding.Round(value, WholePlaces) == value;

    private static string Trimmed(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}

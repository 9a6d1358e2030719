namespace PerfEval.Domain.Scoring;

/// <summary>
/// The one place where numbers are rounded: half away from zero (四舍五入), never the banker's rounding that .NET
/// uses by default. Values are computed exact and rounded last.
/// </summary>
public static class Rounding
{
    /// <summary>Places of an amount in 元.</summary>
    public const int MoneyPlaces = 2;

    /// <summary>Places of a percentage as the reports print it (96.88%).</summary>
    public const int PercentPlaces = 2;

    /// <summary>Rounds half away from zero.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="places">0 to 28.</param>
    public static decimal Round(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>Rounds an amount in 元 to 分.</summary>
    public static decimal ToFen(decimal yuan) => Round(yuan, MoneyPlaces);

    /// <summary>Rounds a percentage (96.8757 means 96.8757%) to the two places in which it is shown.</summary>
    public static decimal ToShownPercent(decimal percent) => Round(percent, PercentPlaces);
}

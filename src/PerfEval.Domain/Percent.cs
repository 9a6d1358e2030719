using System.Globalization;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain;

/// <summary>Percentages are decimals in percent: 96.8757 means 96.8757%. Exact until they are shown.</summary>
public static class Percent
{
    /// <summary>part ÷ whole × 100, exact; null when the whole is zero, because then there is no rate.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : part / whole * 100m;

    /// <summary>The rate of two amounts that may be unknown; null when one is, or when the whole is zero.</summary>
    public static decimal? Of(decimal? part, decimal? whole) => part is { } p && whole is { } w ? Of(p, w) : null;

    /// <summary>With two places as the reports print it: 96.88%; “—” when there is no rate.</summary>
    public static string Show(decimal? percent) =>
        percent is { } p ? Rounding.ToShownPercent(p).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—";
}

using System.Globalization;

namespace PerfEval.Domain;

/// <summary>Quantities that are no money: shown without idle zeros.</summary>
public static class Numbers
{
    /// <summary>The largest quantity that can be stored (decimal(18,4)).</summary>
    public const decimal Limit = 99_999_999_999_999.9999m;

    /// <summary>Most decimals of a stored quantity.</summary>
    public const int Places = 4;

    /// <summary>Why a quantity cannot be stored exactly, a Chinese half-sentence; null when it can.</summary>
    public static string? Fault(decimal value) =>
        Math.Abs(value) > Limit ? "超出可保存的范围"
        : Scoring.Rounding.Round(value, Places) != value ? $"小数超过{Places}位"
        : null;

    /// <summary>12, 99.53, 0.5.</summary>
    public static string Plainly(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace PerfEval.Domain;

/// <summary>Quantities that are no money: shown without idle zeros.</summary>
public static class Numbers
{
    /// <summary>12, 99.53, 0.5.</summary>
    public static string Plainly(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}

using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks;

/// <summary>How a stated number stands to the computed one.</summary>
internal enum Verdict
{
    /// <summary>Equal, rounded last and half away from zero.</summary>
    Equal,

    /// <summary>Equal once the computed one is rounded to what is stated, which has fewer places than an amount should: 57.9 written as 58.</summary>
    RoundedTotal,

    /// <summary>Not equal, but the numbers it is computed from are rounded themselves, and that can explain it.</summary>
    RoundedParts,

    /// <summary>The last places were cut off instead of rounded.</summary>
    CutOff,

    /// <summary>10,000 times too much or too little: 元 for 万元.</summary>
    TenThousand,

    /// <summary>Wrong.</summary>
    Off,
}

/// <summary>Compares numbers as they are printed.</summary>
internal static class Comparison
{
    /// <summary>Judges a stated number.</summary>
    /// <param name="stated">As printed.</param>
    /// <param name="computed">Exact, in the base unit (percentages as 71.0833…).</param>
    /// <param name="slack">How far the computed one may be off because what it was computed from is rounded.</param>
    public static Verdict Of(ReadNumber stated, decimal computed, decimal slack)
    {
        var shown = computed / stated.Scale;
        if (Rounding.Round(shown, stated.Places) == stated.Printed)
        {
            return Verdict.Equal;
        }

        if (Cut(shown, stated.Places) == stated.Printed)
        {
            return Verdict.CutOff;
        }

        if (Math.Abs(computed - stated.Value) <= slack + (slack > 0 ? stated.Step / 2 : 0))
        {
            return Verdict.RoundedParts;
        }

        return stated.Measure == Measure.Money && stated.Value != 0 && IsTenThousand(stated, computed) ? Verdict.TenThousand : Verdict.Off;
    }

    /// <summary>The same for sums, differences and products, whose result is no rounded figure unless it is shown in 万 or 亿 with two places.</summary>
    public static Verdict OfAmount(ReadNumber stated, decimal computed, decimal slack) =>
        Of(stated, computed, slack) is var verdict && verdict == Verdict.Equal && computed != stated.Value && stated.Places < 2 ? Verdict.RoundedTotal : verdict;

    /// <summary>How far a number may be from what it was rounded from: half of its last place where it is written in 万 or 亿 with decimals.</summary>
    public static decimal SlackOf(ReadNumber number) => number is { Places: > 0, Scale: > 1 } ? number.Step / 2 : 0;

    /// <summary>A computed value written as the stated number is, with its unit.</summary>
    public static string Written(ReadNumber like, decimal computed) => Number(like, computed) + like.Shown;

    /// <summary>The same without unit.</summary>
    public static string Number(ReadNumber like, decimal computed)
    {
        var shown = computed / like.Scale;
        var places = Math.Max(like.Places, like.Measure == Measure.Percent ? 2 : Rounding.Round(shown, like.Places) == Rounding.Round(shown, 6) ? 0 : 4);
        return Rounding.Round(shown, places).ToString("0." + new string('0', like.Places) + new string('#', places - like.Places), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsTenThousand(ReadNumber stated, decimal computed)
    {
        var (up, down) = (stated.Value * 10_000, stated.Value / 10_000);
        var near = Math.Max(stated.Step, 0.01m);
        return Math.Abs(up - computed) <= near * 10_000 || (Math.Abs(down - computed) <= near / 10_000 && down != 0);
    }

    private static decimal Cut(decimal value, int places)
    {
        var power = ReadNumber.Power(places);
        return decimal.Truncate(value * power) / power;
    }
}

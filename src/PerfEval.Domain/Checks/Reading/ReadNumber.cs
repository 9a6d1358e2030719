namespace PerfEval.Domain.Checks.Reading;

/// <summary>A number that was read in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Characters, unit included.</param>
/// <param name="Printed">The number as printed: 8.64 of 8.64亿元.</param>
/// <param name="Places">Decimals as printed.</param>
/// <param name="Scale">What one printed unit is worth in the base unit: 100000000 for 亿元.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Unit">Base unit in one way of writing: 元, 人, 平方米.</param>
/// <param name="Shown">Unit as printed: 亿元.</param>
public sealed record ReadNumber(int Start, int Length, decimal Printed, int Places, decimal Scale, Measure Measure, string Unit, string Shown)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;

    /// <summary>The value in the base unit; percentages as printed (71.07).</summary>
    public decimal Value => Printed * Scale;

    /// <summary>What one in the last printed place is worth.</summary>
    public decimal Step => Scale * Power(-Places);

    /// <summary>“约”, “近”, “余”, “以上”: never compared to the last digit.</summary>
    public bool Approximate { get; init; }

    /// <summary>One end of a range such as 63%~68%.</summary>
    public bool InRange { get; init; }

    /// <summary>For one of what: 人 in 200元/人; empty when it is no rate.</summary>
    public string Per { get; init; } = "";

    /// <summary>How many of its base unit <see cref="Per"/> are: 1000 for 每公里, whose base unit is 米, and 10000 for 每万人.</summary>
    public decimal PerScale { get; init; } = 1;

    /// <summary>True when the unit is not written and was understood from the words around.</summary>
    public bool Understood { get; init; }

    /// <summary>True when it may be used in a calculation that is taken at its word.</summary>
    public bool Firm => !Approximate && !InRange;

    /// <summary>True when both may be added and compared.</summary>
    public bool Alike(ReadNumber other) => Measure == other.Measure && Unit == other.Unit && Per == other.Per;

    /// <summary>10 to the power of a small whole number.</summary>
    internal static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power = exponent > 0 ? power * 10 : power / 10;
        }

        return power;
    }
}

using System.Numerics;

namespace PerfEval.Domain.Surveys;

/// <summary>
/// An exact quotient. Rates such as 1 ÷ 3 have no end as decimals; summed and divided as such they could miss a line by the
/// last digit, and a rule that deducts by whole steps would then take a whole step.
/// </summary>
internal readonly record struct Fraction(BigInteger Above, BigInteger Below)
{
    // Two places of a value.
    private const int Hundred = 100;

    // Places of the decimal that is made of it at the end.
    private static readonly BigInteger Scale = BigInteger.Pow(10, 20);

    /// <summary>part ÷ whole; both have at most two places.</summary>
    public static Fraction Of(decimal part, decimal whole) => new(new BigInteger(part * Hundred), new BigInteger(whole * Hundred));

    public static Fraction operator +(Fraction a, Fraction b) =>
        a.Below == b.Below ? new(a.Above + b.Above, a.Below) : new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.Above, b.Below);

    public static bool operator <(Fraction a, Fraction b) => a.Above * b.Below < b.Above * a.Below;

    public static bool operator >(Fraction a, Fraction b) => b < a;

    /// <summary>Divided by a whole number.</summary>
    public Fraction Over(int whole) => new(Above, Below * whole);

    /// <summary>As a percentage: exact where it ends within 20 places, else cut there.</summary>
    public decimal ToPercent() => (decimal)(Above * 100 * Scale / Below) / (decimal)Scale;
}

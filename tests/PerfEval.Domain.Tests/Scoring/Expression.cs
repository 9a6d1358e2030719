using System.Globalization;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>A pocket calculator for the formulas in explanations: numbers, %, + − × ÷ and brackets.</summary>
internal static class Expression
{
    /// <summary>The value of a formula.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static decimal Value(string formula)
    {
        var tokens = formula.Replace("(", "( ").Replace(")", " )").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        var value = Sum();
        return at == tokens.Length ? value : throw new FormatException(formula);

        decimal Sum()
        {
            var sum = Product();
            while (at < tokens.Length && tokens[at] is ("+" or "−"))
            {
                sum += tokens[at++] == "+" ? Product() : -Product();
            }

            return sum;
        }

        decimal Product()
        {
            var product = Factor();
            while (at < tokens.Length && tokens[at] is ("×" or "÷"))
            {
                product = tokens[at++] == "×" ? product * Factor() : product / Factor();
            }

            return product;
        }

        decimal Factor()
        {
            if (tokens[at] == "(")
            {
                at++;
                var inner = Sum();
                return tokens[at++] == ")" ? inner : throw new FormatException(formula);
            }

            var token = tokens[at++];
            var number = decimal.Parse(token.TrimEnd('%'), CultureInfo.InvariantCulture);
            return token.EndsWith('%') ? number / 100m : number;
        }
    }
}

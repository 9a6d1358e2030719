using System.Globalization;
using System.Text;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain;

/// <summary>
/// Amounts are decimal 元 with two places. 万元 is only a way to show them. This file knows how an amount is read from
/// what a person typed or pasted, and how it is shown.
/// </summary>
public static class Money
{
    /// <summary>The largest amount that can be stored, in 元 (decimal(18,2)).</summary>
    public const decimal Limit = 9_999_999_999_999_999.99m;

    /// <summary>元 in one 万元.</summary>
    public const decimal Wan = 10_000m;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>As tables show it: 1,119,231.68.</summary>
    public static string Show(decimal yuan) => Rounding.ToFen(yuan).ToString("#,##0.00", Plain);

    /// <summary>As sentences show it, without thousands separators and without idle zeros: 1119231.68, 450000.</summary>
    public static string Plainly(decimal yuan) => Rounding.ToFen(yuan).ToString("0.##", Plain);

    /// <summary>In 万元 with two places: 453.19. Rounded last; parts shown so may not add up to their total.</summary>
    public static string ShowWan(decimal yuan) => Rounding.Round(yuan / Wan, 2).ToString("#,##0.00", Plain);

    /// <summary>
    /// Reads an amount as people type and paste it: thousands separators (, ，), ¥ ￥ 元, spaces, full-width digits,
    /// parentheses or a minus sign for negatives. 万元 is not guessed here: the unit belongs to the column.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="yuan">The amount in 元, exact.</param>
    /// <param name="fault">Why it cannot be an amount, a Chinese half-sentence such as “不是金额”.</param>
    /// <returns>False when the text is empty, is no amount, has more than two decimals or is out of range.</returns>
    public static bool TryParse(string? text, out decimal yuan, out string fault)
    {
        yuan = 0;
        if (!TryParseNumber(text, out var value, out fault))
        {
            return false;
        }

        if (!Accepts(value, out fault))
        {
            return false;
        }

        yuan = value;
        return true;
    }

    /// <summary>Whether a number can be stored as an amount in 元 without losing anything.</summary>
    /// <param name="value">The number, 元.</param>
    /// <param name="fault">Why not, a Chinese half-sentence; empty when it can.</param>
    public static bool Accepts(decimal value, out string fault)
    {
        fault = Math.Abs(value) > Limit ? "超出可保存的范围" : Rounding.ToFen(value) != value ? "小数超过两位，请精确到分" : "";
        return fault.Length == 0;
    }

    /// <summary>Reads a number as <see cref="TryParse"/> does, with any number of decimals.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The number, exact.</param>
    /// <param name="fault">Why it is no number.</param>
    public static bool TryParseNumber(string? text, out decimal value, out string fault)
    {
        value = 0;
        fault = "";
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
        {
            fault = "没有填写";
            return false;
        }

        var digits = new StringBuilder(typed.Length);
        foreach (var c in typed.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not (',' or '，' or '¥' or '￥' or '元'))
            {
                digits.Append(c is '−' or '－' or '–' ? '-' : c);
            }
        }

        var number = digits.ToString();
        var negative = number.Length > 2 && number[0] == '(' && number[^1] == ')';
        if (negative)
        {
            number = number[1..^1];
        }

        if (!decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Plain, out value))
        {
            fault = number.Length > 28 ? "数字太长" : "不是数字";
            return false;
        }

        value = negative ? -value : value;
        return true;
    }
}

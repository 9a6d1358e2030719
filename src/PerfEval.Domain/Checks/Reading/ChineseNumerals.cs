namespace PerfEval.Domain.Checks.Reading;

/// <summary>Numbers written in Chinese characters: 十二, 一百零五, 二〇二三, 壹佰贰拾, and amounts in capitals with 元角分.</summary>
internal static class ChineseNumerals
{
    /// <summary>Longest run that is read; longer ones are no numbers.</summary>
    public const int Longest = 40;

    private const string Capitals = "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸";

    /// <summary>True for a character of a numeral, in small or capital writing.</summary>
    public static bool IsNumeral(char c) => Digit(c) >= 0 || Multiplier(c) > 0;

    /// <summary>True for a character that only capital amounts use.</summary>
    public static bool IsCapital(char c) => Capitals.Contains(c, StringComparison.Ordinal);

    /// <summary>The value of a numeral; null when the characters are no well-formed one.</summary>
    public static decimal? Value(ReadOnlySpan<char> numeral)
    {
        if (numeral.Length is 0 or > Longest)
        {
            return null;
        }

        decimal whole = 0, section = 0;
        var digit = -1;
        foreach (var c in numeral)
        {
            if (Digit(c) is >= 0 and var d)
            {
                // Two digits in a row: 二三, or a year; only 零 may stand before a digit.
                if (digit > 0)
                {
                    return null;
                }

                digit = d;
                continue;
            }

            var factor = Multiplier(c);
            if (factor < 10_000)
            {
                if (digit < 0 && factor != 10)
                {
                    return null;
                }

                section += (digit <= 0 ? 1 : digit) * factor;
            }
            else
            {
                section += Math.Max(digit, 0);
                if (section == 0 && whole == 0)
                {
                    return null;
                }

                whole = section == 0 ? whole * factor : factor == 100_000_000m ? (whole + section) * factor : whole + (section * factor);
                section = 0;
            }

            digit = -1;
        }

        return whole + section + Math.Max(digit, 0);
    }

    /// <summary>Reads an amount in capitals: 壹佰万元整, 叁佰贰拾伍元零肆分.</summary>
    /// <returns>Length 0 when there is none.</returns>
    public static (int Length, decimal Yuan) CapitalAmount(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < Longest && IsNumeral(text[end]))
        {
            end++;
        }

        if (end == 0 || end >= text.Length || text[end] is not ('元' or '圆') || text[..end].IndexOfAny(Capitals) < 0 || Value(text[..end]) is not { } yuan)
        {
            return (0, 0);
        }

        end++;
        foreach (var (unit, worth) in (ReadOnlySpan<(char, decimal)>)[('角', 0.1m), ('分', 0.01m)])
        {
            var at = end < text.Length && text[end] is '零' ? end + 1 : end;
            if (at + 1 < text.Length && Digit(text[at]) >= 0 && text[at + 1] == unit)
            {
                yuan += Digit(text[at]) * worth;
                end = at + 2;
            }
        }

        return (end < text.Length && text[end] is '整' or '正' ? end + 1 : end, yuan);
    }

    private static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' or '貳' => 2,
        '三' or '叁' or '參' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' or '陸' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static decimal Multiplier(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}

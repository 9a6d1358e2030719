using System.Globalization;

namespace PerfEval.Domain.Checks.Reading;

/// <summary>Reads every amount, count, ratio and date out of a text, in one pass and without backtracking.</summary>
internal static class NumberReader
{
    private const int MostWhole = 13;
    private const int MostPlaces = 8;

    /// <summary>Everything that was read, in the order of the text.</summary>
    /// <param name="plain">A <see cref="PlainText"/>.</param>
    public static (List<ReadNumber> Numbers, List<ReadDate> Dates) Read(string plain)
    {
        var (numbers, dates) = (new List<ReadNumber>(), new List<ReadDate>());
        ReadOnlySpan<char> text = plain;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at += Digits(text, at, numbers, dates);
            }
            else if (ChineseNumerals.IsNumeral(text[at]))
            {
                at += SpelledNumbers.Read(text, at, numbers);
            }
            else
            {
                at++;
            }
        }

        NumberContext.Complete(text, numbers);
        return (numbers, dates);
    }

    private static int Digits(ReadOnlySpan<char> text, int start, List<ReadNumber> numbers, List<ReadDate> dates)
    {
        if (NotAmounts.Code(text, start) is > 0 and var code && !(DateReader.At(text, start) is { } dotted && dotted.Length >= code))
        {
            return code;
        }

        if (DateReader.At(text, start) is { } date && !(start > 0 && char.IsAsciiLetter(text[start - 1])))
        {
            dates.Add(date);
            return date.Length;
        }

        if (NotAmounts.ItemNumber(text, start) is > 0 and var numbering)
        {
            return numbering;
        }

        var (end, places) = Mantissa(text, start);
        if (NotAmounts.IsOrdinal(text, start, end) || Parse(text[start..end]) is not { } printed || places > MostPlaces)
        {
            return end - start;
        }

        numbers.Add(Build(text, start, end, printed, places));
        return numbers[^1].Length;
    }

    /// <summary>A number with its unit, wherever its digits came from.</summary>
    public static ReadNumber Build(ReadOnlySpan<char> text, int start, int end, decimal printed, int places)
    {
        var at = end;
        while (at < text.Length && at - end < 2 && text[at] == ' ')
        {
            at++;
        }

        var (length, measure, unit, factor) = Units.At(text[at..]);
        var stop = length > 0 ? at + length : end;
        var shown = length > 0 ? text.Slice(at, length).ToString() : "";
        return new(start, stop - start, printed, places, factor, measure, unit, shown.TrimStart('余', '多').Replace("余", "").Replace("多", ""))
        {
            Approximate = shown.Contains('余') || shown.Contains('多'),
        };
    }

    private static (int End, int Places) Mantissa(ReadOnlySpan<char> text, int start)
    {
        var at = Run(text, start);
        if (at - start <= 3)
        {
            while (at < text.Length && text[at] is ',' && Run(text, at + 1) - at == 4)
            {
                at += 4;
            }
        }

        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            var end = Run(text, at + 1);
            return (end, end - at - 1);
        }

        return (at, 0);
    }

    private static int Run(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Null for what is longer than any amount: 13 digits before the point are 9 万亿.</summary>
    private static decimal? Parse(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return whole.Length <= MostWhole + 4 && digits.Length <= MostWhole + 4 + MostPlaces + 1
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            && value < 1e13m ? value : null;
    }
}

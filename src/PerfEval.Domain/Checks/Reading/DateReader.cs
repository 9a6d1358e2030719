namespace PerfEval.Domain.Checks.Reading;

/// <summary>Recognises dates and years, so that they are no amounts: 2024年2月18日, 2024-02-18, 2023年度, 2月30日.</summary>
internal static class DateReader
{
    /// <summary>The date that starts at a digit; null when there is none.</summary>
    public static ReadDate? At(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        var first = Digits(text, ref at);
        if (first.Length == 4 && first.Value is >= 1900 and <= 2100)
        {
            var spaced = Skip(text, at);
            if (spaced < text.Length && text[spaced] == '年')
            {
                return AfterYear(text, start, first.Value, spaced + 1);
            }

            return Separated(text, start, first.Value, at) ?? Years(text, start, first.Value, at);
        }

        return first.Length <= 2 ? MonthAndDay(text, start, null, start) : null;
    }

    private static ReadDate AfterYear(ReadOnlySpan<char> text, int start, int year, int at)
    {
        if (at < text.Length && text[at] == '度')
        {
            return new(start, at + 1 - start, year, null, null);
        }

        return MonthAndDay(text, start, year, Skip(text, at)) ?? new(start, at - start, year, null, null);
    }

    /// <summary>2月, 2月30日, 2月30号; without a year a month alone is a length of time or a habit, and no date.</summary>
    private static ReadDate? MonthAndDay(ReadOnlySpan<char> text, int start, int? year, int at)
    {
        var month = Digits(text, ref at);
        var spaced = Skip(text, at);
        if (month.Length is 0 or > 2 || spaced >= text.Length || text[spaced] != '月')
        {
            return null;
        }

        var afterMonth = spaced + 1;
        at = Skip(text, afterMonth);
        var day = Digits(text, ref at);
        at = Skip(text, at);
        if (day.Length is 1 or 2 && at < text.Length && text[at] is '日' or '号')
        {
            return new(start, at + 1 - start, year, month.Value, day.Value);
        }

        return year is null && !IsMonthOfYear(text, afterMonth) ? null : new(start, afterMonth - start, year, month.Value, null);
    }

    private static bool IsMonthOfYear(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is '份' or '底' or '初' or '末' or '上' or '中' or '下';

    /// <summary>2024-02-18, 2024.2.18, 2024/2/18.</summary>
    private static ReadDate? Separated(ReadOnlySpan<char> text, int start, int year, int at)
    {
        if (at >= text.Length || text[at] is not ('-' or '.' or '/'))
        {
            return null;
        }

        var sign = text[at++];
        var month = Digits(text, ref at);
        if (month.Length is 0 or > 2 || at >= text.Length || text[at] != sign)
        {
            return null;
        }

        at++;
        var day = Digits(text, ref at);
        return day.Length is 0 or > 2 ? null : new(start, at - start, year, month.Value, day.Value);
    }

    /// <summary>The first year of 2021-2022年 or 2021至2022年.</summary>
    private static ReadDate? Years(ReadOnlySpan<char> text, int start, int year, int at)
    {
        if (at < text.Length && text[at] is '-' or '~' or '至' or '—' or '、')
        {
            var next = at + 1;
            while (next < text.Length && text[next] is '—' or '-')
            {
                next++;
            }

            var second = Digits(text, ref next);
            if (second is { Length: 4, Value: >= 1900 and <= 2100 } && next < text.Length && text[next] == '年')
            {
                return new(start, at - start, year, null, null);
            }
        }

        return null;
    }

    private static (int Length, int Value) Digits(ReadOnlySpan<char> text, ref int at)
    {
        int length = 0, value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            value = length < 6 ? (value * 10) + (text[at] - '0') : value;
            length++;
            at++;
        }

        return (length, value);
    }

    private static int Skip(ReadOnlySpan<char> text, int at)
    {
        for (var spaces = 0; spaces < 2 && at < text.Length && text[at] == ' '; spaces++)
        {
            at++;
        }

        return at;
    }
}

using System.Globalization;

namespace PerfEval.Documents.Reading;

/// <summary>The value of a cell as the text a person would have typed.</summary>
internal static class CellText
{
    private static readonly char[] Blank = [' ', '\u3000', '\u00A0', '\uFEFF', '\u200B', '\t', '\r', '\n'];

    public static string Of(object? value) => value switch
    {
        null => "",
        // A code typed as 1001 is stored as a number: it must not become 1001.0 or 1E+15.
        double number => Trim(((decimal?)Exact(number))?.ToString("0.############", CultureInfo.InvariantCulture) ?? number.ToString(CultureInfo.InvariantCulture)),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        _ => Trim(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>A text without blanks at both ends, full-width and invisible ones included.</summary>
    public static string Trim(string text) => text.Trim(Blank);

    /// <summary>A column's name: no blanks at all, no mark of obligation.</summary>
    public static string Name(string text) => string.Concat(text.Where(c => !Blank.Contains(c))).TrimStart('*', '＊').TrimEnd('*', '＊');

    private static decimal? Exact(double number) => Math.Abs(number) < 1e27 ? (decimal)number : null;
}

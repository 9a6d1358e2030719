namespace PerfEval.Domain.Checks.Reading;

/// <summary>Numbers that measure nothing: numbering of headings and lists, numbers of documents, codes, telephones.</summary>
internal static class NotAmounts
{
    private const string Ordinals = "号届版楼室#";
    private const int LongestCode = 40;

    /// <summary>Length of a code such as KCC2018-4 or 10.1.1.3 that a digit here belongs to; 0 when it belongs to none.</summary>
    public static int Code(ReadOnlySpan<char> text, int start)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var inCode = char.IsAsciiLetter(before) || before is '_' or '第';
        var (end, points) = (start, 0);
        while (end < text.Length && end - start < LongestCode && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            points += text[end] == '.' ? 1 : 0;
            end++;
        }

        if (!inCode && points < 2)
        {
            return 0;
        }

        while (end < text.Length && end - start < LongestCode && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Length of the numbering that begins an item here (1. 1、 1) and the like); 0 when there is none.</summary>
    public static int ItemNumber(ReadOnlySpan<char> text, int start)
    {
        if (!StartsItem(text, start))
        {
            return 0;
        }

        var at = start;
        while (at < text.Length && at - start < 3 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at - start > 2 || at >= text.Length)
        {
            return 0;
        }

        if (text[at] is '、' or ')')
        {
            return at + 1 - start;
        }

        if (text[at] != '.')
        {
            return 0;
        }

        // 1.540个节目: things that come whole have no three decimals, so the point ends the numbering.
        var decimals = at + 1;
        while (decimals < text.Length && char.IsAsciiDigit(text[decimals]))
        {
            decimals++;
        }

        return decimals == at + 1 || (decimals < text.Length && Units.At(text[decimals..]) is { Length: > 0, Factor: 1 } unit && Units.ComesWhole(unit.Measure))
            ? at + 1 - start : 0;
    }

    /// <summary>True for a number that counts nothing, by what stands before and after it.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> text, int start, int end)
    {
        var next = end < text.Length ? text[end] : ' ';
        if (Ordinals.Contains(next, StringComparison.Ordinal) || (next == ']' && start > 0 && text[start - 1] == '['))
        {
            return true;
        }

        var lead = text[Math.Max(0, start - 8)..start];
        return end - start >= 5 && (lead.Contains("电话", StringComparison.Ordinal) || lead.Contains("手机", StringComparison.Ordinal) || lead.Contains("账号", StringComparison.Ordinal)
            || lead.Contains("编号", StringComparison.Ordinal) || lead.Contains("编码", StringComparison.Ordinal) || lead.Contains("邮编", StringComparison.Ordinal)
            || lead.Contains("代码", StringComparison.Ordinal) || lead.Contains("证号", StringComparison.Ordinal));
    }

    private static bool StartsItem(ReadOnlySpan<char> text, int start)
    {
        var before = start - 1;
        if (before >= 0 && text[before] == '(')
        {
            before--;
        }

        for (var spaces = 0; before >= 0 && text[before] == ' ' && spaces < 60; spaces++)
        {
            before--;
        }

        return before < 0 || text[before] is '\n' or '\t' or '。' or ';' or '；' or ':' or ',' or '，' or '|';
    }
}

namespace PerfEval.Domain.Checks.Reading;

/// <summary>
/// A text with one way of writing for what has several: full-width digits, letters and signs become half-width ones.
/// Character for character, so that places in it are places in the original.
/// </summary>
internal static class PlainText
{
    private const string Bookmark = "[bookmark:";

    /// <summary>The same text in one way of writing; marks that a word processor left behind become spaces.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = One(from[i]);
        }

        // 1,119,231 is one number; any other comma divides.
        for (var i = 0; i < into.Length; i++)
        {
            if (into[i] == ',' && !(i > 0 && i + 1 < into.Length && char.IsAsciiDigit(into[i - 1]) && char.IsAsciiDigit(into[i + 1])))
            {
                into[i] = '，';
            }
        }

        Blank(into);
    });

    private static char One(char c) => c switch
    {
        >= '！' and <= '～' and not ('，' or '；' or '！' or '？' or '＊') => (char)(c - 0xFEE0),
        '　' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\uFEFF' or '\u200B' or '\r' => ' ',
        '〔' or '﹝' or '【' => '[',
        '〕' or '﹞' or '】' => ']',
        '﹪' => '%',
        '＊' or '✕' or '✖' or '╳' or '∗' or '*' => '×',
        ';' => '；',
        '−' or '﹣' => '-',
        '〜' or '∼' => '~',
        '￥' => '¥',
        '•' or '⋅' or '‧' => '·',
        _ => c,
    };

    private static void Blank(Span<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(Bookmark);
            if (at < 0)
            {
                return;
            }

            at += from;
            var close = text[at..Math.Min(text.Length, at + 80)].IndexOf(']');
            var end = close < 0 ? at + Bookmark.Length : at + close + 1;
            text[at..end].Fill(' ');
            from = end;
        }
    }
}

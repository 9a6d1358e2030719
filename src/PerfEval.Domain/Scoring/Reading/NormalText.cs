using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// A text in one spelling — half-width signs, no spaces, Arabic numerals before units, one word for 权重 — that still
/// knows where each of its characters stands in the text as written.
/// </summary>
internal sealed partial class NormalText
{
    private const int DigitsLimit = 12;

    /// <summary>What begins a statement of its own after a list.</summary>
    private static readonly string[] Openings = ["全部符合", "全部满足", "全部具备", "均符合", "均满足", "每符合", "每满足", "每具备", "每有", "每存在", "每发现", "每出现", "每缺", "每项", "以上", "上述", "符合一项", "满足一项", "评分标准", "计分标准", "注：", "说明："];

    private readonly string source;
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    private NormalText(string source) => this.source = source;

    /// <summary>The text in one spelling; “\n” stands where a line ends a sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Normalises; linear in the length of the text.</summary>
    public static NormalText Of(string source)
    {
        var normal = new NormalText(source);
        var text = new StringBuilder(source.Length);
        var dots = ListMarks.Dots(source);
        for (var i = 0; i < source.Length;)
        {
            if (dots.Contains(i))
            {
                normal.Emit(text, ")", i, i + 1);
                i++;
                continue;
            }

            // 优：[8,10]分；良：[6,8)分
            if (Interval().Match(source, i) is { Success: true } interval)
            {
                normal.Emit(text, $"{interval.Groups["low"].Value}-{interval.Groups["high"].Value}", i, i + interval.Length);
                i += interval.Length;
                continue;
            }

            var length = ChineseNumber.At(source, i, out var digits);
            if (length > 0)
            {
                normal.Emit(text, digits, i, i + length);
                i += length;
                continue;
            }

            if (source[i] is '\n' or '\r')
            {
                normal.BreakLine(text, i);
            }
            else if (!char.IsWhiteSpace(source[i]) && source[i] is not ('\u200B' or '\uFEFF') && !IsGroupComma(source, i))
            {
                normal.Emit(text, One(source, i, out length), i, i + Math.Max(1, length));
                i += Math.Max(1, length);
                continue;
            }

            i++;
        }

        normal.Text = text.ToString();
        return normal;
    }

    [GeneratedRegex(@"\G[\[［【(（]\s?(?<low>\d{1,3}(?:\.\d)?)\s?[,，]\s?(?<high>\d{1,3}(?:\.\d)?)\s?[\]］】)）](?=\s?分)", RegexOptions.CultureInvariant)]
    private static partial Regex Interval();

    /// <summary>The beginning of a number with more digits than any standard has; null when there is none.</summary>
    public string? LongNumber()
    {
        var run = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            run = char.IsAsciiDigit(Text[i]) ? run + 1 : 0;
            if (run > DigitsLimit)
            {
                return Text.Substring(i - DigitsLimit, DigitsLimit);
            }
        }

        return null;
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in the text as written.</summary>
    public (int Start, int Length) Original(int start, int end) =>
        start >= end ? (0, 0) : (starts[start], ends[end - 1] - starts[start]);

    /// <summary>The words of a stretch as they were written, without the white space of the layout.</summary>
    public string Written(int start, int end)
    {
        var (at, length) = Original(start, end);
        return string.Concat(source.Substring(at, length).Where(c => !char.IsWhiteSpace(c)));
    }

    private static string One(string source, int i, out int length)
    {
        length = 1;
        var c = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - 0xFEE0) : source[i];
        var next = i + 1 < source.Length ? source[i + 1] : '\0';
        if (c is '>' or '<' && next is '=' or '＝')
        {
            length = 2;
            return c == '>' ? "≥" : "≤";
        }

        if (c == '权' && next == '数')
        {
            length = 2;
            return "权重";
        }

        // 乘以8分, 除以计划数: the signs of a formula in words.
        if (c is '乘' or '除' && next == '以')
        {
            length = 2;
            return c == '乘' ? "×" : "/";
        }

        return c switch
        {
            '–' or '—' or '―' or '−' or '﹣' or '~' or '〜' or '‐' or '‑' => "-",
            '≧' or '⩾' => "≥",
            '≦' or '⩽' => "≤",
            '*' or '✕' or '╳' => "×",
            '÷' or '∕' => "/",
            '∶' or '︰' => ":",
            '｡' => "。",
            '﹪' => "%",
            '[' or '【' or '〔' or '〈' => "(",
            ']' or '】' or '〕' or '〉' => ")",
            '\t' => "",
            _ => c.ToString(),
        };
    }

    /// <summary>The comma of 1,000.</summary>
    private static bool IsGroupComma(string source, int i) => source[i] is ',' or '，'
        && i > 0 && char.IsAsciiDigit(source[i - 1]) && i + 3 < source.Length
        && char.IsAsciiDigit(source[i + 1]) && char.IsAsciiDigit(source[i + 2]) && char.IsAsciiDigit(source[i + 3])
        && (i + 4 == source.Length || !char.IsAsciiDigit(source[i + 4]));

    private void Emit(StringBuilder text, string normal, int start, int end)
    {
        text.Append(normal);
        for (var i = 0; i < normal.Length; i++)
        {
            starts.Add(start);
            ends.Add(end);
        }
    }

    /// <summary>A line that stops in the middle of a word goes on; one that ends a statement ends it.</summary>
    private void BreakLine(StringBuilder text, int at)
    {
        if (text.Length == 0 || text[^1] == '\n')
        {
            return;
        }

        var next = at;
        while (next < source.Length && char.IsWhiteSpace(source[next]))
        {
            next++;
        }

        // “90%” and “以上” of the next line belong together.
        if (string.CompareOrdinal(source, next, "以上的", 0, 3) == 0 || (next + 2 < source.Length && source.AsSpan(next, 2) is "以上" or "以下" or "以内" && source[next + 2] is '得' or '，' or ',' or '的' or '（' or '(' or '不'))
        {
            return;
        }

        var ends = text[^1] is '分' or '止' or '。' or ';' or ':' or ')' or '%' or '定' or '扣' or '计';
        if (ends || (next < source.Length && (ListMarks.StartsAt(source, next) || Openings.Any(o => string.CompareOrdinal(source, next, o, 0, o.Length) == 0))))
        {
            Emit(text, "\n", at, at + 1);
        }
    }
}

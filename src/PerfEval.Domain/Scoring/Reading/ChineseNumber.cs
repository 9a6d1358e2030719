using System.Globalization;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Chinese numerals where a text counts with them: 一分, 五个百分点, 百分之九十五, 两例.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>What may follow a numeral that counts. “一致”, “统一” and “一票否决” do not count.</summary>
    private static readonly string[] Units =
    [
        "个百分点", "个工作日", "个", "分", "项", "例", "次", "起", "处", "天", "日", "类", "档", "条", "场", "人", "件", "户",
        "份", "笔", "倍", "成", "月", "种", "篇", "家", "名", "宗", "期", "位", "张", "点",
    ];

    private static readonly string[] Refused = ["次性", "分点", "分制", "分比", "分之", "分率", "分为", "类人员", "日常", "点也", "人一"];

    /// <summary>The numeral that starts here, in Arabic digits.</summary>
    /// <returns>How many characters it takes, 0 when none starts here.</returns>
    public static int At(string text, int index, out string digits)
    {
        digits = "";
        if (string.CompareOrdinal(text, index, "百分之", 0, 3) == 0)
        {
            return Percent(text, index, out digits);
        }

        var length = Run(text, index);
        if (length == 0 || (index > 0 && text[index - 1] is '第' or '统' or '同' or '唯' or '任' && length == 1 && text[index] == '一' && text[index - 1] != '任')
            || !Counts(text, index, length) || Value(text.AsSpan(index, length)) is not { } value)
        {
            return 0;
        }

        digits = value.ToString(CultureInfo.InvariantCulture);
        return length;
    }

    private static bool Counts(string text, int index, int length)
    {
        var after = index + length;
        if (text[index] == '十' && length == 1 && after < text.Length && text[after] == '分')
        {
            return index > 0 && text[index - 1] is '得' or '扣' or '计' or '给' or '加';
        }

        return !Refused.Any(r => Here(text, after, r)) && Units.Any(u => Here(text, after, u));
    }

    private static bool Here(string text, int index, string word) =>
        string.CompareOrdinal(text, index, word, 0, word.Length) == 0;

    private static int Percent(string text, int index, out string digits)
    {
        var start = index + 3;
        var end = start;
        while (end < text.Length && end - start < 8 && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        digits = end > start && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var arabic)
            ? arabic.ToString(CultureInfo.InvariantCulture) + "%"
            : "";
        if (digits.Length > 0)
        {
            return end - index;
        }

        var length = Run(text, start);
        if (length == 0 || Value(text.AsSpan(start, length)) is not { } value)
        {
            return 0;
        }

        digits = value.ToString(CultureInfo.InvariantCulture) + "%";
        return 3 + length;
    }

    private static int Run(string text, int index)
    {
        var end = index;
        while (end < text.Length && end - index < 8 && (Digits.Contains(text[end]) || text[end] is '十' or '百' or '两' or '点' or '〇'))
        {
            end++;
        }

        if (end > index && text[end - 1] == '点')
        {
            end--;
        }

        return end - index;
    }

    /// <summary>Up to 999.99…; null when the characters make no number.</summary>
    private static decimal? Value(ReadOnlySpan<char> run)
    {
        var point = run.IndexOf('点');
        var whole = point < 0 ? run : run[..point];
        decimal total = 0;
        decimal digit = -1;
        foreach (var c in whole)
        {
            if (c is '十' or '百')
            {
                total += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = -1;
                continue;
            }

            if (digit > 0)
            {
                return null;
            }

            digit = One(c);
        }

        total += Math.Max(0, digit);
        if (point < 0)
        {
            return total;
        }

        var scale = 0.1m;
        foreach (var c in run[(point + 1)..])
        {
            if (One(c) < 0)
            {
                return null;
            }

            total += One(c) * scale;
            scale /= 10;
        }

        return whole.Length == 0 ? null : total;
    }

    private static int One(char c) => c switch
    {
        '两' => 2,
        '〇' => 0,
        _ => Digits.IndexOf(c),
    };
}

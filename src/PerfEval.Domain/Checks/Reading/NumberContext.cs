using System.Buffers;

namespace PerfEval.Domain.Checks.Reading;

/// <summary>What the words around a number say about it: about, from–to, for each, and a unit that is not written.</summary>
internal static class NumberContext
{
    private static readonly SearchValues<char> MarksAndBracket = SearchValues.Create("，。；、:\n\t(");
    private static readonly string[] About = ["约", "近", "超", "逾", "超过", "不少于", "不低于", "至少", "不超过", "不高于", "高于", "低于", "多于", "少于", "≥", "≤", ">", "<", "将近", "最高", "最低", "上限", "限额"];

    /// <summary>节约 and 签约 end like 约, 附近 like 近.</summary>
    private static readonly string[] NotAbout = ["节约", "签约", "合约", "制约", "附近", "履约", "违约", "邻近", "临近", "靠近"];
    private static readonly string[] AboutAfter = ["余", "多", "以上", "以下", "左右", "上下", "以内", "不等", "之多", "及以上"];
    private static readonly string[] MoneyWords = ["资金", "经费", "拨款", "自筹", "支出", "金额", "补助", "财政", "共计", "预算"];
    private static readonly string[] ScoreWords = ["分值为", "分值", "得分为", "得分", "得分:", "总分", "满分"];

    /// <summary>Completes what was read; the list stays in the order of the text.</summary>
    public static void Complete(ReadOnlySpan<char> text, List<ReadNumber> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var n = numbers[i];
            var lead = text[Math.Max(i > 0 ? numbers[i - 1].End : 0, Math.Max(0, n.Start - 14))..n.Start];
            var tail = text[n.End..Math.Min(text.Length, n.End + 8)];
            n = Understand(n, lead, tail);
            n = n with { Approximate = n.Approximate || (Ends(lead, About) && !Ends(lead, NotAbout)) || Starts(tail, AboutAfter) };
            if (n.Measure is Measure.Money or Measure.Count or Measure.Quantity or Measure.Points)
            {
                n = ForEach(text, n, lead);
            }

            numbers[i] = n;
        }

        for (var i = numbers.Count - 2; i >= 0; i--)
        {
            numbers[i] = IsListed(text, numbers[i], numbers[i + 1]) ? AsNext(numbers[i], numbers[i + 1]) : numbers[i];
        }

        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            if (IsRange(text, numbers, i))
            {
                numbers[i] = numbers[i] with { InRange = true };
                numbers[i + 1] = numbers[i + 1] with { InRange = true };
            }
        }
    }

    /// <summary>分别拨付76.8、78.0、77.4、86.4万元: the unit of the last is that of all.</summary>
    private static bool IsListed(ReadOnlySpan<char> text, ReadNumber n, ReadNumber next) =>
        n is { Measure: Measure.Plain, Scale: 1 } && next.Measure is Measure.Money or Measure.Count or Measure.Quantity && next.Start > n.End && next.Start - n.End <= 2 && text[n.End..next.Start].Trim(' ') is "、" or "和" or "及"
        && (n.Start == 0 || text[n.Start - 1] != '第') && !next.InRange;

    private static ReadNumber AsNext(ReadNumber n, ReadNumber next) =>
        n with { Measure = next.Measure, Unit = next.Unit, Scale = next.Scale, Shown = next.Shown, Per = next.Per, PerScale = next.PerScale, Understood = true };

    private static ReadNumber Understand(ReadNumber n, ReadOnlySpan<char> lead, ReadOnlySpan<char> tail)
    {
        if (n.Measure != Measure.Plain)
        {
            return n;
        }

        if (n.Scale == 1 && Ends(lead, ScoreWords))
        {
            return n with { Measure = Measure.Points, Unit = "分", Understood = true };
        }

        var near = lead[Math.Max(0, lead.Length - 8)..];
        var cut = near.LastIndexOfAny(MarksAndBracket);
        near = near[(cut + 1)..];
        return n.Places <= 2 && n.Value >= 100 && (n.Scale > 1 || n.Value >= 1000) && (Holds(near, MoneyWords) || Holds(Until(tail), MoneyWords))
            ? n with { Measure = Measure.Money, Unit = "元", Understood = true } : n;
    }

    private static ReadNumber ForEach(ReadOnlySpan<char> text, ReadNumber n, ReadOnlySpan<char> lead)
    {
        var at = n.End;
        if (at < text.Length && text[at] == '(')
        {
            var close = text[at..Math.Min(text.Length, at + 20)].IndexOf(')');
            at = close > 0 && at + close + 1 < text.Length && text[at + close + 1] == '/' ? at + close + 1 : at;
        }

        if (at + 1 < text.Length && text[at] == '/' && !char.IsAsciiDigit(text[at + 1]))
        {
            var (length, _, unit, factor) = Units.At(text[(at + 1)..]);
            var per = length > 0 ? unit : text[at + 1] is >= '一' and <= '龥' ? text[at + 1].ToString() : "?";
            var end = at + 1 + (length > 0 ? length : per == "?" ? 0 : 1);

            // 元/人·月, 元/人/年
            if (end + 1 < text.Length && text[end] is '/' or '·' && Units.At(text[(end + 1)..]) is { Length: > 0 } second)
            {
                (per, end) = (per + "·" + second.Unit, end + 1 + second.Length);
            }

            return n with { Length = end - n.Start, Per = per, PerScale = length > 0 ? factor : 1 };
        }

        var from = lead.LastIndexOfAny(Words.Marks);
        var near = lead[(from + 1)..];
        if (near.Contains('每') && Each(near) is { Per.Length: > 0 } each)
        {
            return n with { Per = each.Per, PerScale = each.Scale };
        }

        if (near.TrimEnd("为:是 ").EndsWith("单价"))
        {
            return n with { Per = "?" };
        }

        var average = near.LastIndexOf('均');
        // 人均月补助 is for one man and one month.
        var monthly = near[(average + 1)..].StartsWith("月") || near[(average + 1)..].StartsWith("每月");
        return average > 0 && Units.At(near[(average - 1)..average]) is { Length: 1 } one ? n with { Per = monthly ? one.Unit + "·月" : one.Unit } : n;
    }

    /// <summary>人 of 每人 and 每人每年, 人·月 of 每人每月; empty for 每年 alone, which is said of totals too.</summary>
    private static (string Per, decimal Scale) Each(ReadOnlySpan<char> near)
    {
        var per = "";
        var scale = 1m;
        for (var at = near.IndexOf('每'); at >= 0 && at + 1 < near.Length;)
        {
            var (length, _, unit, factor) = Units.At(near[(at + 1)..]);
            if (near[at + 1] != '年')
            {
                scale *= length > 0 ? factor : 1;
                per += (per.Length > 0 ? "·" : "") + (length > 0 ? unit : near[at + 1].ToString());
            }

            var next = near[(at + 1)..].IndexOf('每');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return (per, scale);
    }

    private static bool IsRange(ReadOnlySpan<char> text, List<ReadNumber> numbers, int i)
    {
        var (a, b) = (numbers[i], numbers[i + 1]);
        var between = text[a.End..Math.Max(a.End, Math.Min(b.Start, a.End + 4))].Trim(' ');
        if (b.Start - a.End > 4 || between.Length == 0)
        {
            return false;
        }

        if (between is "~" or "—" or "——" or "–")
        {
            return true;
        }

        if (between is "-")
        {
            var after = text[b.End..Math.Min(text.Length, b.End + 30)];
            return after.IndexOfAny("=+×") < 0;
        }

        return between is "至" or "到" && !Ends(text[..a.Start].TrimEnd(' '), ["由", "从", "自", "原"]) && (a.Measure == Measure.Plain || a.Measure == b.Measure)
            && !text[Math.Max(0, a.Start - 12)..a.Start].ContainsAny('由', '从');
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> tail)
    {
        var cut = tail.IndexOfAny(Words.Marks);
        return cut < 0 ? tail : tail[..cut];
    }

    private static bool Ends(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Starts(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

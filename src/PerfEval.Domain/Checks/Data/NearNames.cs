namespace PerfEval.Domain.Checks.Data;

/// <summary>How two names of the same thing can differ.</summary>
public enum Nearness
{
    /// <summary>写法不同：only spaces, brackets, dots or widths differ</summary>
    Spelling,

    /// <summary>相差一字：one character more, less or another</summary>
    OneCharacter,

    /// <summary>全称与简称：one ends the other</summary>
    ShortForm,
}

/// <summary>Compares names as people write them. Numbers and directions make different things: 第一小学 is not 第二小学.</summary>
public static class NearNames
{
    private const int ShortestTypo = 5;
    private const int ShortestName = 3;
    private const string Telling = "一二三四五六七八九十甲乙丙丁戊东西南北中上下左右前后内外新老大小男女春夏秋冬0123456789";

    /// <summary>The name without spaces, quotes, dots and brackets around parts, in plain width.</summary>
    public static string Plain(string name)
    {
        var letters = name.Trim().Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)
            .Where(c => !char.IsWhiteSpace(c) && !"·•⋅.・“”\"'‘’()[]《》、,，。-—_".Contains(c, StringComparison.Ordinal));
        return string.Concat(letters);
    }

    /// <summary>How near two different names are; null when they are equal or tell different things.</summary>
    public static Nearness? Compare(string one, string other)
    {
        var (a, b) = (Plain(one), Plain(other));
        if (one.Trim() == other.Trim() || a.Length < ShortestName || b.Length < ShortestName)
        {
            return null;
        }

        if (a == b)
        {
            return Nearness.Spelling;
        }

        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (longer.Length - shorter.Length >= 2 && longer.EndsWith(shorter, StringComparison.Ordinal))
        {
            return Nearness.ShortForm;
        }

        return shorter.Length >= ShortestTypo && DiffersByOne(shorter, longer) ? Nearness.OneCharacter : null;
    }

    private static bool DiffersByOne(string shorter, string longer)
    {
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
        {
            at++;
        }

        var replaced = longer.Length == shorter.Length;
        var rest = longer[(at + 1)..] == (replaced ? shorter[(at + 1)..] : shorter[at..]);
        // 第一 and 第二 tell apart; 中心 and 中新 do not, although 新 could.
        var tells = Telling.Contains(longer[at], StringComparison.Ordinal) && (!replaced || Telling.Contains(shorter[at], StringComparison.Ordinal));
        return rest && !tells;
    }
}

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Finds what must not be torn apart: numbers with sign, separators, % and unit, words, —— and ……, and marks that belong
/// to the character before or after them (GB/T 15834-2011 §5.1).
/// </summary>
internal static class BreakRules
{
    private const string UnitStarts =
        "元万亿千百年月日时分秒号个人次项户家名位件台套辆期场条份批岁天周公平米吨克升亩处间所村镇级章款页倍届度季种座栋支笔元角多余几成层室线区组队班站点座类";

    private static readonly string[] LongUnits =
        ["万元", "亿元", "万人次", "人次", "万人", "亿人", "户次", "个月", "个人", "平方米", "平方公里", "立方米", "公里", "公斤", "千米", "千克", "千瓦", "千元", "百元", "万户", "万亩", "万个", "万次", "万吨", "小时", "分钟", "万亿元", "家次", "场次", "台套", "台次", "车次", "批次", "年度", "季度", "个百分点", "周年", "余万元", "多万元", "余人", "多人", "余元"];

    private static readonly bool[] IsUnitStart = Flags(UnitStarts);

    /// <summary>Sets the boundary behind every character of a text.</summary>
    public static void Apply(Span<Character> text)
    {
        for (var k = 0; k + 1 < text.Length; k++)
        {
            if (text[k].After == BreakClass.Free)
            {
                text[k].After = Between(text, k);
            }

            if (text[k].After == BreakClass.Number && text[k].Kind is CharacterKind.Digit or CharacterKind.Space && text[k + 1].Kind == CharacterKind.Hanzi)
            {
                HoldUnit(text, k + 1);
            }
        }
    }

    private static BreakClass Between(ReadOnlySpan<Character> text, int k)
    {
        var before = text[k].Kind;
        var after = text[k + 1].Kind;
        if (after is CharacterKind.Space or CharacterKind.Closing or CharacterKind.NotFirst or CharacterKind.Glue
            || before is CharacterKind.Opening or CharacterKind.Glue)
        {
            return BreakClass.Forbidden;
        }

        if (after == CharacterKind.Digit)
        {
            return BeforeDigit(text, k, before);
        }

        if (after == CharacterKind.Letter)
        {
            return before is CharacterKind.Digit or CharacterKind.Letter || JoinsWord(text, k) ? BreakClass.Word : BreakClass.Free;
        }

        if (after == CharacterKind.Sign)
        {
            return before == CharacterKind.Sign ? BreakClass.Number : BreakClass.Free;
        }

        // 430.07 万元 written with a space is one piece, too.
        if (before == CharacterKind.Digit || before == CharacterKind.Space && k > 0 && text[k - 1].Kind == CharacterKind.Digit)
        {
            return text[k + 1].CodePoint < 0x10000 && IsUnitStart[text[k + 1].CodePoint] ? BreakClass.Number : BreakClass.Free;
        }

        return text[k].CodePoint == '.' && IsItemNumber(text, k) ? BreakClass.Discouraged : BreakClass.Free;
    }

    private static BreakClass BeforeDigit(ReadOnlySpan<Character> text, int k, CharacterKind before) => before switch
    {
        CharacterKind.Digit or CharacterKind.Sign => BreakClass.Number,
        CharacterKind.Letter => BreakClass.Word,
        CharacterKind.Closing or CharacterKind.NotFirst => JoinsNumber(text, k) || IsMinus(text, k) ? BreakClass.Number : BreakClass.Free,
        CharacterKind.Hanzi when text[k].CodePoint == '第' => BreakClass.Number,
        CharacterKind.Hanzi when text[k].CodePoint is '年' or '月' && k > 0 && text[k - 1].Kind == CharacterKind.Digit => BreakClass.Discouraged,
        _ => BreakClass.Free,
    };

    // 1,119.68 and 2020-2023 and 1/3 and 10:30; the full-width comma only between full-width digits.
    private static bool JoinsNumber(ReadOnlySpan<Character> text, int k) =>
        k > 0 && text[k - 1].Kind is CharacterKind.Digit or CharacterKind.Letter
        && (text[k].CodePoint is ',' or '.' or ':' or '/' or '-' or '．' or '／' or '·' or '–'
            || text[k].CodePoint is '，' or '：' && text[k - 1].CodePoint >= 0xFF10 && text[k + 1].CodePoint >= 0xFF10);

    private static bool JoinsWord(ReadOnlySpan<Character> text, int k) =>
        k > 0 && text[k - 1].Kind is CharacterKind.Digit or CharacterKind.Letter
        && text[k].CodePoint is '.' or ':' or '/' or '-' or '’' or '\'' or '‐';

    // -5% but not 2020年-2023年, where it connects.
    private static bool IsMinus(ReadOnlySpan<Character> text, int k) =>
        text[k].CodePoint is '-' or '－'
        && (k == 0 || text[k - 1].Kind is not (CharacterKind.Digit or CharacterKind.Letter)
            && (k == 1 || text[k - 2].Kind != CharacterKind.Digit));

    private static bool IsItemNumber(ReadOnlySpan<Character> text, int k)
    {
        for (var i = 0; i < k; i++)
        {
            if (text[i].Kind != CharacterKind.Digit)
            {
                return false;
            }
        }

        return k is > 0 and < 4;
    }

    // The longest unit that stands behind the number stays in one piece.
    private static void HoldUnit(Span<Character> text, int start)
    {
        var longest = 1;
        foreach (var unit in LongUnits)
        {
            if (unit.Length > longest && StandsAt(text, start, unit))
            {
                longest = unit.Length;
            }
        }

        for (var i = 0; i + 1 < longest; i++)
        {
            text[start + i].After = BreakClass.Number;
        }
    }

    private static bool StandsAt(ReadOnlySpan<Character> text, int start, string unit)
    {
        if (start + unit.Length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < unit.Length; i++)
        {
            if (text[start + i].CodePoint != unit[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool[] Flags(string characters)
    {
        var flags = new bool[0x10000];
        foreach (var character in characters)
        {
            flags[character] = true;
        }

        return flags;
    }
}

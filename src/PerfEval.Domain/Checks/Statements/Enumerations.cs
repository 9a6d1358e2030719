using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Tells parts that divide a whole from numbers that merely follow it: attributes that overlap, and results of the number before.</summary>
internal static class Enumerations
{
    private const int Afterwards = 60;

    /// <summary>Attributes that cut across each other; they never add up to a whole.</summary>
    private static readonly string[] Crossing = ["党员", "女", "岁以下", "岁以上", "学历", "本科", "大专", "少数民族", "职称", "持证"];

    /// <summary>检测680份，合格645份: what became of the number before is part of it and no part beside it.</summary>
    private static readonly string[] Results = ["合格", "完成", "实际", "通过", "办结", "收回", "回收", "有效", "满意", "达标", "实现", "验收", "竣工", "建成", "已", "按时", "按期", "及时", "整改", "属实", "结案", "成活", "取得", "实施"];
    private static readonly string[] Overlapping = ["交叉", "重叠", "重复", "同时", "不重复", "兼有", "互有", "不止一"];

    /// <summary>True when the numbers may add up to the total; false when the words say that they overlap or follow from each other.</summary>
    public static bool Divide(ReadText text, ReadNumber total, List<int> parts)
    {
        if (total.Measure == Measure.Count && parts.Exists(i => Words.Any(text.Lead(i), Crossing)) && !parts.Exists(i => text.Lead(i).Contains('男')))
        {
            return false;
        }

        if (total.Measure == Measure.Count && parts.Exists(i => HaveARate(text, total, i)))
        {
            return false;
        }

        var last = text.Numbers[parts[^1]].End;
        var sentence = text.SentenceAt(total.Start);
        if (Words.Any(text.Plain.AsSpan(total.End, Math.Max(0, Math.Min(Math.Max(sentence.End, last), last + Afterwards) - total.End)), Overlapping))
        {
            return false;
        }

        return true;
    }

    /// <summary>立行立改96个，限期整改32个，已完成整改30个: the list goes as far as the first number that says what became of the one before.</summary>
    public static List<int> WithoutResults(ReadText text, ReadNumber total, List<int> parts)
    {
        // 非常满意301份、满意145份 are two answers and not one that came of the other.
        var answers = parts.Count(i => text.Lead(i).Contains("满意", StringComparison.Ordinal)) > 1;
        var result = answers || total.Measure is Measure.Money or Measure.Points || parts.Count == 0 || parts.TrueForAll(i => IsResult(text.Lead(i))) ? -1 : parts.FindIndex(1, i => IsResult(text.Lead(i)));
        return result < 0 ? parts : parts[..result];
    }

    /// <summary>True when 、 or ； divides all of them, as it does a list and not the clauses of a sentence.</summary>
    public static bool AreAListOfTheirOwn(ReadText text, List<int> parts) =>
        parts.Zip(parts.Skip(1)).All(p => text.Between(text.Numbers[p.First], text.Numbers[p.Second]) is var gap && gap.IndexOfAny('、', '；') >= 0 && gap.IndexOf('，') < 0);

    /// <summary>620人，占33.5%；430人，占23.2%: every part has the share of the total that it should have.</summary>
    public static bool HaveShares(ReadText text, ReadNumber total, List<int> parts) =>
        parts.TrueForAll(i => i + 1 < text.Numbers.Count && text.Numbers[i + 1] is { Measure: Measure.Percent } share && Rates.Fits(share, text.Numbers[i], total));

    /// <summary>True when the part is one of several alike that 其中 names of the whole, all of them before the given number.</summary>
    public static bool IsAmongOthers(ReadText text, int whole, int part, int before)
    {
        if (whole >= part || text.Between(text.Numbers[whole], text.Numbers[part]).IndexOf("其中") < 0)
        {
            return false;
        }

        for (var i = part + 1; i < before; i++)
        {
            if (text.Numbers[i].Alike(text.Numbers[part]) && text.Roles.Depth[i] == text.Roles.Depth[part])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>32个，其中脱贫村19个，通客车的村30个，通客车率93.75%: a part with a rate of its own is an attribute and divides nothing.</summary>
    private static bool HaveARate(ReadText text, ReadNumber total, int part) =>
        part + 1 < text.Numbers.Count && text.Numbers[part + 1] is { Measure: Measure.Percent } rate && text.Lead(part + 1).TrimEnd("为达到是: ").EndsWith("率") && Rates.Fits(rate, text.Numbers[part], total);

    private static bool IsResult(ReadOnlySpan<char> lead)
    {
        foreach (var word in Results)
        {
            if (lead.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}

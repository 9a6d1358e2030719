using System.Collections.Frozen;

namespace PerfEval.Domain.Checks.Reading;

/// <summary>The units that follow a number, longest first.</summary>
internal static class Units
{
    private const int LongestUnit = 4;
    private const string Counted =
        "人次 户次 家次 车次 批次 场次 人 户 家 个 项 场 次 期 件 起 宗 条 套 台 辆 份 册 本 篇 部 支 所 栋 幢 处 间 座 块 盏 棵 株 批 组 轮 类 例 笔 张 只 头 站 课时 学时 人/次 件次 级 门 架 艘 根 眼 口 盘 枚 封 页 顶 把 床 名 位 字 剂 羽 尾 匹 袋 箱 桶 瓶 盒 副 双 片 盏次 台次 辆次 站次 处次 班次 架次";

    private static readonly FrozenDictionary<string, (Measure Measure, string Unit, decimal Factor)> Known = All();

    /// <summary>The unit that starts here, scale included.</summary>
    /// <param name="text">Plain text from the first character after the number.</param>
    /// <returns>Length 0 when none starts here.</returns>
    public static (int Length, Measure Measure, string Unit, decimal Factor) At(ReadOnlySpan<char> text)
    {
        var scaleLength = ScaleAt(text, out var scale);
        var rest = text[scaleLength..];
        // 2万余元, 3000多人
        var more = rest.Length > 0 && rest[0] is '余' or '多' ? 1 : 0;
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestUnit, rest.Length - more); length > 0; length--)
        {
            if (lookup.TryGetValue(rest.Slice(more, length), out var found) && !IsOtherWord(rest[more..], length, found.Measure))
            {
                return (scaleLength + more + length, found.Measure, found.Unit, found.Factor * scale);
            }
        }

        return scaleLength > 0 && scale >= 10_000 ? (scaleLength + more, Measure.Plain, "", scale) : (0, Measure.Plain, "", 1);
    }

    /// <summary>True for things that come in whole numbers only.</summary>
    public static bool ComesWhole(Measure measure) => measure == Measure.Count;

    private static int ScaleAt(ReadOnlySpan<char> text, out decimal scale)
    {
        scale = 1;
        var length = 0;
        while (length < text.Length && length < 3)
        {
            var factor = text[length] switch { '百' => 100m, '千' => 1000m, '万' => 10_000m, '亿' => 100_000_000m, _ => 0m };
            if (factor == 0 || (length == 0 && text[0] is '百' or '千' && IsOwnWord(text)))
            {
                break;
            }

            scale *= factor;
            length++;
        }

        return length;
    }

    /// <summary>百分点, 千米, 千克 and 千瓦 begin with what is a scale elsewhere.</summary>
    private static bool IsOwnWord(ReadOnlySpan<char> text) =>
        text.StartsWith("百分") || text.StartsWith("千米") || text.StartsWith("千克") || text.StartsWith("千瓦");

    /// <summary>个月 is time and 个百分点 a difference; 分 before 之 or 钟 is no score, and 条例 no 条.</summary>
    private static bool IsOtherWord(ReadOnlySpan<char> text, int length, Measure measure)
    {
        var next = length < text.Length ? text[length] : ' ';
        return measure switch
        {
            Measure.Points => next is '之' or '钟' or '别' or '局' or '公' or '队' or '支' or '类' or '级' or '期' or '批',
            Measure.Count when length == 1 => (text[0], next) is ('级', _) or ('条', '例') or ('项', '目') or ('期', '间') or ('人', '民')
                or ('口', '径') or ('处', '理') or ('级', '别') or ('字', '号') or ('门', '牌') or ('片', '区') or ('双', '休') or ('组', '织') or ('部', '门') or ('件', '号'),
            Measure.Time => text[0] == '月' && next is '份' or '底' or '初' or '末',
            _ => false,
        };
    }

    private static FrozenDictionary<string, (Measure, string, decimal)> All()
    {
        var units = new Dictionary<string, (Measure, string, decimal)>
        {
            ["元"] = (Measure.Money, "元", 1),
            ["元整"] = (Measure.Money, "元", 1),
            ["元正"] = (Measure.Money, "元", 1),
            ["圆"] = (Measure.Money, "元", 1),
            ["%"] = (Measure.Percent, "%", 1),
            ["分"] = (Measure.Points, "分", 1),
            ["个百分点"] = (Measure.PercentPoint, "百分点", 1),
            ["百分点"] = (Measure.PercentPoint, "百分点", 1),
            ["公里"] = (Measure.Quantity, "米", 1000),
            ["千米"] = (Measure.Quantity, "米", 1000),
            ["米"] = (Measure.Quantity, "米", 1),
            ["延米"] = (Measure.Quantity, "米", 1),
            ["平方米"] = (Measure.Quantity, "平方米", 1),
            ["㎡"] = (Measure.Quantity, "平方米", 1),
            ["平方公里"] = (Measure.Quantity, "平方米", 1_000_000),
            ["亩"] = (Measure.Quantity, "亩", 1),
            ["公顷"] = (Measure.Quantity, "公顷", 1),
            ["吨"] = (Measure.Quantity, "公斤", 1000),
            ["公斤"] = (Measure.Quantity, "公斤", 1),
            ["千克"] = (Measure.Quantity, "公斤", 1),
            ["立方米"] = (Measure.Quantity, "立方米", 1),
            ["方"] = (Measure.Quantity, "立方米", 1),
            ["度"] = (Measure.Quantity, "度", 1),
            ["天"] = (Measure.Time, "天", 1),
            ["日"] = (Measure.Time, "天", 1),
            ["个工作日"] = (Measure.Time, "工作日", 1),
            ["工作日"] = (Measure.Time, "工作日", 1),
            ["个月"] = (Measure.Time, "月", 1),
            ["月"] = (Measure.Time, "月", 1),
            ["年"] = (Measure.Time, "年", 1),
            ["夜"] = (Measure.Time, "夜", 1),
            ["周"] = (Measure.Time, "周", 1),
            ["小时"] = (Measure.Time, "小时", 1),
            ["个小时"] = (Measure.Time, "小时", 1),
            ["分钟"] = (Measure.Time, "分钟", 1),
            ["岁"] = (Measure.Time, "岁", 1),
        };
        foreach (var unit in Counted.Split(' '))
        {
            units.TryAdd(unit, (Measure.Count, unit is "名" or "位" ? "人" : unit == "场次" ? "场" : unit, 1));
        }

        return units.ToFrozenDictionary();
    }
}

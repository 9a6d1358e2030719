using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Reads conditions that count: steps of a measured value, and occurrences.</summary>
internal static partial class CountFinder
{
    private const string Num = @"\d+(?:\.\d+)?";
    private const string Down = "下降|降低|减少|下跌|下滑|低于|少于|缺少|少|低|降|减|欠|未完成";
    private const string Up = "上升|增加|提高|超过|超出|高于|多于|超期|超|高|多|增|升|延迟|推迟|逾期|延期|拖延|拖期|滞后|延误|延后|晚|迟";
    private const string Both = "相差|偏差|偏离|变动|浮动|波动|误差|差异|偏移|差";
    private const string Measured = "%|个百分点|百分点|个工作日|工作日|天|日|个月|月|周|年|小时|分钟|秒|学时|课时|万元|元|公里|平方米|立方米|公顷|米|亩|吨|分";
    private const string Counted = "次|场|人次|人|户|件|份|个|期|台|套|篇|座|处|项|类|种|条|例|起|笔|家|名|宗|张|位|所|栋|盏|棵|株|头|只|辆|册|幅|块|环节|方面|点";

    /// <summary>A step, of a measured value or of a quantity; null when the condition has none.</summary>
    public static Step? StepIn(string text, int start, int end)
    {
        if (StepWords().Match(text[start..end]) is not { Success: true } m)
        {
            return null;
        }

        var unit = m.Groups["u"].Success ? m.Groups["u"].Value : m.Groups["one"].Value;
        var size = m.Groups["n"].Success ? decimal.Parse(m.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 1;
        var side = m.Groups["down"].Success ? Side.Down : m.Groups["up"].Success ? Side.Up : m.Groups["both"].Success ? Side.Both : Side.Unsaid;
        var delay = m.Groups["up"].Success && m.Groups["up"].Value[0] is '延' or '推' or '逾' or '拖' or '滞' or '晚' or '迟' || m.Groups["up"].Value == "超期";
        return new Step(start + m.Index, start + m.Index + m.Length, side, size,
            unit is "个百分点" or "百分点" ? "%" : unit, unit == "%", delay,
            m.Groups["line"].Success ? decimal.Parse(m.Groups["line"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Whether a unit counts things rather than measures.</summary>
    public static bool Counts(string unit) => Counted.Split('|').Contains(unit);

    /// <summary>One occurrence as the thing counted; null when the condition counts none.</summary>
    public static Occurrence? OccurrenceIn(string condition)
    {
        var m = OccurrenceWords().Match(condition);
        return m.Success && (m.Groups["lead"].Value.Contains('每') || m.Groups["n"].Success)
            ? new Occurrence(condition[..m.Index], m.Groups["lead"].Value, m.Groups["u"].Value, condition[(m.Index + m.Length)..])
            : null;
    }

    [GeneratedRegex(
        "每(?:再)?(?:(?<down>" + Down + ")|(?<up>" + Up + ")|(?<both>" + Both + @"))?(?:了|于|出|过)?(?:(?<line>" + Num + @")(?:%|个百分点|个工作日|[天日])(?:的)?,?(?=\d))?(?:[^\d,;。每]{0,10}?)"
        + "(?<n>" + Num + ")(?<u>" + Measured + "|" + Counted + ")|每(?:(?<down>" + Down + ")|(?<up>" + Up + ")|(?<both>" + Both + "))?(?<one>个百分点|百分点|天|日|个月|月|小时)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StepWords();

    [GeneratedRegex(
        "(?<lead>每?再?(?:存在|发现|出现|发生|查出|新增|缺少|缺失|遗漏|漏报|违反|不符合|不满足|不达标|未达到|未完成|未落实|有|缺|少|漏)?了?(?:完成|进行|开展|覆盖|实施|达到|落实|提供)?(?:任意|任何|其中)?)"
        + "(?:(?<n>1)|(?<=每[^,;。]{0,6}))(?<u>" + Counted + ")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OccurrenceWords();
}

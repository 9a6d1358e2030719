using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What the name of an indicator and its 指标解释 say about the direction and the planned value.</summary>
internal static partial class LowerBetter
{
    /// <summary>The name is one of a thing that should be small: a duration, a cost, a rate of errors.</summary>
    public static bool Named(Page page) => Small().IsMatch(Brackets().Replace(page.Name, ""));

    /// <summary>年度指标值为8个工作日: the only planned value that the 指标解释 names; null when it names none or several.</summary>
    public static (decimal Value, string Measure)? Planned(Page page)
    {
        var text = NormalText.Of(page.Explanation).Text;
        return Only(text, Plan()) ?? (Number().IsMatch(Bare(text)) ? null : Only(NormalText.Of(page.Name).Text, InName()));
    }

    private static (decimal Value, string Measure)? Only(string text, Regex plan)
    {
        var found = plan.Matches(text);
        return found.Count == 1 && Number().Count(Bare(text)) == 1 && decimal.Parse(found[0].Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) is > 0 and var value
            ? (value, found[0].Groups["u"].Value is "个工作日" ? "工作日" : found[0].Groups["u"].Value)
            : null;
    }

    private static string Bare(string text) => Year().Replace(text.Replace("×100%", "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:19|20)\d\d年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"[(（][^()（）]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:时长|用时|耗时|时限|时间|周期|天数|工期|成本|费用|支出|经费|单价|造价|价格|能耗|耗能|消耗量?|排放量?|负债|欠款|"
        + "(?:差错|误差|错误|出错|事故|投诉|发生|死亡|流失|缺勤|逾期|超期|结余|结转|失业|返贫|违约|破损|空置|变动|调整|偏差|退货|故障|不合格|病死|损耗|漏损|超支|失误|违规|违法|次品|废品|拖欠|辍学|发病|感染|复发|闲置|延误|缺陷|返工|控制)率|"
        + "(?:差错|投诉|事故|死亡|违规|故障|缺陷)(?:次数|起数|人数|件数|数量|量|数))(?:控制)?(?:情况|水平|程度|数额|金额|总额|数|额|指标|值)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"(?:指标值|目标值|计划值|年度指标|年度目标|计划|目标|标准|要求)(?:为|是|:|=|不超过|不高于|不多于|不低于|不少于|≤|≥|控制在)*[一-龥]{0,8}?(?:不超过|不高于|不多于|不低于|不少于|≤|≥)?(?<n>\d+(?:\.\d+)?)(?<u>%|万(?:平方米|立方米|公里|人次|[人户亩吨件册株])|万元/[套人户件次个亩]|元/[套人户件次个亩]|万元|元|个工作日|工作日|个月|分钟|小时|人次|公里|平方米|立方米|[一-龥]{2,6}/(?:平方米|立方米|公里|[人户件次个亩台吨])|天|日|年(?!度)|[次场人户件份个期台套篇座处家名项笔亩吨米部辆所栋盏棵株头只册幅块](?![一-龥]))", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    /// <summary>群众满意度（≥90%）: the name states the plan.</summary>
    [GeneratedRegex(@"(?:≥|≤|不低于|不少于|不超过|不高于|达到)(?<n>\d+(?:\.\d+)?)(?<u>%|万元|元|工作日|个月|分钟|小时|人次|公里|平方米|[天日次场人户件份个期台套篇座处家名项亩吨米])", RegexOptions.CultureInvariant)]
    private static partial Regex InName();
}

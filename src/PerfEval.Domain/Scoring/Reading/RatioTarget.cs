using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// The target of a ratio whose standard names none. A completion rate is all of its plan at 100%; a quantity or another
/// rate has the planned value of its name or 指标解释, or has to be asked for.
/// </summary>
internal static partial class RatioTarget
{
    /// <param name="page">The text.</param>
    /// <param name="full">What earns full marks; null: not said.</param>
    /// <param name="form">What the formula computes.</param>
    /// <param name="worded">It stands in words (按比例), not in signs.</param>
    /// <returns>The rule; null while the target is open.</returns>
    public static ScoringRule? Of(Page page, Clause? full, Form form, bool worded)
    {
        if (form != Form.Plain)
        {
            return new Ratio(100);
        }

        var acts = string.Concat(page.Clauses.Where(c => c.Act.Kind is ActKind.Ratio or ActKind.Formula).Select(c => page.Text[c.Act.Start..c.Act.End]));
        var told = acts + (full is null ? "" : page.Condition(full));
        var plan = LowerBetter.Planned(page);
        var rate = RateName().IsMatch(page.Name);
        if (plan is { Measure: "%", Value: var percent } && Goal().IsMatch(told))
        {
            return new Ratio(percent);
        }

        // 按完成比例得分 is a percentage of the plan; of a plan that is named, the quantity itself is measured.
        var counted = plan is { Measure: not "%" } && Quantity().IsMatch(page.Name);
        if (rate ? !OtherRate().IsMatch(page.Name) : worded && OwnRate().IsMatch(acts) && !counted)
        {
            return new Ratio(100);
        }

        if (!rate && plan is { } quantity && quantity.Measure != "%" && (!worded || counted || Goal().IsMatch(told)))
        {
            return new Ratio(quantity.Value, RatioDirection.HigherBetter, quantity.Measure);
        }

        var open = rate ? Goal().IsMatch(told) && !Compared().IsMatch(acts) : Quantity().IsMatch(page.Name) || (page.Name.Length > 0 && (Amount().IsMatch(acts) || Against().IsMatch(acts)));
        return !open ? new Ratio(100) : StepQuestions.Target(page, rate ? "%" : "") is { } wanted ? new Ratio(wanted, RatioDirection.HigherBetter, rate ? "%" : "") : null;
    }

    /// <summary>按完成比例得分: the ratio is the share of the plan itself.</summary>
    public static bool OfItself(Page page) => page.Clauses.Where(c => c.Act.Kind is ActKind.Ratio or ActKind.Formula)
        .All(c => c.Act.Kind == ActKind.Ratio && OwnRate().IsMatch(page.Text[c.Act.Start..c.Act.End])) && !(RateName().IsMatch(page.Name) && OtherRate().IsMatch(page.Name));

    [GeneratedRegex("(?:率|度|比例|占比|比重|进度)$", RegexOptions.CultureInvariant)]
    private static partial Regex RateName();

    /// <summary>A rate that is no share of its own plan.</summary>
    [GeneratedRegex("(?<!完成|执行|到位|支出|支付|兑现|落实|达标|使用|拨付|实现|达成|竣工|开工|投资|实施)(?:率|度|比例|占比|比重)$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherRate();

    [GeneratedRegex("(?:完成|执行|到位|支出|支付|兑现|落实|达标|达成|实现)(?:情况)?(?:的)?(?:比例|率|比率|百分比|进度)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnRate();

    [GeneratedRegex("目标|指标|计划|预期|任务数|标准值|应", RegexOptions.CultureInvariant)]
    private static partial Regex Goal();

    /// <summary>实际到位资金占应到位资金: the rate itself, written out.</summary>
    [GeneratedRegex("(?:占|与|和|/|比)[^×]{0,10}(?:应|计划|总|全部|预算|批复)", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex("(?:人数|人次|数量|次数|场次|期数|件数|户数|面积|里程|长度|产量|产值|收入|金额|总量|个数|家数|台数|套数|份数|篇数|规模|吨数|亩数|数|额|量|值)$", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    /// <summary>实际更新数量占计划更新数量.</summary>
    [GeneratedRegex("(?:数量|人数|次数|场次|面积|里程|户数|件数|台数|套数|产量|人次)[^×]{0,3}(?:占|与|和|/)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    /// <summary>实际签约额/目标签约额: two values of one thing, whatever it is.</summary>
    [GeneratedRegex("实际[^/×,;。]{1,12}(?:占|与|和|/)(?:年度|全年|当年|本年)?(?:目标|计划|预期)", RegexOptions.CultureInvariant)]
    private static partial Regex Against();
}

using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What no parameter of the rule came from.</summary>
internal static partial class UnusedFinder
{
    private const string Marks = ",;:。、()\n“”.\"'…-！!？?";

    /// <summary>Stretches with words in them, as written.</summary>
    public static IReadOnlyList<UnusedText> In(Page page) =>
        [.. Stretches(page).Select(s =>
        {
            var (start, length) = page.Normal.Original(s.Start, s.End);
            return new UnusedText(start, length, page.Normal.Written(s.Start, s.End));
        })];

    /// <summary>The first unused stretch that is more than filler or a remark about sources; null when there is none.</summary>
    public static string? Meaningful(Page page)
    {
        foreach (var stretch in Stretches(page))
        {
            var words = page.Text[stretch.Start..stretch.End];
            var bare = Whole().Replace(words, m => Same(m, page.Weight) ? "" : m.Value);
            if (bare.Length > 0 && !Idle().IsMatch(bare) && !Harmless().IsMatch(bare))
            {
                return page.Normal.Written(stretch.Start, stretch.End);
            }
        }

        return null;
    }

    private static List<Stretch> Stretches(Page page)
    {
        var found = new List<Stretch>();
        var text = page.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (page.Uses(i) || Marks.Contains(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && !page.Uses(end) && !(text[end] is '。' or ';' or '\n'))
            {
                end++;
            }

            var last = end;
            while (last > i && Marks.Contains(text[last - 1]))
            {
                last--;
            }

            if (!Idle().IsMatch(text[i..last]))
            {
                found.Add(new Stretch(i, last));
            }

            i = end - 1;
        }

        return found;
    }

    private static bool Same(Match m, decimal weight) =>
        decimal.TryParse(m.Groups["n"].ValueSpan, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var n) && n == weight;

    /// <summary>“本项满分5分” repeats the weight.</summary>
    [GeneratedRegex(@"(?:该|本|此)?(?:项|指标)?(?:标准)?(?:满分|分值|权重|总分|共计|合计|总计|共)(?:为|共|计|得)?(?<n>\d+(?:\.\d+)?)分", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    /// <summary>Words that make a sentence more than a remark: a condition, an exception, a size, a consequence.</summary>
    private const string Weighty = "除外|但|加倍|否则|如果|若|凡|仅|须|不予|否决|不计|减|加分|权重|从严|追究|除|只|最|封顶|每|达到|低于|超过|高于|处理|视为|虚假|缺失|不齐|不全|取消|降|半|倍|翻|折|上浮|下浮|归零|清零|另|不再|不得|一律";

    /// <summary>Remarks about the sources of a judgement, definitions and announcements: nothing that gives or takes points.</summary>
    [GeneratedRegex(
        @"^(?:注:|注|说明:|备注:|其中,?)?(?![^。]*(?:" + Weighty + @"))(?:以上|上述)?(?:本指标|该指标|该项|本项|主要|用以|用于|重点|通过|评分时|评价时|考核时|评价内容:|考核内容:|评价要点:|考核要点:|指|是指|所称)?(?:考察|考核|反映|评价|衡量|了解|核查|查看|对照|结合|依据|参考|是指|指的是|指|资料|数据|佐证|来源|取自|问卷|查阅|核实|检查|统计|评估|抽查|现场|体现|审核|查验|查询|采用|采取|评分依据|计算依据|具体指|包括|包含|涵盖|统计口径|统计范围|时间范围|考核期|评价期|考察期|(?<=评价内容:|考核内容:|评价要点:|考核要点:))[^得扣\d%]{0,80}$"
        + @"|^[^得扣分]{0,24}(?:率|度|比例)=[^得扣分]{1,80}$"
        + @"|^[(]?(?:注:)?(?:资料来源|数据来源|佐证材料|评价依据|以[^得扣分%\d]{1,30}为准|依据[^得扣分%\d]{1,30}|根据[^得扣分%\d]{1,30}(?:判断|核定|认定|评价))[^得扣分%\d]{0,60}$"
        // 项目档案包括:, 评价要点如下:, 甲是指…, 数据由…提供, 以统计公报为准
        + @"|^(?![^。]*(?:" + Weighty + @"))[^得扣分,\d%]{1,20}(?:包括|包含|涵盖|如下|分为|是指|指的是|即指|所指|具体为)[^得扣分\d%]{0,80}$"
        + @"|^(?![^。]*(?:" + Weighty + @"))[^得扣分,\d%]{0,20}(?:由|经|按照|按|以|根据|依据|通过|从)[^得扣分\d%]{2,30}(?:提供|取得|出具|确定|认定|核定|统计|采集|获取|汇总|测算|为准|为依据|为口径|口径|核实|评定|评判)$"
        + @"|^(?:从|按|按照|对)?(?:以下|下列)\d个?(?:方面|要点|条件|内容|环节|项|条)(?:进行)?(?:评价|考核|评分|打分|评定)?$"
        + @"|^(?:达成|完成|评价|考核|评分|计分|打分|赋分|得分|要点|标准|办法|方法|占比|分值|及|和|与|、|各|的|内容|指标|情况|程度|如下|按|分|三|四|五|3|4|5|个|档|档次|等级|等次)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^(?:的|者|则|其中|否则|且|并|及|或|如|若|每项|评分标准|计分标准|评分规则|评分办法|计分方法|计分办法|评分细则|计算方法|赋分标准|得分标准|具体|按以下标准(?:计分|评分)|该指标|本指标|本项|该项|均|共|其中:|评价内容|考核内容|考核要点|评价标准|评分依据|赋分办法|记分标准|记分方法|分值分配|定性指标(?:得分)?(?:按照|按)以下(?:方法|办法|标准)(?:评定|计分|评分|确定)|并?写明理由|根据|评价要点|评分要点|要点|说明|注|记分|计分|得分|时|的话|按|止|即可|如下|为|以下|同时|相应|评价要点及(?:占比|权重|分值|评分标准)|(?:按|根据)(?:达成|完成|实现|落实|满足)?(?:情况|程度)(?:分\d?档)?(?:赋分|计分|评分|打分|得分)|本指标|评分说明|计分说明|指标说明|打分标准|打分办法|计分公式|计算公式|考核标准|评价办法|评价方法|赋分规则|扣分标准|扣分办法|[,、:;()])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Idle();
}

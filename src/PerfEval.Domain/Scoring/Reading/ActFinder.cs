using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Finds everything in a normalised text that gives or takes points, from left to right, without overlap.</summary>
internal static partial class ActFinder
{
    private const string Num = @"\d+(?:\.\d+)?";

    /// <summary>The words for the weight of the indicator.</summary>
    private const string Whole = @"(?:(?:该|本|此|其)?(?:项|指标|项指标)?(?:的)?(?:总)?(?:权重分值|权重分|权重|标准分值|标准分|满分值|满分|分值|总分|分数))";
    private const string Gain = @"(?:可|应|(?<!否)则|即|就|按|只)?(?:获得|获取|获|取得|得|计为|计|记为|记|给予|给|赋予|赋|评为|评|判为|判|打|为|(?<![增追参附])加)";
    private const string Loss = @"(?:相应|应|(?<!否)则|即|予以|各|再)?(?:扣除|扣减|扣罚|扣|核减|调减|减去|减扣|减|倒扣)(?:去|掉)?";
    private const string Small = @"(?:%|个百分点|百分点|个工作日|工作日|个月|个|公里|平方米|人次|篇|份|台|套|起|处|项|天|日|月|次|场|人|件|户|分钟|分|秒|万元|元|步|例|小时|学时|课时|立方米|公顷|周|年)";

    /// <summary>超出部分不足1%的.</summary>
    private const string Rest = @"(?:(?:超出|超过|降低|下降|减少|低于|差额|尾数|零头|余数|多出|相差|增加)(?:的)?(?:部分|差额)?(?:中)?)?(?:不足|不满|未满|不到)";

    /// <summary>1/4, 四分之一.</summary>
    private const string Fraction = @"(?:(?<fn>\d)/(?<fd>\d{1,2})(?!\d)|(?<cd>[二三四五六七八九十])分之(?<cn>[一二两三四五六七八九]))";

    /// <summary>视延期情况, 根据违规程度.</summary>
    private const string By = @"(?:视|根据|按照|按|依据|依)[一-龥、]{1,14}?(?:情况|程度|情节|情形|大小|长短|轻重|多少)";

    /// <summary>Where a phrase begins and ends.</summary>
    private const string Begin = @"(?<=^|[,;。:(\n])";
    private const string End = @"(?=[,;。)\n]|$)";

    /// <summary>由专家酌情打分, behind the limits between which it is done.</summary>
    private const string Give = @"(?:由[一-龥]{2,8}?)?(?:酌情|合理|综合|自主|自由|裁量|适当|视情)*(?:给分|打分|赋分|评分|计分|得分|评定|确定分值|确定得分)";

    /// <summary>What did the deciding has a name in the expression; alternatives stand in order of precedence.</summary>
    private const string Grammar =
        // 超额完成的不加分; 超过目标的按满分计; 按最高奖项计分
        @"(?<bonus>" + Begin + @"(?:但|且|而|对于|对)?(?:超额|超出|超过|超|多|高于|节约|节省|提前|低于|少于|增加)(?:(?<beyond>" + Num + @")[^,;。\n\d扣得按减加]{0,8}?|[^,;。\n\d扣得按减加%]{0,12}?),?(?:均|也|都|一律)?不(?:再|予|另外|另|额外|计|得|给)?(?:另)?加分" + End + ")"
        + @"|(?<over>" + Begin + @"(?:但|且|而|如果|如|若|对于|对)?[一-龥]{0,8}?(?:(?:大于|超过|高于|超出)(?:年度)?(?:目标值|目标|计划数|计划值|计划|指标值|任务数|预期|(?<beyond>" + Num + @")(?:%|[一-龥](?=的|按|,))?)|超额(?:完成)?)(?:完成)?(?:的|部分|时|者)*,?(?:均|仍|也|都|则|一律)?(?:按|以)(?:照)?(?:满分|100%|1(?![\d.%])|目标值|计划数)(?:计算得分|计算|计分|计|算|得分|给分)?" + End + "|" + Begin + @"超额(?:完成)?(?:的)?部分(?:的)?,?(?:均)?不(?:再|予)?(?:计分|计入得分|计得分)" + End + ")"
        + @"|(?<highest>" + Begin + @"(?:以|按)(?:照)?(?:其中)?(?:的)?最高(?:1(?=[档项级等个]))?(?:[^,;。\d扣]{0,8}?)(?:计分|得分|计算|计)(?:,?不(?:重复|累计|累加)(?:计分|得分|计算|加分)?)?" + End + ")"
        // 不足1%的按1%计; 不足1%不计; 按实际差额计
        + @"|(?<sides>(?:超出|超过|多于|高于|超额|多完成|增加|多)[、和或](?:不足|低于|少于|少完成|减少|欠|少)[一-龥]{0,3}?(?:均|都|也)(?:予以)?(?:扣分|计算|计入|计|扣)|(?:不足|低于|少于|少完成|减少|欠|少)[、和或](?:超出|超过|多于|高于|超额|多完成|增加|多)[一-龥]{0,3}?(?:均|都|也)(?:予以)?(?:扣分|计算|计入|计|扣))"
        + @"|(?<ceil>(?:零头|尾数|余数)(?:部分)?(?:的)?(?:均|都|也)?(?:按|以|视为|算)(?:1步|一步|1个计|" + Num + Small + @")(?:计算扣分|计算|计扣|计|扣分|扣减|扣|算)?|" + Rest + @"(?:的|一步|部分|" + Num + Small + @")?(?:的)?(?:部分)?(?:的)?,?(?:均|仍)?(?:也)?(?:按|以|视为|算)(?:1步|一步|" + Num + Small + @")(?:计算扣分|计算|计扣|计分|计|扣分|扣减|扣除|扣(?![\d完])|算|处理)?(?:扣分)?)"
        + @"|(?<floor>(?:零头|尾数|余数)(?:部分)?(?:的)?(?:均|都|也)?(?:不计算|不计|不予计算|不扣分|不扣|舍去不计|舍去|忽略不计|忽略)(?!分)|" + Rest + @"(?:的|一步|部分|" + Num + Small + @")?(?:的)?(?:部分)?(?:的)?,?(?:均)?(?:不计算|不计扣分|不予计算|不扣分|不予扣分|不再扣分|不作扣分|不做扣分|忽略不计|忽略|舍去不计|舍去|不累计|不计|不扣(?![完除减]))(?!分))"
        + @"|(?<linear>(?:零头|尾数|余数)(?:部分)?(?:的)?(?:均|都|也)?按(?:照)?(?:相应|同等|实际|对应)?(?:的)?比例(?:折算|计算|计扣|扣减|扣分|扣除|扣|算|计)?(?:扣分|扣减)?|(?:均)?(?:" + Rest + @"(?:的|部分|" + Num + Small + @")?(?:的)?(?:部分)?,?)?按(?:照)?(?:实际)?(?:差额|差距|插值|线性)(?:比例|法)?(?:折算|计算|扣分|计)|" + Rest + @"(?:的|部分|" + Num + Small + @")(?:的)?(?:部分)?,?(?:均)?按(?:照)?(?:相应|同等|实际|对应)?(?:的)?比例(?:折算|计算|计扣|扣减|扣分|扣除|扣|算|计)?(?:扣分|扣减)?)"
        // 扣完为止; 扣至1分为止; 最多扣3分
        + @"|(?<until>(?:直至|直到|至|以)?(?:该项|本项)?(?:" + Whole + @")?扣(?:完|光)(?:该项|本项|该指标|本指标)?(?:的)?(?:全部|所有)?(?:的)?(?:" + Whole + @")?(?:为止|即止)|(?:直至|直到)扣完(?:该项|本项|该指标|本指标|指标)?(?:的)?(?:全部|所有)?(?:" + Whole + @")?|不倒扣(?:分)?|(?:直至|直到)?扣(?:减)?(?:至|到)(?<untilNum>" + Num + @")分为止|(?:最低|最少)(?:得|为|计)?(?<leastNum>" + Num + @")分|(?:累计)?(?:最多|至多|最高|最大)(?:累计|可)?(?:扣除|扣减|扣至|扣)(?<mostNum>" + Num + @")分|(?:累计)?(?:最多|至多|最高)(?:累计|可)?(?:扣除|扣减|扣)(?:" + Whole + @")?(?:的)?(?<mostPercent>" + Num + @")%|(?:累计|总)?扣分(?:最多|最高|总额|总数|上限|合计)*(?:不超过|为|以)(?<mostNum>" + Num + @")分(?:为限)?|扣(?:满|完)(?<mostNum>" + Num + @")分(?:为止|即止)?|扣分不超过(?:该项|本项)?" + Whole + @"|不(?:得|计|记|出现)?负分|(?:直至|直到|至)(?:该项|本项)?(?:" + Whole + @")?(?:为|减为|减至|扣为|降为|降至)?(?:零分|0分|零|0)(?:为止|止)|(?:直至|直到)(?:该项|本项)?(?:" + Whole + @")?(?:为|减为|减至|扣为|扣至|扣到|降为|降至)?(?:零分|0分)|扣光(?:为止|即止)|减(?:完|光)(?:该项|本项)?(?:的)?(?:" + Whole + @")?(?:为止|即止)|(?:扣|减)(?:至|到)(?<untilZero>0)分?(?:为止|止)?|(?:最高|得分|最多)?不(?:得)?超过(?:该项|本项|该指标|指标|本指标)?(?:的)?(?:满分|分值|权重分)(?:上限)?)"
        // 最高不超过10分, 封顶
        + @"|(?<cap>" + Begin + @"(?:该项|本项|该指标|本指标|指标|得分)*(?:最高|最多|至多|上限|满分)(?:得分)?(?:为)?(?<capNum>" + Num + @")分" + End + @"|超(?:过|出)(?<capNum>" + Num + @")分(?:的|者)?,?(?:均|仍)?(?:按|以)\k<capNum>分(?:计算|计|算)?|\(?(?:得分|该项|本项|本指标|该指标|最终得分)*(?:(?:最高|最多|至多|上限)(?:得分|分值)?(?:可)?(?:得|计|给|记|加|为|不(?:得)?超过|不(?:得)?高于)+(?:至|到)?(?:(?<capNum>" + Num + @")分(?![钟之])|" + Whole + @"(?:上限)?)|(?:以)?(?<capNum>" + Num + @")分(?:封顶|为限|为上限)|(?:以)?(?:" + Whole + @")?封顶|(?:累计|加|计|得)(?:至|到|满)(?:" + Whole + @")为止|(?<=得分)不(?:得)?(?:超过|高于)(?<capNum>" + Num + @")分|不(?:得)?(?:超过|高于)" + Whole + @"(?:上限)?)\)?)"
        + @"|(?<veto>\(否决要点[^)]{0,20}\))"
        + @"|(?<none>(?:(?<!否)则|即|该项指标|本项指标|该项|本项|此项|整项|整个指标|该指标|本指标|均|直接|一律|判定为|判为|视为|总体)*(?:不再(?:计分|得分|记分|给分)|不赋分|不计得分|不予给分|不得分(?![拆割包散解配摊开期批立发])|不计分|不记分|不给分|不评分|不予评分|不予得分|不得任何分(?:数|值)?|取消(?:该项|本项|全部)?(?:得分|分值)|(?:得分|分值|分数)?(?:归零|清零)|不能得分|不予(?:计分|得分|赋分|记分)|无分|得分为0|(?:实行)?一票否决(?:制)?|(?:得|计为|计|记为|记|评为|评|打|为|给予|给|赋|按|判为|判)?零分(?:计算|处理|计)?|(?:得|计为|计|记为|记|评为|评|打|为|给予|给|赋|按|判为|判)?(?<![\d.])0分(?!钟)(?:计算|处理|计)?|" + Loss + @"(?:全部|该项全部|本项全部|所有)" + @"(?:的)?(?:" + Whole + @"|分)?|全扣|" + Loss + @"(?:该项|本项)?(?:满分|全分)|扣完))"
        // 酌情
        + @"|(?<judge>由(?:评审人|评审|专家|评价组|评价小组|评价人员|评审专家)[^;。\n]{0,30}?(?:综合评定|评定|打分|评分|赋分|给分)|综合(?:评定|评分|评判|打分)(?:得分)?|专家(?:打分|评分|评议))"
        + @"|(?<dopen>(?:酌情|适当|视情况|视情节轻重|视情节|视情|根据情节|根据情况|视程度|相应|" + By + @")+(?:,)?(?:予以|给予|进行)?" + Loss + @"(?:(?<lowCut>" + Num + @")(?:分)?-(?<highCut>" + Num + @")分|(?:相应|一定|部分)?(?:" + Whole + @"|分)?)(?![减除罚]?\d|(?:权重|分值)的?\d)|" + Loss + @"(?:相应|适当|一定|部分)(?:的)?(?:" + Whole + @"|分)|" + Loss + @"(?<lowCut2>" + Num + @")(?:分)?-(?<highCut2>" + Num + @")分|" + Loss + @"分(?=[,;。\n)]|$))"
        + @"|(?<gopen>" + By + @"(?:,)?(?:由[一-龥]{2,6})?(?:综合|合理|酌情|适当)?(?:予以|给予|进行)?(?:给分|打分|赋分|评分|评定(?!为))|(?:酌情|适当|视情|视情况|根据情况|(?:按|按照|根据)实际(?:完成)?(?:情况|效果)|视(?:完成|实际|落实)?(?:情况|程度))(?:予以|给予|进行)?(?:计算)?(?:给分|得分|计分|赋分|打分|评分|加分|计算得分|给予分值)|得(?:部分|一定)(?:分数|分值|分))"
        // 得分=…
        + @"|(?<formula>[一-龥]{2,16}(?:与|和|占|除以|/)[一-龥]{2,16}(?:之比|的比值|的比例|比值)×(?:" + Whole + "|" + Num + @"分)(?:即|就)?(?:为|是)?(?:该项|本项|指标)?(?:的)?(?:计算得分|计算|计分|记分|得分)?|(?:该项|本项|指标|实际)?得分(?:为|计算公式为|计算公式|公式为)?(?:=|:(?=[^,;。\n]{0,60}[×/]))[^,;。\n]+?(?=\((?:超|最高|最多|满分|封顶|不倒扣|多|提前|节约|比值|比例|得分|上限|大于|[^()]{0,8}(?:大于|超过|高于)(?:1|100%))|[,;。\n]|$)|按(?:照)?\(?(?:[^,;。\n×%]|/" + Num + @"%){1,40}\)?(?:×100%)?×[^,;。\n×]{1,12}?(?:计算得分|计算|计分|记分|得分|给分|赋分)|[一-龥]{2,12}/[一-龥]{2,12}(?:×100%)?×(?:" + Whole + "|" + Num + @"分)(?:即|就)?(?:为|是)?(?:该项|本项|指标)?(?:的)?(?:计算得分|计算|计分|记分|得分)?|(?:实际)?[一-龥]{1,12}(?:率|比例)×(?:" + Whole + "|" + Num + "分|" + Num + @"(?=[,;。\n]|$))(?:计算得分|计算|计分|记分|得分)?)"
        + @"|(?<ratio>超(?:出|过)?(?:的)?(?:部分|额度|金额|天数)?占[^,;。]{2,16}?(?:的)?(?:比例|百分比)(?:是多少|为多少)?,?(?:就)?(?:相应)?扣(?:减|除)?(?:多少|相应|同等|同)(?:的)?(?:比例|百分比)(?:的)?(?:分值|得分|分数|分)?|(?:按|按照|依|根据)(?!权重)(?:其|照)?(?:[^,;。\n%]{0,24}?)(?:比例|比率|比值|占比|完成率|执行率|到位率|达标率|合格率)(?:的)?(?:进行|予以)?(?:(?:计算得分|计算扣分|折算得分|折算|计算|计分|记分|得分|赋分|给分|扣分|扣减|打分|计得分|扣除|计|得|扣)(?:相应)?(?:的)?(?:分值|得分|分数|分)?|(?=[,;。\n)]|$)))"
        // 占权重的20%
        + @"|(?<list>(?:" + Whole + @")?(?:分别|依次)(?:各)?(?:占|为)(?:" + Whole + @")?(?:的)?(?:" + Num + @"(?:%|分)?(?:、|,|和|及)){1,9}" + Num + @"(?:%|分(?![钟之]))(?:" + Whole + @")?)"
        + @"|(?<equal>(?:各(?:评价)?(?:要点|项|条|点))?(?:按(?:要点|项|条)(?:数)?)?(?:权重|分值)?(?:平均|均等)(?:分配|赋分|计分|分摊|设分|占分)(?:权重|分值|分数)?|(?:权重|分值)(?:均分|均等|相等|相同)|等权重(?:计分|分配|赋分)?)"
        + @"|(?<allot>(?:各|分别)?占(?<allotPts>" + Num + @")分(?![钟之])|(?<=[①-⑳]|[①-⑳],)各(?:得|计|为|赋)?(?<allotPts>" + Num + @")分(?![钟之])|(?:分别|各)?占(?:" + Whole + @")?(?:的)?" + Fraction + @"(?:" + Whole + @")?|(?:分别|各)?占(?:" + Whole + @")?(?:的)?(?<allotNum>" + Num + @")%(?:" + Whole + @")?|各(?:得|计|为)?(?:" + Whole + @")?(?:的)?(?<allotNum2>" + Num + @")%(?:的)?(?:" + Whole + @")?)"
        // 得权重的80%-100%(含)
        + @"|(?<within>(?:在)?(?<withinNum>" + Num + @")分(?:以内|之内|范围内|内),?" + Give + End + @")|(?<span>(?<gives>" + Gain + @")?(?:在|于|按(?:照)?)?(?:" + Whole + @")?(?:的)?(?<from>" + Num + @")(?<fu>%|分)?(?<fin>\((?:含|不含)\))?(?:-|至|到)(?:(?<to>" + Num + @")(?<tu>%|分)|(?<=%(?:\([^()]{1,4}\))?[-至到])(?<to>0)(?![\d.%]))(?<tin>\((?:含|不含|不?含" + Num + @"(?:%|分)?)\))?(?:的)?(?:之间|区间内|区间|范围内|范围|内)?(?:的)?(?:" + Whole + @")?(?:分(?!\d))?(?:(?<gives>" + Give + @")(?=[,;。\n)]|$))?(?(gives)(?=[,;。\n)]|$)|(?=[;。\n)]|$)))"
        + @"|(?<frac>(?:各)?(?:" + Gain + @")(?:" + Whole + @")?(?:的)?" + Fraction + @"(?:的)?(?:" + Whole + @"|分)?(?:计分|得分)?)"
        + @"|(?<share>(?<=\()(?<shareNum>" + Num + @")%(?=\)(?:[,;、。\n]|$))|按(?:照)?(?:" + Whole + @")?(?:的)?(?<shareNum>" + Num + @")%(?:的)?(?:计算得分|计得分|计分|记分|得分|赋分|给分|计)|(?!(?<=值|率|度|标|例|数)为)(?:" + Gain + @")(?:" + Whole + @")?(?:的)?(?<shareNum>" + Num + @")%(?:的)?(?:" + Whole + @"|分)?(?:计分|得分|计算|计|赋分)?(?:\(" + Num + @"分\))?)"
        + @"|(?<half>(?:" + Gain + @")(?:" + Whole + @")?(?:的)?(?:一半|1/2|半数|二分之一)(?:的)?(?:" + Whole + @"|分)?|按(?:照)?(?:" + Whole + @")?(?:的)?(?:一半|半数)(?:计分|得分|给分|计)|(?:减半|折半)(?:计分|得分|给分))"
        + @"|(?<full>(?:" + Gain + @")(?:该项|本项|指标)?(?:满分(?:\(?(?<fullNum>" + Num + @")分\)?)?|全分|全部(?:的)?(?:" + Whole + @"|分)|" + Whole + @"(?![\d的]))|不扣分(?=[,;。\n)]|$)|(?<=[,:)])满分(?=[,;。\n]|$))"
        + @"|(?<deduct>" + Loss + @"(?:(?<ofWhole>" + Whole + @")(?:的)?)?(?<cutNum>" + Num + @")(?<cutUnit>%|分|个百分点|个点)(?:的)?(?<ofWhole2>" + Whole + @")?(?:\(" + Num + @"分\))?|(?:扣除|扣减|扣)(?<cutNum>" + Num + @")" + End + ")"
        + @"|(?<points>(?:各)?(?:" + Gain + @")(?<ptsNum>" + Num + @")分(?!以|及|-|\(含|至|到|之|钟)|(?<=优|优秀|良|良好|中|中等|差|合格|一般|显著|明显|好|规范|完善|健全|合理|及时|完整|满意|到位)(?<barePts>" + Num + @")分(?=[,;、。\n)]|$)|(?<=每项|每条|每点|每个|要点|各项|各条|方面|每个条件|每个环节)(?<barePts>" + Num + @")分(?![钟之以])|(?<=以上|以下|以内|之间|含\)|%\)|%)(?<barePts>" + Num + @")分(?=[,;。\n]|$)|(?<!分|分值|权重)=(?<barePts>" + Num + @")分(?=[,;。\n]|$)|(?<=[:(,])(?<barePts>" + Num + @")分(?=\)?[,;。\n)]|$))"
        + @"|(?<bare>(?:可|即|(?<!否)则)?(?<![不再予为]|指标|指标的|最终|各项|要点)(?:得|计|给|赋)(?:相应|该项|本项)?(?:的)?分(?:值)?(?=[,;。\n)]|$))";

    /// <summary>All acts, in order.</summary>
    /// <param name="text">Normalised.</param>
    /// <param name="weight">Weight in points: “最多扣3分” leaves the rest.</param>
    public static List<Act> In(string text, decimal weight) =>
        [.. Acts().Matches(text).Where(m => m.Length > 0).Select(m => Of(m, weight))];

    private static Act Of(Match m, decimal weight)
    {
        var (start, end) = (m.Index, m.Index + m.Length);
        Act Plain(ActKind kind) => new(kind, start, end);

        return m switch
        {
            _ when m.Groups["bonus"].Success => new(ActKind.NoBonus, start, end, Number(m, "beyond")),
            _ when m.Groups["over"].Success => new(ActKind.Over, start, end, Number(m, "beyond")),
            _ when m.Groups["highest"].Success => Plain(ActKind.Highest),
            _ when m.Groups["within"].Success => new(ActKind.Span, start, end, 0, PointsUnit.Points, Number(m, "withinNum")),
            _ when m.Groups["ceil"].Success => new(ActKind.Part, start, end, Mode: StepMode.Ceiling),
            _ when m.Groups["sides"].Success => Plain(ActKind.Sides),
            _ when m.Groups["floor"].Success => new(ActKind.Part, start, end, Mode: StepMode.Floor),
            _ when m.Groups["linear"].Success => new(ActKind.Part, start, end, Mode: StepMode.Linear),
            _ when m.Groups["until"].Success => new(ActKind.Until, start, end, Floor(m, weight)),
            _ when m.Groups["cap"].Success => new(ActKind.Cap, start, end, Number(m, "capNum")),
            _ when m.Groups["veto"].Success => Plain(ActKind.Veto),
            _ when m.Groups["none"].Success => Plain(ActKind.None),
            _ when m.Groups["judge"].Success => Plain(ActKind.Judge),
            _ when m.Groups["dopen"].Success => Plain(ActKind.DeductOpen),
            _ when m.Groups["gopen"].Success => Plain(ActKind.GiveOpen),
            _ when m.Groups["formula"].Success => Plain(ActKind.Formula),
            _ when m.Groups["ratio"].Success => Plain(ActKind.Ratio),
            _ when m.Groups["list"].Success => Plain(ActKind.AllotList),
            _ when m.Groups["equal"].Success => Plain(ActKind.AllotEqual),
            _ when m.Groups["allotPts"].Success => new(ActKind.Allot, start, end, Number(m, "allotPts"), PointsUnit.Points),
            _ when m.Groups["allot"].Success && Part(m) is { } part => new(ActKind.Allot, start, end, part * 100, PointsUnit.PercentOfWeight),
            _ when m.Groups["allot"].Success => new(ActKind.Allot, start, end, Number(m, "allotNum", "allotNum2"), PointsUnit.PercentOfWeight),
            _ when m.Groups["span"].Success => Span(m, start, end),
            _ when m.Groups["share"].Success => new(ActKind.Share, start, end, Number(m, "shareNum"), PointsUnit.PercentOfWeight),
            _ when m.Groups["frac"].Success => Fractional(m, start, end, weight),
            _ when m.Groups["half"].Success => new(ActKind.Share, start, end, 50, PointsUnit.PercentOfWeight),
            _ when m.Groups["full"].Success => new(ActKind.Full, start, end, Number(m, "fullNum")),
            _ when m.Groups["deduct"].Success => new(ActKind.Deduct, start, end, Number(m, "cutNum"), CutUnit(m)),
            _ when m.Groups["points"].Success && Number(m, "ptsNum", "barePts") == 0 => Plain(ActKind.None),
            _ when m.Groups["points"].Success => new(ActKind.Points, start, end, Number(m, "ptsNum", "barePts"), PointsUnit.Points),
            _ => Plain(ActKind.Bare),
        };
    }

    private static decimal? Floor(Match m, decimal weight) =>
        Number(m, "untilNum", "leastNum", "untilZero") ?? (Number(m, "mostNum") is { } most ? Math.Max(0, weight - most)
            : Number(m, "mostPercent") is { } percent ? weight * Math.Max(0, 100 - percent) / 100 : 0);

    private static decimal? Part(Match m)
    {
        var (n, d) = m.Groups["fn"].Success
            ? (Number(m, "fn")!.Value, Number(m, "fd")!.Value)
            : m.Groups["cn"].Success ? ("零一二三四五六七八九".IndexOf(m.Groups["cn"].Value is "两" ? "二" : m.Groups["cn"].Value, StringComparison.Ordinal), (decimal)"零一二三四五六七八九十".IndexOf(m.Groups["cd"].Value, StringComparison.Ordinal)) : (0, 0);
        return d > 0 && n > 0 && n <= d ? n / d : null;
    }

    /// <summary>A part that is no round share of the weight is kept in points where these are round; otherwise it is open.</summary>
    private static Act Fractional(Match m, int start, int end, decimal weight) => Part(m) switch
    {
        { } part when part * 100 % 1 == 0 => new(ActKind.Share, start, end, part * 100, PointsUnit.PercentOfWeight),
        { } part when decimal.Truncate((part * weight * 100) + 0.0000001m) is var cents && Math.Abs((part * weight * 100) - cents) < 0.000001m => new(ActKind.Points, start, end, cents / 100, PointsUnit.Points),
        _ => new(ActKind.GiveOpen, start, end),
    };

    /// <summary>“扣3分” and “扣权重的3%” are clear, “扣3%” is not.</summary>
    private static PointsUnit? CutUnit(Match m) =>
        m.Groups["cutUnit"].ValueSpan is "分" ? PointsUnit.Points
        : m.Groups["ofWhole"].Success || m.Groups["ofWhole2"].Success ? PointsUnit.PercentOfWeight
        : null;

    private static Act Span(Match m, int start, int end)
    {
        var (from, to) = (Number(m, "from")!.Value, Number(m, "to")!.Value);
        var unit = (m.Groups["tu"].Success ? m.Groups["tu"] : m.Groups["fu"]).ValueSpan is "%" ? PointsUnit.PercentOfWeight : PointsUnit.Points;
        return new(ActKind.Span, start, end, Math.Min(from, to), unit, Math.Max(from, to));
    }

    private static decimal? Number(Match m, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (m.Groups[name].Success && decimal.TryParse(m.Groups[name].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return null;
    }

    [GeneratedRegex(Grammar, RegexOptions.CultureInvariant)]
    private static partial Regex Acts();
}

namespace PerfEval.Domain.Checks.Statements;

/// <summary>The name of a rate and what its numerator and denominator are called.</summary>
/// <param name="Stem">What the rate counts: 化解 of 化解率.</param>
/// <param name="PartWords">Words beside a numerator.</param>
/// <param name="WholeWords">Words beside a denominator.</param>
internal sealed record RateName(string Stem, string[] PartWords, string[] WholeWords)
{
    private static readonly string[] NoRates = ["效率", "税率", "利率", "汇率", "费率", "频率", "概率", "力度", "进度款", "增长率", "增速", "增幅", "降幅", "下降率", "增长", "下降", "权重"];

    /// <summary>有效率 ends like 效率 and is a rate all the same.</summary>
    private static readonly string[] OwnRates = ["有效率", "时效率", "见效率"];

    /// <summary>满意度问卷 and 合格率抽查 speak of the rate; what they count is not content and not good for that.</summary>
    private static readonly string[] AboutTheRate = ["率", "度", "调查", "问卷", "测评", "测评表", "抽查", "抽样", "回访"];
    private static readonly string[] Spent = ["支出", "支付", "使用", "执行", "兑付", "发放", "拨付", "列支", "用于"];
    private static readonly string[] Budget = ["预算", "到位", "下达", "安排", "批复", "总投资", "收到", "核定", "计划", "资金总额", "调整后", "调整为", "调减为", "调增为", "调整至", "调减至", "调增至", "投入", "拨付", "总额", "合同"];

    /// <summary>预算减少60万元: the change of a budget is no budget.</summary>
    private static readonly string[] Changes = ["减少", "增加", "调减", "调增", "追加", "压减", "核减", "审减", "节约", "追减"];
    private static readonly string[] Due = ["计划", "目标", "任务", "预期", "应到", "应完成", "应检", "应收", "应参", "应发", "应缴", "应办", "应补"];
    private static readonly string[] Done = ["完成", "实际", "建成", "实现", "竣工", "签订", "办结", "达到", "开展", "净增", "已"];
    private static readonly string[] Planned = ["计划", "目标", "任务", "应", "预期", "年初", "设定", "要求", "全年", "合同", "预算", "共", "需"];
    private static readonly string[] All = ["共", "总", "应", "收到", "接收", "接件", "受理", "发放", "发出", "抽查", "抽取", "检查", "调查", "申报", "参加", "涉及", "全部", "检测", "验收", "收回", "回收", "有效", "计划", "登记", "摸排", "排查", "报名", "辖区", "信访件"];

    /// <summary>True for rates of people who are content.</summary>
    public bool IsSatisfaction => Stem.Contains("满意", StringComparison.Ordinal);

    /// <summary>The rate that the words before a percentage name; null when they name none.</summary>
    public static RateName? Of(ReadOnlySpan<char> lead)
    {
        lead = lead.TrimEnd("为是达到约仅均:高 ");
        if (Words.End(lead, NoRates) && !Words.End(lead, OwnRates))
        {
            return null;
        }

        if (lead.EndsWith("的") && Words.Any(lead, ["完成", "达到", "达"]) && Words.Any(lead, Planned))
        {
            return new("完成", [.. Done, .. Spent], [.. Planned, .. Budget]);
        }

        if (!lead.EndsWith("率") && !lead.EndsWith("满意度") && !lead.EndsWith("进度") && !lead.EndsWith("比例"))
        {
            return null;
        }

        var stem = lead.EndsWith("满意度") ? "满意" : lead[..^(lead.EndsWith("率") ? 1 : 2)][Math.Max(0, lead.Length - (lead.EndsWith("率") ? 3 : 4))..].ToString();
        return Named(lead, stem);
    }

    /// <summary>True when the words beside a number call it a numerator of this rate.</summary>
    public bool IsPart(ReadText text, int index) => (Beside(text, index, PartWords) || (Stem.Length >= 2 && Beside(text, index, [Stem]) && !SpeaksOfTheRate(text.Lead(index)))) && !Words.Any(text.Lead(index), Due);

    /// <summary>True when the words before a number say what the rate is named after: 成活 of 成活率.</summary>
    public bool Counts(ReadText text, int index) => Stem.Length >= 2 && text.Lead(index).Contains(Stem, StringComparison.Ordinal) && !SpeaksOfTheRate(text.Lead(index));

    /// <summary>True when the words beside a number call it a denominator of this rate.</summary>
    public bool IsWhole(ReadText text, int index) => !Words.End(text.Lead(index), Changes) && Beside(text, index, WholeWords) && (!IsMoneyRate || !Words.Any(text.Lead(index), ["实际支出", "累计支出", "结余", "剩余"]));

    /// <summary>True where another denominator that happens to fit is the very mistake: 审减率 is of what was handed in, 节约率 of the budget.</summary>
    public bool IsStrict => Stem is "审减" or "核减" or "节约" or "节支" or "节省";

    /// <summary>True for a rate that more than all can reach: 完成率110%. Of any other the numerator is part of the denominator.</summary>
    public bool MayExceed => Stem is "完成" or "实现" or "达成" || IsMoneyRate || WholeWords.Contains("目标", StringComparer.Ordinal);

    /// <summary>True for rates of money, whose denominator is a budget.</summary>
    public bool IsMoneyRate => ReferenceEquals(WholeWords, Budget);

    private static RateName Named(ReadOnlySpan<char> lead, string stem)
    {
        if (Words.Any(lead, ["到位率"]))
        {
            return new(stem, ["到位", "拨付", "下达", "收到"], Budget);
        }

        if (Words.Any(lead, ["执行率", "支出率", "使用率", "支付率", "兑付率", "发放率", "拨付率", "支出进度", "执行进度", "支付进度"]))
        {
            return new(stem, Spent, Budget);
        }

        if (Words.Any(lead, ["结余率", "节约率", "节支率"]))
        {
            return new(stem, ["结余", "节约", "剩余", "节省"], Budget);
        }

        if (Words.Any(lead, ["审减率", "核减率"]))
        {
            return new(stem, ["审减", "核减"], ["送审", "报审", "申报", "合同价", "合同金额"]);
        }

        return Words.Any(lead, ["完成率", "实现率", "达成率", "完成比例"]) ? new(stem, Done, Planned)
            : Words.Any(lead, ["回收率", "收回率"]) ? new(stem, ["收回", "回收", "有效"], ["发放", "发出", "共"])
            : new(stem, ["其中", .. Done.Take(2)], All);
    }

    private bool SpeaksOfTheRate(ReadOnlySpan<char> lead)
    {
        var at = lead.LastIndexOf(Stem);
        if (at < 0)
        {
            return false;
        }

        var after = lead[(at + Stem.Length)..];
        foreach (var word in AboutTheRate)
        {
            if (after.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Beside(ReadText text, int index, string[] words) =>
        Words.Any(text.Lead(index), words) || Words.Any(text.Tail(index) is { Length: > 10 } tail ? tail[..10] : text.Tail(index), words);
}

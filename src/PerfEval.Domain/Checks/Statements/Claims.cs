using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>What is claimed in words beside figures that say otherwise: 全部完成 beside 71.07%, 全部使用完毕 beside a balance.</summary>
internal static class Claims
{
    private const int Nearby = 120;
    private static readonly string[] AllDone = ["全部完成", "全面完成", "已全部按期完成", "全部按期完成", "全部按时完成", "圆满完成", "均已完成", "均按期完成", "均全部完成", "如期完成", "全部达标", "全部实现", "均已实现", "按时完成", "按期完成", "及时完成", "均已如期实现", "均如期实现", "已全部竣工", "全部竣工", "均已竣工", "均达到或超过", "均全面完成", "均圆满完成"];
    private static readonly string[] AllSpent = ["全部使用完毕", "已全部使用", "全部用完", "已用完", "全部支出", "全部用于", "全部支付完毕", "已使用完毕", "全额支出", "全部支付", "全部执行完毕", "无结余", "没有结余", "均已支付", "全部兑付", "全部发放完毕", "已全部发放"];
    private static readonly string[] NotDone = ["未完成", "未开展", "取消", "未实施", "延期", "推迟", "滞后", "尚未完成", "未能完成", "未按期", "未按时", "未达到", "未达标", "未及时", "未动工", "未开工", "尚未开展"];
    private static readonly string[] LeftWords = ["结余", "剩余", "余额", "节余", "尚余", "未支付", "未使用", "未支出"];
    private static readonly string[] RateWords = ["完成率", "任务", "完成", "执行率", "进度", "实现率", "达成率"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var (rates, undone) = Shortfalls(text);
        foreach (var (start, word) in Words.All(text.Plain, AllDone))
        {
            if (IsClaimed(text, start))
            {
                Done(text, notes, new(start, start + word.Length), rates, undone);
            }
        }

        var balances = Enumerable.Range(0, text.Numbers.Count).Where(i => text.Numbers[i] is { Measure: Measure.Money, Per: "", Value: > 0 } && Words.Any(text.Lead(i), LeftWords) && !Words.Any(text.Lead(i), ["上年", "以前年度"])).ToList();
        foreach (var (start, word) in Words.All(text.Plain, AllSpent))
        {
            if (IsClaimed(text, start))
            {
                Spent(text, notes, new(start, start + word.Length), balances);
            }
        }
    }

    private static void Done(ReadText text, Notes notes, Stretch claim, List<int> rates, List<Stretch> words)
    {
        var block = text.BlockAt(claim.Start);
        var said = text.Quote(claim.Start, claim.Length);
        if (First(rates, i => text.Numbers[i].Start, block) is { } rate)
        {
            var n = text.Numbers[rate.Item];
            notes.Report(StatementKind.Claim, rate.Own ? Severity.Error : Severity.Doubt, claim, said, text.Shown(n),
                $"文中说“{said}”，但“{Around(text, n)}”不足100%。", "请按实际完成情况改写，或说明该项目标不在其内。");
        }
        else if (First(words, w => w.Start, block) is { } other)
        {
            var sentence = text.SentenceAt(other.Item.Start);
            var start = Math.Max(sentence.Start, other.Item.Start - 20);
            var quoted = text.Quote(start, Math.Min(text.Plain.Length, other.Item.End + 4) - start).Trim();
            notes.Report(StatementKind.Claim, Severity.Doubt, claim, said, quoted, $"文中说“{said}”，但另有“{quoted}”，两者可能矛盾。", "请核实，按实际完成情况改写。");
        }
    }

    private static void Spent(ReadText text, Notes notes, Stretch claim, List<int> balances)
    {
        var said = text.Quote(claim.Start, claim.Length);
        var (from, to) = text.Within(text.SentenceAt(claim.Start));
        var named = Enumerable.Range(from, Math.Min(10, Math.Max(0, to - from))).Any(i => text.Numbers[i].Measure == Measure.Money);
        // A claim about an amount of its own says nothing about balances elsewhere.
        if (First(balances, i => text.Numbers[i].Start, text.BlockAt(claim.Start)) is { } balance && (balance.Own || !named))
        {
            notes.Report(StatementKind.Claim, balance.Own ? Severity.Error : Severity.Doubt, claim, said, text.Shown(text.Numbers[balance.Item]),
                $"文中说“{said}”，但另写有结余{text.Shown(text.Numbers[balance.Item])}。", "请按实际使用情况改写，或说明结余的去向。");
        }
    }

    /// <summary>The clause that a rate ends.</summary>
    private static string Around(ReadText text, ReadNumber rate)
    {
        var from = Math.Max(text.SentenceAt(rate.Start).Start, rate.Start - 24);
        var start = from + text.Plain.AsSpan(from, Math.Max(0, rate.Start - from)).LastIndexOfAny("，；、") + 1;
        return text.Quote(start, rate.End - start).Trim();
    }

    /// <summary>The first that stands in the block of the claim, or else the first of all.</summary>
    private static (T Item, bool Own)? First<T>(List<T> sorted, Func<T, int> start, Stretch block)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = start(sorted[middle]) >= block.Start ? (low, middle) : (middle + 1, high);
        }

        return sorted.Count == 0 ? null : low < sorted.Count && block.Holds(start(sorted[low])) ? (sorted[low], true) : (sorted[0], false);
    }

    /// <summary>Rates of completion below 100 %, and words that say that something was not done.</summary>
    private static (List<int> Rates, List<Stretch> Words) Shortfalls(ReadText text)
    {
        var rates = Enumerable.Range(0, text.Numbers.Count).Where(i => text.Numbers[i] is { Measure: Measure.Percent, Firm: true, Value: < 100 } && IsCompletion(text, i)).ToList();
        var words = Words.All(text.Plain, NotDone).Where(w => !Supposed(text, w.Start) && !Conditional(text, w.Start)).Select(w => new Stretch(w.Start, w.Start + w.Word.Length)).ToList();
        return (rates, words);
    }

    private static bool IsCompletion(ReadText text, int index)
    {
        var lead = text.Lead(index);
        if (RateName.Of(lead) is { } name && (name.Stem is "完成" or "实现" or "达成" or "竣工" or "完工" || Words.Any(lead, ["完成率", "完成"])))
        {
            return true;
        }

        // 占任务数24亿元的71.07%
        return index > 0 && lead is "的" && Words.Any(text.Lead(index - 1), ["任务", "目标", "计划"]) && Words.Any(text.Lead(index - 1), RateWords);
    }

    /// <summary>如未完成、杜绝延期: what is spoken of has not happened.</summary>
    private static bool Supposed(ReadText text, int place)
    {
        var start = Math.Max(text.SentenceAt(place).Start, place - 12);
        return Words.Any(text.Plain.AsSpan(start, Math.Max(0, place - start) + 2), ["扣", "如果", "如有", "如未", "若", "防止", "杜绝", "是否", "避免", "不得", "对于", "没有"]);
    }

    /// <summary>A sentence of a scoring standard says what would happen, not what did.</summary>
    private static bool Conditional(ReadText text, int place)
    {
        var (from, to) = (Math.Max(text.SentenceAt(place).Start, place - Nearby), Math.Min(Math.Max(place, text.SentenceAt(place).End), place + Nearby));
        return ClaimWords.AreConditional(text.Plain.AsSpan(from, to - from));
    }

    /// <summary>False for what shall be, might be or was not.</summary>
    private static bool IsClaimed(ReadText text, int start)
    {
        var from = text.SentenceAt(start).Start;
        return !ClaimWords.AreWishes(text.Plain.AsSpan(from, Math.Max(0, start - from))) && !Conditional(text, start);
    }
}

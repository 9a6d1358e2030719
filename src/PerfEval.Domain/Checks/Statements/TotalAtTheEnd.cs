using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Parts and then their total: a元，b元，合计c元; also over the lines of a list.</summary>
internal static class TotalAtTheEnd
{
    private static readonly string[] Strong = ["合计", "共计", "总计", "合共", "总共", "一共", "小计", "总分", "综合得分", "总得分", "三项", "两项", "各项"];
    private static readonly string[] Weak = ["共", "资金共", "计", "累计", "共支出", "共投入", "共发放", "共完成", "总额", "总数", "总额为", "总数为", "累计投入", "累计支出", "累计发放", "累计拨付", "累计完成", "总投资", "总支出", "总投入"];

    private const int LongestOpening = 16;
    private static readonly string[] Planned = ["计划", "目标"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var total = text.Numbers[i];
            if (total.Per.Length > 0 || total.Measure is Measure.Plain or Measure.Percent or Measure.PercentPoint or Measure.Time || text.Roles.IsOperand[i] || text.Roles.IsResult[i])
            {
                continue;
            }

            var lead = text.Lead(i);
            var strong = Words.Any(lead, Strong);
            if (strong || Words.End(lead, Weak))
            {
                Judge(text, notes, i, strong);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index, bool strong)
    {
        var total = text.Numbers[index];
        if (IsOfTheFirst(text, index) || IsPercentage(text, index) || text.Lead(index).Contains('占'))
        {
            return;
        }

        var sentence = text.SentenceAt(total.Start);
        var block = text.BlockAt(total.Start);
        if (Try(text, notes, index, sentence.Start) is not { } near || (block.Start < sentence.Start && Try(text, notes, index, block.Start) is null))
        {
            return;
        }

        // ④4,720人，人均450元，共212.40万元: 共 in an item of a list speaks of the item.
        if (!strong && InAnItem(text, index, block) is { } line && near.Count(i => text.Numbers[i].Start >= line) < 2)
        {
            return;
        }

        var parts = near.Count >= 2 ? near : Candidates(text, index, block.Start);
        parts = WithoutPlans(text, index, OwnList(text, parts));
        var results = parts.Count >= 2 && parts.TrueForAll(i => text.Roles.IsResult[i]);
        if (parts.Count < 2 || !total.Firm || LeadsAList(text, index) || notes.IsVerified(total))
        {
            return;
        }

        var (sum, sure) = Parts.Sum(text, parts);
        var coverage = total.Value == 0 ? 0 : sum / total.Value;
        if (!sure || coverage is < 0.1m or > 10)
        {
            return;
        }

        var flow = Flows.Of(text.Lead(index));
        var flows = parts.Select(i => Flows.Of(text.Lead(i))).Where(f => f != Flow.None).Distinct().ToList();
        var parallel = total.Measure != Measure.Money || flows.Count == 0 || (flows.Count == 1 && (flow == Flow.None || flows[0] == flow));
        if (!parallel || (!strong && !parts.Exists(i => text.Roles.IsResult[i]) && (coverage is < 0.5m or > 2 || near.Count < 2)))
        {
            return;
        }

        notes.Report(StatementKind.Sum, Comparison.OfAmount(total, sum, Parts.Slack(text, parts)), (strong && near.Count >= 2) || results, total,
            [.. parts.Select(i => text.Numbers[i])], Parts.Shown(text, parts), sum, "前面所列各项可能并非都属于这个合计，请核实");
    }

    /// <summary>中标价486万元……支付至80%，累计388.8万元: the amount is a percentage of one before it.</summary>
    private static bool IsPercentage(ReadText text, int index)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        var percent = index > 0 && text.Numbers[index - 1] is { Measure: Measure.Percent } n && n.Start >= start ? n : null;
        return percent is not null && Enumerable.Range(2, Parts.Most).Select(back => index - back).Any(i => i >= 0 && text.Numbers[i].Start >= start && text.Numbers[i].Alike(text.Numbers[index])
            && Comparison.OfAmount(text.Numbers[index], text.Numbers[i].Value * percent.Value / 100, 0) == Verdict.Equal);
    }

    /// <summary>Where the total's own line begins, when that is not the first of its block and has other numbers before the total.</summary>
    private static int? InAnItem(ReadText text, int index, Stretch block)
    {
        var line = text.Plain.AsSpan(0, text.Numbers[index].Start).LastIndexOf('\n') + 1;
        return line > block.Start && text.FirstAt(line) < index ? line : null;
    }

    /// <summary>前三季度累计400万元 after four quarters adds up the first ones; which they are is left open.</summary>
    private static bool IsOfTheFirst(ReadText text, int index)
    {
        var n = text.Numbers[index];
        var from = Math.Max(0, n.Start - LongestOpening);
        var words = text.Plain.AsSpan(from, n.Start - from);
        words = words[(words.LastIndexOfAny(Words.Marks) + 1)..];
        var at = words.IndexOf('前');
        return at >= 0 && at + 1 < words.Length && (char.IsAsciiDigit(words[at + 1]) || ChineseNumerals.IsNumeral(words[at + 1]) || words[at + 1] == '两');
    }

    /// <summary>共安排520万元；实际支出分别为a、b，合计c: what comes in before 分别为 is no part of what was spent.</summary>
    private static List<int> OwnList(ReadText text, List<int> parts)
    {
        var first = parts.FindLastIndex(i => text.Lead(i).Contains("分别", StringComparison.Ordinal));
        return first > 0 && parts.Count - first >= 2 && Flows.Of(text.Lead(parts[first])) is not Flow.None and var own && parts[..first].TrueForAll(i => Flows.Of(text.Lead(i)) != own) ? parts[first..] : parts;
    }

    /// <summary>Looks for a run of numbers right before the total that adds up to it.</summary>
    /// <returns>The candidates; null when some added up and the statement is verified.</returns>
    private static List<int>? Try(ReadText text, Notes notes, int index, int start)
    {
        var total = text.Numbers[index];
        var candidates = Candidates(text, index, start);
        decimal sum = 0;
        var sums = new List<int>();
        for (var k = candidates.Count - 1; k >= 0; k--)
        {
            sums.Insert(0, candidates[k]);
            sum += Parts.Worth(text, candidates[k]);
            if (sums.Count >= 2 && Comparison.OfAmount(total, sum, 0) == Verdict.Equal && total.Value > 0)
            {
                notes.Verify(StatementKind.Sum, total, [.. sums.Select(i => text.Numbers[i])], Parts.Shown(text, sums), sum);
                return null;
            }
        }

        return candidates;
    }

    /// <summary>Numbers like the total before it, back to the total before that.</summary>
    private static List<int> Candidates(ReadText text, int index, int start)
    {
        var from = Math.Max(text.FirstAt(start), index - Parts.Most);
        for (var i = index - 1; i > from; i--)
        {
            if (text.Numbers[i].Alike(text.Numbers[index]) && Words.Any(text.Lead(i), Strong))
            {
                from = i + 1;
                break;
            }
        }

        return Parts.Of(text, from, index, text.Numbers[index], text.Roles.Depth[index]);
    }

    /// <summary>计划230公里，实际县道……、乡道……，合计……: what was planned is no part of what was done.</summary>
    private static List<int> WithoutPlans(ReadText text, int index, List<int> parts) =>
        text.Numbers[index].Measure == Measure.Money || Words.Any(text.Lead(index), Planned) || parts.Count(i => Words.Any(text.Lead(i), Planned)) != 1 ? parts : parts.FindAll(i => !Words.Any(text.Lead(i), Planned));

    private static bool LeadsAList(ReadText text, int index)
    {
        var end = text.Numbers[index].End;
        var next = text.Plain.AsSpan(end, Math.Min(40, text.Plain.Length - end));
        var stop = next.IndexOf('。');
        next = stop < 0 ? next : next[..stop];
        return next.Contains("其中", StringComparison.Ordinal) || next.Contains("包括", StringComparison.Ordinal) || next.Contains(":", StringComparison.Ordinal);
    }
}

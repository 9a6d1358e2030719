using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A total and then its parts: 共支出X元，其中：a；b；c.</summary>
internal static class ListedParts
{
    private const int FarthestTotal = 60;
    private const int LongestBefore = 400;
    private const int SentenceOpening = 6;

    /// <summary>Parts that 其中 and commas name may overlap; so much more than the whole is no slip of the pen.</summary>
    private const decimal MostBeyond = 1.1m;
    private const decimal Partial = 0.85m;
    private const decimal Mostly = 0.6m;

    /// <summary>按鉴定等级分，分别为……: a sentence that divides the total of the one before.</summary>
    private const int LongestOpening = 16;
    private static readonly string[] Markers = ["其中", "包括", "包含", "分别为", "分别是", "主要用于", "用于:", "具体为", "具体是", "具体:", "构成为", "由", "来源为", "来源是", "来源:", "分为"];

    /// <summary>Words after which a list of parts is over: another amount of the same life of money begins.</summary>
    private static readonly string[] Sums = ["合计", "共计", "总计", "累计", "总共", "一共"];
    private static readonly string[] Over = ["结余", "剩余", "余额", "实际支出", "实际使用", "执行率", "带动", "撬动", "截至", "已支付", "已支出", "累计支出", "实际到位", "上年", "去年"];

    /// <summary>两个部分, 三个方面: these are ways of speaking and not totals of what follows.</summary>
    private static readonly string[] Vague = ["方面", "部分构成", "部分组成", "个部分", "阶段", "层面", "环节"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var (start, word) in Words.All(text.Plain, Markers))
        {
            if (word switch { "由" => Composed(text, start), "包括" or "包含" => !text.Plain.AsSpan(start + word.Length).StartsWith("在"), "分为" => Divided(text, start), _ => true })
            {
                Check(text, notes, start, start + word.Length, word != "由");
            }
        }

        // 总投资500万元：区级300万元、市级200万元
        for (var i = 0; i + 2 < text.Numbers.Count; i++)
        {
            var end = text.Numbers[i].End + text.Tail(i).Length;
            if (end < text.Plain.Length && text.Plain[end] == ':' && end - text.Numbers[i].End <= 10)
            {
                Check(text, notes, end, end + 1, false);
            }
        }
    }

    /// <summary>由……构成、由……组成</summary>
    private static bool Composed(ReadText text, int start)
    {
        var end = Math.Min(text.SentenceAt(start).End, start + LongestBefore);
        return Words.Any(text.Plain.AsSpan(start, Math.Max(0, end - start)), ["构成", "组成"]);
    }

    /// <summary>按运营方式分为…… divides a whole; 部分为 and 百分为 do not.</summary>
    private static bool Divided(ReadText text, int start)
    {
        var before = text.Plain.AsSpan(Math.Max(0, start - 14), start - Math.Max(0, start - 14));
        before = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        return before.StartsWith("按") && !before.EndsWith("部") && !before.EndsWith("百");
    }

    /// <summary>What 分别为 speaks of, when that is not the total: 实际支出 of “预算共500万元，实际支出分别为……”.</summary>
    private static ReadOnlySpan<char> Subject(ReadText text, ReadNumber total, int marker)
    {
        var words = text.Plain.AsSpan(marker, Math.Min(2, text.Plain.Length - marker)) is "分别" ? text.Plain.AsSpan(total.End, Math.Max(0, marker - total.End)) : [];
        var mark = words.LastIndexOfAny("，。；、\n");
        return mark < 0 ? [] : words[(mark + 1)..].Trim(' ');
    }

    private static void Check(ReadText text, Notes notes, int marker, int after, bool explicitly)
    {
        var sentence = text.SentenceAt(marker);
        var from = text.FirstAt(after);
        var colon = after < text.Plain.Length && text.Plain.AsSpan(after, Math.Min(3, text.Plain.Length - after)).TrimStart(' ').StartsWith(":");
        var block = text.BlockAt(marker);
        var end = colon && text.Plain.AsSpan(after, block.End - after).TrimStart(": ").StartsWith("\n") ? block.End : sentence.End;
        if (from == 0 || end <= after)
        {
            return;
        }

        end = Math.Min(end, EndInside(text, sentence, marker, after));
        var to = text.FirstAt(end);
        to = Math.Min(Cut(text, from, Math.Min(to, from + Parts.Most)), to);
        foreach (var total in Totals(text, marker, from, sentence, block))
        {
            Judge(text, notes, total, from, to, new(explicitly, colon, Open(text, to, end), IsWhole(text, marker)), Subject(text, text.Numbers[total], marker));
        }
    }

    /// <summary>A list inside brackets ends with them, and a list inside an item of a list with the item.</summary>
    private static int EndInside(ReadText text, Stretch sentence, int marker, int after)
    {
        var before = text.Plain.AsSpan(sentence.Start, Math.Max(0, marker - sentence.Start));
        before = before.Length > LongestBefore ? before[^LongestBefore..] : before;
        var rest = text.Plain.AsSpan(after, Math.Min(LongestBefore, text.Plain.Length - after));
        var inBrackets = before.LastIndexOf('(') > before.LastIndexOf(')');
        var nested = before.Contains("其中", StringComparison.Ordinal) || before.Contains("包括", StringComparison.Ordinal);
        var end = inBrackets ? rest.IndexOf(')') : nested ? rest.IndexOfAny('；', ';') : -1;
        return end < 0 ? int.MaxValue : after + end;
    }

    /// <summary>The nearest number before the marker of each measure: the sentence's own, or else the last of the block.</summary>
    private static IEnumerable<int> Totals(ReadText text, int marker, int from, Stretch sentence, Stretch block)
    {
        var seen = new List<ReadNumber>();
        var (own, apart) = (Flow.None, false);
        var least = text.FirstAt(sentence.Start);
        // A list may begin a sentence of its own: 支出90万元。其中：…
        if (least >= from)
        {
            var opening = text.Plain.AsSpan(sentence.Start, marker - sentence.Start);
            if (opening.Length > (opening.StartsWith("按") ? LongestOpening : SentenceOpening))
            {
                yield break;
            }

            least = text.FirstAt(block.Start);
            own = Flows.Of(opening);
            apart = true;
        }

        for (var i = from - 1; i >= Math.Max(least, from - 8); i--)
        {
            var n = text.Numbers[i];
            if (marker - n.End > FarthestTotal)
            {
                yield break;
            }

            if (n.Per.Length == 0 && n.Measure is not (Measure.Plain or Measure.Time or Measure.PercentPoint) && !text.Roles.IsOperand[i] && !NumberRoles.Compares(text.Lead(i)) && !text.Lead(i).Contains('每') && !Words.Any(text.Tail(i), Vague) && (!apart || MayBeDivided(text, i, own)) && !seen.Exists(s => s.Alike(n)))
            {
                seen.Add(n);
                yield return i;
            }
        }
    }

    /// <summary>
    /// 支出244万元，执行率93.85%，结余16万元。支出构成为：…… A list in a sentence of its own divides what it names; what is left over
    /// it divides only where it says so.
    /// </summary>
    private static bool MayBeDivided(ReadText text, int index, Flow named) =>
        Flows.Of(text, index) is var flow && (named == Flow.None ? flow != Flow.Left : flow == Flow.None || flow == named);

    private static void Judge(ReadText text, Notes notes, int totalIndex, int from, int to, ListForm form, ReadOnlySpan<char> subject)
    {
        var total = text.Numbers[totalIndex];
        var parts = Parts.OfOrBracketed(text, from, to, total, text.Roles.Depth[totalIndex]);
        if (ListReadings.Whole(text, notes, total, parts))
        {
            return;
        }

        parts = OneEach(text, totalIndex, parts);
        if (parts.Count < 2 || (total.Measure == Measure.Percent && !Words.Any(text.Lead(totalIndex), ["占", "权重", "比例"])))
        {
            PartBeyondWhole.Check(text, notes, totalIndex, from, to, form.Explicit);
            return;
        }

        // 渠道覆盖10分得9.5分，传播效果12分得11.5分: weights and points by turns.
        if (total.Measure == Measure.Points && parts.FindAll(i => text.Lead(i).TrimEnd("了 ") is "得" or "实得") is { Count: > 0 } earned && earned.Count < parts.Count)
        {
            if (!Words.Any(text.Lead(totalIndex), ["得分", "总分", "得", "评分"]))
            {
                return;
            }

            parts = earned;
            form = form with { Explicit = false };
        }

        if (ListReadings.Beginning(text, notes, total, parts))
        {
            return;
        }

        parts = Enumerations.WithoutResults(text, total, parts);
        // 186个，其中脱贫村62个；通硬化路186个: behind a semicolon what is as much as the whole speaks of something else.
        var beyond = form.Colon ? -1 : parts.FindIndex(i => i != parts[0] && text.Numbers[i].Value >= total.Value && text.Between(text.Numbers[parts[0]], text.Numbers[i]).IndexOf('；') >= 0);
        parts = beyond < 0 ? parts : parts[..beyond];
        if (parts.Count < 2)
        {
            return;
        }

        var (sum, sure) = Parts.Sum(text, parts);
        var verdict = Comparison.OfAmount(total, sum, Parts.Slack(text, parts));
        var coverage = total.Value == 0 ? 0 : sum / total.Value;
        if (!total.Firm || notes.IsVerified(total) || !sure || (coverage < 1 && (form.Open || Open(text, parts[^1] + 1, text.SentenceAt(text.Numbers[parts[^1]].Start).End))) || !Enumerations.Divide(text, total, parts))
        {
            return;
        }

        if (ListReadings.UnitOfOne(text, notes, total, parts, sum, form.Explicit))
        {
            return;
        }

        var (mine, theirs) = (Flows.Of(text.Lead(totalIndex)), Flows.Of(subject));
        if (subject.Length > 0 && ((theirs != Flow.None && theirs != mine) || coverage is < 0.5m or > 2))
        {
            return;
        }

        // 其他费用包括：a、b，共计c: the list adds up to a total of its own, and this number is none of its business.
        if (coverage < 1 && to < text.Numbers.Count && text.Numbers[to].Alike(total) && text.Numbers[to].Value == sum && Words.Any(text.Lead(to), Sums))
        {
            return;
        }

        var mixed = parts.Select(i => Flows.Of(text.Lead(i))).Where(f => f != Flow.None).Distinct().Count() > 1;
        var certain = form.Explicit && !mixed && subject.Length == 0 && coverage switch
        {
            > 1 => form.Colon || form.Whole || coverage <= MostBeyond || Enumerations.AreAListOfTheirOwn(text, parts),
            >= 0.9m => form.Colon || form.Whole || parts.Count >= 3 || Enumerations.AreAListOfTheirOwn(text, parts) || parts.Exists(i => LikelySlips.Of(text.Numbers[i], total.Value - (sum - text.Numbers[i].Value))),
            >= 0.5m => form.Colon && parts.Count >= 3,
            _ => false,
        };
        // 其中 may name some parts only, and with shares of their own that do not make up a hundred it does.
        var partial = total.Measure is Measure.Count or Measure.Quantity && parts.Count == 2 && !Enumerations.AreAListOfTheirOwn(text, parts) ? 1 : Partial;
        if (coverage < partial && !form.Colon && !form.Whole && (Enumerations.HaveShares(text, total, parts) || !(Enumerations.AreAListOfTheirOwn(text, parts) && (total.Measure == Measure.Money || parts.Count >= 3)) && !(parts.Count >= 3 && coverage >= Mostly)))
        {
            return;
        }

        if (verdict == Verdict.Off && coverage < 0.5m && !((form.Colon || form.Whole) && parts.Count >= 3))
        {
            return;
        }

        notes.Report(StatementKind.Sum, verdict, certain, total, [.. parts.Select(i => text.Numbers[i])], Parts.Shown(text, parts), sum,
            coverage < 1 ? "如果所列并非全部，请写明“等”或补全各项" : "所列各项可能并非都属于这个合计，请核实");
    }

    /// <summary>In a list divided by semicolons each item has one part: the number with the label of the total, or its first.</summary>
    private static List<int> OneEach(ReadText text, int total, List<int> parts)
    {
        var label = Label(text.Lead(total));
        var items = new List<List<int>>();
        foreach (var i in parts)
        {
            var starts = items.Count == 0 || text.Plain.AsSpan(text.Numbers[items[^1][^1]].End, text.Numbers[i].Start - text.Numbers[items[^1][^1]].End).IndexOfAny('；', ';') >= 0;
            if (starts)
            {
                items.Add([]);
            }

            items[^1].Add(i);
        }

        return items.Count < 2 || items.TrueForAll(i => i.Count == 1) ? parts
            : [.. items.Select(item => item.Find(i => label.Length > 0 && text.Lead(i).EndsWith(label)) is > 0 and var labelled ? labelled : item[0])];
    }

    private static string Label(ReadOnlySpan<char> lead)
    {
        lead = lead.TrimEnd("为是共约计达");
        return lead[Math.Max(0, lead.Length - 2)..].ToString();
    }

    /// <summary>Index of the first number that begins something else than a part.</summary>
    private static int Cut(ReadText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            // A total of its own ends the list it adds up.
            if (i > from && (Words.Any(text.Lead(i), Over) || (Words.Any(text.Lead(i), Sums) && text.Between(text.Numbers[i - 1], text.Numbers[i]).IndexOfAny('，', '。') >= 0)))
            {
                return i;
            }
        }

        return to;
    }

    /// <summary>True for 包括 and 分别为, which give the whole; 其中 may give some of it.</summary>
    private static bool IsWhole(ReadText text, int marker) =>
        text.Plain.AsSpan(marker, Math.Min(2, text.Plain.Length - marker)) is "包括" or "包含" or "分别" or "分为" or "来源";

    /// <summary>True when the list ends with 等 and so does not claim to be complete.</summary>
    private static bool Open(ReadText text, int to, int end)
    {
        if (to == 0)
        {
            return false;
        }

        var last = text.Numbers[to - 1];
        return text.Plain.AsSpan(last.End, Math.Max(0, Math.Min(30, end - last.End))) is var tail && (tail.StartsWith("等") || tail.Contains("其余", StringComparison.Ordinal) || tail.Contains("其他均", StringComparison.Ordinal) || tail.Contains("等。", StringComparison.Ordinal) || tail.Contains("等,", StringComparison.Ordinal) || tail.Contains("等，", StringComparison.Ordinal));
    }

    private readonly record struct ListForm(bool Explicit, bool Colon, bool Open, bool Whole);
}

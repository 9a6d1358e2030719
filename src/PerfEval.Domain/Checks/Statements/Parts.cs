using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Collects the numbers that may be the parts of a total.</summary>
internal static class Parts
{
    /// <summary>More parts than this are no sentence that people write.</summary>
    public const int Most = 40;

    /// <summary>
    /// Numbers like the total between two indices: not rates, not operands, not comparisons, not what stands in deeper
    /// brackets, and not what a nested 其中 divides further, up to the next semicolon.
    /// </summary>
    public static List<int> Of(ReadText text, int from, int to, ReadNumber total, int depth)
    {
        var parts = new List<int>();
        var skipTo = -1;
        for (var i = from; i < to && parts.Count <= Most; i++)
        {
            var n = text.Numbers[i];
            if (n.Start < skipTo)
            {
                continue;
            }

            if (parts.Count > 0 && text.Roles.Depth[i] == depth && text.Roles.IsNested[i])
            {
                skipTo = EndOfItem(text, n.Start);
                continue;
            }

            if (n.Alike(total) && text.Roles.Depth[i] == depth && !text.Roles.IsOperand[i] && (total.Measure == Measure.Percent || !text.Roles.IsComparing[i]))
            {
                parts.Add(i);
            }
        }

        parts = OfOneNoun(text, total, parts);
        return total.Measure == Measure.Points && !Words.Any(text.Lead(text.FirstAt(total.Start)), ["分值", "满分", "权重"]) ? Scored(text, parts) : parts;
    }

    /// <summary>48个村，其中甲镇12个村……其他3个乡镇18个村: everything is counted by 个; only what has the noun of the total is its part.</summary>
    private static List<int> OfOneNoun(ReadText text, ReadNumber total, List<int> parts)
    {
        var noun = total.Unit == "个" ? text.Tail(text.FirstAt(total.Start)).TrimStart(' ') : [];
        if (noun.Length == 0 || noun[0] is < '一' or > '龥')
        {
            return parts;
        }

        var first = noun[..1].ToString();
        var same = parts.FindAll(i => text.Tail(i).StartsWith(first));
        return same.Count >= 2 ? same : parts;
    }

    /// <summary>Where a list gives what can be reached and what was (45分，得43.5分), what was reached counts.</summary>
    private static List<int> Scored(ReadText text, List<int> parts)
    {
        var scored = parts.FindAll(i => Words.End(text.Lead(i).TrimEnd("为: "), ["得", "得分"]));
        return scored.Count >= 2 && scored.Count < parts.Count ? scored : parts;
    }

    /// <summary>The numbers in one more bracket, where a list puts every number in brackets.</summary>
    public static List<int> OfOrBracketed(ReadText text, int from, int to, ReadNumber total, int depth) =>
        Of(text, from, to, total, depth) is { Count: >= 2 } plain ? plain : Of(text, from, to, total, depth + 1) is { Count: >= 2 } bracketed ? bracketed : [];

    /// <summary>The sum, with “各” counted as often as the text says before: 敬老院各10000元 after 敬老院4所.</summary>
    public static (decimal Sum, bool Sure) Sum(ReadText text, List<int> parts)
    {
        var (sum, sure) = (0m, true);
        foreach (var i in parts)
        {
            var times = Times(text, i);
            sum += text.Numbers[i].Value * (times ?? 1);
            sure &= times is not null && text.Numbers[i].Firm;
        }

        return (sum, sure);
    }

    /// <summary>What one part adds to the sum.</summary>
    public static decimal Worth(ReadText text, int part) => text.Numbers[part].Value * (Times(text, part) ?? 1);

    /// <summary>Half of the last place of each rounded part.</summary>
    public static decimal Slack(ReadText text, IEnumerable<int> parts) => parts.Sum(i => Comparison.SlackOf(text.Numbers[i]));

    /// <summary>237800元 + 27720元 + …, shortened in the middle when it is long.</summary>
    public static string Shown(ReadText text, List<int> parts)
    {
        var shown = parts.Select(i => text.Shown(text.Numbers[i]) + (Times(text, i) is { } times && times > 1 ? $" × {Numbers.Plainly(times)}" : "")).ToList();
        return shown.Count <= 12 ? string.Join(" + ", shown) : string.Join(" + ", shown.Take(6)) + $" + … + {shown[^1]}（共{shown.Count}项）";
    }

    /// <summary>How often a part counts: 1, or what is said of the noun before 各; null when that is not found.</summary>
    private static decimal? Times(ReadText text, int index)
    {
        var lead = text.Lead(index);
        if (!lead.EndsWith("各") && !lead.EndsWith("均"))
        {
            return 1;
        }

        var noun = lead[..^1];
        var block = text.BlockAt(text.Numbers[index].Start);
        var before = text.Plain.AsSpan(block.Start, Math.Max(0, text.Numbers[index].Start - lead.Length - block.Start));
        var at = noun.Length < 2 ? -1 : before.LastIndexOf(noun);
        if (at < 0)
        {
            return null;
        }

        var next = text.FirstAt(block.Start + at);
        return next < index && text.Numbers[next] is { Measure: Measure.Count } count && count.Start - block.Start - at - noun.Length <= 2 ? count.Value : null;
    }

    private static int EndOfItem(ReadText text, int place)
    {
        var sentence = text.SentenceAt(place);
        var end = text.Plain.AsSpan(place, Math.Max(0, sentence.End - place)).IndexOfAny('；', ';', '\n');
        return end < 0 ? sentence.End : place + end;
    }
}

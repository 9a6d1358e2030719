using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// A rate whose denominator the text itself names: 按有效问卷计算满意度为83.67%, 支付率87%（占到位资金）,
/// 节约率7.53%（节约额÷预算额）. Another denominator that happens to fit is the very mistake there.
/// </summary>
internal static class StatedBases
{
    private const int LongestLead = 30;
    private const int LongestBracket = 24;
    private const int Farthest = 14;
    private const int ShortestName = 2;

    /// <summary>Judges a rate with a named denominator.</summary>
    /// <returns>False when it has none, or when no number is called so; then the usual reading applies.</returns>
    public static bool Judge(ReadText text, Notes notes, int index, RateName name)
    {
        var percent = text.Numbers[index];
        var (partName, wholeName) = Names(text, index);
        if (wholeName.Length < ShortestName)
        {
            return false;
        }

        var block = text.BlockAt(percent.Start);
        var before = Enumerable.Range(1, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= block.Start && text.Numbers[i] is { Per: "", Measure: not (Measure.Percent or Measure.Plain) }).ToList();
        var wholes = before.FindAll(i => IsCalled(text, i, wholeName));
        var parts = before.FindAll(i => !wholes.Contains(i) && (partName.Length >= ShortestName ? IsCalled(text, i, partName) : name.IsPart(text, i)));
        var pairs = parts.SelectMany(p => wholes.Where(w => text.Numbers[w].Alike(text.Numbers[p])).Select(w => (Part: text.Numbers[p], Whole: text.Numbers[w]))).ToList();
        if (pairs.Count == 0)
        {
            return false;
        }

        var fitting = pairs.Find(p => Rates.Fits(percent, p.Part, p.Whole));
        var (part, whole) = fitting.Part is not null ? fitting : Closest(text, pairs);
        var sure = parts.Count(p => text.Numbers[p].Alike(part)) == 1 && pairs.Select(p => p.Whole.Value).Distinct().Count() == 1;
        Rates.Judge(text, notes, StatementKind.Completion, percent, part, whole, sure, "文中写明了计算口径，但有几个数字可能是分母，请核实");
        return true;
    }

    /// <summary>What the words around the rate call its numerator and its denominator; empty where they call it nothing.</summary>
    private static (string Part, string Whole) Names(ReadText text, int index)
    {
        var percent = text.Numbers[index];
        var after = text.Plain.AsSpan(percent.End, Math.Min(LongestBracket, text.Plain.Length - percent.End));
        if (after.StartsWith("(") && after.IndexOf(')') is > 1 and var close)
        {
            var inside = after[1..close];
            var over = inside.IndexOfAny('÷', '/');
            if (over > 0)
            {
                return (Core(inside[..over]), Core(inside[(over + 1)..]));
            }

            foreach (var word in (ReadOnlySpan<string>)["占", "以", "按"])
            {
                if (inside.StartsWith(word))
                {
                    return ("", Core(inside[1..]));
                }
            }
        }

        var lead = text.Lead(index);
        lead = lead.Length > LongestLead ? lead[^LongestLead..] : lead;
        var by = lead.IndexOfAny('按', '以');
        var reckoned = Math.Max(lead.IndexOf("计算"), lead.IndexOf("口径"));
        return by >= 0 && reckoned > by + 2 ? ("", Core(lead[(by + 1)..reckoned])) : ("", "");
    }

    /// <summary>预算 of 预算额计算, 有效问卷 of 有效问卷数.</summary>
    private static string Core(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd("为的总额数量值 ");
        foreach (var what in (ReadOnlySpan<string>)["资金", "问卷", "经费", "金额", "人"])
        {
            if (name.EndsWith(what) && name.Length >= what.Length + ShortestName)
            {
                return name[..^what.Length].ToString();
            }
        }

        return name.ToString();
    }

    private static bool IsCalled(ReadText text, int index, string name)
    {
        var tail = text.Tail(index);
        return text.Lead(index).Contains(name, StringComparison.Ordinal) || (tail.Length > 0 && tail[..Math.Min(10, tail.Length)].Contains(name, StringComparison.Ordinal));
    }

    /// <summary>The pair whose two names begin alike, or else the two that stand nearest.</summary>
    private static (ReadNumber Part, ReadNumber Whole) Closest(ReadText text, List<(ReadNumber Part, ReadNumber Whole)> pairs)
    {
        foreach (var pair in pairs)
        {
            var a = text.Lead(text.FirstAt(pair.Part.Start));
            var b = text.Lead(text.FirstAt(pair.Whole.Start));
            a = a.StartsWith("其中") ? a[2..] : a;
            b = b.StartsWith("其中") ? b[2..] : b;
            if (a.CommonPrefixLength(b) >= ShortestName)
            {
                return pair;
            }
        }

        return pairs[0];
    }
}

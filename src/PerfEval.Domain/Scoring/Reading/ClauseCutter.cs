using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// Cuts a text at its acts. The condition of an act is what stands before it, back to the last act or to the last end of
/// a sentence; sentences before that are the preamble.
/// </summary>
internal static partial class ClauseCutter
{
    public static (List<Clause> Clauses, List<Act> Alone, List<Stretch> Preamble) Cut(string text, List<Act> acts, decimal weight)
    {
        var masked = text.ToCharArray();
        foreach (var alone in acts.Where(a => a.Alone))
        {
            Array.Fill(masked, ',', alone.Start, alone.End - alone.Start);
        }

        MaskEmptyBrackets(masked);
        foreach (Match heading in Headings().Matches(text))
        {
            Array.Fill(masked, ',', heading.Index, heading.Length);
        }

        foreach (Match definition in Definitions().Matches(text))
        {
            Array.Fill(masked, ',', definition.Index, definition.Length);
        }

        var clauses = new List<Clause>();
        var preamble = new List<Stretch>();
        var from = 0;
        foreach (var act in acts.Where(a => !a.Alone))
        {
            var (start, end) = LastSentence(masked, from, act.Start, preamble);
            if (start == end && clauses.Count > 0 && Repeats(clauses[^1].Act, act, weight))
            {
                clauses[^1] = clauses[^1] with { Act = clauses[^1].Act with { End = act.End } };
            }
            else
            {
                clauses.Add(new Clause(start, end, act));
            }

            from = act.End;
        }

        var tail = LastSentence(masked, from, masked.Length, preamble);
        if (tail.Start < tail.End)
        {
            preamble.Add(new Stretch(tail.Start, tail.End));
        }

        return (clauses, [.. acts.Where(a => a.Alone)], preamble);
    }

    /// <summary>（不足1%不计）leaves empty brackets behind.</summary>
    private static void MaskEmptyBrackets(char[] text)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                open = i;
            }
            else if (text[i] == ')' && open >= 0)
            {
                Array.Fill(text, ',', open, i - open + 1);
                open = -1;
            }
            else if (text[i] != ',')
            {
                open = -1;
            }
        }
    }

    /// <summary>一票否决，不得分; 得满分，即5分: the same said twice.</summary>
    private static bool Repeats(Act first, Act second, decimal weight) => (first.Kind, second.Kind) switch
    {
        (ActKind.None, ActKind.None) => true,
        (ActKind.Full, ActKind.Points) => second.Number == weight,
        _ => false,
    };

    private static (int Start, int End) LastSentence(char[] text, int from, int to, List<Stretch> earlier)
    {
        var start = from;
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            depth += text[i] is '(' or '“' ? 1 : text[i] is ')' or '”' ? -1 : 0;
            depth = Math.Max(0, depth);
            if (text[i] is '。' or '\n' || (text[i] == ';' && (depth == 0 || !Closes(text, i, to))))
            {
                var (s, e) = Trimmed(text, start, i);
                if (s < e)
                {
                    earlier.Add(new Stretch(s, e));
                }

                start = i + 1;
                depth = 0;
            }
        }

        return Trimmed(text, start, to);
    }

    /// <summary>Whether a bracket that is open here closes soon: a list inside brackets belongs together.</summary>
    private static bool Closes(char[] text, int from, int to) =>
        Array.FindIndex(text, from, Math.Min(to - from, 400), c => c is ')' or '”') >= 0;

    /// <summary>Words that announce a standard and say nothing.</summary>
    [GeneratedRegex("(?:评分标准|计分标准|评分细则|评分规则|评分办法|计分办法|计分方法|计分规则|得分标准|赋分标准|赋分规则|赋分办法|记分标准|记分办法|打分标准|评价标准|评价要点|评分要点|考核要点|评价要点及(?:占比|权重|分值|评分标准)|(?:按|根据)[^,;。:\\d扣]{2,12}(?:赋分|计分|评分|打分|得分))(?:为|如下)?:", RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    /// <summary>到位率=实际到位/应到位×100%: how a rate is computed, before the condition that compares it.</summary>
    [GeneratedRegex(@"(?<=^|[;。\n,:])[^,;。:\n得扣分=]{1,20}(?:率|度|比例|占比)=[^,;。\n=得扣分]{2,60}?×100%(?=[,;。\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Definitions();

    private static (int Start, int End) Trimmed(char[] text, int start, int end)
    {
        while (start < end && text[start] is ',' or ';' or ':' or '。' or '、' or '\n' or ')' or '”' or '的' or '.')
        {
            start++;
        }

        while (end > start && text[end - 1] is ',' or ';' or ':' or '。' or '、' or '\n' or '(' or '“')
        {
            end--;
        }

        return (start, end);
    }
}

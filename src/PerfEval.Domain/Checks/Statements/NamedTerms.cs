using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>工程款与其他费用累计支出…: a total that names its two terms, which stand before it with the same names.</summary>
internal static class NamedTerms
{
    private const int Longest = 30;
    private const int Farthest = 600;
    private const int ShortestName = 3;
    private static readonly string[] Totals = ["累计", "合计", "共计", "总计", "共支出", "一共", "总共"];
    private static readonly string[] Lists = ["包括", "其中", "包含", "分别", ":"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Per: "", Firm: true, Measure: Measure.Money or Measure.Count or Measure.Quantity } total && !notes.IsVerified(total) && !text.Roles.IsOperand[i])
            {
                Judge(text, notes, total, Names(text, total));
            }
        }
    }

    /// <summary>Where the two names start and end; the same place twice when there are none.</summary>
    private static (Stretch First, Stretch Second) Names(ReadText text, ReadNumber total)
    {
        var from = Math.Max(0, total.Start - Longest);
        var clause = text.Plain.AsSpan(from, total.Start - from);
        var mark = clause.LastIndexOfAny(Words.Marks) + 1;
        from += mark;
        clause = clause[mark..];
        var (and, end) = (clause.IndexOfAny('与', '和', '及'), -1);
        foreach (var word in Totals)
        {
            var at = clause.LastIndexOf(word);
            end = at > and && (end < 0 || at < end) ? at : end;
        }

        return and >= ShortestName && end - and - 1 >= ShortestName && clause[..and].IndexOfAnyInRange('0', '9') < 0 && mark > 0 ? (new(from, from + and), new(from + and + 1, from + end)) : default;
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber total, (Stretch First, Stretch Second) names)
    {
        if (names.First.Length == 0 || Find(text, total, names.First, names.First.Start) is not { } a || Find(text, total, names.Second, names.First.Start) is not { } b || a == b)
        {
            return;
        }

        notes.Report(StatementKind.Sum, Comparison.OfAmount(total, a.Value + b.Value, Comparison.SlackOf(a) + Comparison.SlackOf(b)), false, total, [a, b], $"{text.Shown(a)} + {text.Shown(b)}", a.Value + b.Value, "所指两项由名称推断，请核实");
    }

    /// <summary>The amount behind the last mention of a name, or the total of the list that the name announces.</summary>
    private static ReadNumber? Find(ReadText text, ReadNumber total, Stretch name, int before)
    {
        var from = Math.Max(text.BlockAt(total.Start).Start, before - Farthest);
        var at = before <= from ? -1 : text.Plain.AsSpan(from, before - from).LastIndexOf(text.Plain.AsSpan(name.Start, name.Length));
        if (at < 0)
        {
            return null;
        }

        var (index, to) = text.Within(new(from + at + name.Length, Math.Min(before, Math.Max(from + at + name.Length, text.SentenceAt(from + at).End))));
        if (index >= to || !text.Numbers[index].Alike(total))
        {
            return null;
        }

        if (!Words.Any(text.Plain.AsSpan(from + at, text.Numbers[index].Start - from - at), Lists))
        {
            return text.Numbers[index].Firm ? text.Numbers[index] : null;
        }

        for (; index < to; index++)
        {
            if (text.Numbers[index].Alike(total) && text.Numbers[index].Firm && Words.Any(text.Lead(index), Totals))
            {
                return text.Numbers[index];
            }
        }

        return null;
    }
}

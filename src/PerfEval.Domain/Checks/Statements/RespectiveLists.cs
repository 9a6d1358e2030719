using System.Buffers;
using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// Lists whose members belong together by their places: 预算分别为a、b、c；支出分别为d、e、f；执行率分别为x%、y%、z%, or amounts
/// that are counts times standards.
/// </summary>
internal static class RespectiveLists
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；:()\n");
    private const int LongestGap = 14;
    private const int Farthest = 1000;
    private const int MostTried = 20;
    private const int Sure = 3;
    private static readonly string[] Reached = ["得", "完成", "实际", "支出", "建成"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var lists = Lists(text);
        for (var k = 0; k < lists.Count; k++)
        {
            var (first, count) = lists[k];
            if (!text.Lead(first).Contains("分别", StringComparison.Ordinal))
            {
                continue;
            }

            var earlier = Enumerable.Range(1, Math.Min(k, MostTried)).Select(back => lists[k - back]).TakeWhile(l => text.Numbers[first].Start - text.Numbers[l.First].Start < Farthest && text.BlockAt(text.Numbers[l.First].Start) == text.BlockAt(text.Numbers[first].Start))
                .Where(l => l.Count == count).Take(6).ToList();
            if (text.Numbers[first].Measure == Measure.Percent)
            {
                Rate(text, notes, first, count, earlier);
            }
            else if (text.Numbers[first] is { Measure: Measure.Money, Per: "" })
            {
                Product(text, notes, first, count, earlier);
            }
        }
    }

    private static void Rate(ReadText text, Notes notes, int first, int count, List<(int First, int Count)> earlier)
    {
        var pairs = earlier.SelectMany((part, k) => earlier.Skip(k + 1).Select(whole => (Part: part.First, Whole: whole.First, Step: 1)))
            .Where(p => text.Numbers[p.Part].Alike(text.Numbers[p.Whole]) && text.Numbers[p.Part].Measure != Measure.Percent).ToList();
        // 决策15分得14分、过程20分得18.5分
        if (first >= 2 * count && Words.Any(text.Lead(first - 1), Reached))
        {
            pairs.Add((first - (2 * count) + 1, first - (2 * count), 2));
        }

        Best(text, notes, StatementKind.Completion, first, count, pairs, (part, whole) => whole.Value == 0 || !part.Alike(whole) ? null : part.Value / whole.Value * 100, "÷");
    }

    private static void Product(ReadText text, Notes notes, int first, int count, List<(int First, int Count)> earlier)
    {
        var rates = earlier.Where(l => text.Numbers[l.First] is { Measure: Measure.Money, Per.Length: > 0 }).ToList();
        var counts = earlier.Where(l => text.Numbers[l.First] is { Measure: Measure.Count or Measure.Quantity, Per: "" }).ToList();
        Best(text, notes, StatementKind.Product, first, count, [.. counts.SelectMany(c => rates.Select(r => (c.First, r.First, 1)))], (number, rate) => number.Value * rate.Value, "×");
    }

    /// <summary>The two lists of which most members fit; one that does not fit among three others that do is an error.</summary>
    private static void Best(ReadText text, Notes notes, StatementKind kind, int first, int count, List<(int A, int B, int Step)> pairs, Func<ReadNumber, ReadNumber, decimal?> value, string sign)
    {
        var best = pairs.Select(p => (Pair: p, Fits: Enumerable.Range(0, count).Count(m => Fits(VerdictOf(text, p, first, m, value))))).OrderByDescending(p => p.Fits).FirstOrDefault();
        if (best.Fits == 0 || best.Fits * 2 < count)
        {
            return;
        }

        for (var m = 0; m < count; m++)
        {
            var (stated, a, b) = (text.Numbers[first + m], text.Numbers[best.Pair.A + (m * best.Pair.Step)], text.Numbers[best.Pair.B + (m * best.Pair.Step)]);
            if (value(a, b) is { } computed && stated.Firm && a.Firm && b.Firm)
            {
                notes.Report(kind, Comparison.Of(stated, computed, 0), count >= Sure && best.Fits == count - 1, stated, [a, b], $"{text.Shown(a)} {sign} {text.Shown(b)}", computed, "各项按先后一一对应，请核实");
            }
        }
    }

    private static bool Fits(Verdict? verdict) => verdict == Verdict.Equal;

    private static Verdict? VerdictOf(ReadText text, (int A, int B, int Step) pair, int first, int member, Func<ReadNumber, ReadNumber, decimal?> value) =>
        value(text.Numbers[pair.A + (member * pair.Step)], text.Numbers[pair.B + (member * pair.Step)]) is { } computed ? Comparison.Of(text.Numbers[first + member], computed, 0) : null;

    /// <summary>Runs of numbers of one measure that 、 divides, with names between them or without.</summary>
    private static List<(int First, int Count)> Lists(ReadText text)
    {
        var lists = new List<(int, int)>();
        for (var i = 0; i < text.Numbers.Count;)
        {
            var end = i + 1;
            while (end < text.Numbers.Count && text.Numbers[end].Measure == text.Numbers[i].Measure && text.Numbers[end].Unit == text.Numbers[i].Unit && IsNext(text.Between(text.Numbers[end - 1], text.Numbers[end])))
            {
                end++;
            }

            if (end - i is > 1 and < Parts.Most)
            {
                lists.Add((i, end - i));
            }

            i = end;
        }

        return lists;
    }

    private static bool IsNext(ReadOnlySpan<char> between) =>
        between.Length is > 0 and <= LongestGap && between[0] is '、' or '和' or '及' && between.IndexOfAny(Marks) < 0;
}

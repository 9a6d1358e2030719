using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Counts of one noun and its kinds without 其中: 33个党组织……先进党组织6个，一般党组织25个，后进党组织2个.</summary>
internal static class SharedNouns
{
    private const int Fewest = 3;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var sentence in text.Sentences)
        {
            var (from, to) = text.Within(sentence);
            for (var i = from; i + Fewest < Math.Min(to, from + Parts.Most); i++)
            {
                Judge(text, notes, i, to);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index, int to)
    {
        var total = text.Numbers[index];
        var noun = Noun(text.Tail(index));
        if (total.Measure != Measure.Count || noun.Length < 2 || !total.Firm)
        {
            return;
        }

        var parts = new List<int>();
        for (var i = index + 1; i < to && i < index + Parts.Most && text.Numbers[i].Alike(total) && text.Lead(i).EndsWith(noun); i++)
        {
            parts.Add(i);
        }

        if (parts.Count < Fewest || !parts.TrueForAll(i => text.Numbers[i].Firm))
        {
            return;
        }

        var numbers = parts.ConvertAll(i => text.Numbers[i]);
        var sum = numbers.Sum(n => n.Value);
        if (sum == total.Value)
        {
            notes.Verify(StatementKind.Sum, total, numbers, Parts.Shown(text, parts), sum);
        }
        else if (sum > total.Value / 2 && !notes.IsVerified(total))
        {
            notes.Report(StatementKind.Sum, Comparison.Of(total, sum, 0), false, total, numbers, Parts.Shown(text, parts), sum, "如果所列并非全部类别，请补全");
        }
    }

    /// <summary>The noun that is counted: the first three characters after 个, or fewer.</summary>
    private static string Noun(ReadOnlySpan<char> tail) => tail[..Math.Min(3, tail.Length)].Trim().ToString();
}

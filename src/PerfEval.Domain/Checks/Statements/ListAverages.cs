using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>依次为82分、88分、79分，平均83分: the mean of a list right before it.</summary>
internal static class ListAverages
{
    private const int Fewest = 3;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = Fewest; i < text.Numbers.Count; i++)
        {
            var mean = text.Numbers[i];
            if (mean is not { Firm: true, Per: "" } || mean.Measure is Measure.Plain or Measure.Time || !Words.End(text.Lead(i).TrimEnd("得为约达 "), ["平均", "平均分", "均分", "平均值"]) || notes.IsJudged(mean))
            {
                continue;
            }

            var items = new List<ReadNumber>();
            for (var k = i - 1; k >= 0 && text.Numbers[k].Start >= text.SentenceAt(mean.Start).Start && text.Numbers[k] is { Firm: true } n && n.Alike(mean); k--)
            {
                items.Insert(0, n);
                if (Words.Any(text.Lead(k), ["分别", "依次"]))
                {
                    Judge(text, notes, mean, items);
                    break;
                }
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber mean, List<ReadNumber> items)
    {
        if (items.Count >= Fewest)
        {
            var computed = items.Sum(n => n.Value) / items.Count;
            notes.Report(StatementKind.Average, Comparison.Of(mean, computed, 0), true, mean, items, $"（{string.Join(" + ", items.Select(text.Shown))}） ÷ {items.Count}", computed);
        }
    }
}

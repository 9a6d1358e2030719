using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// 禾笠镇96户，漪塘镇85户，墨岭乡72户，苇泽乡56户 where the paragraph says that 312户 were finished: a list of a whole sentence that makes up
/// almost, but not quite, the one number that it can divide.
/// </summary>
internal static class UnstatedTotals
{
    private const int Fewest = 4;
    private const int Before = 400;
    private const int Farthest = 100;
    private const decimal Near = 0.02m;
    private const decimal Telling = 100;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var sentence in text.Sentences)
        {
            var (from, to) = text.Within(sentence);
            // The list may end at a full stop or a semicolon behind which something else begins.
            for (var i = from; i < to; i++)
            {
                var run = i;
                while (run < to && IsItem(text, run, i) && (run == i || text.Between(text.Numbers[run - 1], text.Numbers[run]).IndexOfAny("。；") < 0))
                {
                    run++;
                }

                if (run - i >= Fewest)
                {
                    Judge(text, notes, i, run);
                }

                i = Math.Max(i, run - 1);
            }
        }
    }

    private static bool IsItem(ReadText text, int index, int first) =>
        text.Numbers[index] is { Firm: true, Per: "", Measure: Measure.Count or Measure.Quantity or Measure.Money, Value: > 0 } n && n.Alike(text.Numbers[first]) && n.Scale == text.Numbers[first].Scale && !text.IsInTable(n.Start)
        && !text.Roles.IsOperand[index] && !text.Roles.IsComparing[index] && !Words.Any(text.Lead(index), ["共", "总", "合计", "其中", "累计", "由", "从", "增加", "减少"]) && text.Lead(index).Length > 1;

    private static void Judge(ReadText text, Notes notes, int from, int to)
    {
        var items = Enumerable.Range(from, to - from).Select(i => text.Numbers[i]).ToList();
        var sum = items.Sum(n => n.Value);
        var start = Math.Max(0, text.BlockAt(items[0].Start).Start - Before);
        var (first, last) = (Math.Max(text.FirstAt(start), from - Farthest), Math.Min(text.FirstAt(items[^1].End + Before), to + Farthest));
        var wholes = Enumerable.Range(first, Math.Max(0, last - first)).Where(i => (i < from || i >= to) && text.Numbers[i] is { Firm: true, Per: "" } n && n.Alike(items[0]) && !text.IsInTable(n.Start)).Select(i => text.Numbers[i]).ToList();
        if (sum / items[0].Scale < Telling || items.Exists(notes.IsJudged) || wholes.Exists(w => w.Value == sum) || wholes.Exists(w => w.Value < sum && w.Value > items.Max(n => n.Value) && notes.IsVerified(w) && w.Value * 2 > sum && w.Value < sum * (1 - Near)))
        {
            return;
        }

        var near = wholes.FindAll(w => Math.Abs(w.Value - sum) <= sum * Near).DistinctBy(w => w.Value).ToList();
        if (near.Count == 1 && !notes.IsWrong(near[0]))
        {
            var formula = string.Join(" + ", items.Select(text.Shown));
            notes.Report(StatementKind.Sum, Severity.Doubt, new(items[0].Start, items[^1].End), text.Shown(near[0]), Comparison.Written(near[0], sum),
                $"{formula} = {Comparison.Written(near[0], sum)}，与文中的{text.Shown(near[0])}相差不多而不相等；如果所列不是它的全部，请说明。", $"请核对所列各项和{text.Shown(near[0])}。");
        }
    }
}

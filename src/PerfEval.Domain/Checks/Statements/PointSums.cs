using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// Points that are spread over paragraphs: 得9.45分…得15分…自评总分96.20分; and 效益（25分）得22.0分 beside 社会效益10分得9分、可持续影响8分得6.5分、满意度7分得6分,
/// whose weights make up the 25.
/// </summary>
internal static class PointSums
{
    private const int Farthest = 4000;
    private const int FewestItems = 4;
    private const int MostWords = 8;

    /// <summary>No report has more points; a text with more is none, and time stays linear.</summary>
    private const int Most = 1000;

    /// <summary>A total that other numbers than the listed points make up differs by more than a slip in one of them.</summary>
    private const decimal Near = 3;
    private static readonly string[] Totals = ["总分", "总得分", "综合得分", "自评得分", "评价得分", "总计得分", "合计得分"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var points = Enumerable.Range(0, text.Numbers.Count).Where(i => text.Numbers[i] is { Measure: Measure.Points, Firm: true, Per: "" } && !text.Roles.IsOperand[i]).ToList();
        if (points.Count <= FewestItems || points.Count > Most)
        {
            return;
        }

        foreach (var total in points.Where(i => Words.End(text.Lead(i).TrimEnd("为是共: "), Totals) && !notes.IsJudged(text.Numbers[i])))
        {
            Whole(text, notes, total, points);
        }

        Weighted(text, notes, points);
        foreach (var lost in points.Where(i => i > 1 && Words.End(text.Lead(i), ["扣", "扣了", "扣减", "扣除"])))
        {
            Lost(text, notes, lost);
        }
    }

    /// <summary>满分25分，得22.8分，扣2.2分: what was earned and what was lost make up what could be.</summary>
    private static void Lost(ReadText text, Notes notes, int index)
    {
        var (full, earned, lost) = (text.Numbers[index - 2], text.Numbers[index - 1], text.Numbers[index]);
        if (full is { Measure: Measure.Points, Firm: true } && earned is { Measure: Measure.Points, Firm: true } && full.Start >= text.SentenceAt(lost.Start).Start && lost.Start - full.End < 24
            && Words.End(text.Lead(index - 2), ["满分", "分值", "权重", "总分"]) && Words.End(text.Lead(index - 1), ["得", "实得", "得分"]))
        {
            var computed = full.Value - earned.Value;
            notes.Report(StatementKind.Difference, Comparison.OfAmount(lost, computed, 0), true, lost, [full, earned], $"{text.Shown(full)} - {text.Shown(earned)}", computed);
        }
    }

    private static bool IsEarned(ReadText text, int index) => text.Lead(index).TrimEnd("了到 ") is { Length: > 0 and <= MostWords } lead && lead.EndsWith("得") && !Words.Any(lead, ["不得", "可得", "总", "合计", "满分"]);

    private static void Whole(ReadText text, Notes notes, int index, List<int> points)
    {
        var total = text.Numbers[index];
        var earned = points.FindAll(i => i < index && total.Start - text.Numbers[i].Start < Farthest && IsEarned(text, i));
        var sum = earned.Sum(i => text.Numbers[i].Value);
        if (earned.Count >= FewestItems && Math.Abs(sum - total.Value) <= Near)
        {
            notes.Report(StatementKind.Sum, Comparison.OfAmount(total, sum, 0), false, total, [.. earned.Select(i => text.Numbers[i])], string.Join(" + ", earned.Select(i => text.Shown(text.Numbers[i]))), sum, "各项得分由上下文推断，请核实");
        }
    }

    /// <summary>Pairs of weight and points in one sentence whose weights add up to the weight of a part that is called like its opening.</summary>
    private static void Weighted(ReadText text, Notes notes, List<int> points)
    {
        var pairs = points.FindAll(i => i > 0 && text.Lead(i).TrimEnd("了 ") is "得" && text.Numbers[i - 1] is { Measure: Measure.Points, Firm: true } weight && text.Numbers[i].Start - weight.End <= 2 && weight.Value >= text.Numbers[i].Value)
            .GroupBy(i => text.SentenceAt(text.Numbers[i].Start)).Where(g => g.Count() > 1);
        foreach (var group in pairs)
        {
            var (weight, earned) = (group.Sum(i => text.Numbers[i - 1].Value), group.Sum(i => text.Numbers[i].Value));
            var opening = text.Plain.AsSpan(group.Key.Start, Math.Min(2, group.Key.Length)).ToString();
            var whole = points.FindAll(i => i > 0 && !group.Contains(i) && text.Lead(i).EndsWith("得") && text.Numbers[i - 1] is { Measure: Measure.Points } w && w.Value == weight && text.Numbers[i].Start - w.End <= 3
                && text.Plain.AsSpan(Math.Max(0, w.Start - MostWords), w.Start - Math.Max(0, w.Start - MostWords)).Contains(opening, StringComparison.Ordinal));
            if (opening.Length == 2 && whole.Count == 1)
            {
                var stated = text.Numbers[whole[0]];
                var formula = string.Join(" + ", group.Select(i => text.Shown(text.Numbers[i])));
                if (earned == stated.Value)
                {
                    notes.Verify(StatementKind.Sum, stated, [.. group.Select(i => text.Numbers[i])], formula, earned);
                    continue;
                }

                // Which of the two is wrong the sum does not tell: the list is marked, where one can compare.
                notes.Report(StatementKind.Sum, Severity.Doubt, new(text.Numbers[group.First() - 1].Start, text.Numbers[group.Last()].End), text.Shown(stated), $"{Numbers.Plainly(earned)}分",
                    $"{formula} = {Numbers.Plainly(earned)}分，各项分值合计{Numbers.Plainly(weight)}分，另一处写这{Numbers.Plainly(weight)}分得{text.Shown(stated)}。", "请核对各项得分和上一级得分。");
            }
        }
    }
}

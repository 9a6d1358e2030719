using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>得分X分，评价等级为“优”: the grade by the usual limits 90, 80 and 60.</summary>
internal static class GradesOfTotals
{
    private const int Farthest = 30;
    private static readonly string[] WholeWords = ["综合", "总分", "总得分", "总评", "合计", "共", "最终", "评价得分", "自评得分", "绩效得分", "评价分", "自评分"];
    private static readonly string[] GradeWords = ["等级为", "等级是", "结果为", "等级:", "评价等级", "评定为", "等次为", "级别为"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        foreach (var (start, word) in Words.All(text.Plain, GradeWords))
        {
            var index = text.FirstAt(start) - 1;
            var after = text.Plain.AsSpan(start + word.Length, Math.Min(6, text.Plain.Length - start - word.Length)).TrimStart("为是:“\"‘'「 ");
            if (index < 0 || after.Length == 0 || text.Numbers[index] is not { Measure: Measure.Points, Firm: true, Value: <= 100 } total || start - total.End > Farthest
                || after[0] is not ('优' or '良' or '中' or '差') || text.SentenceAt(total.Start) != text.SentenceAt(start))
            {
                continue;
            }

            // 共扣8.5分，评价等级为“优”: what was taken away is no score.
            if (!IsWhole(text, index) || text.Lead(index).Contains('扣'))
            {
                continue;
            }

            var grade = Grades.Of(total.Value).Word();
            var end = text.Plain.IndexOf(after[0], start) + 1;
            if (after[..1].SequenceEqual(grade))
            {
                notes.Verify(StatementKind.Claim, new(total.Start, end), grade, grade, $"{text.Shown(total)}按90、80、60分的界限为“{grade}”");
            }
            else
            {
                notes.Report(StatementKind.Claim, Severity.Doubt, new(total.Start, end), after[..1].ToString(), grade,
                    $"{text.Shown(total)}按通行的界限（优90、良80、中60）应为“{grade}”，文中写“{after[..1]}”。", "请核对得分与等级；如本地界限不同，请注明。");
            }
        }
    }

    /// <summary>综合得分91.25分，其中决策18分……效益26.5分，等级为“优”: a grade is given to the whole and not to its last part.</summary>
    private static bool IsWhole(ReadText text, int index)
    {
        var (from, to) = text.Within(text.SentenceAt(text.Numbers[index].Start));
        var alone = !Enumerable.Range(from, Math.Max(0, Math.Min(to, index + 1) - from)).Any(i => i != index && text.Numbers[i].Measure == Measure.Points);
        return alone || Words.Any(text.Lead(index), WholeWords);
    }
}

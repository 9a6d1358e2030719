using PerfEval.Documents.Model;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;

namespace PerfEval.Documents.Writing;

/// <summary>
/// 满意度调查结果: questions × options with counts and rates, the number of sheets, and how the figure came about. Answers in
/// words are not printed: people may have written who they are.
/// </summary>
internal static class SurveyTable
{
    // More columns than these do not fit beside the rates on an upright page.
    private const int MostOptionColumns = 6;

    /// <summary>The table; null while the project has no survey or nothing came back.</summary>
    public static TableBlock? Of(Project project)
    {
        if (project.Survey?.Statistics is not { Returned: > 0 } survey || survey.Questions.Count == 0)
        {
            return null;
        }

        var labels = survey.Questions[0].Question.Options.Select(o => o.Label).ToList();
        return labels.Count <= MostOptionColumns && survey.Questions.All(q => q.Question.Options.Select(o => o.Label).SequenceEqual(labels))
            ? Matrix(survey, labels)
            : Long(survey);
    }

    // One scale for all questions: its options are columns.
    private static TableBlock Matrix(SurveyStatistics survey, List<string> labels)
    {
        var width = labels.Count + 5;
        return new(
            [
                new(0.8, CellAlign.Centre), new(3.4), .. labels.Select(_ => new Column(1.2, CellAlign.Centre)),
                new(1, CellAlign.Centre), new(1.5, CellAlign.Right), new(1.5, CellAlign.Right),
            ],
            [
                [
                    new("序号", RowSpan: 2), new("调查内容", RowSpan: 2), new("各选项份数", ColumnSpan: labels.Count),
                    new("计分份数", RowSpan: 2), new("得分率", RowSpan: 2), new("满意率", RowSpan: 2),
                ],
                ReportTables.Header([.. labels]),
            ],
            [
                .. survey.Questions.Select(q => ReportTables.Row(
                [
                    $"{q.Question.Position}", Asked(q), .. q.Options.Select(c => $"{c}"), $"{q.Answers}", Percent.Show(q.Rate), Percent.Show(q.SatisfiedRate),
                ])),
                .. Foot(survey, width),
            ]);
    }

    // Different scales: a row per option, the question's cells beside all of them.
    private static TableBlock Long(SurveyStatistics survey) => new(
        [
            new(0.8, CellAlign.Centre, MergeEqual: true), new(4, MergeEqual: true), new(1.5, CellAlign.Right, MergeEqual: true), new(1.5, CellAlign.Right, MergeEqual: true),
            new(2, CellAlign.Centre), new(1, CellAlign.Centre), new(1, CellAlign.Centre), new(1.5, CellAlign.Right),
        ],
        [ReportTables.Header("序号", "调查内容", "得分率", "满意率", "选项", "分值", "份数", "占比")],
        [
            .. survey.Questions.SelectMany(q => q.Question.Options.Select((o, i) => ReportTables.Row(
                $"{q.Question.Position}", Asked(q), Percent.Show(q.Rate), Percent.Show(q.SatisfiedRate),
                o.Label, o.Value is { } value ? Numbers.Plainly(value) : "不计", $"{q.Options[i]}", Percent.Show(q.ShareOf(i))))),
            .. Foot(survey, 8),
        ]);

    private static string Asked(QuestionStatistics question) => question.Question.Counts ? question.Question.Text : question.Question.Text + "（不计入满意度）";

    private static IEnumerable<IReadOnlyList<Cell>> Foot(SurveyStatistics survey, int width)
    {
        yield return [new($"满意度（{survey.Survey.Method.Word()}）", ColumnSpan: width - 2, Bold: true), new(Percent.Show(survey.Overall), ColumnSpan: 2, Bold: true)];
        yield return [new($"调查对象：{survey.Survey.TargetGroup}。{survey.Sheets}。{(survey.Shortfall is { } s ? $"注意：{s}。" : "")}", ColumnSpan: width)];
    }
}

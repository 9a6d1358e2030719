using PerfEval.Documents.Model;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Documents.Writing;

/// <summary>绩效评价指标评分表: nine columns on landscape pages, as 004 prints it, with the sentence that explains each score.</summary>
internal static class ScoreTable
{
    /// <summary>Stands behind points that reviewers changed; the row of the total says what it means.</summary>
    private const string ChangedMark = "*";

    /// <summary>The table of a sheet.</summary>
    public static TableBlock Of(Project project, IndicatorTree tree, ScoreSheet sheet)
    {
        var nodes = tree.Indicators.ToDictionary(i => i.Id);
        var filed = project.Evaluation.IsFiled;
        var total = filed ? project.Evaluation.StatedScore ?? sheet.Total : sheet.Total;
        var leaves = sheet.Rows.Where(r => r.IsLeaf).Select(r => Row(r, nodes, filed)).ToList();
        var changed = filed ? 0 : sheet.Changed.Count();
        return new(
            [
                new(1.5, CellAlign.Centre, MergeEqual: true), new(1.5, CellAlign.Centre, MergeEqual: true), new(1.8, CellAlign.Centre, MergeEqual: true),
                new(2.2, CellAlign.Centre), new(0.8, CellAlign.Centre), new(0.8, CellAlign.Centre), new(3.3), new(3.7), new(NoteWidth(leaves)),
            ],
            [ReportTables.Header("一级指标", "二级指标", "三级指标", "四级指标", "分值", "得分", "指标解释", "评分标准", "评分说明")],
            [
                .. leaves,
                [new("合计", Bold: true), new("100%", Bold: true), new(""), new(""), new("100分", Bold: true),
                    new(Numbers.Plainly(total), Bold: true), new(""), new(""), new(TotalNote(sheet, filed, changed))],
            ],
            Landscape: true);
    }

    // Papers leave 评分说明 nearly empty, our own evaluations fill it with the sentence of every score.
    private static double NoteWidth(List<IReadOnlyList<Cell>> leaves) =>
        leaves.Count(l => l[^1].Text.Length > 0) * 4 < leaves.Count ? 2.2 : 3.6;

    private static IReadOnlyList<Cell> Row(ScoreRow row, Dictionary<int, Indicator> nodes, bool filed)
    {
        var leaf = nodes[row.IndicatorId];
        var headings = new string[Indicator.Levels];
        for (var node = leaf; node is not null; node = node.ParentId is { } parent ? nodes[parent] : null)
        {
            headings[node.Level - 1] = node.Heading;
        }

        var points = filed ? row.Stated ?? row.Points : row.Points;
        return ReportTables.Row(
            headings[0] ?? "", headings[1] ?? "", headings[2] ?? "", headings[3] ?? "", Numbers.Plainly(row.Weight),
            points is { } p ? Numbers.Plainly(p) + (row.IsChanged && !filed ? ChangedMark : "") : row.NotApplicable ? "不适用" : "未评",
            leaf.Explanation ?? "", leaf.Standard ?? leaf.Rule?.Standard(leaf.Weight) ?? "",
            filed ? row.Note ?? "" : string.Join("\n", new[] { row.Sentence, row.Note }.Where(t => !string.IsNullOrEmpty(t))));
    }

    private static string TotalNote(ScoreSheet sheet, bool filed, int changed) => filed ? "" : string.Join("\n", new[]
    {
        sheet is { Kind: { } kind, Before: not null } ? $"得分采用{kind.Word()}，自评{Numbers.Plainly(sheet.Kinds.First().Total)}分" : null,
        changed > 0 ? $"标“{ChangedMark}”的{changed}项经评审改分" : null,
        sheet.Redistribution?.Sentence, sheet.Cap?.Sentence, sheet.Grade is { } grade ? $"等级：{grade.Word()}" : $"还有{sheet.Missing.Count}个指标没有评分",
    }.Where(t => t is not null));
}

using PerfEval.Documents.Model;
using PerfEval.Domain.Checks.Data;

namespace PerfEval.Documents.Writing;

/// <summary>数据核对表: 序号, 核对内容, 原文数, 核算数, 结论.</summary>
internal static class CheckTable
{
    /// <summary>The annex: its heading and its table; nothing when there is nothing to compare.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<CheckedFigure> figures) => figures.Count == 0 ? [] :
    [
        new AnnexLabel("附件"),
        new TitleBlock(["数据核对表"]),
        new TableBlock(
            [new(0.8, CellAlign.Centre), new(4.4), new(2.4, CellAlign.Right), new(2.4, CellAlign.Right), new(2.2)],
            [ReportTables.Header("序号", "核对内容", "原文数", "核算数", "结论")],
            [.. figures.Select((f, i) => ReportTables.Row($"{i + 1}", f.What, f.Stated, f.Computed, f.Verdict))]),
    ];
}

using System.Globalization;
using System.Text.Json;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Documents.Excel;

/// <summary>
/// An indicator tree as a workbook: one row per indicator, its name in the column of its level, merged over everything
/// below it. What is exported comes in again as it was (<see cref="Reading.TreeReader"/>).
/// </summary>
public static class TreeWorkbook
{
    /// <summary>Name of the sheet with the indicators.</summary>
    public const string SheetName = "指标体系";

    /// <summary>Name of the sheet with what belongs to the tree as a whole.</summary>
    public const string SettingsName = "设置";

    internal const string Yes = "是";
    private const int HeadRow = 3;
    private static readonly int[] Widths = [16, 18, 22, 26, 9, 8, 34, 46, 40, 18, 24, 10, 22, 10, 20];

    /// <summary>Writes a tree.</summary>
    /// <param name="tree">With its indicators.</param>
    public static byte[] Export(IndicatorTree tree)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookBuilder(file, SpendingStyles.Part))
        {
            book.Add(SheetName, false, sheet => Indicators(sheet, tree));
            book.Add(SettingsName, false, sheet => Settings(sheet, tree));
            book.Define("_xlnm.Print_Titles", 0, CellAddress.InSheet(SheetName, $"${HeadRow}:${HeadRow}"));
        }

        return file.ToArray();
    }

    /// <summary>What belongs to the tree as a whole, by its name in the sheet.</summary>
    internal static IReadOnlyList<(string Name, string Value)> SettingsOf(IndicatorTree tree) =>
    [
        ("名称", tree.Name), ("代码", tree.Code), ("版本", tree.VersionNumber.ToString(CultureInfo.InvariantCulture)), ("来源说明", tree.Provenance ?? ""),
        ("待核实", tree.NeedsVerification ? Yes : "否"), ("指标得分保留小数", tree.LeafPlaces.ToString(CultureInfo.InvariantCulture)), ("不适用的指标", tree.NotApplicablePolicy.Word()),
        ("预算执行率的分母", ProjectFigures.DenominatorWord(tree.ExecutionDenominator)),
        ("总分封顶", string.Join("；", tree.Caps.Select(c => $"{Numbers.Plainly(c.BelowRate)}%以下不超过{Numbers.Plainly(c.MaxTotal)}分"))),
    ];

    private static void Indicators(SheetWriter sheet, IndicatorTree tree)
    {
        var nodes = tree.Ordered();
        sheet.Raw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="{HeadRow}" topLeftCell="A{HeadRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>""");
        sheet.Raw($"<cols>{string.Concat(Widths.Select((w, i) => $"""<col min="{i + 1}" max="{i + 1}" width="{w}" customWidth="1"/>"""))}</cols>");
        sheet.StartRows();
        sheet.StartRow(1, 30);
        sheet.Text(0, SpendingStyles.Title, tree.Name);
        sheet.EndRow();
        sheet.StartRow(2, 20);
        sheet.Text(0, SpendingStyles.Note, $"{tree.Code} 第{tree.VersionNumber}版　修改后可以重新导入为新的草稿；要按改过的评分标准重新提出规则，请清空那一行的“评分规则”");
        sheet.EndRow();
        sheet.StartRow(HeadRow, 30);
        foreach (var column in TreeColumns.All)
        {
            sheet.Text((int)column, column is TreeColumn.Scoring or TreeColumn.Rule ? SpendingStyles.HeadComputed : SpendingStyles.Head, column == TreeColumn.Rule ? "评分规则（系统用）" : column.Word());
        }

        sheet.EndRow();
        var merges = new List<string>();
        for (var n = 0; n < nodes.Count; n++)
        {
            var row = HeadRow + 1 + n;
            Row(sheet, row, nodes[n]);
            var below = nodes.Skip(n + 1).TakeWhile(i => i.Level > nodes[n].Level).Count();
            if (below > 0)
            {
                merges.Add($"{CellAddress.Of(nodes[n].Level - 1, row)}:{CellAddress.Of(nodes[n].Level - 1, row + below)}");
            }
        }

        sheet.EndRows();
        if (merges.Count > 0)
        {
            sheet.Raw($"""<mergeCells count="{merges.Count}">{string.Concat(merges.Select(m => $"""<mergeCell ref="{m}"/>"""))}</mergeCells>""");
        }

        sheet.Raw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
    }

    private static void Row(SheetWriter sheet, int row, Indicator node)
    {
        sheet.StartRow(row, Height(node), stays: false);
        foreach (var column in TreeColumns.All)
        {
            if (column == TreeColumn.Weight)
            {
                sheet.Number((int)column, SpendingStyles.Quantity, node.Weight);
            }
            else
            {
                var text = TextOf(node, column);
                sheet.Text((int)column, SheetWriter.LooksComputed(text ?? "") ? SpendingStyles.TextNotComputed : SpendingStyles.Text, text);
            }
        }

        sheet.EndRow();
    }

    private static string? TextOf(Indicator node, TreeColumn column) => column switch
    {
        <= TreeColumn.Level4 => (int)column == node.Level - 1 ? node.Name : null,
        TreeColumn.Code => node.Code,
        TreeColumn.Explanation => node.Explanation,
        TreeColumn.Standard => node.Standard,
        TreeColumn.Scoring => node.Rule is { } rule ? $"{rule.Name}：{rule.Standard(node.Weight)}" : null,
        TreeColumn.Binding => node.Binding?.Word(),
        TreeColumn.Evidence => node.EvidenceNeeded,
        TreeColumn.StatedCode => node.StatedCode,
        TreeColumn.PrintedName => node.PrintedName,
        TreeColumn.Verification => node.Verification?.Word(),
        _ => node.Rule is { } formal ? JsonSerializer.Serialize(formal, ScoringJson.Options) : null,
    };

    private static double? Height(Indicator node)
    {
        int Lines(TreeColumn column) => 1 + ((TextOf(node, column) ?? "").Sum(c => c > 0xFF ? 2 : 1) / (Widths[(int)column] - 3));
        var lines = new[] { (TreeColumn)(node.Level - 1), TreeColumn.Explanation, TreeColumn.Standard, TreeColumn.Scoring, TreeColumn.Evidence }.Max(Lines);
        return lines == 1 ? null : Math.Min(15 * lines, 240);
    }

    private static void Settings(SheetWriter sheet, IndicatorTree tree)
    {
        sheet.Raw("""<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols>""");
        sheet.StartRows();
        var row = 1;
        foreach (var (name, value) in SettingsOf(tree))
        {
            sheet.StartRow(row++);
            sheet.Text(0, SpendingStyles.WordsHead, name);
            sheet.Text(1, SpendingStyles.Words, value);
            sheet.EndRow();
        }

        sheet.EndRows();
    }
}

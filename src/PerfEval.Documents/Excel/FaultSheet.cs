using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Documents.Reading;

namespace PerfEval.Documents.Excel;

/// <summary>The sheet 错误清单 at the end of a marked workbook: every fault, with a link to its cell.</summary>
internal static class FaultSheet
{
    private const int HeadRow = 4;
    private static readonly string[] Heads = ["序号", "工作表", "单元格", "列", "值", "问题", "办法"];
    private static readonly int[] Widths = [7, 16, 10, 14, 26, 42, 52];

    /// <summary>Takes the list of an earlier round away, and what counts sheets after it.</summary>
    public static void RemoveFrom(WorkbookPart workbook)
    {
        var sheets = workbook.Workbook.Sheets!.Elements<Sheet>().ToList();
        var at = sheets.FindIndex(s => s.Name == SpendingReader.FaultSheetName);
        if (at < 0 || sheets.Count == 1)
        {
            return;
        }

        foreach (var name in workbook.Workbook.DefinedNames?.Elements<DefinedName>().Where(n => n.LocalSheetId?.Value >= at).ToList() ?? [])
        {
            if (name.LocalSheetId!.Value == at)
            {
                name.Remove();
            }
            else
            {
                name.LocalSheetId = name.LocalSheetId.Value - 1;
            }
        }

        if (workbook.Workbook.DefinedNames is { HasChildren: false } none)
        {
            none.Remove();
        }

        foreach (var view in workbook.Workbook.BookViews?.Elements<WorkbookView>() ?? [])
        {
            if (view.ActiveTab?.Value >= at)
            {
                view.ActiveTab = view.ActiveTab.Value == at ? 0 : view.ActiveTab.Value - 1;
            }

            if (view.FirstSheet?.Value >= at)
            {
                view.FirstSheet = 0;
            }
        }

        if (sheets[at].Id?.Value is { } id)
        {
            workbook.DeletePart(id);
        }

        sheets[at].Remove();
    }

    /// <summary>Adds the list behind the other sheets.</summary>
    public static void AddTo(WorkbookPart workbook, string sheetName, MarkStyles styles, IReadOnlyList<CellFault> faults)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var stream = part.GetStream(FileMode.Create))
        using (var sheet = new SheetWriter(stream))
        {
            Write(sheet, sheetName, styles, faults);
        }

        var sheets = workbook.Workbook.Sheets!;
        sheets.Append(new Sheet
        {
            Id = workbook.GetIdOfPart(part),
            SheetId = sheets.Elements<Sheet>().Max(s => s.SheetId?.Value ?? 0) + 1,
            Name = SpendingReader.FaultSheetName,
        });
        workbook.Workbook.Save();
    }

    private static void Write(SheetWriter sheet, string sheetName, MarkStyles styles, IReadOnlyList<CellFault> faults)
    {
        var (title, plain, head, text, link) = ((int)styles.Own(true, false, false), (int)styles.Own(false, false, false), (int)styles.Own(true, false, true), (int)styles.Own(false, false, true), (int)styles.Own(false, true, true));
        sheet.Raw($"""<sheetPr><tabColor rgb="FFB3261E"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{HeadRow}" topLeftCell="A{HeadRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>""");
        sheet.Raw($"<cols>{string.Concat(Widths.Select((w, i) => $"""<col min="{i + 1}" max="{i + 1}" width="{w}" customWidth="1"/>"""))}</cols>");
        sheet.StartRows();
        Line(sheet, 1, (title, $"错误清单：共{faults.Select(f => f.Row).Distinct().Count()}行、{faults.Count}处错误，没有导入任何内容"));
        Line(sheet, 2, (plain, $"有错的单元格在“{sheetName}”中标为红底，并有批注。点“单元格”一列可以跳到该处。改好后保存，直接上传本文件；本表不读取。"));
        Line(sheet, HeadRow, [.. Heads.Select(h => (head, h))]);
        for (var i = 0; i < faults.Count; i++)
        {
            var (fault, row) = (faults[i], HeadRow + 1 + i);
            sheet.StartRow(row);
            sheet.Number(0, text, i + 1);
            sheet.Text(1, text, sheetName);
            sheet.Text(2, link, fault.Cell);
            sheet.Text(3, text, fault.Heading);
            sheet.Text(4, text, fault.Value.Length > 200 ? fault.Value[..200] + "…" : fault.Value);
            sheet.Text(5, text, fault.Rule);
            sheet.Text(6, text, fault.Remedy);
            sheet.EndRow();
        }

        sheet.EndRows();
        var place = System.Security.SecurityElement.Escape(CellAddress.InSheet(sheetName, ""));
        sheet.Raw($"<hyperlinks>{string.Concat(faults.Select((f, i) => $"""<hyperlink ref="C{HeadRow + 1 + i}" location="{place}{f.Cell}" display="{f.Cell}"/>"""))}</hyperlinks>");
        sheet.Raw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
    }

    private static void Line(SheetWriter sheet, int row, params (int Style, string Text)[] cells)
    {
        sheet.StartRow(row);
        for (var i = 0; i < cells.Length; i++)
        {
            sheet.Text(i, cells[i].Style, cells[i].Text);
        }

        sheet.EndRow();
    }
}

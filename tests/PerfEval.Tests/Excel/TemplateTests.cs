using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PerfEval.Documents.Excel;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Excel;

/// <summary>The workbook people download: valid, protected where it computes, and the same again when it comes back.</summary>
public sealed class TemplateTests
{
    private static readonly LineEntry[] Entries =
    [
        SomeProject.Entry("春节慰问"), new("日常办公", "办公用品\n（含印刷）", "综合办", 12.5m, "批", 80.04m, 1000.5m, 0, null), new(null, "未填金额", null, null, null, null, null, null, null),
        new("退款", "退回多付", "综合办", null, null, null, -0.01m, -1234567.89m, "已退"), new("大额", "超出表格精度", "综合办", null, null, null, 1_234_567_890_123_456.78m, 1, "整"),
        new("=1+1", "+SUM(A1)", "-2", null, "@x", null, 1, 1, "=HYPERLINK(\"http://example.invalid\",\"点\")"), new("字面", "_x000D_ <b>&amp;\"'", "𠮷野家", null, null, null, 1, 1, null),
    ];

    [Fact]
    public void Export_and_template_are_valid_workbooks()
    {
        var project = SomeProject.With(Entries);
        Assert.Empty(Faults(SpendingWorkbook.Export(project)));
        Assert.Empty(Faults(SpendingWorkbook.Template(project)));
        Assert.Empty(Faults(SpendingWorkbook.Template(SomeProject.With())));
    }

    [Fact]
    public void What_was_exported_comes_back_unchanged()
    {
        var project = SomeProject.With(Entries);
        foreach (var file in new[] { SpendingWorkbook.Export(project), SpendingWorkbook.Template(project) })
        {
            var preview = project.Preview(file);
            Assert.Empty(preview.Faults);
            Assert.Equal(Entries.Length, preview.Plan.Count(LineStepKind.Unchanged));
            Assert.Equal(Entries.Length, preview.Plan.Steps.Count);
            Assert.Empty(preview.Plan.Changes(new HashSet<int>()).Rows);
        }
    }

    [Fact]
    public void Texts_that_look_like_formulas_are_texts_that_nothing_computes()
    {
        using var book = Open(SpendingWorkbook.Export(SomeProject.With(Entries)));
        var cells = Cells(book);
        foreach (var (at, text) in new[] { ("A10", "=1+1"), ("B10", "+SUM(A1)"), ("C10", "-2"), ("E10", "@x"), ("J10", "=HYPERLINK(\"http://example.invalid\",\"点\")") })
        {
            Assert.Equal(CellValues.InlineString, cells[at].DataType!.Value);
            Assert.Equal(text, cells[at].InnerText);
            Assert.Null(cells[at].CellFormula);
            Assert.True(Format(book, cells[at]).QuotePrefix?.Value, $"{at} has no quotePrefix");
        }

        Assert.False(Format(book, cells["A5"]).QuotePrefix?.Value ?? false);
    }

    [Fact]
    public void Numbers_are_numbers_and_computed_columns_are_formulas_with_their_values()
    {
        using var book = Open(SpendingWorkbook.Export(SomeProject.With(Entries)));
        var cells = Cells(book);
        Assert.Equal(("1000.5", null, 4u), (cells["G6"].CellValue!.Text, cells["G6"].DataType, Format(book, cells["G6"]).NumberFormatId!.Value));
        Assert.Equal(("IF(AND(ISNUMBER(G5),ISNUMBER(H5)),G5-H5,\"\")", "100"), (cells["I5"].CellFormula!.Text, cells["I5"].CellValue!.Text));
        Assert.Equal(("0.9", 10u), (cells["K5"].CellValue!.Text, Format(book, cells["K5"]).NumberFormatId!.Value));
        Assert.Equal(("", CellValues.String), (cells["I7"].CellValue!.Text, cells["I7"].DataType!.Value));
        Assert.Equal("SUM(G5:G11)", cells["G4"].CellFormula!.Text);
        Assert.Equal("合计", cells["A4"].InnerText);
    }

    [Fact]
    public void Entered_cells_are_open_and_computed_ones_protected()
    {
        using var book = Open(SpendingWorkbook.Template(SomeProject.With(Entries)));
        var cells = Cells(book);
        Assert.True(book.WorkbookPart!.WorksheetParts.First().Worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        string[] open = ["A", "B", "C", "D", "E", "F", "G", "H", "J"];
        foreach (var row in new[] { 5, 8, 120 })
        {
            Assert.All(open, c => Assert.False(Format(book, cells[$"{c}{row}"]).Protection?.Locked?.Value ?? true, $"{c}{row} is locked"));
            Assert.All(["I", "K"], c => Assert.True(Format(book, cells[$"{c}{row}"]).Protection?.Locked?.Value ?? true, $"{c}{row} is open"));
        }

        var sheet = book.WorkbookPart.WorksheetParts.First().Worksheet;
        Assert.True(sheet.GetFirstChild<Columns>()!.Elements<Column>().Last().Hidden!.Value);
        Assert.Equal((2d, 4d), (sheet.Descendants<Pane>().Single().HorizontalSplit!.Value, sheet.Descendants<Pane>().Single().VerticalSplit!.Value));
        var rules = sheet.Descendants<DataValidation>().ToDictionary(v => v.SequenceOfReferences!.InnerText!);
        Assert.Equal((DataValidationValues.List, DataValidationErrorStyleValues.Warning), (rules["C5:C5004"].Type!.Value, rules["C5:C5004"].ErrorStyle!.Value));
        Assert.Equal(DataValidationValues.Decimal, rules["G5:G5004"].Type!.Value);
        Assert.Contains("行标识（系统用，请勿改动）", cells["L3"].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_row_a_new_row_and_an_emptied_row_are_recognised()
    {
        var project = SomeProject.With(Entries);
        var preview = project.Preview(Change(SpendingWorkbook.Template(project), ("H5", 950m), ("B12", "新加的一行"), ("G12", 30m), ("B11", null), ("A11", null), ("C11", null), ("G11", null), ("H11", null)));
        Assert.Empty(preview.Faults);
        Assert.Equal((1, 1), (preview.Plan.Count(LineStepKind.Changed), preview.Plan.Count(LineStepKind.New)));
        Assert.Equal([("实际支出", "900.00", "950.00")], Web.Pages.Projects.SpendingPreview.Differences(preview.Plan.Steps.Single(s => s.Kind == LineStepKind.Changed)));
        Assert.Contains("第11行的内容已清空，系统中的这些行没有变动；要删除请在支出明细页面删除", preview.Sheet.Notes);
        Assert.Equal(1, preview.Untouched);
    }

    /// <summary>Writes into cells as a person would, the rest left as it is.</summary>
    internal static byte[] Change(byte[] content, params (string Cell, object? Value)[] changes)
    {
        using var file = new MemoryStream();
        file.Write(content);
        using (var book = SpreadsheetDocument.Open(file, true))
        {
            var cells = Cells(book);
            foreach (var (at, value) in changes)
            {
                var cell = cells[at];
                cell.RemoveAllChildren();
                cell.DataType = value is string ? CellValues.InlineString : null;
                if (value is string text)
                {
                    cell.Append(new InlineString(new Text(text)));
                }
                else if (value is not null)
                {
                    cell.Append(new CellValue((decimal)value));
                }
            }
        }

        return file.ToArray();
    }

    internal static IEnumerable<string> Faults(byte[] content)
    {
        using var book = Open(content);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(10)];
    }

    internal static SpreadsheetDocument Open(byte[] content) => SpreadsheetDocument.Open(new MemoryStream(content), false);

    internal static Dictionary<string, Cell> Cells(SpreadsheetDocument book, int sheet = 0)
    {
        var id = book.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        return ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
    }

    internal static CellFormat Format(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
}

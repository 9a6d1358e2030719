using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Documents.Excel;
using Tool = PerfEval.Documents.Tests.Pdf.Tool;

namespace PerfEval.Tests.Excel;

/// <summary>The person's own workbook back: red, commented, listed, and otherwise as it was.</summary>
public sealed class MarkedWorkbookTests
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    [Fact]
    public void Every_fault_is_red_commented_and_listed_with_a_link()
    {
        var content = FaultListTests.Everything(out var project).ToBytes();
        var preview = project.Preview(content);
        var marked = preview.Marked();
        Assert.Empty(TemplateTests.Faults(marked));
        using var book = TemplateTests.Open(marked);
        Assert.Equal(["说明", "2024年明细", "错误清单"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        var (before, cells) = (TemplateTests.Cells(TemplateTests.Open(content), 1), TemplateTests.Cells(book, 1));
        var wrong = preview.Faults.Select(f => f.Cell).ToHashSet();
        Assert.Equal(before.Keys.Union(wrong).Order(), cells.Keys.Order());
        foreach (var (at, cell) in cells)
        {
            Assert.Equal(wrong.Contains(at), IsRed(book, cell));
            if (before.TryGetValue(at, out var was))
            {
                Assert.Equal(was.InnerText, cell.InnerText);
                Assert.Equal(TemplateTests.Format(TemplateTests.Open(content), was.StyleIndex is null ? new Cell { StyleIndex = 0 } : was).NumberFormatId!.Value, TemplateTests.Format(book, cell).NumberFormatId!.Value);
            }
        }

        var comments = Sheet(book, 1).WorksheetCommentsPart!.Comments.Descendants<Comment>().ToDictionary(c => c.Reference!.Value!, c => c.InnerText);
        Assert.Equal(wrong.Order(), comments.Keys.Order());
        Assert.Equal("不是数字。请填数字，如 12 或 99.5", comments["E13"]);
        var list = TemplateTests.Cells(book, 2);
        Assert.Equal("错误清单：共7行、16处错误，没有导入任何内容", list["A1"].InnerText);
        Assert.Equal(["1", "2024年明细", "G12", "实际拨款", "2024年3月1日", "不是数字"], "ABCDEF".Select(c => list[$"{c}5"].InnerText));
        var links = Sheet(book, 2).Worksheet.Descendants<Hyperlink>().ToDictionary(h => h.Reference!.Value!, h => h.Location!.Value);
        Assert.Equal("'2024年明细'!G12", links["C5"]);
        Assert.Equal(preview.Faults.Count, links.Count);
    }

    [Fact]
    public void The_corrected_file_is_read_and_what_was_marked_before_is_taken_off()
    {
        var project = SomeProject.With(SomeProject.Entry("春节慰问"));
        var template = SpendingWorkbook.Template(project);
        var first = project.Preview(TemplateTests.Change(template, ("G5", "一千"), ("B6", "新行"), ("H6", "abc")));
        Assert.Equal(["支出明细!G5", "支出明细!H6"], first.Faults.Select(f => f.Place));
        var second = project.Preview(TemplateTests.Change(first.Marked(), ("G5", 1000m)));
        Assert.Equal(["支出明细!H6"], second.Faults.Select(f => f.Place));
        var marked = second.Marked();
        Assert.Empty(TemplateTests.Faults(marked));
        using (var book = TemplateTests.Open(marked))
        {
            var cells = TemplateTests.Cells(book);
            Assert.Equal((false, true), (IsRed(book, cells["G5"]), IsRed(book, cells["H6"])));
            Assert.False(TemplateTests.Format(book, cells["G5"]).Protection!.Locked!.Value);
            Assert.Equal(["H6"], Sheet(book, 0).WorksheetCommentsPart!.Comments.Descendants<Comment>().Select(c => c.Reference!.Value));
            Assert.Single(book.WorkbookPart!.Workbook.Descendants<Sheet>(), s => s.Name == "错误清单");
            Assert.DoesNotContain("<x:Row>4</x:Row>", Vml(Sheet(book, 0)), StringComparison.Ordinal);
        }

        var last = project.Preview(TemplateTests.Change(marked, ("H6", 5m)));
        Assert.Empty(last.Faults);
        Assert.Equal((1, 1), (last.Plan.Count(Domain.Projects.LineStepKind.Unchanged), last.Plan.Count(Domain.Projects.LineStepKind.New)));
    }

    [Fact]
    public void Comments_and_fills_of_the_person_are_kept()
    {
        var first = SomeProject.With().Preview(new Book().Sheet("表", ["项目", "实际支出"], ["办公", "abc"], ["印刷", 12.345], ["水电", 3]).ToBytes());
        using var file = new MemoryStream();
        file.Write(first.Marked());
        using (var book = SpreadsheetDocument.Open(file, true))
        {
            var part = Sheet(book, 0).WorksheetCommentsPart!;
            part.Comments.Authors!.Append(new Author("本人"));
            part.Comments.CommentList!.Append(new Comment(new CommentText(new Text("我写的"))) { Reference = "A2", AuthorId = (uint)part.Comments.Authors.ChildElements.Count - 1 });
        }

        var again = SomeProject.With().Preview(TemplateTests.Change(file.ToArray(), ("B3", 12.34m)));
        using var marked = TemplateTests.Open(again.Marked());
        Assert.Equal(["A2 我写的", "B2 不是数字。请填金额，单位为元，如 12000 或 12,000.50"], Sheet(marked, 0).WorksheetCommentsPart!.Comments.Descendants<Comment>().Select(c => $"{c.Reference} {c.InnerText}").Order());
        var cells = TemplateTests.Cells(marked);
        Assert.Equal("FFFFFF00", Fill(marked, cells["B3"])!.ForegroundColor!.Rgb!.Value);
        Assert.Equal(4u, TemplateTests.Format(marked, cells["B3"]).NumberFormatId!.Value);
    }

    [Fact]
    public void A_text_file_comes_back_as_a_workbook()
    {
        var preview = SomeProject.With().Preview("名称,项目,实际支出\n慰问,=1+1,abc\n会议,租场地,10\n"u8.ToArray(), "明细.csv");
        var marked = preview.Marked();
        Assert.Empty(TemplateTests.Faults(marked));
        using var book = TemplateTests.Open(marked);
        var cells = TemplateTests.Cells(book);
        Assert.Equal(("=1+1", null, true), (cells["B2"].InnerText, cells["B2"].CellFormula, IsRed(book, cells["C2"])));
        Assert.Equal(["支出明细", "错误清单"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
    }

    [Fact]
    public void Parts_of_WPS_that_nobody_else_knows_stay()
    {
        var book = new Book().Sheet("表", ["项目", "实际支出"], ["办公", "abc"]);
        book.Besides.Add(("xl/cellimages.xml", "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>"));
        var marked = SomeProject.With().Preview(book.ToBytes()).Marked();
        using var zip = new ZipArchive(new MemoryStream(marked));
        Assert.Contains("xl/cellimages.xml", zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void LibreOffice_opens_the_marked_workbook_with_its_comments_and_an_xls_goes_the_same_way()
    {
        var content = FaultListTests.Everything(out var project).ToBytes();
        var preview = project.Preview(content);
        var folder = Directory.CreateTempSubdirectory("perfeval-office-").FullName;
        try
        {
            var annotations = Annotations(Convert(folder, "标注.xlsx", preview.Marked(), "fods"));
            Assert.Equal(preview.Faults.Select(f => f.Cell).Distinct().Count(), annotations.Count);
            Assert.Contains("不是数字。请填数字，如 12 或 99.5", annotations);

            // The same workbook as .xls: the same list, and a marked .xlsx that opens as well.
            var xls = Convert(folder, "原表.xlsx", content, "xls");
            Assert.True(xls.AsSpan(0, 4).SequenceEqual(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }));
            var same = project.Preview(xls, "明细.xls");
            // But for results of formulas: errors are empty cells to the reader of .xls, and LibreOffice has computed the others.
            Assert.Equal(preview.Faults.Where(f => f.Row != 18).ToList().Lines(), same.Faults.Where(f => f.Row != 18).ToList().Lines());
            Assert.Empty(TemplateTests.Faults(same.Marked()));
            Assert.Equal(same.Faults.Select(f => f.Cell).Distinct().Count(), Annotations(Convert(folder, "标注二.xlsx", same.Marked(), "fods")).Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Annotations(byte[] flat) =>
        [.. XDocument.Load(new MemoryStream(flat)).Descendants(Table + "table-cell").Elements(Office + "annotation")
            .Select(a => string.Join("", a.Elements().Where(e => e.Name.LocalName == "p").Select(p => p.Value)))];

    private static byte[] Convert(string folder, string name, byte[] content, string to)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, content);
        Tool.Output("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder, file);
        return File.ReadAllBytes(Path.ChangeExtension(file, to));
    }

    private static WorksheetPart Sheet(SpreadsheetDocument book, int index) =>
        (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(index).Id!.Value!)!;

    private static string Vml(WorksheetPart part)
    {
        using var reader = new StreamReader(part.VmlDrawingParts.Single().GetStream());
        return reader.ReadToEnd();
    }

    private static PatternFill? Fill(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.Fills!.Elements<Fill>().ElementAt((int)TemplateTests.Format(book, cell).FillId!.Value).PatternFill;

    private static bool IsRed(SpreadsheetDocument book, Cell cell) => cell.StyleIndex is not null && Fill(book, cell)?.ForegroundColor?.Rgb?.Value == "FFFFC7CF";
}

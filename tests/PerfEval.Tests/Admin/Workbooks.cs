using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PerfEval.Tests.Admin;

/// <summary>Workbooks as other programs write them.</summary>
internal static class Workbooks
{
    public static byte[] Of(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Cell)))));
            workbook.Workbook.AppendChild(new Sheets()).AppendChild(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "单位" });
        }

        return stream.ToArray();
    }

    private static Cell Cell(string text) => text.All(char.IsAsciiDigit) && text.Length > 0
        ? new Cell { CellValue = new CellValue(text), DataType = CellValues.Number }
        : new Cell { InlineString = new InlineString(new Text(text)), DataType = CellValues.InlineString };
}

using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Documents.Reading;

namespace PerfEval.Documents.Excel;

/// <summary>
/// The person's own workbook back, with what is wrong: red cells that keep their number format and frame, comments, and
/// a sheet 错误清单 that leads to them. Everything else in the file stays as it was. What an earlier round marked is
/// taken off first. Files that cannot be changed in place (.xls, .csv, macros) come back as a new .xlsx with their values.
/// </summary>
public static class MarkedWorkbook
{
    private const string OrdinaryWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Marks a file that was read.</summary>
    /// <param name="content">The file as it was uploaded.</param>
    /// <param name="sheet">What was read from it.</param>
    /// <param name="faults">What is wrong, in the order of the list.</param>
    public static byte[] Of(byte[] content, SpendingSheet sheet, IReadOnlyList<CellFault> faults)
    {
        if (FileKinds.Of(content) == FileKind.Zip)
        {
            try
            {
                if (InPlace(content, sheet.Name, faults) is { } marked)
                {
                    return marked;
                }
            }
            catch (Exception e) when (e is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or IOException)
            {
                // Readable, but not after the letter of the format: its values come back in a workbook of ours.
            }
        }

        var name = sheet.Name.Length == 0 ? SpendingWorkbook.SheetName : sheet.Name;
        return InPlace(PlainWorkbook.Of(sheet.Grid, name), name, faults)!;
    }

    private static byte[]? InPlace(byte[] content, string sheetName, IReadOnlyList<CellFault> faults)
    {
        using var file = new MemoryStream();
        file.Write(content);
        using (var document = SpreadsheetDocument.Open(file, true))
        {
            var workbook = document.WorkbookPart;
            if (workbook?.ContentType != OrdinaryWorkbook || workbook.WorkbookStylesPart is null
                || workbook.Workbook.Descendants<Sheet>().FirstOrDefault(s => s.Name == sheetName) is not { Id.Value: { } id }
                || workbook.GetPartById(id) is not WorksheetPart part)
            {
                return null;
            }

            FaultSheet.RemoveFrom(workbook);
            var styles = new MarkStyles(workbook.WorkbookStylesPart.Stylesheet);
            var cells = faults.ToLookup(f => (f.Row, f.Column));
            var legacy = new MarkComments(part).Write(cells);
            using (var marked = new MemoryStream())
            {
                using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
                {
                    new SheetMarker(styles, cells.Select(c => c.Key), legacy).Copy(source, marked);
                }

                marked.Position = 0;
                part.FeedData(marked);
            }

            FaultSheet.AddTo(workbook, sheetName, styles, faults);
            styles.Save();
        }

        return file.ToArray();
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PerfEval.Documents.Excel;

/// <summary>A new workbook, sheet by sheet.</summary>
internal sealed class WorkbookBuilder : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart workbook;
    private readonly Sheets sheets;
    private readonly DefinedNames names = new();

    public WorkbookBuilder(Stream target, string styles)
    {
        document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        sheets = workbook.Workbook.AppendChild(new Sheets());
        using var source = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(styles));
        workbook.AddNewPart<WorkbookStylesPart>().FeedData(source);
    }

    /// <summary>Adds a sheet; its name is cut to what a sheet may be called.</summary>
    public void Add(string name, bool hidden, Action<SheetWriter> write)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var stream = part.GetStream(FileMode.Create))
        using (var writer = new SheetWriter(stream))
        {
            write(writer);
        }

        var sheet = new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name };
        if (hidden)
        {
            sheet.State = SheetStateValues.Hidden;
        }

        sheets.AppendChild(sheet);
    }

    /// <summary>Names a range of a sheet.</summary>
    public void Define(string name, int sheet, string range) => names.AppendChild(new DefinedName(range) { Name = name, LocalSheetId = (uint)sheet });

    public void Dispose()
    {
        if (names.HasChildren)
        {
            workbook.Workbook.AppendChild(names);
        }

        // Excel computes again when it opens the file; the values we wrote are for readers that do not.
        workbook.Workbook.AppendChild(new CalculationProperties { FullCalculationOnLoad = true });
        document.Dispose();
    }
}

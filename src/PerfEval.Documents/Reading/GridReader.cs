using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PerfEval.Documents.Reading;

/// <summary>Reads the sheets of an admitted file cell by cell: .xlsx ourselves, .xls by ExcelDataReader, .csv as text.</summary>
internal static class GridReader
{
    static GridReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All sheets with their filled rows. Formatted but empty rows are not kept, however many there are.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for what is said about it.</param>
    /// <param name="kind">What it was admitted as.</param>
    /// <param name="most">Most filled rows of a sheet.</param>
    /// <exception cref="UnreadableTable">It is damaged, locked or something else.</exception>
    public static IReadOnlyList<Grid> Read(byte[] content, string fileName, FileKind kind, int most)
    {
        try
        {
            if (kind == FileKind.Text)
            {
                var cells = Csv.Parse(Csv.Decode(content, fileName));
                var rows = cells.Select((c, i) => new GridRow(i + 1, [.. c.Take(GridRow.MostColumns).Select(t => t.Length == 0 ? null : t)])).Where(r => r.IsFilled).ToList();
                return [new("", [.. rows.Take(most)], [], rows.Count > most)];
            }

            if (kind == FileKind.Zip)
            {
                using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
                if (new OpenWorkbook(zip) is { IsReadable: true } workbook)
                {
                    return [.. workbook.Sheets.Select(s => OpenSheet.Read(workbook, s.Name, s.Part, most))];
                }
            }

            return Binary(content, most);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableTable($"文件“{fileName}”加了打开密码，不能读取；请取消密码后重新上传");
        }
        catch (Exception e) when (e is not UnreadableTable and not OutOfMemoryException)
        {
            // Whatever a foreign or damaged file makes the readers throw, the person can do the same about it.
            throw WorkbookFile.Broken(fileName);
        }
    }

    private static List<Grid> Binary(byte[] content, int most)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        var grids = new List<Grid>();
        do
        {
            var rows = new List<GridRow>();
            for (var number = 1; rows.Count <= most && reader.Read(); number++)
            {
                var values = new object?[Math.Min(reader.FieldCount, GridRow.MostColumns)];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = Value(reader, i);
                }

                var row = new GridRow(number, values, reader.RowHeight == 0);
                if (row.IsFilled)
                {
                    rows.Add(row);
                }
            }

            grids.Add(new(
                reader.Name, [.. rows.Take(most)],
                [.. (reader.MergeCells ?? []).Select(m => new MergedRange(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))], rows.Count > most));
        }
        while (reader.NextResult());
        return grids;
    }

    private static object? Value(IExcelDataReader sheet, int i) => sheet.GetValue(i) switch
    {
        null or "" => null,
        double number when sheet.GetNumberFormatString(i)?.Contains('%', StringComparison.Ordinal) == true => OpenSheet.Percent(number),
        double number => number,
        int number => (double)number,
        string text => text,
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        var other => CellText.Of(other),
    };
}

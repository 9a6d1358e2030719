using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PerfEval.Documents.Reading;

/// <summary>
/// Reads the list in an uploaded file: .xlsx, .xls or .csv (UTF-8 or GB18030). What a file is, its content decides and
/// not its name. The header is the first row that holds every required column, in any order; rows above it, empty rows
/// and columns nobody asked for are passed over.
/// </summary>
public static class TableReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>Most rows below the header.</summary>
    public const int MostRows = 5000;

    private const int HeaderWithin = 20;
    private const string SaveAs = "请在 Excel 或 WPS 中另存为 .xlsx 后重新上传";

    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the first sheet that has the columns.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for what is said about it.</param>
    /// <param name="columns">Columns that must be there.</param>
    /// <exception cref="UnreadableTable">It is no such list; the message says why and what to do.</exception>
    public static Table Read(byte[] content, string fileName, IReadOnlyList<string> columns)
    {
        if (content.Length == 0)
        {
            throw new UnreadableTable($"文件“{fileName}”是空的，请重新选择");
        }

        if (content.Length > LargestFile)
        {
            throw new UnreadableTable($"文件“{fileName}”超过{LargestFile / 1024 / 1024} MB，请分成几份上传");
        }

        var sheets = FileKinds.Of(content) switch
        {
            FileKind.Zip or FileKind.Ole => Workbook(content, fileName),
            FileKind.Text => [new("", Csv.Parse(Csv.Decode(content, fileName)))],
            FileKind.Pdf => throw new UnreadableTable($"文件“{fileName}”是 PDF，不是表格；请上传 .xlsx、.xls 或 .csv"),
            _ => throw new UnreadableTable($"文件“{fileName}”不是表格；请上传 .xlsx、.xls 或 .csv"),
        };
        var table = sheets.Select(s => Find(s, columns)).FirstOrDefault(t => t is not null)
            ?? throw new UnreadableTable(WithoutHeader(sheets, fileName, columns));
        return table.Rows.Count switch
        {
            0 => throw new UnreadableTable($"文件“{fileName}”只有表头，没有内容"),
            > MostRows => throw new UnreadableTable($"文件“{fileName}”有{table.Rows.Count}行，每次最多{MostRows}行，请分成几份上传"),
            _ => table,
        };
    }

    private static List<Sheet> Workbook(byte[] content, string fileName)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
            var sheets = new List<Sheet>();
            do
            {
                sheets.Add(new(reader.Name, Rows(reader)));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableTable($"文件“{fileName}”加了打开密码，不能读取；请取消密码后重新上传");
        }
        catch (Exception e) when (e is not UnreadableTable and not OutOfMemoryException)
        {
            // Whatever a foreign or damaged file makes the library throw, the person can do the same about it.
            var what = fileName.EndsWith(".et", StringComparison.OrdinalIgnoreCase) ? "是 WPS 的 .et 格式" : "不是能读取的表格，或已损坏";
            throw new UnreadableTable($"文件“{fileName}”{what}；{SaveAs}");
        }
    }

    private static List<IReadOnlyList<string>> Rows(IExcelDataReader reader)
    {
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            // A sheet may claim a million formatted but empty rows: stop well after what we would accept.
            if (rows.Count > MostRows * 2)
            {
                throw new UnreadableTable($"表格“{reader.Name}”超过{MostRows * 2}行，请删去多余的空行或分成几份上传");
            }

            var cells = new string[Math.Min(reader.FieldCount, 100)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellText.Of(reader.GetValue(i));
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static Table? Find(Sheet sheet, IReadOnlyList<string> columns)
    {
        for (var i = 0; i < Math.Min(sheet.Rows.Count, HeaderWithin); i++)
        {
            var header = sheet.Rows[i].Select(CellText.Name).ToList();
            if (!columns.All(header.Contains))
            {
                continue;
            }

            var places = header.Select((name, index) => (name, index)).Where(c => c.name.Length > 0)
                .DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.index);
            var rows = sheet.Rows.Select((cells, index) => (cells, Number: index + 1)).Skip(i + 1)
                .Where(r => r.cells.Any(c => c.Length > 0))
                .Select(r => new TableRow(r.Number, places.ToDictionary(p => p.Key, p => p.Value < r.cells.Count ? r.cells[p.Value] : "")));
            return new(sheet.Name, [.. rows]);
        }

        return null;
    }

    private static string WithoutHeader(List<Sheet> sheets, string fileName, IReadOnlyList<string> columns)
    {
        var best = sheets.SelectMany(s => s.Rows.Take(HeaderWithin)).Select(r => r.Select(CellText.Name).ToHashSet())
            .MaxBy(names => columns.Count(names.Contains));
        var missing = columns.Where(c => best is null || !best.Contains(c)).ToList();
        return missing.Count == columns.Count
            ? $"文件“{fileName}”中没有找到表头，应有“{string.Join("”“", columns)}”这几列，请对照模板"
            : $"文件“{fileName}”的表头缺少“{string.Join("”“", missing)}”，请对照模板补上";
    }

    private sealed record Sheet(string Name, List<IReadOnlyList<string>> Rows);
}

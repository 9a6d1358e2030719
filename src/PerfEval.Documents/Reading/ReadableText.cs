using System.Text;

namespace PerfEval.Documents.Reading;

/// <summary>
/// Any file that holds a report, as plain text: paragraphs as lines, tables as lines with tabs between the cells. For
/// checking on the spot; nothing is kept.
/// </summary>
public static class ReadableText
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Most characters of a text.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>Most filled rows of a sheet that are read.</summary>
    private const int MostRows = 5000;

    private const string Wanted = "请上传 .docx、.xlsx 或 .txt，或把文字粘贴进来";

    /// <summary>What the file says.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for what is said about it.</param>
    /// <exception cref="UnreadableTable">It cannot be read; the message says why and what to do.</exception>
    public static string Of(byte[] content, string fileName)
    {
        if (content.Length == 0)
        {
            throw new UnreadableTable($"文件“{fileName}”是空的，请重新选择");
        }

        if (content.Length > LargestFile)
        {
            throw TooLarge(fileName);
        }

        var text = FileKinds.Of(content) switch
        {
            FileKind.Text => Csv.Decode(content, fileName),
            FileKind.Zip when DocxText.IsDocument(content) => DocxText.Read(content, fileName),
            FileKind.Zip => Sheets(content, fileName),
            FileKind.Ole when fileName.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) => Sheets(content, fileName),
            FileKind.Ole => throw new UnreadableTable($"文件“{fileName}”是旧的 .doc 格式、WPS 格式或加了打开密码，不能读取；请另存为不加密的 .docx 后重新上传"),
            FileKind.Pdf => throw new UnreadableTable($"文件“{fileName}”是 PDF，其中的文字次序不可靠，不能核对；{Wanted}"),
            _ => throw new UnreadableTable($"文件“{fileName}”不是文字或表格；{Wanted}"),
        };
        return text.Length > MostCharacters
            ? throw new UnreadableTable($"文件“{fileName}”有{text.Length}个字，超过{MostCharacters}个字，请分成几份核对") : text.ReplaceLineEndings("\n");
    }

    /// <summary>What is said about a file that is too large, also when only its size is known.</summary>
    public static UnreadableTable TooLarge(string fileName) =>
        new($"文件“{fileName}”超过{LargestFile / 1024 / 1024} MB，没有读取；请删去图片，或分成几份核对");

    private static string Sheets(byte[] content, string fileName)
    {
        var grids = GridReader.Read(content, fileName, WorkbookFile.Admit(content, fileName), MostRows);
        var text = new StringBuilder();
        foreach (var grid in grids.Where(g => g.Rows.Count > 0))
        {
            text.Append(grid.Sheet).Append('\n');
            var width = grid.Rows.Max(r => r.Values.Length);
            foreach (var row in grid.Rows)
            {
                text.AppendJoin('\t', Enumerable.Range(0, width).Select(c => row.Text(c).ReplaceLineEndings(" ").Replace('\t', ' '))).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}

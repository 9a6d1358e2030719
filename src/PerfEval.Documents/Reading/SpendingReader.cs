using PerfEval.Documents.Excel;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>
/// Finds the spending lines in an uploaded file: our template, an export, or any sheet whose first rows head a column
/// 项目 and one of 实际拨款 and 实际支出. What is in the rows is not judged here.
/// </summary>
public static class SpendingReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = WorkbookFile.LargestFile;

    /// <summary>Most lines of a file.</summary>
    public const int MostRows = 5000;

    /// <summary>Name of the sheet that lists what is wrong; it is never read.</summary>
    internal const string FaultSheetName = "错误清单";

    private const int HeaderWithin = 20;
    private const int RowsBesides = 500;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for what is said about it.</param>
    /// <param name="chosen">The unit that a person chose when asked; null to go by the file.</param>
    /// <exception cref="UnreadableTable">It is no such list; the message says why and what to do.</exception>
    public static SpendingSheet Read(byte[] content, string fileName, AmountUnit? chosen = null)
    {
        var sheets = GridReader.Read(content, fileName, WorkbookFile.Admit(content, fileName), MostRows + RowsBesides);
        var heads = sheets.Select(s => s with { Rows = [.. s.Rows.TakeWhile(r => r.Number <= HeaderWithin)] }).ToList();
        var found = heads.Select((head, index) => (Head: head, Index: index, Stamp: StampOf(head), Header: Header.In(head)))
            .Where(f => f.Head.Sheet != FaultSheetName).ToList();
        if (found.Select(f => f.Stamp).FirstOrDefault(s => s is not null && s.Version != TemplateStamp.CurrentVersion) is { } other)
        {
            throw new UnreadableTable(other.Version < TemplateStamp.CurrentVersion
                ? $"文件“{fileName}”是旧版模板（第{other.Version}版，现为第{TemplateStamp.CurrentVersion}版）；请重新下载模板，把内容复制到新模板后上传"
                : $"文件“{fileName}”的模板版本（第{other.Version}版）比系统新；请在本系统下载模板，把内容复制过去后上传");
        }

        var all = found.Where(f => f.Header is not null).OrderByDescending(f => f.Stamp is not null).ThenBy(f => f.Index).ToList();
        if (all.Count == 0)
        {
            throw new UnreadableTable(WithoutHeader(heads, fileName));
        }

        var (_, at, stamp, header) = all[0];
        if (sheets[at].HasMore)
        {
            throw new UnreadableTable($"文件“{fileName}”超过{MostRows}行，请分成几份上传");
        }

        var rows = new SpendingRows(sheets[at], header!, stamp, chosen);
        var sheet = rows.ToSheet([.. all.Skip(1).Select(f => $"工作表“{f.Head.Sheet}”也有同样的表头，没有读取；只读取了“{all[0].Head.Sheet}”")]);
        return sheet.Lines.Count switch
        {
            0 => throw new UnreadableTable($"文件“{fileName}”只有表头，没有内容；请填写后重新上传"),
            > MostRows => throw new UnreadableTable($"文件“{fileName}”有{sheet.Lines.Count}行，每次最多{MostRows}行，请分成几份上传"),
            _ => sheet,
        };
    }

    /// <summary>What to say about a file of this size without reading it; null when it may be read.</summary>
    public static string? Refuses(long length, string fileName) => length > LargestFile ? WorkbookFile.TooLarge(fileName) : null;

    private static TemplateStamp? StampOf(Grid head) =>
        head.Rows.SelectMany(r => r.Values).OfType<string>().Select(TemplateStamp.Of).FirstOrDefault(s => s is not null);

    private static string WithoutHeader(List<Grid> heads, string fileName)
    {
        var sheets = heads.Count > 1 ? $"（看了工作表“{string.Join("”“", heads.Select(h => h.Sheet).Take(8))}”）" : "";
        var best = heads.SelectMany(h => h.Rows).Select(r => LineColumns.OfHeaders([.. r.Values.Select(CellText.Of)]).OfType<LineHeader>().Select(h => h.Column).ToList())
            .MaxBy(c => c.Count) ?? [];
        var missing = best.Count < 2 ? ""
            : best.Contains(LineColumn.Item) ? "，表头缺少“实际拨款”和“实际支出”，至少要有一列"
            : "，表头缺少“项目”";
        return $"文件“{fileName}”的前{HeaderWithin}行中没有找到支出明细的表头{sheets}{missing}；表头应有“项目”和“实际拨款”或“实际支出”，请对照模板";
    }

    /// <summary>The row that heads the columns.</summary>
    internal sealed record Header(int Row, IReadOnlyDictionary<LineColumn, (int Column, AmountUnit? Unit)> Columns, int? MarkColumn, AmountUnit? Note)
    {
        public static Header? In(Grid head)
        {
            AmountUnit? note = null;
            var width = head.Rows.Select(r => r.Values.Length).DefaultIfEmpty(0).Max();
            foreach (var row in head.Rows)
            {
                var cells = Enumerable.Range(0, width).Select(i => Merged(head, row, i)).ToList();
                var named = LineColumns.OfHeaders(cells).Select((h, i) => (Header: h, At: i)).Where(n => n.Header is not null)
                    .ToDictionary(n => n.Header!.Value.Column, n => (n.At, n.Header!.Value.Unit));
                if (named.ContainsKey(LineColumn.Item) && (named.ContainsKey(LineColumn.Allocated) || named.ContainsKey(LineColumn.Spent)))
                {
                    var mark = cells.FindIndex(c => c.StartsWith(RowMark.Heading, StringComparison.Ordinal));
                    return new(row.Number, named, mark < 0 ? null : mark, note);
                }

                note = cells.Select(LineColumns.UnitNoted).FirstOrDefault(unit => unit is not null) ?? note;
            }

            return null;
        }

        // A heading may be merged over two rows, beside headings that are divided.
        private static string Merged(Grid head, GridRow row, int column)
        {
            var text = row.Text(column);
            var range = text.Length > 0 ? default : head.Merges.FirstOrDefault(m => m.FirstColumn == column && m.FirstRow < row.Number && m.LastRow >= row.Number);
            return range == default ? text : head.Rows.FirstOrDefault(r => r.Number == range.FirstRow)?.Text(column) ?? text;
        }
    }
}

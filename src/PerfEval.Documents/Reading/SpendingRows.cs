using System.Text.RegularExpressions;
using PerfEval.Documents.Excel;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>Makes lines of the rows below a header: what is a line, what a sum, what a remark, and what only looks like something.</summary>
internal sealed partial class SpendingRows(Grid grid, SpendingReader.Header header, TemplateStamp? stamp, AmountUnit? chosen)
{
    // What is written once for several lines. Amounts are not: a merged amount belongs to its first line only.
    private static readonly LineColumn[] FilledDown = [LineColumn.ActivityGroup, LineColumn.Item, LineColumn.ImplementingUnit];

    private readonly List<ImportedLine> lines = [];
    private readonly List<ImportFault> faults = [];
    private readonly List<int> sums = [];
    private readonly List<int> remarks = [];
    private readonly List<int> emptied = [];
    private int pictures;
    private int hidden;

    public SpendingSheet ToSheet(IReadOnlyList<string> others)
    {
        var merges = grid.Merges.Where(m => m.LastRow > m.FirstRow).ToLookup(m => m.FirstColumn);
        var rows = grid.Rows.ToDictionary(r => r.Number);
        foreach (var row in grid.Rows.Where(r => r.Number > header.Row))
        {
            Take(row, merges, rows);
        }

        return new()
        {
            Name = grid.Sheet,
            Grid = grid,
            Lines = lines,
            Columns = header.Columns.ToDictionary(c => c.Key, c => c.Value.Column),
            Stamp = stamp,
            Unit = chosen ?? header.Note ?? AmountUnit.Yuan,
            Faults = faults,
            Notes = [.. Notes(), .. others],
            Skipped = sums.Count + remarks.Count + emptied.Count,
        };
    }

    private IEnumerable<string> Notes()
    {
        if (sums.Count > 0)
        {
            yield return $"第{Some(sums)}行是合计行，没有读取；合计由系统计算";
        }

        if (remarks.Count > 0)
        {
            yield return $"第{Some(remarks)}行是表下的说明，没有读取";
        }

        if (emptied.Count > 0)
        {
            yield return $"第{Some(emptied)}行的内容已清空，系统中的这些行没有变动；要删除请在支出明细页面删除";
        }

        if (pictures > 0)
        {
            yield return $"有{pictures}个单元格是 WPS 内嵌图片，按空白读取";
        }

        if (hidden > 0)
        {
            yield return $"有{hidden}行在表中是隐藏的，也已读取";
        }
    }

    private void Take(GridRow row, ILookup<int, MergedRange> merges, Dictionary<int, GridRow> rows)
    {
        var typing = new LineTyping();
        foreach (var (column, (at, unit)) in header.Columns)
        {
            typing[column] = Cell(row, column, at);
            typing.Write(column, chosen ?? unit ?? header.Note ?? AmountUnit.Yuan);
        }

        var mark = header.MarkColumn is { } place ? RowMark.Read(row.Text(place)) : null;
        if (typing.IsEmpty)
        {
            if (mark is not null)
            {
                emptied.Add(row.Number);
            }

            return;
        }

        if (IsSum(row, typing))
        {
            // The template's own sum below its header is nobody's news.
            if (stamp is null || row.Number != header.Row + 1)
            {
                sums.Add(row.Number);
            }

            return;
        }

        if (typing.IsRemark)
        {
            remarks.Add(row.Number);
            return;
        }

        foreach (var column in FilledDown.Where(header.Columns.ContainsKey))
        {
            var at = header.Columns[column].Column;
            if (typing[column].Length == 0 && merges[at].FirstOrDefault(m => m.FirstRow < row.Number && m.LastRow >= row.Number) is { FirstRow: > 0 } range
                && range.FirstRow > header.Row && rows.TryGetValue(range.FirstRow, out var first))
            {
                typing[column] = Cell(first, column, at);
            }
        }

        hidden += row.IsHidden ? 1 : 0;
        lines.Add(new(row.Number, typing, mark?.Id, mark?.Version));
    }

    private string Cell(GridRow row, LineColumn column, int at)
    {
        // Line breaks inside the text stay; what is around it does not.
        var text = row.Text(at);
        if (Picture().IsMatch(text))
        {
            pictures++;
            return "";
        }

        if (row.Value(at) is UncomputedFormula && !column.IsComputed())
        {
            faults.Add(new(row.Number, column, text, "是没有计算结果的公式", "请用 Excel 或 WPS 打开该文件，保存后重新上传，或直接填写"));
            return "";
        }

        if (!column.IsNumber() && Error().IsMatch(text))
        {
            faults.Add(new(row.Number, column, text, "是公式出错的结果", "请在原表中改正公式，或直接填写文字"));
        }

        return text;
    }

    private static bool IsSum(GridRow row, LineTyping typing)
    {
        var item = typing[LineColumn.Item];
        return (item.Length == 0 || Sum().IsMatch(item)) && Enumerable.Range(0, row.Values.Length).Any(i => Sum().IsMatch(row.Text(i)));
    }

    private static string Some(List<int> rows) => string.Join("、", rows.Take(10)) + (rows.Count > 10 ? $"等{rows.Count}" : "");

    [GeneratedRegex(@"^=?(_xlfn\.)?DISPIMG\(", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$")]
    private static partial Regex Error();

    [GeneratedRegex(@"^\s*(合|总|小|共|累|本页小|本页合)\s*计\s*[:：]?\s*$")]
    private static partial Regex Sum();
}

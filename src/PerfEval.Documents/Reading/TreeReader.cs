using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Documents.Excel;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Documents.Reading;

/// <summary>
/// Finds an indicator tree in an uploaded file: our own export, or an official table with the columns 一级指标 to 四级指标,
/// 分值, 指标解释 and 评分标准, merged cells and all.
/// </summary>
public static partial class TreeReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = WorkbookFile.LargestFile;

    private const int HeaderWithin = 20;
    private const int MostRows = 2000;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">Its name, for what is said about it.</param>
    /// <exception cref="UnreadableTable">It is no such table; the message says why and what to do.</exception>
    public static TreeSheet Read(byte[] content, string fileName)
    {
        var grids = GridReader.Read(content, fileName, WorkbookFile.Admit(content, fileName), MostRows);
        foreach (var grid in grids)
        {
            if (grid.Rows.TakeWhile(r => r.Number <= HeaderWithin).Select(r => (Row: r, Columns: ColumnsOf(r))).FirstOrDefault(h => IsHeader(h.Columns)) is { Row: { } head } header)
            {
                if (grid.HasMore)
                {
                    throw new UnreadableTable($"文件“{fileName}”的工作表“{grid.Sheet}”超过{MostRows}行，不像一套指标体系；请删去无关的行后重新上传");
                }

                var (tree, notes) = Settings(grids, grid, head, Path.GetFileNameWithoutExtension(fileName));
                return new TreeRows(grid, head.Number, header.Columns, tree, notes).ToSheet();
            }
        }

        throw new UnreadableTable($"文件“{fileName}”的前{HeaderWithin}行中没有找到指标表的表头；表头应有“一级指标”“二级指标”（可到“四级指标”）和“分值”或“评分标准”");
    }

    private static Dictionary<TreeColumn, int> ColumnsOf(GridRow row)
    {
        var columns = new Dictionary<TreeColumn, int>();
        for (var i = 0; i < row.Values.Length; i++)
        {
            if (row.Value(i) is string text && TreeColumns.Of(CellText.Trim(text)) is { } column)
            {
                columns.TryAdd(column, i);
            }
        }

        return columns;
    }

    private static bool IsHeader(Dictionary<TreeColumn, int> columns) =>
        columns.ContainsKey(TreeColumn.Level1) && (columns.ContainsKey(TreeColumn.Weight) || columns.ContainsKey(TreeColumn.Standard));

    // The title above the header names a tree that says nothing about itself.
    private static (IndicatorTree Tree, List<string> Notes) Settings(IReadOnlyList<Grid> grids, Grid table, GridRow head, string fileName)
    {
        var notes = new List<string>();
        var given = grids.FirstOrDefault(g => g.Sheet == TreeWorkbook.SettingsName)?.Rows.GroupBy(r => r.Text(0)).ToDictionary(g => g.Key, g => g.First().Text(1)) ?? [];
        string Said(string name) => given.GetValueOrDefault(name, "");
        var title = table.Rows.TakeWhile(r => r.Number < head.Number).SelectMany(r => Enumerable.Range(0, r.Values.Length).Select(r.Text)).FirstOrDefault(t => t.Length > 3);
        var tree = new IndicatorTree(Cut(Said("代码"), "NEW", IndicatorTree.CodeLength), Cut(Said("名称"), title ?? fileName, IndicatorTree.NameLength));
        try
        {
            tree.Rename(tree.Code, tree.Name, Said("来源说明") is { Length: > 0 } said ? said : $"导入自“{fileName}”", Said("待核实") == TreeWorkbook.Yes);
            if (given.Count > 0)
            {
                var policy = Enum.GetValues<NotApplicablePolicy>().FirstOrDefault(p => p.Word() == Said("不适用的指标"), tree.NotApplicablePolicy);
                var denominator = Enum.GetValues<ExecutionDenominator>().FirstOrDefault(d => ProjectFigures.DenominatorWord(d) == Said("预算执行率的分母"), tree.ExecutionDenominator);
                var caps = CapWords().Matches(Said("总分封顶")).Select(m => new ScoreCap(Number(m.Groups[1].Value), Number(m.Groups[2].Value))).ToList();
                tree.Configure(int.TryParse(Said("指标得分保留小数"), out var places) ? places : tree.LeafPlaces, policy, denominator, caps);
            }
        }
        catch (RuleBroken refused)
        {
            notes.Add($"工作表“{TreeWorkbook.SettingsName}”没有全部采用：{refused.Message.Replace("\n", "", StringComparison.Ordinal)}");
        }

        return (tree, notes);
    }

    private static string Cut(string said, string otherwise, int length) => (said.Length > 0 ? said : otherwise) is var text && text.Length > length ? text[..length] : text;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{1,3}(?:\.\d+)?)%以下不超过(\d{1,3}(?:\.\d+)?)分")]
    private static partial Regex CapWords();
}

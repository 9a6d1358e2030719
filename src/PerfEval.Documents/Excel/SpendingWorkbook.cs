using PerfEval.Documents.Reading;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Excel;

/// <summary>
/// The spending lines of a project as a workbook: an export, or the same with empty rows as the template that is filled
/// in Excel or WPS and uploaded again. Entered cells are open, computed ones and 行标识 are protected (without password).
/// </summary>
public static class SpendingWorkbook
{
    /// <summary>MIME type of .xlsx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Name of the sheet with the lines.</summary>
    public const string SheetName = "支出明细";

    private const string GuideName = "填写说明";
    private const string ChoicesName = "选项";
    private const int EmptyRows = 200;
    private const int HeadRow = 3;
    private const int TotalRow = 4;
    private const int FirstRow = 5;
    private const int LastRow = SpendingReader.MostRows + TotalRow;
    private const int MarkColumn = 11;
    private const int UnitColumn = 9;
    private const double LineHeight = 16;
    private const double TallestRow = 409;

    private static readonly int[] Widths = [18, 34, 24, 10, 10, 13, 17, 17, 16, 34, 10, 14];

    /// <summary>The lines as they are.</summary>
    /// <param name="project">With organisation and lines.</param>
    public static byte[] Export(Project project) => Write(project, 0);

    /// <summary>The lines with empty rows below them, to be filled in.</summary>
    /// <param name="project">With organisation and lines.</param>
    public static byte[] Template(Project project) => Write(project, EmptyRows);

    private static byte[] Write(Project project, int emptyRows)
    {
        var lines = project.Lines.OrderBy(l => l.Position).ToList();
        var groups = Choices(lines.Select(l => l.ActivityGroup));
        var units = Choices(lines.Select(l => l.ImplementingUnit));
        using var file = new MemoryStream();
        using (var book = new WorkbookBuilder(file, SpendingStyles.Part))
        {
            book.Add(SheetName, false, sheet => Sheet(sheet, project, lines, emptyRows, groups.Count, units.Count));
            book.Add(GuideName, false, SpendingGuide.Write);
            book.Add(ChoicesName, true, sheet => ChoicesSheet(sheet, groups, units));
            book.Define("_xlnm.Print_Titles", 0, $"{CellAddress.InSheet(SheetName, $"${HeadRow}:${HeadRow}")}");
            book.Define("_xlnm.Print_Area", 0, $"{CellAddress.InSheet(SheetName, $"$A$1:$K${Math.Max(FirstRow, TotalRow + lines.Count + emptyRows)}")}");
        }

        return file.ToArray();
    }

    private static void Sheet(SheetWriter sheet, Project project, List<BudgetLine> lines, int emptyRows, int groups, int units)
    {
        sheet.Raw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="{TotalRow}" topLeftCell="C{FirstRow}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C{FirstRow}" sqref="C{FirstRow}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>""");
        sheet.Raw($"<cols>{string.Concat(Widths.Select((w, i) => $"""<col min="{i + 1}" max="{i + 1}" width="{w}" style="{ColumnStyle(i)}" {(i == MarkColumn ? "hidden=\"1\" " : "")}customWidth="1"/>"""))}</cols>");
        sheet.StartRows();
        var stamp = new TemplateStamp(TemplateStamp.CurrentVersion, project.ChainId, project.Name, project.FiscalYear);
        Row(sheet, 1, 30, s => s.Text(0, SpendingStyles.Title, $"{project.Name}（{project.FiscalYear}年度）支出明细"), s => Bare(s, 1, MarkColumn), s => s.Text(MarkColumn, SpendingStyles.Mark, stamp.ToString()));
        Row(sheet, 2, 20,
            s => s.Text(0, SpendingStyles.Note, $"项目单位：{project.Organisation?.Name}　　灰底的结余、执行率和合计由公式计算，不用填写；填写办法见“{GuideName}”"),
            s => Bare(s, 1, UnitColumn), s => s.Text(UnitColumn, SpendingStyles.NoteRight, "单位：元"), s => Bare(s, UnitColumn + 1, MarkColumn));
        sheet.StartRow(HeadRow, 30);
        foreach (var column in LineColumns.All)
        {
            sheet.Text((int)column, column.IsComputed() ? SpendingStyles.HeadComputed : SpendingStyles.Head, column == LineColumn.Item ? "项目（支出内容）" : column.Word());
        }

        sheet.Text(MarkColumn, SpendingStyles.Head, RowMark.Heading + "（系统用，请勿改动）");
        sheet.EndRow();
        var last = Math.Max(FirstRow, TotalRow + lines.Count + emptyRows);
        Total(sheet, ProjectMoney.Of(project), emptyRows > 0 ? LastRow : last);
        for (var row = FirstRow; row <= TotalRow + lines.Count + emptyRows; row++)
        {
            Line(sheet, row, row - FirstRow < lines.Count ? lines[row - FirstRow] : null);
        }

        sheet.EndRows();
        sheet.Raw("""<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>""");
        sheet.Raw("""<mergeCells count="3"><mergeCell ref="A1:K1"/><mergeCell ref="A2:I2"/><mergeCell ref="J2:K2"/></mergeCells>""");
        Validations(sheet, groups, units);
        sheet.Raw("""<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>""");
    }

    private static void Total(SheetWriter sheet, ProjectMoney money, int last)
    {
        sheet.StartRow(TotalRow, 22);
        sheet.Text(0, SpendingStyles.TotalText, "合计");
        for (var column = 1; column <= (int)LineColumn.UnitPrice; column++)
        {
            sheet.Empty(column, SpendingStyles.TotalText);
        }

        foreach (var (column, value) in new[] { (LineColumn.Allocated, money.Allocated), (LineColumn.Spent, money.LinesSpent), (LineColumn.Balance, money.Allocated - money.LinesSpent) })
        {
            var letter = CellAddress.Column((int)column);
            sheet.Formula((int)column, SpendingStyles.TotalAmount, column == LineColumn.Balance ? $"G{TotalRow}-H{TotalRow}" : $"SUM({letter}{FirstRow}:{letter}{last})", value ?? 0);
        }

        sheet.Empty((int)LineColumn.BalanceReason, SpendingStyles.TotalText);
        sheet.Formula((int)LineColumn.ExecutionRate, SpendingStyles.TotalRate, Rate(TotalRow), Share(money.Allocated, money.LinesSpent));
        sheet.EndRow();
    }

    private static void Line(SheetWriter sheet, int row, BudgetLine? line)
    {
        sheet.StartRow(row, Height(line), stays: false);
        Words(sheet, LineColumn.ActivityGroup, line?.ActivityGroup);
        Words(sheet, LineColumn.Item, line?.Item);
        Words(sheet, LineColumn.ImplementingUnit, line?.ImplementingUnit);
        sheet.Number((int)LineColumn.Quantity, SpendingStyles.Quantity, line?.Quantity);
        Words(sheet, LineColumn.Measure, line?.Measure);
        sheet.Number((int)LineColumn.UnitPrice, SpendingStyles.Amount, line?.UnitPrice);
        sheet.Number((int)LineColumn.Allocated, SpendingStyles.Amount, line?.Allocated);
        sheet.Number((int)LineColumn.Spent, SpendingStyles.Amount, line?.Spent);
        sheet.Formula((int)LineColumn.Balance, SpendingStyles.ComputedAmount, $"IF(AND(ISNUMBER(G{row}),ISNUMBER(H{row})),G{row}-H{row},\"\")", line?.Balance);
        Words(sheet, LineColumn.BalanceReason, line?.BalanceReason);
        sheet.Formula((int)LineColumn.ExecutionRate, SpendingStyles.ComputedRate, Rate(row), Share(line?.Allocated, line?.Spent));
        if (line is not null)
        {
            sheet.Text(MarkColumn, SpendingStyles.Mark, RowMark.Of(line.Id, line.Version));
        }

        sheet.EndRow();
    }

    // Not every program works out the height of wrapped texts when it opens a file.
    private static double? Height(BudgetLine? line)
    {
        int Lines(LineColumn column, string? text) =>
            (text ?? "").Split('\n').Sum(part => 1 + (Math.Max(0, part.Sum(c => c > 0xFF ? 2 : 1) - 1) / (Widths[(int)column] - 4)));
        var lines = line is null ? 1 : new[]
        {
            Lines(LineColumn.ActivityGroup, line.ActivityGroup), Lines(LineColumn.Item, line.Item), Lines(LineColumn.ImplementingUnit, line.ImplementingUnit),
            Lines(LineColumn.Measure, line.Measure), Lines(LineColumn.BalanceReason, line.BalanceReason),
        }.Max();
        return lines == 1 ? null : Math.Min(LineHeight * lines, TallestRow);
    }

    private static void Words(SheetWriter sheet, LineColumn column, string? text) =>
        sheet.Text((int)column, SheetWriter.LooksComputed(text ?? "") ? SpendingStyles.TextNotComputed : SpendingStyles.Text, text);

    private static string Rate(int row) => $"IF(AND(ISNUMBER(G{row}),ISNUMBER(H{row})),IF(G{row}=0,\"\",H{row}/G{row}),\"\")";

    private static decimal? Share(decimal? allocated, decimal? spent) => allocated is { } whole and not 0 && spent is { } part ? part / whole : null;

    private static void Validations(SheetWriter sheet, int groups, int units)
    {
        string Range(LineColumn column) => $"{CellAddress.Column((int)column)}{FirstRow}:{CellAddress.Column((int)column)}{LastRow}";
        string List(LineColumn column, int count, string told) =>
            $"""<dataValidation type="list" allowBlank="1" {told}sqref="{Range(column)}"><formula1>{ChoicesName}!${(column == LineColumn.ActivityGroup ? "A" : "B")}$2:${(column == LineColumn.ActivityGroup ? "A" : "B")}${count + 1}</formula1></dataValidation>""";
        string Number(LineColumn column, string low, string title, string told) =>
            $"""<dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="{title}" error="{told}" sqref="{Range(column)}"><formula1>{low}</formula1><formula2>9999999999999</formula2></dataValidation>""";
        string Length(LineColumn column) =>
            $"""<dataValidation type="textLength" operator="lessThanOrEqual" allowBlank="1" showErrorMessage="1" errorTitle="文字太长" error="“{column.Word()}”最多{column.LongestText()}个字。" sqref="{Range(column)}"><formula1>{column.LongestText()}</formula1></dataValidation>""";
        List<string> rules =
        [
            .. new[] { LineColumn.UnitPrice, LineColumn.Allocated, LineColumn.Spent }.Select(c => Number(c, "-9999999999999", "不是金额", $"“{c.Word()}”请填金额，单位为元，如 12000 或 12000.50。")),
            Number(LineColumn.Quantity, "0", "不是数量", "“数量”请填数字，不能小于0。"),
            .. new[] { LineColumn.Item, LineColumn.Measure, LineColumn.BalanceReason }.Select(Length),
        ];
        if (groups > 0)
        {
            rules.Add(List(LineColumn.ActivityGroup, groups, ""));
        }

        if (units > 0)
        {
            // A warning: new units are allowed, mistyped ones are noticed.
            rules.Add(List(LineColumn.ImplementingUnit, units, """errorStyle="warning" showErrorMessage="1" errorTitle="新的实施单位" error="现有明细中没有这个实施单位。确实是新单位请选“是”，填错了请选“否”重填。" """));
        }

        sheet.Raw($"""<dataValidations count="{rules.Count}">{string.Concat(rules)}</dataValidations>""");
    }

    private static void ChoicesSheet(SheetWriter sheet, List<string> groups, List<string> units)
    {
        sheet.StartRows();
        Row(sheet, 1, null, s => s.Text(0, SpendingStyles.WordsHead, LineColumn.ActivityGroup.Word()), s => s.Text(1, SpendingStyles.WordsHead, LineColumn.ImplementingUnit.Word()));
        for (var i = 0; i < Math.Max(groups.Count, units.Count); i++)
        {
            Row(sheet, i + 2, null, s => s.Text(0, SpendingStyles.Words, groups.ElementAtOrDefault(i)), s => s.Text(1, SpendingStyles.Words, units.ElementAtOrDefault(i)));
        }

        sheet.EndRows();
    }

    // Without a cell of its own, a place would show the frame of its column.
    private static void Bare(SheetWriter sheet, int from, int to)
    {
        for (var column = from; column < to; column++)
        {
            sheet.Empty(column, SpendingStyles.Note);
        }
    }

    private static void Row(SheetWriter sheet, int number, double? height, params Action<SheetWriter>[] cells)
    {
        sheet.StartRow(number, height);
        Array.ForEach(cells, cell => cell(sheet));
        sheet.EndRow();
    }

    private static int ColumnStyle(int column) => column == MarkColumn ? SpendingStyles.Mark : (LineColumn)column switch
    {
        LineColumn.Quantity => SpendingStyles.Quantity,
        LineColumn.UnitPrice or LineColumn.Allocated or LineColumn.Spent => SpendingStyles.Amount,
        LineColumn.Balance => SpendingStyles.ComputedAmount,
        LineColumn.ExecutionRate => SpendingStyles.ComputedRate,
        _ => SpendingStyles.Text,
    };

    private static List<string> Choices(IEnumerable<string> texts) => [.. texts.Where(t => t.Length > 0).Distinct().Take(500)];
}

namespace PerfEval.Domain.Projects;

/// <summary>How a pasted block is to be understood; what is null is found out.</summary>
/// <param name="Columns">The column of each cell of a row; null entries are passed over.</param>
/// <param name="HasHeader">Whether a row heads the columns.</param>
/// <param name="Unit">The unit of amounts whose header names none.</param>
/// <param name="FillDown">Whether an empty 活动内容 or 项目 repeats the cell above, as merged cells do.</param>
public sealed record PasteReading(IReadOnlyList<LineColumn?>? Columns, bool? HasHeader, AmountUnit? Unit, bool? FillDown);

/// <summary>One column of a pasted block.</summary>
/// <param name="Source">What it is called there: its header, or 第3列.</param>
/// <param name="Column">What it is taken for; null when it is passed over.</param>
/// <param name="Unit">The unit its header names.</param>
public sealed record PastedColumn(string Source, LineColumn? Column, AmountUnit? Unit)
{
    /// <summary>True when its cells are stored; computed columns are recognised and passed over.</summary>
    public bool IsTaken => Column is { } column && !column.IsComputed();
}

/// <summary>One row of a pasted block, as it would be stored.</summary>
/// <param name="Number">Its number in the block, from 1, header included.</param>
/// <param name="Target">Index of the line that it changes; null for a new line.</param>
/// <param name="Typing">The texts of the line, the ones of the changed line included; amounts in 元.</param>
/// <param name="Entry">The line as the texts say it.</param>
/// <param name="Faults">What cannot be stored.</param>
/// <param name="Doubt">Where the table's own 结余 is not its 拨款 less its 支出; null otherwise.</param>
public sealed record PastedRow(int Number, int? Target, LineTyping Typing, LineEntry Entry, IReadOnlyList<Fault> Faults, string? Doubt);

/// <summary>A block of cells from another program, understood as spending lines. Nothing is stored here.</summary>
public sealed class PastedBlock
{
    private PastedBlock()
    {
    }

    /// <summary>True when a row was taken for a header.</summary>
    public bool HasHeader => HeaderRow > 0;

    /// <summary>Number of the last row of the header, from 1; 0 without one. What stands above it is no line.</summary>
    public int HeaderRow { get; private init; }

    /// <summary>The columns of the block.</summary>
    public IReadOnlyList<PastedColumn> Columns { get; private init; } = [];

    /// <summary>The unit of amounts whose header names none.</summary>
    public AmountUnit Unit { get; private init; }

    /// <summary>Whether empty 活动内容 and 项目 repeat the cell above.</summary>
    public bool FillDown { get; private init; }

    /// <summary>The rows that become lines or change them.</summary>
    public IReadOnlyList<PastedRow> Rows { get; private init; } = [];

    /// <summary>Rows that add up others.</summary>
    public int TotalRows { get; private init; }

    /// <summary>Rows below the table in which somebody signs or remarks.</summary>
    public int RemarkRows { get; private init; }

    /// <summary>Where the table's 合计 is not the sum of its rows.</summary>
    public IReadOnlyList<string> TotalDoubts { get; private init; } = [];

    /// <summary>Cells of computed columns that were passed over.</summary>
    public int ComputedCells { get; private init; }

    /// <summary>Cells of columns that nobody knows.</summary>
    public int UnknownCells { get; private init; }

    /// <summary>The unit to ask for, when the amounts look about 10,000 times off.</summary>
    public AmountUnit? Question { get; private init; }

    /// <summary>Sum of 实际拨款 as read, or of 实际支出 where no 拨款 was pasted, 元.</summary>
    public decimal Total { get; private init; }

    /// <summary>Understands a block.</summary>
    /// <param name="cells">Rows of cells, empty ones included.</param>
    /// <param name="shown">The columns of the grid from the active cell to the right.</param>
    /// <param name="targets">The lines from the active row downwards, as they stand; rows beyond become new lines.</param>
    /// <param name="reading">What a person decided.</param>
    /// <param name="budget">What the project has, 元, to notice 万元 taken for 元.</param>
    public static PastedBlock Read(
        IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<LineColumn> shown, IReadOnlyList<LineTyping> targets, PasteReading reading, decimal? budget)
    {
        var header = PastedHeader.In(cells, reading.HasHeader);
        var columns = ColumnsOf(cells, shown, reading, header);
        var body = cells.Skip(header.Rows).Select((row, index) => (Row: row, Number: header.Rows + index + 1)).ToList();
        var fillDown = reading.FillDown ?? LooksMerged(body.Select(r => r.Row).Where(r => Filled(r, columns)), columns);
        var unit = reading.Unit ?? header.Note ?? AmountUnit.Yuan;

        // A block that brings its 项目 is a table, whose empty rows part it; one beside the 项目 of the grid lies on it row
        // by row, and an empty cell there empties one, as in Excel.
        var isTable = columns.Any(c => c.Column == LineColumn.Item);
        var rows = new List<PastedRow>();
        var totals = new List<LineTyping>();
        var remarks = 0;
        var above = new Dictionary<LineColumn, string>();
        foreach (var (row, number) in body)
        {
            if (row.Any(LineTyping.IsTotalWord))
            {
                totals.Add(Of(Typed(row, columns, null), null, unit, columns));
                continue;
            }

            if (!Filled(row, columns) && (isTable || rows.Count >= targets.Count))
            {
                continue;
            }

            if (isTable && Of(Typed(row, columns, null), null, unit, columns).IsRemark)
            {
                remarks++;
                continue;
            }

            var pasted = Typed(row, columns, fillDown ? above : null);
            int? target = rows.Count < targets.Count ? rows.Count : null;
            var typing = Of(pasted, target is { } t ? targets[t] : null, unit, columns);
            var entry = typing.Read(out var faults);
            rows.Add(new(number, target, typing, entry, faults, Unbalanced(row, columns, unit, entry)));
        }

        var sums = rows.Select(r => r.Entry).ToList();
        var pastes = columns.Where(c => c.IsTaken).Select(c => c.Column!.Value).ToHashSet();
        var total = pastes.Contains(LineColumn.Allocated) ? sums.Sum(e => e.Allocated ?? 0) : pastes.Contains(LineColumn.Spent) ? sums.Sum(e => e.Spent ?? 0) : 0;
        var named = columns.FirstOrDefault(c => c.Column is LineColumn.Allocated or LineColumn.Spent)?.Unit;
        return new()
        {
            HeaderRow = header.Rows,
            Columns = columns,
            Unit = unit,
            FillDown = fillDown,
            Rows = rows,
            TotalRows = totals.Count,
            RemarkRows = remarks,
            TotalDoubts = TotalsOff(totals, sums),
            ComputedCells = columns.Select((c, i) => c.Column is { } known && known.IsComputed() ? Filled(body, i) : 0).Sum(),
            UnknownCells = columns.Select((c, i) => c.Column is null ? Filled(body, i) : 0).Sum(),
            Question = reading.Unit is null ? AmountScale.Suggests(total, named ?? unit, budget) : null,
            Total = total,
        };
    }

    private static List<PastedColumn> ColumnsOf(
        IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<LineColumn> shown, PasteReading reading, PastedHeader heading)
    {
        var headers = LineColumns.OfHeaders(heading.Cells);
        var width = cells.Count == 0 ? 0 : cells.Max(r => r.Count);
        var columns = new List<PastedColumn>(width);
        for (var i = 0; i < width; i++)
        {
            var header = i < headers.Count ? headers[i] : null;
            var source = i < headers.Count && heading.Cells[i].Length > 0 ? heading.Cells[i].ReplaceLineEndings("") : $"第{i + 1}列";
            LineColumn? column = reading.Columns is { } chosen ? (i < chosen.Count ? chosen[i] : null)
                : headers.Count > 0 ? header?.Column
                : i < shown.Count ? shown[i] : null;
            columns.Add(new(source, column, header?.Unit));
        }

        return columns;
    }

    private static Dictionary<LineColumn, string> Typed(IReadOnlyList<string> row, List<PastedColumn> columns, Dictionary<LineColumn, string>? above)
    {
        var typed = new Dictionary<LineColumn, string>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] is { IsTaken: true, Column: { } column })
            {
                typed[column] = i < row.Count ? row[i] : "";
            }
        }

        if (above is not null)
        {
            // A new 活动内容 does not inherit the 项目 of the one before.
            if (typed.GetValueOrDefault(LineColumn.ActivityGroup, "").Length > 0)
            {
                above.Remove(LineColumn.Item);
            }

            foreach (var column in new[] { LineColumn.ActivityGroup, LineColumn.Item }.Where(typed.ContainsKey))
            {
                typed[column] = typed[column].Length > 0 ? typed[column] : above.GetValueOrDefault(column, "");
                above[column] = typed[column];
            }
        }

        return typed;
    }

    // The block's texts over the line's own; amounts are turned into 元 as far as they can be read.
    private static LineTyping Of(Dictionary<LineColumn, string> pasted, LineTyping? target, AmountUnit unit, List<PastedColumn> columns)
    {
        var typing = new LineTyping();
        foreach (var column in LineColumns.Entered)
        {
            typing[column] = pasted.TryGetValue(column, out var text) ? text : target?[column] ?? "";
            if (pasted.ContainsKey(column) && column.IsAmount())
            {
                typing.Write(column, columns.First(c => c.Column == column).Unit ?? unit);
            }
        }

        return typing.InYuan();
    }

    private static string? Unbalanced(IReadOnlyList<string> row, List<PastedColumn> columns, AmountUnit unit, LineEntry entry)
    {
        var at = columns.FindIndex(c => c.Column == LineColumn.Balance);
        if (at < 0 || at >= row.Count || entry.Allocated - entry.Spent is not { } balance || !Money.TryParseNumber(row[at], out var stated, out _))
        {
            return null;
        }

        stated = (columns[at].Unit ?? unit) == AmountUnit.Wan && Math.Abs(stated) <= Money.Limit ? stated * Money.Wan : stated;
        return stated == balance ? null : $"原表结余{Money.Show(stated)}元，按拨款减支出应为{Money.Show(balance)}元";
    }

    // Only a single total can be compared: subtotals add up some of the rows.
    private static List<string> TotalsOff(List<LineTyping> totals, List<LineEntry> rows)
    {
        if (totals.Count != 1)
        {
            return [];
        }

        var total = totals[0].Read(out _);
        (LineColumn Column, decimal? Stated, decimal Sum)[] sums =
            [(LineColumn.Allocated, total.Allocated, rows.Sum(r => r.Allocated ?? 0)), (LineColumn.Spent, total.Spent, rows.Sum(r => r.Spent ?? 0))];
        return [.. sums.Where(s => s.Stated is { } stated && stated != s.Sum).Select(s => $"原表合计“{s.Column.Word()}”{Money.Show(s.Stated!.Value)}元，各行相加为{Money.Show(s.Sum)}元")];
    }

    // A row number or the 0 of a formula is not yet a line.
    private static bool Filled(IReadOnlyList<string> row, List<PastedColumn> columns) => columns.Where((c, i) => c.IsTaken && i < row.Count && row[i].Length > 0).Any();

    private static int Filled(List<(IReadOnlyList<string> Row, int Number)> body, int column) => body.Count(r => column < r.Row.Count && r.Row[column].Length > 0);

    private static bool LooksMerged(IEnumerable<IReadOnlyList<string>> rows, List<PastedColumn> columns)
    {
        var at = columns.FindIndex(c => c.Column is LineColumn.ActivityGroup or LineColumn.Item);
        var cells = rows.Select(r => at >= 0 && at < r.Count ? r[at] : "").ToList();
        return at >= 0 && cells.Count > 1 && cells[0].Length > 0 && cells.Any(c => c.Length == 0);
    }
}

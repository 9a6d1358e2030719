using System.Globalization;
using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A table with its header understood, and its numbers read.</summary>
internal sealed class TableGrid
{
    /// <summary>Wider tables are data, not tables of a report.</summary>
    public const int MostColumns = 40;

    private readonly ReadText text;
    private readonly List<Stretch?[]> rows = [];
    private readonly List<ReadNumber?[]> numbers = [];

    private TableGrid(ReadText text, TextTable table)
    {
        this.text = text;
        Table = table;
        Columns = table.Columns;
        Headers = [.. Enumerable.Repeat("", Math.Min(Columns, MostColumns))];
    }

    /// <summary>The table as it was read.</summary>
    public TextTable Table { get; }

    /// <summary>Cells of the widest row.</summary>
    public int Columns { get; }

    /// <summary>What stands above each column.</summary>
    public string[] Headers { get; }

    /// <summary>Rows below the header.</summary>
    public int Rows => rows.Count;

    /// <summary>Reads a table.</summary>
    public static TableGrid Of(ReadText text, TextTable table)
    {
        var grid = new TableGrid(text, table);
        if (grid.Columns <= MostColumns)
        {
            grid.Fill();
        }

        return grid;
    }

    /// <summary>The number in a cell; null when the cell holds words or nothing.</summary>
    public ReadNumber? Number(int row, int column) => numbers[row][column];

    /// <summary>The words of a cell.</summary>
    public string Words(int row, int column) => rows[row][column] is { } cell ? text.Plain.Substring(cell.Start, cell.Length) : "";

    /// <summary>The first words of a row.</summary>
    public string Label(int row)
    {
        for (var column = 0; column < Columns; column++)
        {
            if (Words(row, column) is { Length: > 0 } words && Number(row, column) is null)
            {
                return words.Replace(" ", "", StringComparison.Ordinal);
            }
        }

        return "";
    }

    /// <summary>True for 合计, 总计 and 小计.</summary>
    public bool IsTotal(int row) => Label(row) is var label && (label.StartsWith("合计", StringComparison.Ordinal) || label.StartsWith("总计", StringComparison.Ordinal) || label.StartsWith("小计", StringComparison.Ordinal) || label is "总分" or "共计");

    private void Fill()
    {
        var first = FirstBodyRow();
        for (var r = 0; r < first; r++)
        {
            var shift = HeaderShift(r, first);
            for (var c = 0; c < Table.Rows[r].Count; c++)
            {
                Headers[c + shift] += Raw(Table.Rows[r][c]).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            }
        }

        var numeric = new int[Columns];
        foreach (var row in Table.Rows.Skip(first).Where(r => r.Count == Columns))
        {
            for (var c = 0; c < Columns; c++)
            {
                numeric[c] += Parse(row[c]) is null ? 0 : 1;
            }
        }

        foreach (var row in Table.Rows.Skip(first))
        {
            var shift = row.Count < Columns ? BodyShift(row, numeric) : 0;
            var cells = new Stretch?[Columns];
            var values = new ReadNumber?[Columns];
            for (var c = 0; c < row.Count; c++)
            {
                cells[c + shift] = row[c];
                values[c + shift] = Parse(row[c]);
            }

            rows.Add(cells);
            numbers.Add(values);
        }
    }

    /// <summary>The header ends where the first row with a number begins; numbering of columns is no number.</summary>
    private int FirstBodyRow()
    {
        for (var r = 1; r < Table.Rows.Count; r++)
        {
            if (Table.Rows[r].Any(c => Parse(c) is not null))
            {
                return r;
            }
        }

        return Math.Min(1, Table.Rows.Count);
    }

    /// <summary>Merged header cells lie over the empty cells of the row below.</summary>
    private int HeaderShift(int row, int first)
    {
        var missing = Columns - Table.Rows[row].Count;
        if (missing == 0 || row + 1 >= first || Table.Rows[row + 1].Count != Columns)
        {
            return 0;
        }

        int Fits(int shift) => Enumerable.Range(0, Table.Rows[row].Count).Count(c => Table.Rows[row][c].Length > 0 && Table.Rows[row + 1][c + shift].Length == 0);
        return Fits(missing) > Fits(0) ? missing : 0;
    }

    private int BodyShift(IReadOnlyList<Stretch> row, int[] numeric)
    {
        var missing = Columns - row.Count;
        int Fits(int shift) => Enumerable.Range(0, row.Count).Count(c => Parse(row[c]) is not null && numeric[c + shift] > 0);
        return Fits(missing) > Fits(0) ? missing : 0;
    }

    private string Raw(Stretch cell) => text.Plain.Substring(cell.Start, cell.Length);

    private ReadNumber? Parse(Stretch cell)
    {
        if (cell.Length is 0 or > 30)
        {
            return null;
        }

        var words = text.Plain.AsSpan(cell.Start, cell.Length).Trim(" ¥");
        var digits = words.TrimEnd("%元万亿分人户个项 ");
        var unit = words[digits.Length..].Trim(' ');
        if (digits.Length == 0 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || Math.Abs(value) >= 1e13m)
        {
            return null;
        }

        var point = digits.IndexOf('.');
        var places = point < 0 ? 0 : Math.Min(8, digits.Length - point - 1);
        var (measure, scale) = unit switch { "%" => (Measure.Percent, 1m), "万元" => (Measure.Money, 10_000m), "亿元" => (Measure.Money, 100_000_000m), "元" => (Measure.Money, 1m), _ => (Measure.Plain, 1m) };
        return new(cell.Start, cell.Length, value, places, scale, measure, "", unit.ToString());
    }
}

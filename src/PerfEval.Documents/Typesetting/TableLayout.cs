using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;

namespace PerfEval.Documents.Typesetting;

/// <summary>A table before it meets the pages: cells in lines, heights of rows, which cells are merged.</summary>
internal sealed class TableLayout
{
    /// <summary>Lines of a cut row that stand on a page at least.</summary>
    public const int LeastLines = 3;

    private readonly TableCell?[,] grid;
    private readonly bool[,] joined;
    private readonly double[] rowHeights;

    private TableLayout(TableBlock block, double width, TextMeasurer measurer, LineBreaker breaker)
    {
        measurer.Place = "表头";
        Header = PlaceHeader(block, measurer);
        Rows = PlaceRows(block, measurer);
        Fit = ColumnFit.Of(block.Columns, Header.Concat(Rows.SelectMany(r => r)), width);
        measurer.Place = "表格单位";
        Unit = block.Unit is { } unit ? measurer.Measure(unit, FaceRole.Song) : null;
        foreach (var cell in Header)
        {
            SetWidth(cell, breaker);
        }

        foreach (var row in Rows)
        {
            foreach (var cell in row)
            {
                SetWidth(cell, breaker);
            }
        }

        Columns = block.Columns.Count;
        HeaderHeights = HeightsOfHeader(block.Header.Count);
        grid = new TableCell?[Rows.Length, Columns];
        foreach (var row in Rows)
        {
            foreach (var cell in row)
            {
                grid[cell.Row, cell.Column] = cell;
            }
        }

        joined = Join(block.Columns);
        rowHeights = [.. Rows.Select(row => HeightOf(LinesOf(row)))];
    }

    public TableCell[] Header { get; }

    public TableCell[][] Rows { get; }

    public ColumnFit Fit { get; }

    public MeasuredText? Unit { get; }

    public int Columns { get; }

    public double[] HeaderHeights { get; }

    /// <summary>Height of a line of cell text.</summary>
    public double LineHeight => Fit.Size * Measures.CellLeading;

    /// <summary>Height of unit line and header.</summary>
    public double HeadHeight => (Unit is null ? 0 : Measures.LineHeight) + HeaderHeights.Sum();

    public static TableLayout Of(TableBlock block, double width, TextMeasurer measurer, LineBreaker breaker) =>
        new(block, width, measurer, breaker);

    /// <summary>Height of a cell or row with so many lines.</summary>
    public double HeightOf(int lines) => 2 * Measures.CellPadding + Math.Max(1, lines) * LineHeight;

    /// <summary>Height of a row without its first lines.</summary>
    public double HeightOfRow(int row, int skipped) =>
        skipped == 0 ? rowHeights[row] : rowHeights[row] - skipped * LineHeight;

    /// <summary>The cell that begins at a place of the body.</summary>
    public TableCell? At(int row, int column) => grid[row, column];

    /// <summary>Whether a cell is one with the cell below.</summary>
    public bool JoinedBelow(int row, int column) => joined[row, column];

    /// <summary>Whether a cell is one with the cell above or below.</summary>
    public bool InGroup(int row, int column) => joined[row, column] || row > 0 && joined[row - 1, column];

    /// <summary>A row may be cut when it is taller than a page, two lines of heading above it reckoned in.</summary>
    public bool MayCut(int row, double pageHeight) => rowHeights[row] > pageHeight - HeadHeight - 2 * Measures.LineHeight;

    /// <summary>Height that must be free so that the table can begin: a header never stands alone.</summary>
    public double LeastHeight(double pageHeight)
    {
        if (Rows.Length == 0)
        {
            return HeadHeight;
        }

        var first = MayCut(0, pageHeight) ? HeightOf(LeastLines) : rowHeights[0];
        for (var c = 0; c < Columns; c++)
        {
            if (joined[0, c])
            {
                first = Math.Max(first, HeightOf(grid[0, c]!.Lines.Length));
            }
        }

        return HeadHeight + first;
    }

    private void SetWidth(TableCell cell, LineBreaker breaker)
    {
        var left = Fit.Edges[cell.Column];
        cell.SetWidth(left, Fit.Edges[cell.Column + cell.ColumnSpan] - left, Fit.Size, breaker);
    }

    private int LinesOf(TableCell[] row)
    {
        var lines = 1;
        foreach (var cell in row)
        {
            if (!InGroup(cell.Row, cell.Column))
            {
                lines = Math.Max(lines, cell.Lines.Length);
            }
        }

        return lines;
    }

    private static TableCell[] PlaceHeader(TableBlock block, TextMeasurer measurer)
    {
        var taken = new bool[block.Header.Count, block.Columns.Count];
        var cells = new List<TableCell>();
        for (var r = 0; r < block.Header.Count; r++)
        {
            var column = 0;
            foreach (var cell in block.Header[r])
            {
                while (column < block.Columns.Count && taken[r, column])
                {
                    column++;
                }

                Require(column + Math.Max(1, cell.ColumnSpan) <= block.Columns.Count, $"表头第{r + 1}行");
                var placed = new TableCell(cell with { RowSpan = Math.Clamp(cell.RowSpan, 1, block.Header.Count - r) },
                    r, column, CellAlign.Centre, FaceRole.Hei, measurer);
                cells.Add(placed);
                for (var y = r; y < r + placed.RowSpan; y++)
                {
                    for (var x = column; x < column + placed.ColumnSpan; x++)
                    {
                        taken[y, x] = true;
                    }
                }
            }
        }

        return [.. cells];
    }

    private static TableCell[][] PlaceRows(TableBlock block, TextMeasurer measurer)
    {
        var rows = new TableCell[block.Rows.Count][];
        for (var r = 0; r < rows.Length; r++)
        {
            measurer.Place = $"表格第{r + 1}行";
            var column = 0;
            var cells = new List<TableCell>(block.Columns.Count);
            foreach (var cell in block.Rows[r])
            {
                Require(column + Math.Max(1, cell.ColumnSpan) <= block.Columns.Count, measurer.Place);
                var face = cell.Bold ? FaceRole.Hei : FaceRole.Song;
                cells.Add(new(cell, r, column, block.Columns[column].Align, face, measurer));
                column += Math.Max(1, cell.ColumnSpan);
            }

            for (; column < block.Columns.Count; column++)
            {
                cells.Add(new(new(""), r, column, CellAlign.Left, FaceRole.Song, measurer));
            }

            rows[r] = [.. cells];
        }

        return rows;
    }

    private static void Require(bool fits, string place)
    {
        if (!fits)
        {
            throw new ArgumentException($"{place}的单元格超出表格的列数。");
        }
    }

    // Rows of the header grow for their own cells first, the last row a spanning cell covers grows for that cell.
    private double[] HeightsOfHeader(int rows)
    {
        var heights = new double[rows];
        foreach (var cell in Header.OrderBy(c => c.RowSpan))
        {
            var last = cell.Row + cell.RowSpan - 1;
            var above = heights.AsSpan(cell.Row, cell.RowSpan - 1);
            var lacking = HeightOf(cell.Lines.Length);
            foreach (var height in above)
            {
                lacking -= height;
            }

            heights[last] = Math.Max(heights[last], lacking);
        }

        return heights;
    }

    // Equal neighbours in a merging column are one cell when every merging column to the left is one cell there, too.
    private bool[,] Join(IReadOnlyList<Column> columns)
    {
        var result = new bool[Rows.Length, Columns];
        var tallest = (int)(Measures.TextWidth / 2 / LineHeight);
        for (var r = 0; r + 1 < Rows.Length; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                if (!columns[c].MergeEqual)
                {
                    continue;
                }

                result[r, c] = grid[r, c] is { ColumnSpan: 1 } upper && grid[r + 1, c] is { ColumnSpan: 1 } lower
                    && upper.Text == lower.Text && upper.Bold == lower.Bold && upper.Lines.Length <= tallest;
                if (!result[r, c])
                {
                    break;
                }
            }
        }

        return result;
    }
}

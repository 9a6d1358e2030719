namespace PerfEval.Documents.Typesetting;

/// <summary>Distributes the rows of a table over pages, each row looked at once.</summary>
internal sealed class TablePager(TableLayout table, PageFiller filler, PageFrame frame)
{
    private readonly List<RowPart> parts = [];
    private readonly double[] groupTops = new double[table.Columns];
    private int row;
    private int skipped;

    /// <summary>Puts the table on pages from the current line on.</summary>
    public void Place()
    {
        for (; ; filler.TurnPage(frame))
        {
            var head = table.HeadHeight;
            Collect(head);
            if (parts.Count > 0 || table.Rows.Length == 0)
            {
                new TableDrawing(table, filler, frame).Draw(parts, head);
                filler.Use(parts.Count > 0 ? parts[^1].Bottom : head);
            }

            if (row >= table.Rows.Length)
            {
                return;
            }
        }
    }

    // Distances are measured from the upper edge of the first line box of the table, downwards.
    private void Collect(double y)
    {
        parts.Clear();
        var room = filler.Room + 1e-6;
        var closed = y;
        while (row < table.Rows.Length)
        {
            var height = table.HeightOfRow(row, skipped);
            var (bottom, closedBelow) = Reach(y, y + height);
            if (closedBelow > room)
            {
                Cut(y, room);
                break;
            }

            parts.Add(new(row, skipped, int.MaxValue, y, bottom));
            (y, closed) = (bottom, closedBelow);
            row++;
            skipped = 0;
        }

        if (parts.Count > 0)
        {
            // Cells that go on overleaf are closed here and must hold their text.
            parts[^1] = parts[^1] with { Bottom = Math.Max(parts[^1].Bottom, closed) };
        }
    }

    // How far down the row goes: to the foot of merged cells that end with it, and of all merged cells if the page ended here.
    private (double Bottom, double Closed) Reach(double y, double bottom)
    {
        var closed = bottom;
        for (var c = 0; c < table.Columns; c++)
        {
            if (!table.InGroup(row, c))
            {
                continue;
            }

            if (parts.Count == 0 || !table.JoinedBelow(row - 1, c))
            {
                groupTops[c] = y;
            }

            var foot = groupTops[c] + table.HeightOf(table.At(row, c)!.Lines.Length);
            closed = Math.Max(closed, foot);
            bottom = table.JoinedBelow(row, c) ? bottom : Math.Max(bottom, foot);
        }

        return (bottom, Math.Max(closed, bottom));
    }

    private void Cut(double y, double room)
    {
        var fresh = parts.Count == 0 && filler.AtHead;
        if (!fresh && !table.MayCut(row, frame.TextHeight))
        {
            return;
        }

        var lines = (int)((room - y - 2 * Measures.CellPadding) / table.LineHeight);
        if (!fresh && (lines < TableLayout.LeastLines || Reach(y, y + table.HeightOf(lines)).Closed > room))
        {
            return;
        }

        lines = Math.Max(1, lines);
        var bottom = Reach(y, y + table.HeightOf(lines)).Closed;
        parts.Add(new(row, skipped, lines, y, bottom));
        skipped += lines;
    }
}

/// <summary>A row, or some lines of a row that is cut, at its place on a page.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Skipped">Lines that stand on pages before.</param>
/// <param name="Lines">Lines that stand here at most.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Bottom">Lower edge.</param>
internal readonly record struct RowPart(int Row, int Skipped, int Lines, double Top, double Bottom)
{
    /// <summary>The row goes on overleaf.</summary>
    public bool IsCut => Lines != int.MaxValue;
}

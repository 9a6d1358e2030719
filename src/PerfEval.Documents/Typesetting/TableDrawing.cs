namespace PerfEval.Documents.Typesetting;

/// <summary>Draws what of a table stands on one page.</summary>
internal sealed class TableDrawing(TableLayout table, PageFiller filler, PageFrame frame)
{
    private readonly double origin = filler.Top;

    /// <summary>Draws unit line, header, rows and lines.</summary>
    /// <param name="parts">The rows.</param>
    /// <param name="head">Height of unit line and header.</param>
    public void Draw(List<RowPart> parts, double head)
    {
        var top = head - table.HeaderHeights.Sum();
        DrawUnit(top);
        var grid = new RuleGrid(filler.Rules, frame.Left, table.Fit.Edges, origin - top);
        DrawHeader(grid, top, closes: parts.Count == 0);
        for (var i = 0; i < parts.Count; i++)
        {
            DrawRow(parts, i, grid);
        }

        grid.Close(origin - (parts.Count > 0 ? parts[^1].Bottom : head));
    }

    private void DrawUnit(double top)
    {
        if (table.Unit is { Characters.Length: > 0 } unit)
        {
            var line = new SetLine(unit, new(0, unit.Characters.Length, true), table.Fit.Size, 0, frame.TextWidth, false);
            line.Draw(filler.Runs, frame.Left + frame.TextWidth - line.NaturalWidth, origin - top + 0.4 * table.Fit.Size);
        }
    }

    private void DrawHeader(RuleGrid grid, double top, bool closes)
    {
        var rows = table.HeaderHeights.Length;
        var below = new bool[rows, table.Columns];
        var right = new bool[rows, table.Columns];
        var y = new double[rows + 1];
        y[0] = top;
        for (var r = 0; r < rows; r++)
        {
            y[r + 1] = y[r] + table.HeaderHeights[r];
            for (var c = 0; c < table.Columns; c++)
            {
                below[r, c] = right[r, c] = true;
            }
        }

        foreach (var cell in table.Header)
        {
            var last = cell.Row + cell.RowSpan - 1;
            for (var r = cell.Row; r <= last; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    below[r, c] = r == last;
                    right[r, c] = c == cell.Column + cell.ColumnSpan - 1;
                }
            }

            DrawText(cell, 0, cell.Lines.Length, y[cell.Row], y[last + 1], middle: true);
        }

        Span<bool> lower = new bool[table.Columns];
        Span<bool> side = new bool[table.Columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < table.Columns; c++)
            {
                lower[c] = below[r, c] && !(closes && r == rows - 1);
                side[c] = right[r, c];
            }

            grid.AddRow(origin - y[r], origin - y[r + 1], lower, side);
        }
    }

    private void DrawRow(List<RowPart> parts, int index, RuleGrid grid)
    {
        var part = parts[index];
        var isLast = index + 1 == parts.Count;
        Span<bool> below = table.Columns <= 64 ? stackalloc bool[table.Columns] : new bool[table.Columns];
        Span<bool> right = table.Columns <= 64 ? stackalloc bool[table.Columns] : new bool[table.Columns];
        foreach (var cell in table.Rows[part.Row])
        {
            var end = cell.Column + cell.ColumnSpan;
            for (var c = cell.Column; c < end; c++)
            {
                below[c] = !isLast && !table.JoinedBelow(part.Row, c);
                right[c] = c == end - 1;
            }

            if (!table.InGroup(part.Row, cell.Column))
            {
                DrawText(cell, part.Skipped, part.Lines, part.Top, part.Bottom, middle: part.Skipped == 0 && !part.IsCut);
            }
            else if (index == 0 || !table.JoinedBelow(part.Row - 1, cell.Column))
            {
                DrawText(cell, 0, int.MaxValue, part.Top, FootOfGroup(parts, index, cell.Column), middle: true);
            }
        }

        grid.AddRow(origin - part.Top, origin - part.Bottom, below, right);
    }

    private double FootOfGroup(List<RowPart> parts, int index, int column)
    {
        while (index + 1 < parts.Count && table.JoinedBelow(parts[index].Row, column))
        {
            index++;
        }

        return parts[index].Bottom;
    }

    private void DrawText(TableCell cell, int skipped, int most, double top, double bottom, bool middle)
    {
        var size = table.Fit.Size;
        var count = Math.Min(most, cell.Lines.Length - skipped);
        var inset = middle ? (bottom - top - count * table.LineHeight) / 2 : Measures.CellPadding;
        var baseline = origin - top - inset - (table.LineHeight - size) / 2 - Measures.EmAscent * size;
        for (var i = 0; i < count; i++)
        {
            cell.Lines[skipped + i].Draw(filler.Runs, frame.Left, baseline - i * table.LineHeight);
        }
    }
}

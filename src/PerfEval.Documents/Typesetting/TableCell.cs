using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;

namespace PerfEval.Documents.Typesetting;

/// <summary>A cell at its place in the grid, measured and, once the widths are known, broken into lines.</summary>
internal sealed class TableCell
{
    /// <summary>Lines that are stretched by more than this many em per gap look better ragged.</summary>
    private const double MostStretch = 0.12;

    private readonly MeasuredText[] parts;

    public TableCell(Cell cell, int row, int column, CellAlign align, FaceRole face, TextMeasurer measurer)
    {
        (Text, Row, Column, ColumnSpan, RowSpan, Align, Bold) =
            (cell.Text, row, column, Math.Max(1, cell.ColumnSpan), Math.Max(1, cell.RowSpan), align, cell.Bold);
        var measured = new List<MeasuredText>(1);
        foreach (var part in cell.Text.AsSpan().EnumerateLines())
        {
            var text = measurer.Measure(part, face);
            if (text.Characters.Length > 0)
            {
                measured.Add(text);
            }
        }

        parts = [.. measured];
    }

    public string Text { get; }

    public int Row { get; }

    public int Column { get; }

    public int ColumnSpan { get; }

    public int RowSpan { get; }

    public CellAlign Align { get; }

    public bool Bold { get; }

    /// <summary>Its lines, placed relative to the left edge of the table.</summary>
    public SetLine[] Lines { get; private set; } = [];

    /// <summary>Width in em below which something must be cut that should not be: for amounts the whole line.</summary>
    public double LeastWidth => parts.Length == 0 ? 0 : parts.Max(p => Align == CellAlign.Right ? p.Width : p.WidestPiece());

    /// <summary>Width in em of its longest line if nothing is broken.</summary>
    public double NaturalWidth => parts.Length == 0 ? 0 : parts.Max(p => p.Width);

    /// <summary>Breaks the text into lines.</summary>
    /// <param name="left">Left edge of the cell.</param>
    /// <param name="width">Width of the cell.</param>
    /// <param name="size">Type size.</param>
    /// <param name="breaker">Breaks lines.</param>
    public void SetWidth(double left, double width, double size, LineBreaker breaker)
    {
        var padding = Measures.CellSidePadding * size;
        var room = Math.Max(width - 2 * padding, size);
        var filling = Align == CellAlign.Centre ? Filling.Balanced : Filling.Full;
        var lines = new List<SetLine>();
        foreach (var text in parts)
        {
            foreach (var span in breaker.Break(text, room / size, room / size, filling))
            {
                lines.Add(Place(text, span, left + padding, room, size));
            }
        }

        Lines = [.. lines];
    }

    private SetLine Place(MeasuredText text, LineSpan span, double left, double room, double size)
    {
        var natural = text.WidthOf(span.Start, span.End) * size;
        var space = room - natural;
        if (space <= 0)
        {
            return new(text, span, size, left, room, false);
        }

        switch (Align)
        {
            case CellAlign.Right:
                return new(text, span, size, left + space, natural, false);
            case CellAlign.Centre:
                return new(text, span, size, left + space / 2, natural, false);
            default:
                var gaps = 0;
                for (var k = span.Start; k + 1 < span.End; k++)
                {
                    gaps += text.Characters[k].Stretches ? 1 : 0;
                }

                return new(text, span, size, left, room, !span.Last && gaps > 0 && space / gaps <= MostStretch * size);
        }
    }
}

using PerfEval.Documents.Model;

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Type size and column widths of a table: the largest size at which nothing has to be cut, every column at least as wide as
/// its widest unbreakable piece, the rest shared by weight.
/// </summary>
/// <param name="Size">Type size.</param>
/// <param name="Edges">Edges of the columns from the left edge of the table, one more than columns.</param>
internal sealed record ColumnFit(double Size, double[] Edges)
{
    private const double LeastText = 2;

    /// <summary>Texts of a column up to this width should stand on one line, else the table is set one size smaller.</summary>
    private const double EasyText = 8;

    private static readonly double[] Sizes = [12, 10.5, 9, 7.5];

    public static ColumnFit Of(IReadOnlyList<Column> columns, IEnumerable<TableCell> cells, double width)
    {
        var least = new double[columns.Count];
        var easy = new double[columns.Count];
        Array.Fill(least, LeastText);
        foreach (var cell in cells)
        {
            if (cell.ColumnSpan == 1)
            {
                least[cell.Column] = Math.Max(least[cell.Column], cell.LeastWidth);
                easy[cell.Column] = Math.Max(easy[cell.Column], Math.Min(cell.NaturalWidth, EasyText));
            }
        }

        for (var c = 0; c < least.Length; c++)
        {
            least[c] += 2 * Measures.CellSidePadding + 0.01;
            easy[c] = Math.Max(least[c], easy[c] + 2 * Measures.CellSidePadding);
        }

        var largest = columns.Count > 8 ? 9 : columns.Count > 6 || easy.Sum() * 12 > width ? 10.5 : 12;
        foreach (var size in Sizes)
        {
            if (size <= largest && least.Sum() * size <= width)
            {
                return new(size, Share(columns, least, size, width));
            }
        }

        return new(9, Share(columns, Squeeze(columns, least, width / 9), 9, width));
    }

    // Nothing fits: amounts keep their width as long as the texts keep three characters; then all give way alike.
    private static double[] Squeeze(IReadOnlyList<Column> columns, double[] least, double width)
    {
        var few = new double[least.Length];
        for (var c = 0; c < few.Length; c++)
        {
            few[c] = columns[c].Align == CellAlign.Right ? least[c] : Math.Min(least[c], LeastText + 1 + 2 * Measures.CellSidePadding);
        }

        var total = few.Sum();
        return total <= width ? few : [.. few.Select(w => w * width / total)];
    }

    private static double[] Share(IReadOnlyList<Column> columns, double[] least, double size, double width)
    {
        var widths = new double[columns.Count];
        var isFixed = new bool[columns.Count];
        var room = width;
        var weight = columns.Sum(c => Math.Max(c.Weight, 1e-6));
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < widths.Length; c++)
            {
                var share = Math.Max(columns[c].Weight, 1e-6);
                if (!isFixed[c] && room * share / weight < least[c] * size)
                {
                    isFixed[c] = changed = true;
                    widths[c] = least[c] * size;
                    room -= widths[c];
                    weight -= share;
                    break;
                }
            }
        }

        var edges = new double[columns.Count + 1];
        for (var c = 0; c < widths.Length; c++)
        {
            edges[c + 1] = edges[c] + (isFixed[c] ? widths[c] : room * Math.Max(columns[c].Weight, 1e-6) / weight);
        }

        edges[^1] = width;
        return edges;
    }
}

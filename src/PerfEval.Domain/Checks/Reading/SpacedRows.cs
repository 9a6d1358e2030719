using System.Buffers;

namespace PerfEval.Domain.Checks.Reading;

/// <summary>
/// A table that was pasted as lines: 渠道防渗 420.00 402.50 17.50 95.83%. Single spaces divide the cells, so nothing but a
/// name may stand before the numbers, every line has as many cells as the heading, and there are several lines.
/// </summary>
internal static class SpacedRows
{
    private static readonly SearchValues<char> Sentence = SearchValues.Create("，。；、!?");
    private static readonly SearchValues<char> Figure = SearchValues.Create("0123456789.,%-+");

    private const int FewestColumns = 3;
    private const int FewestRows = 2;
    private const int LongestLine = 200;
    private const int MostRows = 500;

    /// <summary>Reads the table that starts at a line.</summary>
    /// <returns>The line after it; the same line where there is none.</returns>
    public static int Read(string plain, List<Stretch> lines, int first, List<TextTable> tables)
    {
        if (Heading(plain, lines[first]) is not { Count: >= FewestColumns } heading)
        {
            return first;
        }

        var rows = new List<IReadOnlyList<Stretch>> { heading };
        var i = first + 1;
        while (i < lines.Count && rows.Count < MostRows && Row(plain, lines[i], heading.Count) is { } cells)
        {
            rows.Add(cells);
            i++;
        }

        if (rows.Count <= FewestRows)
        {
            return first;
        }

        tables.Add(new(lines[first].Start, lines[i - 1].End, rows));
        return i;
    }

    private static List<Stretch>? Heading(string plain, Stretch line)
    {
        var words = plain.AsSpan(line.Start, line.Length);
        return line.Length is 0 or > LongestLine || words.IndexOfAny(Sentence) >= 0 || words.IndexOfAnyInRange('0', '9') >= 0 ? null : Cells(plain, line);
    }

    private static List<Stretch>? Row(string plain, Stretch line, int columns)
    {
        if (line.Length is 0 or > LongestLine)
        {
            return null;
        }

        var cells = Cells(plain, line);
        if (cells.Count != columns || char.IsAsciiDigit(plain[cells[0].Start]) || plain.AsSpan(cells[0].Start, cells[0].Length).IndexOfAny("，。；") >= 0)
        {
            return null;
        }

        var numbers = 0;
        foreach (var cell in cells.Skip(1))
        {
            var words = plain.AsSpan(cell.Start, cell.Length);
            var dash = words.TrimStart("-—/") is "";
            if (!dash && words.IndexOfAnyExcept(Figure) >= 0)
            {
                return null;
            }

            numbers += dash ? 0 : 1;
        }

        return numbers > 0 ? cells : null;
    }

    private static List<Stretch> Cells(string plain, Stretch line)
    {
        var cells = new List<Stretch>();
        for (var at = line.Start; at < line.End;)
        {
            if (plain[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            var end = at;
            while (end < line.End && plain[end] is not (' ' or '\t'))
            {
                end++;
            }

            cells.Add(new(at, end));
            at = end;
        }

        return cells;
    }
}

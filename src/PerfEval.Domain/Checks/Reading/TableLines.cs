namespace PerfEval.Domain.Checks.Reading;

/// <summary>
/// Recognises tables in a text in the five shapes in which they survive: cells divided by tabs, cells divided by upright
/// strokes, one cell per line that begins with a tab, where an empty line ends the row, columns that spaces align, and <see cref="SpacedRows"/>.
/// </summary>
internal static class TableLines
{
    private const int FewestColumns = 3;
    private const int FewestRows = 3;
    private const int LongestLine = 400;

    /// <summary>All tables, in the order of the text.</summary>
    public static List<TextTable> Read(string plain)
    {
        var tables = new List<TextTable>();
        var lines = Lines(plain);
        for (var i = 0; i < lines.Count;)
        {
            var next = Divided(plain, lines, i, tables);
            next = next == i ? CellPerLine(plain, lines, i, tables) : next;
            next = next == i ? Aligned(plain, lines, i, tables) : next;
            next = next == i ? SpacedRows.Read(plain, lines, i, tables) : next;
            i = next == i ? i + 1 : next;
        }

        return tables;
    }

    /// <summary>The lines of a text, without their ends.</summary>
    public static List<Stretch> Lines(string plain)
    {
        var lines = new List<Stretch>();
        for (var start = 0; start <= plain.Length;)
        {
            var end = plain.IndexOf('\n', start);
            end = end < 0 ? plain.Length : end;
            lines.Add(new(start, end));
            start = end + 1;
        }

        return lines;
    }

    private static int Divided(string plain, List<Stretch> lines, int first, List<TextTable> tables)
    {
        var rows = new List<IReadOnlyList<Stretch>>();
        var i = first;
        for (; i < lines.Count; i++)
        {
            var line = plain.AsSpan(lines[i].Start, lines[i].Length);
            var sign = line.TrimEnd(' ').TrimStart(' ').TrimStart('\t').Contains('\t') ? '\t' : line.Count('|') >= 2 ? '|' : ' ';
            if (sign == ' ')
            {
                break;
            }

            var cells = Cells(plain, lines[i], sign);
            if (!cells.All(c => c.Length == 0 || plain.AsSpan(c.Start, c.Length).Trim('-').Trim(':').Trim('-').Length == 0))
            {
                rows.Add(cells);
            }
        }

        if (rows.Count < 2)
        {
            return first;
        }

        tables.Add(new(lines[first].Start, lines[i - 1].End, rows));
        return i;
    }

    private static List<Stretch> Cells(string plain, Stretch line, char sign)
    {
        var cells = new List<Stretch>();
        for (var start = line.Start; start <= line.End;)
        {
            var length = plain.AsSpan(start, line.End - start).IndexOf(sign);
            var end = length < 0 ? line.End : start + length;
            cells.Add(Trim(plain, start, end));
            start = end + 1;
        }

        if (sign == '|' && cells.Count > 2)
        {
            // The strokes at both ends of a line divide nothing.
            cells.RemoveRange(cells[^1].Length == 0 ? cells.Count - 1 : cells.Count, cells[^1].Length == 0 ? 1 : 0);
            cells.RemoveRange(0, cells[0].Length == 0 ? 1 : 0);
        }

        return cells;
    }

    private static int CellPerLine(string plain, List<Stretch> lines, int first, List<TextTable> tables)
    {
        if (!IsCell(plain, lines[first]) || first + 1 >= lines.Count || !IsCell(plain, lines[first + 1]))
        {
            return first;
        }

        var rows = new List<IReadOnlyList<Stretch>>();
        var row = new List<Stretch>();
        var i = first;
        for (; i < lines.Count; i++)
        {
            if (IsCell(plain, lines[i]))
            {
                row.Add(new(lines[i].Start + 1, lines[i].End));
            }
            else if (lines[i].Length == 0 || row.Count == 0)
            {
                if (row.Count == 0)
                {
                    break;
                }

                rows.Add([.. row.Select(c => Trim(plain, c.Start, c.End))]);
                row.Clear();
            }
            else
            {
                row[^1] = row[^1] with { End = lines[i].End };
            }
        }

        if (row.Count > 0)
        {
            rows.Add([.. row.Select(c => Trim(plain, c.Start, c.End))]);
        }

        tables.Add(new(lines[first].Start, lines[Math.Min(i, lines.Count) - 1].End, rows));
        return i;
    }

    /// <summary>At least three lines with the same number of cells, two or more spaces between them, and numbers in most lines.</summary>
    private static int Aligned(string plain, List<Stretch> lines, int first, List<TextTable> tables)
    {
        var rows = new List<IReadOnlyList<Stretch>>();
        var (i, numeric) = (first, 0);
        for (; i < lines.Count && Spaced(plain, lines[i]) is { Count: >= FewestColumns } cells && (rows.Count == 0 || cells.Count == rows[0].Count); i++)
        {
            rows.Add(cells);
            numeric += cells.Count(c => char.IsAsciiDigit(plain[c.Start])) >= 2 ? 1 : 0;
            // One line of headings; the next one without numbers ends the table, so that no line is read often.
            if (numeric < rows.Count - 1)
            {
                rows.RemoveAt(rows.Count - 1);
                break;
            }
        }

        if (rows.Count < FewestRows)
        {
            return first;
        }

        tables.Add(new(lines[first].Start, lines[i - 1].End, rows));
        return i;
    }

    private static List<Stretch> Spaced(string plain, Stretch line)
    {
        var cells = new List<Stretch>();
        var start = line.Start;
        for (var i = line.Start; line.Length <= LongestLine && i <= line.End; i++)
        {
            if (i == line.End || (plain[i] == ' ' && i + 1 < line.End && plain[i + 1] == ' '))
            {
                if (Trim(plain, start, i) is { Length: > 0 } cell)
                {
                    cells.Add(cell);
                }

                start = i;
            }
        }

        return cells;
    }

    private static bool IsCell(string plain, Stretch line) => line.Length > 0 && plain[line.Start] == '\t';

    private static Stretch Trim(string plain, int start, int end)
    {
        while (start < end && plain[start] is ' ' or '\n' or '\t')
        {
            start++;
        }

        while (end > start && plain[end - 1] is ' ' or '\n' or '\t')
        {
            end--;
        }

        return new(start, end);
    }
}

using System.Text;

namespace PerfEval.Documents.Reading;

/// <summary>
/// The text that Excel or WPS puts on the clipboard: cells between tabs, rows between line ends. A cell that holds a
/// line break or a tab is quoted there; a text that merely begins with a quotation mark is not.
/// </summary>
public static class PastedText
{
    /// <summary>Most rows of one paste.</summary>
    public const int MostRows = 5000;

    /// <summary>Most cells of a row that are looked at.</summary>
    public const int MostColumns = 100;

    /// <summary>The rows of cells. Empty rows at the end are dropped, empty rows between are kept.</summary>
    /// <exception cref="UnreadableTable">More rows than are taken at once; the message says what to do.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(string text)
    {
        var (rows, cells) = (new List<IReadOnlyList<string>>(), new List<string>());
        var at = 0;
        while (at < text.Length)
        {
            var (cell, end) = text[at] == '"' && Quoted(text, at) is { } quoted ? quoted : Plain(text, at);
            if (cells.Count < MostColumns)
            {
                cells.Add(CellText.Trim(cell));
            }

            at = end;
            if (at >= text.Length)
            {
                break;
            }

            if (text[at] == '\t')
            {
                at++;
                if (at == text.Length)
                {
                    cells.Add("");
                }

                continue;
            }

            rows.Add(cells);
            cells = [];
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }

        if (cells.Count > 0)
        {
            rows.Add(cells);
        }

        while (rows.Count > 0 && rows[^1].All(c => c.Length == 0))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows.Count <= MostRows ? rows
            : throw new UnreadableTable($"粘贴的内容有{rows.Count}行，每次最多{MostRows}行，请分几次粘贴，或用“导入 Excel”");
    }

    private static (string Cell, int End) Plain(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny('\t', '\n', '\r');
        end = end < 0 ? text.Length : from + end;
        return (text[from..end], end);
    }

    // Null when the mark belongs to the text itself: nothing closes it before the cell ends, or nothing needs quoting.
    private static (string Cell, int End)? Quoted(string text, int from)
    {
        var cell = new StringBuilder();
        for (var i = from + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else
            {
                var closes = i + 1 == text.Length || text[i + 1] is '\t' or '\n' or '\r';
                var inner = cell.ToString();
                return closes && inner.AsSpan().ContainsAny('\n', '\t', '"') ? (inner, i + 1) : null;
            }
        }

        return null;
    }
}

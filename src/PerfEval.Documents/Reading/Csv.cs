using System.Text;

namespace PerfEval.Documents.Reading;

/// <summary>Comma, semicolon or tab separated text with quoted cells, as Excel and WPS write it.</summary>
internal static class Csv
{
    /// <summary>UTF-8 where the bytes are valid UTF-8, GB18030 otherwise: Excel in China saves the latter.</summary>
    public static string Decode(byte[] content, string fileName)
    {
        foreach (var encoding in new[] { new UTF8Encoding(true, true), Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) })
        {
            try
            {
                return encoding.GetString(content).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // Not this one.
            }
        }

        throw new UnreadableTable($"文件“{fileName}”的文字编码不能识别；请另存为 UTF-8 的 .csv 或 .xlsx 后重新上传");
    }

    /// <summary>Rows of trimmed cells. A row keeps the number of the line it starts at: lines inside quotes count as Excel counts them.</summary>
    public static List<IReadOnlyList<string>> Parse(string text)
    {
        var firstLine = text.AsSpan(0, text.IndexOf('\n') is var end and >= 0 ? end : text.Length);
        var separator = firstLine.Contains('\t') ? '\t' : firstLine.Contains(';') && !firstLine.Contains(',') ? ';' : ',';
        var (rows, cells, cell) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder());
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                quoted = true;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                EndRow();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            EndRow();
        }

        return rows;

        void EndCell()
        {
            cells.Add(CellText.Trim(cell.ToString()));
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(cells);
            cells = [];
        }
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PerfEval.Documents.Reading;

/// <summary>
/// The text of a .docx: each paragraph a line, each row of a table a line with tabs, merged cells as empty ones so that
/// columns stay columns. Read as a stream, so that a large document fills no memory twice.
/// </summary>
internal static class DocxText
{
    private const string Body = "word/document.xml";
    private const long LargestUnpacked = 100L * 1024 * 1024;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = LargestUnpacked,
    };

    /// <summary>True when a zip holds a Word document.</summary>
    public static bool IsDocument(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return zip.GetEntry(Body) is not null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="UnreadableTable">It is damaged or unpacks to too much.</exception>
    public static string Read(byte[] content, string fileName)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            using var xml = XmlReader.Create(zip.GetEntry(Body)!.Open(), Safe);
            return new Reader(xml).ToText();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableTable($"文件“{fileName}”已损坏或不是 Word 文档，不能读取；请在 Word 或 WPS 中另存为 .docx 后重新上传");
        }
    }

    /// <summary>Walks through the elements once.</summary>
    private sealed class Reader(XmlReader xml)
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder paragraph = new();
        private readonly List<string> cells = [];
        private readonly StringBuilder cell = new();
        private int tables;
        private int span = 1;
        private int skippedBefore;

        public string ToText()
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    Open();
                }
                else if (xml.NodeType == XmlNodeType.EndElement)
                {
                    Close(xml.LocalName);
                }
            }

            return text.ToString();
        }

        private void Open()
        {
            switch (xml.LocalName)
            {
                case "tbl":
                    tables++;
                    break;
                case "tr" when tables == 1:
                    cells.Clear();
                    skippedBefore = 0;
                    break;
                case "gridBefore" when tables == 1:
                    skippedBefore = Number();
                    break;
                case "gridSpan" when tables == 1:
                    span = Number();
                    break;
                case "t":
                    // An empty element has no content, and reading it would swallow the next one.
                    if (!xml.IsEmptyElement)
                    {
                        paragraph.Append(Content());
                    }

                    break;
                case "tab" when paragraph.Length > 0:
                    paragraph.Append(' ');
                    break;
                case "br" or "cr":
                    paragraph.Append('\n');
                    break;
                case "p" when xml.IsEmptyElement:
                    Close("p");
                    break;
                // Deleted words, numbers of fields, and the copy of a drawing for old programs are not what a reader sees.
                case "del" or "moveFrom" or "instrText" or "Fallback":
                    Pass();
                    break;
            }
        }

        private void Close(string element)
        {
            switch (element)
            {
                case "p" when tables == 0:
                    text.Append(paragraph).Append('\n');
                    paragraph.Clear();
                    break;
                case "p":
                    cell.Append(cell.Length > 0 && paragraph.Length > 0 ? "\n" : "").Append(paragraph);
                    paragraph.Clear();
                    break;
                case "tc" when tables == 1:
                    cells.Add(InOneLine(cell.ToString()));
                    cells.AddRange(Enumerable.Repeat("", Math.Clamp(span - 1, 0, 60)));
                    cell.Clear();
                    span = 1;
                    break;
                case "tr" when tables == 1:
                    text.AppendJoin('\t', Enumerable.Repeat("", Math.Clamp(skippedBefore, 0, 60)).Concat(cells)).Append('\n');
                    break;
                case "tbl":
                    tables = Math.Max(0, tables - 1);
                    text.Append(tables == 0 ? "\n" : "");
                    break;
            }
        }

        private string Content()
        {
            var content = "";
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                content += xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA ? xml.Value : "";
            }

            return content;
        }

        private void Pass()
        {
            if (xml.IsEmptyElement)
            {
                return;
            }

            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                // The content is not what a reader sees.
            }
        }

        private int Number() =>
            int.TryParse(xml.GetAttribute("val", xml.NamespaceURI), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;

        /// <summary>The lines of a cell in one, the items of a list still divided.</summary>
        private static string InOneLine(string cell)
        {
            var line = new StringBuilder();
            foreach (var part in cell.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var item = part.Length > 1 && char.IsAsciiDigit(part[0]) && part.AsSpan(1, Math.Min(2, part.Length - 1)).IndexOfAny(".、)）") >= 0;
                var ended = line.Length > 0 && "。；，：:;,".Contains(line[^1], StringComparison.Ordinal);
                line.Append(line.Length == 0 ? "" : item && !ended ? "；" : " ").Append(part.Replace('\t', ' '));
            }

            return line.ToString();
        }
    }
}

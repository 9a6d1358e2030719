using System.Globalization;
using System.Text;
using System.Xml;

namespace PerfEval.Documents.Excel;

/// <summary>
/// Copies a worksheet part and gives some cells their red style on the way. It holds one cell at a time, so that a sheet
/// with a hundred thousand formatted rows costs no more than its text.
/// </summary>
/// <param name="styles">The workbook's styles.</param>
/// <param name="cells">Rows from 1 and columns from 0 of the cells to mark.</param>
/// <param name="legacyDrawing">Relation of the drawing with the comments, when the sheet has none yet.</param>
internal sealed class SheetMarker(MarkStyles styles, IEnumerable<(int Row, int Column)> cells, string? legacyDrawing)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // What follows legacyDrawing in a worksheet.
    private static readonly HashSet<string> After =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private readonly SortedDictionary<int, SortedSet<int>> marks = Sorted(cells);
    private bool drawn = legacyDrawing is null;
    private XmlReader from = null!;
    private XmlWriter to = null!;

    public void Copy(Stream source, Stream target)
    {
        using (from = XmlReader.Create(source, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
        using (to = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            while (from.Read())
            {
                if (from.NodeType == XmlNodeType.Element && from.Depth == 0 && from.NamespaceURI != SheetWriter.Main)
                {
                    throw new InvalidDataException("Not a worksheet of the usual kind.");
                }

                if (from.NodeType == XmlNodeType.Element && from.Depth == 1)
                {
                    if (from.LocalName == "sheetData")
                    {
                        Rows();
                        continue;
                    }

                    if (After.Contains(from.LocalName))
                    {
                        Draw();
                    }
                }
                else if (from.NodeType == XmlNodeType.EndElement && from.Depth == 0)
                {
                    Draw();
                }

                Shallow();
            }
        }
    }

    private static SortedDictionary<int, SortedSet<int>> Sorted(IEnumerable<(int Row, int Column)> cells)
    {
        var sorted = new SortedDictionary<int, SortedSet<int>>();
        foreach (var (row, column) in cells)
        {
            if (!sorted.TryGetValue(row, out var columns))
            {
                sorted[row] = columns = [];
            }

            columns.Add(column);
        }

        return sorted;
    }

    private void Draw()
    {
        if (!drawn)
        {
            to.WriteStartElement(null, "legacyDrawing", SheetWriter.Main);
            to.WriteAttributeString("r", "id", Relations, legacyDrawing);
            to.WriteEndElement();
            drawn = true;
        }
    }

    private void Rows()
    {
        Start();
        var (depth, number) = (from.Depth, 0);
        if (!from.IsEmptyElement)
        {
            while (from.Read() && from.Depth > depth)
            {
                if (from is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    number = int.TryParse(from.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                    Before(number);
                    Row(number);
                }
            }
        }

        Before(int.MaxValue);
        to.WriteEndElement();
    }

    // Rows that are marked and not in the part.
    private void Before(int number)
    {
        while (marks.Count > 0 && marks.First() is var (row, columns) && row < number)
        {
            to.WriteStartElement(null, "row", SheetWriter.Main);
            to.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            foreach (var column in columns)
            {
                Missing(row, column, 0);
            }

            to.WriteEndElement();
            marks.Remove(row);
        }
    }

    private void Row(int number)
    {
        var (depth, column, style) = (from.Depth, -1, Style());
        marks.Remove(number, out var columns);
        Start(except: columns is null ? null : "spans");
        if (!from.IsEmptyElement)
        {
            while (from.Read() && from.Depth > depth)
            {
                if (from.NodeType != XmlNodeType.Element || from.LocalName != "c" || from.Depth != depth + 1)
                {
                    continue;
                }

                column = CellAddress.Read(from.GetAttribute("r")) is { } at ? at.Column : column + 1;
                while (columns?.Count > 0 && columns.Min < column)
                {
                    Missing(number, columns.Min, style);
                    columns.Remove(columns.Min);
                }

                Cell(number, column, columns?.Remove(column) == true);
            }
        }

        foreach (var missing in columns ?? [])
        {
            Missing(number, missing, style);
        }

        to.WriteEndElement();
    }

    private void Cell(int row, int column, bool marked)
    {
        var (depth, plain) = (from.Depth, styles.Plain(Style()));
        Start(except: "s", and: "r");
        to.WriteAttributeString("r", CellAddress.Of(column, row));
        to.WriteAttributeString("s", (marked ? styles.Marked(plain) : plain).ToString(CultureInfo.InvariantCulture));
        if (!from.IsEmptyElement)
        {
            from.Read();
            while (from.Depth > depth)
            {
                to.WriteNode(from, false);
            }
        }

        to.WriteEndElement();
    }

    private void Missing(int row, int column, uint style)
    {
        to.WriteStartElement(null, "c", SheetWriter.Main);
        to.WriteAttributeString("r", CellAddress.Of(column, row));
        to.WriteAttributeString("s", styles.Marked(styles.Plain(style)).ToString(CultureInfo.InvariantCulture));
        to.WriteEndElement();
    }

    private uint Style() => uint.TryParse(from.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;

    // The element on which the reader stands, without what is below it.
    private void Start(string? except = null, string? and = null)
    {
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        for (var more = from.MoveToFirstAttribute(); more; more = from.MoveToNextAttribute())
        {
            if (from.Name != except && from.Name != and)
            {
                to.WriteAttributeString(from.Prefix, from.LocalName, from.NamespaceURI, from.Value);
            }
        }

        from.MoveToElement();
    }

    private void Shallow()
    {
        switch (from.NodeType)
        {
            case XmlNodeType.Element:
                Start();
                if (from.IsEmptyElement)
                {
                    to.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                to.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                to.WriteString(from.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                to.WriteWhitespace(from.Value);
                break;
        }
    }
}

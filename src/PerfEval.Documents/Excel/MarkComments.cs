using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PerfEval.Documents.Excel;

/// <summary>
/// The comments of a sheet with the faults among them. Comments of people stay; a cell that has one keeps it and is red
/// only. Excel, WPS and LibreOffice show a comment when it stands in both places: the comments part and a VML drawing.
/// </summary>
internal sealed class MarkComments(WorksheetPart part)
{
    private const string Author = "绩评校验";
    private const int FirstShape = 90_000;
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";

    /// <summary>Writes both places.</summary>
    /// <returns>The relation that the sheet has to name as legacyDrawing; null when it names one already.</returns>
    public string? Write(ILookup<(int Row, int Column), CellFault> cells)
    {
        var comments = part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>();
        comments.Comments ??= new Comments(new Authors(), new CommentList());
        var (authors, list) = (comments.Comments.Authors ??= new Authors(), comments.Comments.CommentList ??= new CommentList());
        var removed = RemoveOld(authors, list);
        var taken = list.Elements<Comment>().Select(c => c.Reference?.Value).ToHashSet();
        var author = authors.Elements<Author>().TakeWhile(a => a.Text != Author).Count();
        if (author == authors.ChildElements.Count)
        {
            authors.Append(new Author(Author));
        }

        var added = new List<(int Row, int Column)>();
        foreach (var cell in cells.Where(c => taken.Add(CellAddress.Of(c.Key.Column, c.Key.Row))))
        {
            added.Add(cell.Key);
            var text = string.Join("\n", cell.Select(f => $"{f.Rule}。{f.Remedy}"));
            list.Append(new Comment(new CommentText(new Run(
                new RunProperties(new FontSize { Val = 10 }, new RunFont { Val = "宋体" }), new Text(SheetWriter.Storable(text)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve })))
            {
                Reference = CellAddress.Of(cell.Key.Column, cell.Key.Row),
                AuthorId = (uint)author,
            });
        }

        comments.Comments.Save();
        comments.UnloadRootElement();
        return Draw(removed, added);
    }

    private static HashSet<(int Row, int Column)> RemoveOld(Authors authors, CommentList list)
    {
        var ours = authors.Elements<Author>().Select((a, i) => (a.Text, i)).Where(a => a.Text == Author).Select(a => (uint)a.i).ToHashSet();
        var old = list.Elements<Comment>().Where(c => c.AuthorId?.Value is { } author && ours.Contains(author)).ToList();
        old.ForEach(c => c.Remove());
        return [.. old.Select(c => CellAddress.Read(c.Reference?.Value)).OfType<(int Column, int Row)>().Select(a => (a.Row, a.Column))];
    }

    private string? Draw(HashSet<(int Row, int Column)> removed, List<(int Row, int Column)> added)
    {
        if (ExistingDrawing() is { } existing)
        {
            var drawing = Load(existing);
            foreach (var shape in drawing.Root!.Elements(V + "shape").Where(s => PlaceOf(s) is { } place && removed.Contains(place)).ToList())
            {
                shape.Remove();
            }

            drawing.Root.Add(XElement.Parse(New(added)).Elements(V + "shape"));
            using var stream = existing.GetStream(FileMode.Create);
            drawing.Save(stream, SaveOptions.DisableFormatting);
            return null;
        }

        var part1 = part.AddNewPart<VmlDrawingPart>();
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(New(added)));
        part1.FeedData(text);
        return part.GetIdOfPart(part1);
    }

    private VmlDrawingPart? ExistingDrawing()
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return xml.ReadToFollowing("legacyDrawing", SheetWriter.Main) && xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } id
            ? part.GetPartById(id) as VmlDrawingPart : null;
    }

    private static XDocument Load(VmlDrawingPart drawing)
    {
        using var stream = drawing.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream);
    }

    private static (int Row, int Column)? PlaceOf(XElement shape) =>
        shape.Element(X + "ClientData") is { } data && (string?)data.Attribute("ObjectType") == "Note" && (int?)data.Element(X + "Row") is { } row && (int?)data.Element(X + "Column") is { } column
            ? (row + 1, column) : null;

    private static string New(List<(int Row, int Column)> cells)
    {
        var xml = new System.Text.StringBuilder($"""
            <xml xmlns:v="{V}" xmlns:o="{O}" xmlns:x="{X}"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            """);
        for (var i = 0; i < cells.Count; i++)
        {
            var (row, column) = cells[i];
            xml.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="_x0000_s{FirstShape + i}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:74pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {Math.Max(0, row - 2)}, 10, {column + 4}, 15, {row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
                """);
        }

        return xml.Append("</xml>").ToString();
    }
}

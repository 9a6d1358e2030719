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
        var existing = ExistingDrawing();
        var drawing = existing is null ? New() : Load(existing);
        foreach (var shape in drawing.Root!.Elements(V + "shape").Where(s => PlaceOf(s) is { } place && removed.Contains(place)).ToList())
        {
            shape.Remove();
        }

        drawing.Root.Add(added.Select((cell, i) => Shape(cell, i)));
        var part1 = existing ?? part.AddNewPart<VmlDrawingPart>();
        using (var stream = part1.GetStream(FileMode.Create))
        {
            drawing.Save(stream, SaveOptions.DisableFormatting);
        }

        return existing is null ? part.GetIdOfPart(part1) : null;
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

    private static XDocument New() => new(new XElement("xml",
        new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(O + "shapelayout", new XAttribute(V + "ext", "edit"), new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1"))),
        new XElement(V + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"),
            new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
            new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")))));

    private static XElement Shape((int Row, int Column) cell, int index) => new(V + "shape",
        new XAttribute("id", $"_x0000_s{FirstShape + index}"), new XAttribute("type", "#_x0000_t202"),
        new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:74pt;z-index:1;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"), new XAttribute(O + "insetmode", "auto"),
        new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(V + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
        new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
        new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"), "")),
        new XElement(X + "ClientData", new XAttribute("ObjectType", "Note"), new XElement(X + "MoveWithCells"), new XElement(X + "SizeWithCells"),
            new XElement(X + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{cell.Column + 1}, 15, {Math.Max(0, cell.Row - 2)}, 10, {cell.Column + 4}, 15, {cell.Row + 3}, 4")),
            new XElement(X + "AutoFill", "False"), new XElement(X + "Row", cell.Row - 1), new XElement(X + "Column", cell.Column)));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Tests.Checks;

/// <summary>Word documents as Word writes them.</summary>
internal static class Documents
{
    /// <summary>Paragraphs; a paragraph with tabs and line ends is a table.</summary>
    public static byte[] Of(params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => p.Contains('\t') ? (OpenXmlElement)Table(p) : Words(p))));
        }

        return stream.ToArray();
    }

    // Word splits a sentence into runs wherever it was edited.
    private static Paragraph Words(string text) =>
        new(text.Chunk(3).Select(c => new Run(new Text(new string(c)) { Space = SpaceProcessingModeValues.Preserve })));

    private static Table Table(string rows) =>
        new(rows.Split('\n').Select(r => new TableRow(r.Split('\t').Select(c => c.StartsWith('>')
            ? new TableCell(new TableCellProperties(new GridSpan { Val = 2 }), Words(c[1..]))
            : new TableCell(c.Split('/').Select(Words))))));
}

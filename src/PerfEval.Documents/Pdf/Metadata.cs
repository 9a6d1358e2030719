using System.Globalization;
using System.Security;

namespace PerfEval.Documents.Pdf;

/// <summary>The properties of a document, once as PDF's own dictionary and once as XMP, which must say the same; with the claim PDF/A-2u.</summary>
internal static class Metadata
{
    private const string Producer = "PerfEval";

    /// <summary>Writes the dictionary.</summary>
    public static void WriteInfo(PdfBuffer target, DocumentProperties properties)
    {
        target.Add("<</Title"u8).Text(properties.Title);
        if (properties.Subject is { } subject)
        {
            target.Add("/Subject"u8).Text(subject);
        }

        if (properties.Author is { } author)
        {
            target.Add("/Author"u8).Text(author);
        }

        target.Add("/Producer("u8).Utf8(Producer).Add(")"u8);
        if (properties.Created is { } created)
        {
            target.Add("/CreationDate"u8).Time(created).Add("/ModDate"u8).Time(created);
        }

        target.Add(">>"u8);
    }

    /// <summary>Writes the XMP packet.</summary>
    public static void WritePacket(PdfBuffer target, DocumentProperties properties)
    {
        target.Utf8("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>\n"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:format>application/pdf</dc:format>\n"
            + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(properties.Title)}</rdf:li></rdf:Alt></dc:title>\n");
        if (properties.Subject is { } subject)
        {
            target.Utf8($"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(subject)}</rdf:li></rdf:Alt></dc:description>\n");
        }

        if (properties.Author is { } author)
        {
            target.Utf8($"<dc:creator><rdf:Seq><rdf:li>{Xml(author)}</rdf:li></rdf:Seq></dc:creator>\n");
        }

        target.Utf8($"<dc:language><rdf:Bag><rdf:li>{Xml(properties.Language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>\n"
            + $"<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>{Producer}</pdf:Producer></rdf:Description>\n");
        if (properties.Created is { } created)
        {
            var time = created.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            target.Utf8($"<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreateDate>{time}</xmp:CreateDate><xmp:ModifyDate>{time}</xmp:ModifyDate></rdf:Description>\n");
        }

        target.Add("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"u8);
    }

    private static string Xml(string text) => SecurityElement.Escape(string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))));
}

using PerfEval.Documents.Fonts;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Pdf;

/// <summary>
/// Writes a finished document as PDF 1.7 with the claim PDF/A-2u: faces embedded as subsets, text that can be searched and copied,
/// outline and properties. The same document gives the same bytes.
/// </summary>
public static class PdfWriter
{
    /// <summary>The file as an array.</summary>
    /// <param name="document">What stands where.</param>
    /// <param name="fonts">The faces with which it was laid out.</param>
    /// <param name="properties">Title and so on.</param>
    /// <exception cref="MissingCharacter">A character has no glyph.</exception>
    public static byte[] Write(LaidOutDocument document, FontSet fonts, DocumentProperties properties)
    {
        using var objects = Build(document, fonts, properties);
        return objects.Out.Written.ToArray();
    }

    /// <summary>Writes the file to a stream, which stays open.</summary>
    /// <param name="document">What stands where.</param>
    /// <param name="fonts">The faces with which it was laid out.</param>
    /// <param name="properties">Title and so on.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="MissingCharacter">A character has no glyph. Nothing was written then.</exception>
    public static void Write(LaidOutDocument document, FontSet fonts, DocumentProperties properties, Stream target)
    {
        using var objects = Build(document, fonts, properties);
        target.Write(objects.Out.Written);
    }

    private static PdfObjects Build(LaidOutDocument document, FontSet fonts, DocumentProperties properties)
    {
        if (document.Pages.Count == 0)
        {
            throw new ArgumentException("A document needs a page.", nameof(document));
        }

        var objects = new PdfObjects();
        try
        {
            using var uses = new FontUses(fonts);
            var watermarks = new Watermarks(fonts);
            var (catalog, info, tree, resources) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
            var pages = WritePages(objects, document.Pages, uses, watermarks, tree, resources);
            WriteTree(objects, tree, pages);
            WriteResources(objects, resources, uses, watermarks);
            var outline = document.Outline.Count > 0 ? OutlineObjects.Write(objects, document.Outline, pages) : 0;
            WriteCatalog(objects, catalog, tree, outline, properties);
            Metadata.WriteInfo(objects.Begin(info), properties);
            objects.End();
            objects.Finish(catalog, info);
            return objects;
        }
        catch
        {
            objects.Dispose();
            throw;
        }
    }

    private static int[] WritePages(PdfObjects objects, IReadOnlyList<LaidOutPage> pages, FontUses fonts, Watermarks watermarks, int tree, int resources)
    {
        using var buffer = new PdfBuffer();
        var content = new PageContent(buffer, fonts, watermarks);
        var numbers = new int[pages.Count];
        for (var i = 0; i < pages.Count; i++)
        {
            var stream = objects.Reserve();
            numbers[i] = objects.Reserve();
            buffer.Clear();
            try
            {
                content.Write(pages[i]);
            }
            catch (MissingCharacter missing)
            {
                throw new MissingCharacter(missing.CodePoint, $"第 {i + 1} 页");
            }

            objects.Deflated(stream, default, buffer.Written);
            objects.Begin(numbers[i]).Add("<</Type/Page/Parent "u8).Add(tree).Add(" 0 R/MediaBox[0 0 "u8).Add(pages[i].Width).Add(" "u8).Add(pages[i].Height)
                .Add("]/TrimBox[0 0 "u8).Add(pages[i].Width).Add(" "u8).Add(pages[i].Height)
                .Add("]/Resources "u8).Add(resources).Add(" 0 R/Contents "u8).Add(stream).Add(" 0 R>>"u8);
            objects.End();
        }

        return numbers;
    }

    private static void WriteTree(PdfObjects objects, int number, int[] pages)
    {
        objects.Begin(number).Add("<</Type/Pages/Count "u8).Add(pages.Length).Add("/Kids["u8);
        foreach (var page in pages)
        {
            objects.Out.Add(page).Add(" 0 R "u8);
        }

        objects.Out.Add("]>>"u8);
        objects.End();
    }

    private static void WriteResources(PdfObjects objects, int number, FontUses fonts, Watermarks watermarks)
    {
        var numbers = new int[fonts.All.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = objects.Reserve();
            FontObjects.Write(objects, numbers[i], fonts.All[i]);
        }

        var drawings = watermarks.Write(objects);
        objects.Begin(number).Add("<</Font<<"u8);
        for (var i = 0; i < numbers.Length; i++)
        {
            objects.Out.Add("/F"u8).Add(fonts.All[i].Number).Add(" "u8).Add(numbers[i]).Add(" 0 R"u8);
        }

        objects.Out.Add(">>/XObject<<"u8);
        for (var i = 0; i < drawings.Length; i++)
        {
            objects.Out.Add("/W"u8).Add(i + 1).Add(" "u8).Add(drawings[i]).Add(" 0 R"u8);
        }

        objects.Out.Add(">>>>"u8);
        objects.End();
    }

    private static void WriteCatalog(PdfObjects objects, int number, int tree, int outline, DocumentProperties properties)
    {
        var (metadata, profile) = (objects.Reserve(), objects.Reserve());
        using (var packet = new PdfBuffer(4096))
        {
            Metadata.WritePacket(packet, properties);
            objects.Plain(metadata, "/Type/Metadata/Subtype/XML"u8, packet.Written);
        }

        objects.Deflated(profile, "/N 3"u8, ColourProfile.Bytes);
        objects.Begin(number).Add("<</Type/Catalog/Pages "u8).Add(tree).Add(" 0 R/Metadata "u8).Add(metadata).Add(" 0 R/Lang("u8).Utf8(properties.Language)
            .Add(")/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"u8)
            .Add("/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8).Add(profile).Add(" 0 R>>]"u8);
        if (outline > 0)
        {
            objects.Out.Add("/Outlines "u8).Add(outline).Add(" 0 R"u8);
        }

        objects.Out.Add(">>"u8);
        objects.End();
    }
}

using PerfEval.Documents.Fonts;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Pdf;

/// <summary>Watermarks of a document: each text is drawn once, as paths, and placed on the pages that carry it.</summary>
internal sealed class Watermarks(FontSet fonts)
{
    private const double Grey = 0.9;
    private const double LargestSize = 150;
    private const double ShareOfDiagonal = 0.6;

    private readonly List<(string Text, double Width)> _drawn = [];

    /// <summary>Places a text on a page, rising from lower left to upper right, as large as the page allows.</summary>
    public void Place(PdfBuffer target, LaidOutPage page, string text)
    {
        var index = _drawn.FindIndex(known => known.Text == text);
        if (index < 0)
        {
            index = _drawn.Count;
            _drawn.Add((text, Glyphs(text).Sum(glyph => glyph.Face.AdvanceOf(glyph.Number) / 1000)));
        }

        var width = _drawn[index].Width;
        var diagonal = Math.Sqrt((page.Width * page.Width) + (page.Height * page.Height));
        var (cosine, sine) = (page.Width / diagonal, page.Height / diagonal);
        var size = Math.Min(LargestSize, ShareOfDiagonal * diagonal / width);
        // The middle of the text, at half the height of a hanzi, comes to the middle of the page.
        var (x, y) = ((page.Width / 2) - (size * ((width * cosine / 2) - (0.38 * sine))), (page.Height / 2) - (size * ((width * sine / 2) + (0.38 * cosine))));
        target.Add("/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\nq "u8).Add(cosine * size).Add(" "u8).Add(sine * size).Add(" "u8).Add(-sine * size)
            .Add(" "u8).Add(cosine * size).Add(" "u8).Add(x).Add(" "u8).Add(y).Add(" cm/W"u8).Add(index + 1).Add(" Do Q\nEMC\n"u8);
    }

    /// <summary>Writes the drawings, in thousandths of the type size.</summary>
    /// <returns>Numbers of their objects, for the names W1, W2 …</returns>
    public int[] Write(PdfObjects objects)
    {
        var numbers = new int[_drawn.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            using var content = new PdfBuffer(4096);
            content.Add(Grey).Add(" g\n"u8);
            var x = 0.0;
            foreach (var (face, number) in Glyphs(_drawn[i].Text))
            {
                new GlyphPath(content, face).Add(number, x);
                content.Add("f\n"u8);
                x += face.AdvanceOf(number);
            }

            numbers[i] = objects.Reserve();
            using var entries = new PdfBuffer(128);
            entries.Add("/Type/XObject/Subtype/Form/BBox[-1000 -1000 "u8).Add(x + 1000).Add(" 2000]/Matrix[.001 0 0 .001 0 0]"u8);
            objects.Deflated(numbers[i], entries.Written, content.Written);
        }

        return numbers;
    }

    private IEnumerable<(TrueTypeFace Face, int Number)> Glyphs(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var (role, glyph) = fonts.Find(FaceRole.Hei, rune.Value) ?? throw new MissingCharacter(rune.Value);
            yield return (FontUses.TrueType(fonts, role), glyph);
        }
    }
}

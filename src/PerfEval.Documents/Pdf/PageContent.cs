using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Pdf;

/// <summary>
/// Writes what stands on a page. A reader moves its pen by the stated widths and the letter spacing; where that would miss the
/// wanted place by more than five thousandths of a point, an adjustment is written, so that errors never add up.
/// </summary>
internal sealed class PageContent(PdfBuffer target, FontUses fonts, Watermarks watermarks)
{
    private const double Tolerance = 0.005;
    private long _spacing, _size, _grey, _x, _y;
    private FaceUse? _face;
    private bool _turned;

    /// <summary>Writes the page: watermark, lines, text.</summary>
    public void Write(LaidOutPage page)
    {
        if (!string.IsNullOrEmpty(page.Watermark))
        {
            watermarks.Place(target, page, page.Watermark);
        }

        Lines(page.Rules);
        if (page.Runs.Count > 0)
        {
            (_spacing, _size, _grey, _x, _y, _face, _turned) = (0, 0, 0, 0, 0, null, false);
            target.Add("BT\n"u8);
            for (var i = 0; i < page.Runs.Count; i++)
            {
                Run(page.Runs[i]);
            }

            target.Add("ET\n"u8);
        }
    }

    private void Lines(IReadOnlyList<Rule> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        // Square ends: lines that meet in a corner leave no notch.
        target.Add("2 J\n"u8);
        var thickness = long.MinValue;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            var width = PdfBuffer.ToThousandths(rule.Thickness);
            if (width != thickness)
            {
                target.Add(i > 0 ? "S\n"u8 : default).Thousandths(width).Add(" w\n"u8);
                thickness = width;
            }

            target.Add(rule.X1).Add(" "u8).Add(rule.Y1).Add(" m "u8).Add(rule.X2).Add(" "u8).Add(rule.Y2).Add(" l\n"u8);
        }

        target.Add("S\n"u8);
    }

    private void Run(TextRun run)
    {
        if (run.Glyphs.Count == 0)
        {
            return;
        }

        var face = fonts[run.Face];
        Begin(run, face);
        var size = _size / 1000.0;
        var spacing = Spacing(run.Glyphs, face, size);
        if (spacing != _spacing)
        {
            target.Thousandths(_spacing = spacing).Add(" Tc\n"u8);
        }

        var (pen, wanted, extra) = (0.0, 0.0, spacing / 1000.0);
        target.Add("[("u8);
        for (var i = 0; i < run.Glyphs.Count; i++)
        {
            var glyph = run.Glyphs[i];
            if (Math.Abs(wanted - pen) > Tolerance)
            {
                // In tenths of a thousandth of the type size; a reader moves left by it.
                var tenths = (long)Math.Round((pen - wanted) * 10000 / size);
                target.Add(")"u8).Thousandths(100 * tenths).Add("("u8);
                pen -= tenths * size / 10000;
            }

            var code = face.CodeOf(glyph.Glyph, glyph.CodePoint);
            target.Code(code);
            pen += (face.Advances[code] * size / 1000) + extra;
            wanted += glyph.Advance;
        }

        target.Add(")]TJ\n"u8);
    }

    private void Begin(TextRun run, FaceUse face)
    {
        var (size, grey) = (PdfBuffer.ToThousandths(run.Size), PdfBuffer.ToThousandths(run.Grey));
        if (size <= 0)
        {
            throw new ArgumentException("Text needs a type size above zero.", nameof(run));
        }

        if (face != _face || size != _size)
        {
            target.Add("/F"u8).Add(face.Number).Add(" "u8).Thousandths(size).Add(" Tf\n"u8);
            (_face, _size) = (face, size);
        }

        if (grey != _grey)
        {
            target.Thousandths(_grey = grey).Add(" g\n"u8);
        }

        var (x, y) = (PdfBuffer.ToThousandths(run.X), PdfBuffer.ToThousandths(run.Y));
        if (run.Turned || _turned)
        {
            // Td moves along the turned axes, so both this run and the one after it are placed anew.
            target.Add(run.Turned ? "0 -1 1 0 "u8 : "1 0 0 1 "u8).Thousandths(x).Add(" "u8).Thousandths(y).Add(" Tm\n"u8);
            _turned = run.Turned;
        }
        else
        {
            target.Thousandths(x - _x).Add(" "u8).Thousandths(y - _y).Add(" Td\n"u8);
        }

        (_x, _y) = (x, y);
    }

    // The spacing that most gaps have, by majority vote; the others get an adjustment.
    private static long Spacing(IReadOnlyList<PlacedGlyph> glyphs, FaceUse face, double size)
    {
        var (candidate, votes) = (0L, 0);
        for (var i = 0; i + 1 < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var code = face.CodeOf(glyph.Glyph, glyph.CodePoint);
            var gap = PdfBuffer.ToThousandths(glyph.Advance - (face.Advances[code] * size / 1000));
            if (votes == 0)
            {
                (candidate, votes) = (gap, 1);
            }
            else
            {
                votes += gap == candidate ? 1 : -1;
            }
        }

        return candidate;
    }
}

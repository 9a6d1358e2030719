namespace PerfEval.Documents.Typesetting;

/// <summary>A line ready to be put on a page: which characters, how large, how far in, how wide it shall become.</summary>
/// <param name="Text">The text it is part of.</param>
/// <param name="Span">Its part.</param>
/// <param name="Size">Type size.</param>
/// <param name="X">Distance from the left edge of the text area.</param>
/// <param name="Width">Width it has to fill (or, when natural, must not exceed).</param>
/// <param name="Justified">Space is spread so that it ends at Width.</param>
internal sealed record SetLine(MeasuredText Text, LineSpan Span, double Size, double X, double Width, bool Justified)
{
    /// <summary>Width before stretching or squeezing.</summary>
    public double NaturalWidth => Text.WidthOf(Span.Start, Span.End) * Size;

    /// <summary>Adds the glyphs to a page, one run per face.</summary>
    public void Draw(List<TextRun> runs, double left, double baseline)
    {
        var text = Text.Characters.AsSpan(Span.Start, Span.End - Span.Start);
        var advances = text.Length <= 256 ? stackalloc double[text.Length] : new double[text.Length];
        Spread(text, advances);
        var x = left + X;
        for (var start = 0; start < text.Length;)
        {
            var face = text[start].Face;
            var end = start + 1;
            while (end < text.Length && text[end].Face == face)
            {
                end++;
            }

            var glyphs = new PlacedGlyph[end - start];
            var width = 0.0;
            for (var k = start; k < end; k++)
            {
                glyphs[k - start] = new(text[k].CodePoint, text[k].Glyph, advances[k]);
                width += advances[k];
            }

            runs.Add(new(x, baseline, face, Size, glyphs));
            x += width;
            start = end;
        }
    }

    private void Spread(ReadOnlySpan<Character> text, Span<double> advances)
    {
        var natural = 0.0;
        var gaps = 0;
        var shrink = 0.0;
        for (var k = 0; k < text.Length; k++)
        {
            advances[k] = text[k].Width * Size;
            natural += advances[k];
            if (k + 1 < text.Length)
            {
                gaps += text[k].Stretches ? 1 : 0;
                shrink += text[k].Shrink * Size;
            }
        }

        var space = Width - natural;
        if (space > 0 && Justified && text.Length > 1)
        {
            // A line that is one single piece has nothing to stretch: its own letters move apart.
            var share = space / (gaps > 0 ? gaps : text.Length - 1);
            for (var k = 0; k + 1 < text.Length; k++)
            {
                advances[k] += gaps == 0 || text[k].Stretches ? share : 0;
            }
        }
        else if (space < -0.001)
        {
            var atEnd = Math.Min(-space, text[^1].EndShrink * Size);
            advances[^1] -= atEnd;
            var part = shrink > 0 ? Math.Min(1, (-space - atEnd) / shrink) : 0;
            for (var k = 0; k + 1 < text.Length; k++)
            {
                advances[k] -= text[k].Shrink * Size * part;
            }
        }
    }
}

namespace PerfEval.Documents.Fonts;

/// <summary>One TrueType face, read once and shared: which glyph a character has and how wide it is.</summary>
public abstract class FontFace
{
    /// <summary>PostScript name, such as FandolFang-Regular.</summary>
    public abstract string Name { get; }

    /// <summary>Glyph of a character (Unicode code point); 0 when the face lacks it.</summary>
    public abstract int GlyphOf(int codePoint);

    /// <summary>Advance width of a glyph in thousandths of the type size.</summary>
    public abstract double AdvanceOf(int glyph);

    /// <summary>Height above the baseline in thousandths of the type size, from OS/2 (hhea of one face is wrong).</summary>
    public abstract double Ascent { get; }

    /// <summary>Depth below the baseline in thousandths, negative.</summary>
    public abstract double Descent { get; }
}

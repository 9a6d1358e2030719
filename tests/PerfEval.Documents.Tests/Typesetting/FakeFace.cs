using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>A face that has every character but U+E000–U+F8FF: hanzi and full-width marks one em wide, the rest half.</summary>
internal sealed class FakeFace(string name) : FontFace
{
    public int Asked { get; private set; }

    public override string Name => name;

    public override double Ascent => 880;

    public override double Descent => -120;

    public override int GlyphOf(int codePoint)
    {
        Asked++;
        return codePoint is >= 0xE000 and <= 0xF8FF ? 0 : codePoint;
    }

    public override double AdvanceOf(int glyph) => glyph < 0x2010 ? 500 : 1000;

    public static FontSet Set() => new(Enum.GetValues<FaceRole>().ToDictionary(r => r, r => (FontFace)new FakeFace(r.ToString())));
}

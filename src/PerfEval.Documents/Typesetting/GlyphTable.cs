using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Glyph and width per face and character, asked of the fonts once. An entry is one 64-bit word, so that two threads that
/// fill it at the same time write the same thing and none reads half of it.
/// </summary>
internal sealed class GlyphTable(FontSet fonts)
{
    private const ulong Known = 1UL << 63;
    private const int RoleShift = 56;

    private readonly ulong[]?[][] pages = [.. Enum.GetValues<FaceRole>().Select(_ => new ulong[]?[0x110000 >> 8])];

    /// <summary>Glyph, face and advance in em; false when no face has the character.</summary>
    public bool TryFind(FaceRole wanted, int codePoint, out int glyph, out FaceRole face, out float width)
    {
        var page = pages[(int)wanted][codePoint >> 8] ??= new ulong[256];
        var entry = page[codePoint & 255];
        if (entry == 0)
        {
            entry = page[codePoint & 255] = Look(wanted, codePoint);
        }

        glyph = (int)((entry >> 32) & 0xFFFFFF);
        face = (FaceRole)((entry >> RoleShift) & 0x7F);
        width = BitConverter.UInt32BitsToSingle((uint)entry);
        return glyph != 0;
    }

    private ulong Look(FaceRole wanted, int codePoint)
    {
        // A space of any width is drawn with the glyph of the plain one and as wide as its name says.
        var blank = codePoint < 0x10000 && char.IsWhiteSpace((char)codePoint);
        var found = fonts.Find(wanted, codePoint) ?? (blank ? fonts.Find(wanted, ' ') : null);
        if (found is not { } drawn)
        {
            return Known;
        }

        var advance = codePoint == '\u3000' ? 1000 : fonts[drawn.Role].AdvanceOf(drawn.Glyph);
        var bits = BitConverter.SingleToUInt32Bits((float)(advance / 1000));
        return Known | ((ulong)drawn.Role << RoleShift) | ((ulong)(uint)drawn.Glyph << 32) | bits;
    }
}

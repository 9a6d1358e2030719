using System.Buffers.Binary;

namespace PerfEval.Documents.Fonts;

/// <summary>The outlines of a face (tables loca and glyf) as they stand in the file.</summary>
internal sealed class GlyphOutlines
{
    private readonly int[] _offsets;
    private readonly byte[] _glyf;

    /// <summary>Reads both tables.</summary>
    public GlyphOutlines(SfntFile file, int glyphs, bool longOffsets)
    {
        var loca = file.Required("loca", (glyphs + 1) * (longOffsets ? 4 : 2));
        _glyf = file.Required("glyf");
        _offsets = new int[glyphs + 1];
        for (var i = 0; i <= glyphs; i++)
        {
            var offset = longOffsets ? BinaryPrimitives.ReadUInt32BigEndian(loca.AsSpan(4 * i)) : 2u * BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * i));
            _offsets[i] = offset <= (uint)_glyf.Length && (i == 0 || offset >= (uint)_offsets[i - 1])
                ? (int)offset
                : throw new UnusableFont($"字体文件“{file.Label}”的 loca 表已损坏");
        }
    }

    /// <summary>Outline of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> this[int glyph] => _glyf.AsSpan(_offsets[glyph], _offsets[glyph + 1] - _offsets[glyph]);
}

using System.Buffers.Binary;

namespace PerfEval.Documents.Fonts;

/// <summary>The glyphs of a subset: those asked for, then the parts their composite outlines are made of.</summary>
internal sealed class GlyphClosure
{
    private const int WordArguments = 0x0001, Scale = 0x0008, More = 0x0020, TwoScales = 0x0040, Matrix = 0x0080;
    private readonly TrueTypeFace _face;
    private readonly Dictionary<int, int> _parts = [];

    /// <summary>Collects the parts.</summary>
    public GlyphClosure(TrueTypeFace face, ReadOnlySpan<int> glyphs)
    {
        _face = face;
        Glyphs = [.. glyphs];
        for (var i = 0; i < Glyphs.Count; i++)
        {
            var outline = face.OutlineOf(Glyphs[i]);
            for (var at = FirstPart(outline); at > 0; at = NextPart(outline, at))
            {
                var part = BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]);
                if (part >= face.GlyphCount)
                {
                    throw new UnusableFont($"字体 {face.Name} 的字形 {Glyphs[i]} 引用了不存在的部件，文件已损坏");
                }

                if (_parts.TryAdd(part, Glyphs.Count))
                {
                    Glyphs.Add(part);
                }
            }
        }

        if (Glyphs.Count > ushort.MaxValue)
        {
            throw new ArgumentException("A face cannot have more than 65,535 glyphs.", nameof(glyphs));
        }
    }

    /// <summary>Glyph of the face for each glyph of the subset.</summary>
    public List<int> Glyphs { get; }

    /// <summary>Writes glyf and loca.</summary>
    public void WriteOutlines(Span<byte> glyf, Span<byte> loca, bool shortOffsets)
    {
        var offset = 0;
        for (var i = 0; i <= Glyphs.Count; i++)
        {
            if (shortOffsets)
            {
                BinaryPrimitives.WriteUInt16BigEndian(loca[(2 * i)..], (ushort)(offset / 2));
            }
            else
            {
                BinaryPrimitives.WriteInt32BigEndian(loca[(4 * i)..], offset);
            }

            if (i < Glyphs.Count)
            {
                var outline = _face.OutlineOf(Glyphs[i]);
                var copy = glyf.Slice(offset, outline.Length);
                outline.CopyTo(copy);
                for (var at = FirstPart(copy); at > 0; at = NextPart(copy, at))
                {
                    var part = BinaryPrimitives.ReadUInt16BigEndian(copy[(at + 2)..]);
                    BinaryPrimitives.WriteUInt16BigEndian(copy[(at + 2)..], (ushort)_parts[part]);
                }

                var next = offset + FontSubset.Padded(outline.Length);
                glyf[(offset + outline.Length)..next].Clear();
                offset = next;
            }
        }
    }

    /// <summary>Writes hmtx.</summary>
    public void WriteWidths(Span<byte> table)
    {
        for (var i = 0; i < Glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table[(4 * i)..], (ushort)_face.AdvanceUnits(Glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(table[((4 * i) + 2)..], _face.LeftBearingUnits(Glyphs[i]));
        }
    }

    // A composite outline has a negative number of contours; its parts follow the ten bytes of the header.
    private static int FirstPart(ReadOnlySpan<byte> outline) =>
        outline.Length >= 14 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0 ? 10 : 0;

    private static int NextPart(ReadOnlySpan<byte> outline, int at)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        return (flags & More) == 0 ? 0 : at + 4 + ((flags & WordArguments) != 0 ? 4 : 2)
            + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
    }
}

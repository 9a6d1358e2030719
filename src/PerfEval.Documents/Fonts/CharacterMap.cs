using System.Buffers.Binary;

namespace PerfEval.Documents.Fonts;

/// <summary>Which glyph a character has (table cmap, formats 4 and 12): an array for the basic plane, sorted ranges above it.</summary>
internal sealed class CharacterMap
{
    private readonly ushort[] _basic = new ushort[0x10000];
    private readonly List<(int First, int Last, int Glyph)> _higher = [];

    /// <summary>Reads the richest Unicode mapping of the table; a face without any maps nothing.</summary>
    public CharacterMap(ReadOnlySpan<byte> table, int glyphs, string label)
    {
        try
        {
            if (table.Length > 0 && Best(table) is { Length: > 0 } best)
            {
                if (U16(best, 0) == 12)
                {
                    ReadRanges(best, glyphs);
                }
                else
                {
                    ReadSegments(best, glyphs);
                }
            }
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new UnusableFont($"字体文件“{label}”的 cmap 表已损坏", e);
        }
    }

    /// <summary>Glyph of a character; 0 for none.</summary>
    public int GlyphOf(int codePoint)
    {
        if ((uint)codePoint < 0x10000)
        {
            return _basic[codePoint];
        }

        var (low, high) = (0, _higher.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = _higher[middle];
            if (codePoint < first)
            {
                high = middle - 1;
            }
            else if (codePoint > last)
            {
                low = middle + 1;
            }
            else
            {
                return glyph + codePoint - first;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<byte> Best(ReadOnlySpan<byte> table)
    {
        ReadOnlySpan<byte> best = default;
        for (var i = 0; i < U16(table, 2); i++)
        {
            var (platform, encoding) = (U16(table, 4 + (8 * i)), U16(table, 6 + (8 * i)));
            var candidate = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[(8 + (8 * i))..])..];
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (unicode && (U16(candidate, 0) == 12 || (U16(candidate, 0) == 4 && best.Length == 0)))
            {
                best = candidate;
            }
        }

        return best;
    }

    private void ReadRanges(ReadOnlySpan<byte> table, int glyphs)
    {
        for (var i = 0; i < (int)BinaryPrimitives.ReadUInt32BigEndian(table[12..]); i++)
        {
            var range = table.Slice(16 + (12 * i), 12);
            var first = (int)BinaryPrimitives.ReadUInt32BigEndian(range);
            var last = (int)BinaryPrimitives.ReadUInt32BigEndian(range[4..]);
            var glyph = (int)BinaryPrimitives.ReadUInt32BigEndian(range[8..]);
            if (first < 0 || last < first || last > 0x10FFFF || glyph < 0 || glyph + (last - first) >= glyphs)
            {
                continue;
            }

            for (var c = first; c <= Math.Min(last, 0xFFFF); c++)
            {
                _basic[c] = (ushort)(glyph + c - first);
            }

            if (last > 0xFFFF)
            {
                var start = Math.Max(first, 0x10000);
                _higher.Add((start, last, glyph + start - first));
            }
        }

        _higher.Sort();
    }

    private void ReadSegments(ReadOnlySpan<byte> table, int glyphs)
    {
        var size = U16(table, 6);
        var (starts, deltas, offsets) = (16 + size, 16 + (2 * size), 16 + (3 * size));
        for (var i = 0; i < size; i += 2)
        {
            var (first, last, delta, offset) = (U16(table, starts + i), U16(table, 14 + i), U16(table, deltas + i), U16(table, offsets + i));
            for (var c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = offset == 0 ? c : U16(table, offsets + i + offset + (2 * (c - first)));
                glyph = offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
                _basic[c] = (ushort)(glyph < glyphs ? glyph : 0);
            }
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}

using System.Buffers;
using System.Buffers.Binary;

namespace PerfEval.Documents.Fonts;

/// <summary>A TrueType file with chosen glyphs of a face only, numbered anew. Rents its memory: dispose it after use.</summary>
public sealed class FontSubset : IDisposable
{
    private static readonly string[] Hinting = ["cvt ", "fpgm", "prep"];
    private static readonly string[] Order = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];
    private readonly byte[] _bytes;

    private FontSubset(byte[] bytes, int length) => (_bytes, Length) = (bytes, length);

    /// <summary>The file.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Size of the file.</summary>
    public int Length { get; }

    /// <summary>
    /// Builds the subset. Glyph i of it is <paramref name="glyphs"/>[i], the same glyph as often as it is listed; parts of
    /// composite glyphs follow after the listed ones. The same input gives the same bytes.
    /// </summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Glyphs of the face; the first must be 0, the sign for a missing character.</param>
    public static FontSubset Build(TrueTypeFace face, ReadOnlySpan<int> glyphs)
    {
        if (glyphs.Length == 0 || glyphs[0] != 0)
        {
            throw new ArgumentException("Glyph 0 must come first.", nameof(glyphs));
        }

        var kept = new GlyphClosure(face, glyphs);
        var hinting = Array.ConvertAll(Hinting, face.Table);
        var outlineBytes = 0;
        foreach (var glyph in kept.Glyphs)
        {
            outlineBytes += Padded(face.OutlineOf(glyph).Length);
        }

        var shortOffsets = outlineBytes <= 2 * ushort.MaxValue;
        var count = kept.Glyphs.Count;
        int Size(string tag) => tag switch
        {
            "glyf" => outlineBytes,
            "head" => 54,
            "hhea" => 36,
            "hmtx" => 4 * count,
            "loca" => (shortOffsets ? 2 : 4) * (count + 1),
            "maxp" => face.Maximums.Length,
            _ => hinting[Array.IndexOf(Hinting, tag)].Length,
        };

        var tables = Array.FindAll(Order, tag => Size(tag) > 0);
        var total = 12 + (16 * tables.Length) + tables.Sum(tag => Padded(Size(tag)));
        var bytes = ArrayPool<byte>.Shared.Rent(total);
        var file = bytes.AsSpan(0, total);
        WriteHeader(file, tables.Length);
        var (offset, head) = (12 + (16 * tables.Length), 0);
        var locations = Offset(tables, "loca", Size);
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, size) = (tables[i], Size(tables[i]));
            var table = file.Slice(offset, size);
            file.Slice(offset + size, Padded(size) - size).Clear();
            switch (tag)
            {
                case "glyf":
                    kept.WriteOutlines(table, file.Slice(locations, Size("loca")), shortOffsets);
                    break;
                case "head":
                    face.Head.AsSpan(0, 54).CopyTo(table);
                    table.Slice(8, 4).Clear();
                    BinaryPrimitives.WriteInt16BigEndian(table[50..], (short)(shortOffsets ? 0 : 1));
                    head = offset;
                    break;
                case "hhea":
                    face.HorizontalHeader.AsSpan(0, 36).CopyTo(table);
                    BinaryPrimitives.WriteInt16BigEndian(table[4..], Units(face.Ascent, face));
                    BinaryPrimitives.WriteInt16BigEndian(table[6..], Units(face.Descent, face));
                    BinaryPrimitives.WriteUInt16BigEndian(table[34..], (ushort)count);
                    break;
                case "hmtx":
                    kept.WriteWidths(table);
                    break;
                case "maxp":
                    face.Maximums.CopyTo(table);
                    BinaryPrimitives.WriteUInt16BigEndian(table[4..], (ushort)count);
                    break;
                case "loca":
                    break; // Written together with the outlines.
                default:
                    hinting[Array.IndexOf(Hinting, tag)].CopyTo(table);
                    break;
            }

            WriteEntry(file.Slice(12 + (16 * i), 16), tag, offset, size);
            offset += Padded(size);
        }

        for (var entry = file.Slice(12, 16 * tables.Length); entry.Length > 0; entry = entry[16..])
        {
            var (start, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.Slice(start, Padded(length))));
        }

        BinaryPrimitives.WriteUInt32BigEndian(file[(head + 8)..], 0xB1B0AFBA - Sum(file));
        return new(bytes, total);
    }

    /// <summary>Sum of the words of a table as the format defines it.</summary>
    /// <param name="bytes">Bytes, a multiple of four.</param>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    internal static int Padded(int length) => (length + 3) & ~3;

    private static short Units(double thousandths, TrueTypeFace face) => (short)Math.Round(thousandths * face.UnitsPerEm / 1000);

    private static int Offset(string[] tables, string wanted, Func<string, int> size) =>
        12 + (16 * tables.Length) + tables.TakeWhile(tag => tag != wanted).Sum(tag => Padded(size(tag)));

    private static void WriteHeader(Span<byte> file, int tables)
    {
        var power = 1 << (31 - int.LeadingZeroCount(tables));
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)(16 * power));
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)int.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)(16 * (tables - power)));
    }

    private static void WriteEntry(Span<byte> entry, string tag, int offset, int length)
    {
        System.Text.Encoding.ASCII.GetBytes(tag, entry);
        BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
        BinaryPrimitives.WriteInt32BigEndian(entry[12..], length);
    }
}

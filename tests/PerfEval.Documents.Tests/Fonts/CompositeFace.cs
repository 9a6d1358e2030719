using System.Buffers.Binary;
using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Tests.Fonts;

/// <summary>A face made by hand, since none of ours has composite glyphs: 1 and 2 are triangles, 3 is made of 2 and 1 scaled, 4 of 3 shifted.</summary>
public static class CompositeFace
{
    public static TrueTypeFace Make()
    {
        byte[][] outlines = [[], Triangle(100), Triangle(200), [.. Words(-1, 0, 0, 400, 400), .. Words(0x0023, 2, 0, 0), .. Words(0x000A, 1), 5, 6, .. Words(0x2000)], [.. Words(-1, 0, 0, 400, 400), .. Words(0x0003, 3, 10, 20)]];
        var (glyf, loca) = (new List<byte>(), new List<short>());
        foreach (var outline in outlines)
        {
            loca.Add((short)(glyf.Count / 2));
            glyf.AddRange(outline);
            if (outline.Length % 2 == 1)
            {
                glyf.Add(0);
            }
        }

        loca.Add((short)(glyf.Count / 2));
        var head = new byte[54];
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(18), 1000);
        var hhea = new byte[36];
        BinaryPrimitives.WriteInt16BigEndian(hhea.AsSpan(34), 2);
        return TrueTypeFace.Parse(
            File(("glyf", [.. glyf]), ("head", head), ("hhea", hhea), ("hmtx", Words(500, 0, 600, 1, 2, 3, 4)), ("loca", Words([.. loca])), ("maxp", Words(0, 0x5000, 5))),
            "composite.ttf");
    }

    private static byte[] Triangle(short size) => [.. Words(1, 0, 0, size, size), .. Words(2), .. Words(0), 0x01, 0x01, 0x01, .. Words(0, size, 0), .. Words(0, 0, size), 0];

    private static byte[] Words(params short[] values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * i), values[i]);
        }

        return bytes;
    }

    private static byte[] File(params (string Tag, byte[] Data)[] tables)
    {
        List<byte> file = [.. Words(1, 0, (short)tables.Length, 0, 0, 0)];
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, data) in tables)
        {
            file.AddRange(System.Text.Encoding.ASCII.GetBytes(tag));
            file.AddRange([.. Words(0, 0, 0, (short)offset, 0, (short)data.Length)]);
            offset += data.Length;
        }

        return [.. file, .. tables.SelectMany(table => table.Data)];
    }
}

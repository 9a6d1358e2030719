using System.Buffers.Binary;
using System.Text;

namespace PerfEval.Documents.Pdf;

/// <summary>An ICC profile (version 2) of the colour space sRGB of IEC 61966-2-1, which PDF/A asks for.</summary>
internal static class ColourProfile
{
    private const int CurvePoints = 1024;
    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>The profile.</summary>
    public static ReadOnlySpan<byte> Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")), ("cprt", Text("No copyright, use freely")),
            ("wtpt", Point(0.9505, 1, 1.0891)),
            ("rXYZ", Point(0.43607, 0.22249, 0.01392)), ("gXYZ", Point(0.38515, 0.71687, 0.09708)), ("bXYZ", Point(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var start = 128 + 4 + (12 * tags.Length);
        var profile = new byte[start + tags.Select(tag => tag.Data).Distinct().Sum(data => (data.Length + 3) & ~3)];
        var header = profile.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(header, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(header[8..], 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header[12..]);
        BinaryPrimitives.WriteUInt16BigEndian(header[24..], 2026);
        BinaryPrimitives.WriteUInt16BigEndian(header[26..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(header[28..], 1);
        Encoding.ASCII.GetBytes("acsp", header[36..]);
        Point(0.9642, 1, 0.8249).AsSpan(8).CopyTo(header[68..]);
        BinaryPrimitives.WriteInt32BigEndian(header[128..], tags.Length);

        var offset = start;
        for (var i = 0; i < tags.Length; i++)
        {
            var data = tags[i].Data;
            var shared = Array.FindIndex(tags, 0, i, tag => ReferenceEquals(tag.Data, data));
            var entry = header.Slice(132 + (12 * i), 12);
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], shared >= 0 ? BinaryPrimitives.ReadInt32BigEndian(header[(136 + (12 * shared))..]) : offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], data.Length);
            if (shared < 0)
            {
                data.CopyTo(header[offset..]);
                offset += (data.Length + 3) & ~3;
            }
        }

        return profile;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * CurvePoints)];
        Encoding.ASCII.GetBytes("curv", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var x = i / (double)(CurvePoints - 1);
            var light = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(light * 65535));
        }

        return data;
    }

    private static byte[] Point(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), (int)Math.Round(x * 65536));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), (int)Math.Round(y * 65536));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), (int)Math.Round(z * 65536));
        return data;
    }

    private static byte[] Text(string text) => [.. "text\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(text), 0];

    // Description in ASCII, then empty ones in Unicode and for the Macintosh.
    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 8 + 3 + 67];
        Encoding.ASCII.GetBytes("desc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PerfEval.Tests.Support;

/// <summary>The smallest files of each kind that are still such files by their content.</summary>
internal static class Specimens
{
    public static byte[] Pdf(string inside = "") => Encoding.UTF8.GetBytes($"%PDF-1.4\n%{inside}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static byte[] Exe { get; } = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, .. new byte[100]];

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    public static byte[] Docx { get; } = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"));

    public static byte[] Xlsx { get; } = Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>"));

    /// <summary>A compound file whose directory holds this stream.</summary>
    public static byte[] Ole(string stream)
    {
        var file = new byte[1536];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        foreach (var (name, at) in new[] { ("Root Entry", 1024), (stream, 1024 + 128) })
        {
            Encoding.Unicode.GetBytes(name, file.AsSpan(at));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 64), (ushort)((name.Length + 1) * 2));
        }

        return file;
    }
}

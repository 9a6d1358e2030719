using System.IO.Compression;
using System.Security.Cryptography;

namespace PerfEval.Documents.Pdf;

/// <summary>The file as a row of numbered objects: keeps their places and writes the cross-reference table.</summary>
internal sealed class PdfObjects : IDisposable
{
    private static readonly ZLibCompressionOptions Usual = new() { CompressionLevel = 6 };
    private readonly List<int> _offsets = [0];

    /// <summary>Begins a file.</summary>
    public PdfObjects() => Out.Add("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);

    /// <summary>Where objects are written.</summary>
    public PdfBuffer Out { get; } = new(1 << 20);

    /// <summary>A number for an object to be written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    /// <summary>Begins an object.</summary>
    public PdfBuffer Begin(int number)
    {
        _offsets[number] = Out.Length;
        return Out.Add(number).Add(" 0 obj\n"u8);
    }

    /// <summary>Ends an object.</summary>
    public void End() => Out.Add("\nendobj\n"u8);

    /// <summary>Writes a stream as it is.</summary>
    /// <param name="number">Number of the object.</param>
    /// <param name="entries">Entries of its dictionary besides the length.</param>
    /// <param name="content">Content.</param>
    public void Plain(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content)
    {
        Begin(number).Add("<<"u8).Add(entries).Add("/Length "u8).Add(content.Length).Add(">>\nstream\n"u8).Add(content).Add("\nendstream"u8);
        End();
    }

    /// <summary>Writes a compressed stream.</summary>
    /// <param name="number">Number of the object.</param>
    /// <param name="entries">Entries of its dictionary besides filter and length.</param>
    /// <param name="content">Content.</param>
    /// <param name="how">How to compress; null for level 6.</param>
    public void Deflated(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content, ZLibCompressionOptions? how = null)
    {
        Begin(number).Add("<<"u8).Add(entries).Add("/Filter/FlateDecode/Length "u8);
        var place = Out.Length;
        Out.Add("0000000000>>\nstream\n"u8);
        var start = Out.Length;
        using (var deflate = new ZLibStream(new BufferStream(Out), how ?? Usual))
        {
            deflate.Write(content);
        }

        var length = Out.Length - start;
        Out.Add("\nendstream"u8);
        End();
        Out.Patch(place, length);
    }

    /// <summary>Ends the file. Its identifier comes from its content.</summary>
    public void Finish(int catalog, int info)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Out.Written, hash);
        var start = Out.Length;
        Out.Add("xref\n0 "u8).Add(_offsets.Count).Add("\n0000000000 65535 f \n"u8);
        foreach (var offset in _offsets.Skip(1))
        {
            var at = Out.Length;
            Out.Add("0000000000 00000 n \n"u8);
            Out.Patch(at, offset);
        }

        Out.Add("trailer\n<</Size "u8).Add(_offsets.Count).Add("/Root "u8).Add(catalog).Add(" 0 R/Info "u8).Add(info).Add(" 0 R/ID["u8);
        for (var copy = 0; copy < 2; copy++)
        {
            Out.Add("<"u8);
            for (var i = 0; i < 16; i += 2)
            {
                Out.Hex((hash[i] << 8) | hash[i + 1]);
            }

            Out.Add(">"u8);
        }

        Out.Add("]>>\nstartxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => Out.Dispose();
}

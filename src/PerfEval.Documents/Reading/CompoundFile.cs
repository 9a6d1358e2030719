using System.Buffers.Binary;
using System.Text;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>What a compound file (.doc, .xls, .ppt, their WPS cousins, encrypted .docx) holds, from its directory.</summary>
internal static class CompoundFile
{
    private const int Header = 512;

    private static readonly (string Stream, RecognisedKind Kind)[] Streams =
    [
        ("WordDocument", new(EvidenceKind.Word, "application/msword", ".doc")),
        ("Workbook", new(EvidenceKind.Excel, "application/vnd.ms-excel", ".xls")),
        ("Book", new(EvidenceKind.Excel, "application/vnd.ms-excel", ".xls")),
        ("PowerPoint Document", new(EvidenceKind.Presentation, "application/vnd.ms-powerpoint", ".ppt")),
    ];

    /// <summary>The kind; null when it is none of these.</summary>
    /// <param name="content">Seekable.</param>
    /// <param name="promised">What the name promises: it decides about an encrypted document, which shows nothing else.</param>
    public static RecognisedKind? Of(Stream content, EvidenceKind? promised)
    {
        var names = NamesOf(content);
        return Streams.FirstOrDefault(s => names.Contains(s.Stream)).Kind
            ?? (names.Contains("EncryptedPackage") ? Streams.FirstOrDefault(s => s.Kind.Kind == promised).Kind : null);
    }

    // The directory's first sectors, as they lie one after the other: the streams that matter stand at its beginning.
    private static HashSet<string> NamesOf(Stream content)
    {
        var header = new byte[Header];
        content.Position = 0;
        if (content.ReadAtLeast(header, Header, throwOnEndOfStream: false) < Header)
        {
            return [];
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        var first = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        if (shift is not (9 or 12) || ((long)first + 1) << shift >= content.Length)
        {
            return [];
        }

        content.Position = ((long)first + 1) << shift;
        var directory = new byte[4096];
        var read = content.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var entry = 0; entry + 128 <= read; entry += 128)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(entry + 64));
            if (length is > 2 and <= 64)
            {
                names.Add(Encoding.Unicode.GetString(directory, entry, length - 2));
            }
        }

        return names;
    }
}

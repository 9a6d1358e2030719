using System.Buffers.Binary;
using System.IO.Compression;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>What a zip container holds, from its list of contents; nothing but a first line is unpacked.</summary>
internal static class ZipContent
{
    /// <summary>Most entries that are listed: the list of a hostile file must not fill the memory.</summary>
    private const int MostEntries = 20_000;

    private const int EndRecord = 22;

    private static readonly (string Part, RecognisedKind Kind)[] Office =
    [
        ("word/", new(EvidenceKind.Word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")),
        ("xl/", new(EvidenceKind.Excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")),
        ("ppt/", new(EvidenceKind.Presentation, "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx")),
    ];

    private static readonly Dictionary<string, RecognisedKind> OpenDocument = new()
    {
        ["application/vnd.oasis.opendocument.text"] = new(EvidenceKind.Word, "application/vnd.oasis.opendocument.text", ".odt"),
        ["application/vnd.oasis.opendocument.spreadsheet"] = new(EvidenceKind.Excel, "application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        ["application/vnd.oasis.opendocument.presentation"] = new(EvidenceKind.Presentation, "application/vnd.oasis.opendocument.presentation", ".odp"),
    };

    /// <summary>The kind of the container.</summary>
    /// <param name="content">Seekable; left open.</param>
    /// <param name="name">For what is said about it.</param>
    /// <exception cref="RuleBroken">It is damaged, or holds macros or too many files.</exception>
    public static RecognisedKind Of(Stream content, string name)
    {
        if (CountOf(content) > MostEntries)
        {
            throw new RuleBroken($"压缩包“{name}”里的文件超过{MostEntries}个，请分成几个上传");
        }

        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var entries = zip.Entries.Select(e => e.FullName.Replace('\\', '/')).ToList();
            if (entries.Contains("[Content_Types].xml") && Office.FirstOrDefault(o => entries.Exists(e => e.StartsWith(o.Part, StringComparison.Ordinal))) is { Kind: { } office })
            {
                return entries.Exists(e => e.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    ? throw new RuleBroken($"文件“{name}”带有宏，不能上传；请另存为不带宏的 {office.Ending} 后重新上传")
                    : office;
            }

            return entries.Contains("OFD.xml") ? new(EvidenceKind.Ofd, "application/ofd", ".ofd")
                : zip.GetEntry("mimetype") is { Length: < 200 } type && OpenDocument.TryGetValue(Read(type), out var document) ? document
                : new(EvidenceKind.Archive, "application/zip", ".zip");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new RuleBroken($"文件“{name}”已损坏或没有传完整，不能打开；请确认能在本机打开后重新上传");
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim();
    }

    /// <summary>How many entries the file says it has; more than can be counted here (zip64) counts as too many.</summary>
    private static int CountOf(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, ushort.MaxValue + EndRecord)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return end < 0 || end + EndRecord > tail.Length ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
    }
}

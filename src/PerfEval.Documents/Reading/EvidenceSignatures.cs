using System.Buffers;
using System.Text;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>The first bytes by which files are known.</summary>
internal static class EvidenceSignatures
{
    private static readonly (byte[] First, RecognisedKind Kind)[] Kinds =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new(EvidenceKind.Picture, "image/png", ".png")),
        ([0xFF, 0xD8, 0xFF], new(EvidenceKind.Picture, "image/jpeg", ".jpg")),
        ("GIF87a"u8.ToArray(), new(EvidenceKind.Picture, "image/gif", ".gif")),
        ("GIF89a"u8.ToArray(), new(EvidenceKind.Picture, "image/gif", ".gif")),
        ([0x49, 0x49, 0x2A, 0x00], new(EvidenceKind.Picture, "image/tiff", ".tif")),
        ([0x4D, 0x4D, 0x00, 0x2A], new(EvidenceKind.Picture, "image/tiff", ".tif")),
        ("{\\rtf"u8.ToArray(), new(EvidenceKind.Word, "application/rtf", ".rtf")),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], new(EvidenceKind.Archive, "application/vnd.rar", ".rar")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], new(EvidenceKind.Archive, "application/x-7z-compressed", ".7z")),
        ("ID3"u8.ToArray(), new(EvidenceKind.Media, "audio/mpeg", ".mp3")),
    ];

    // Windows, Linux, macOS (three orders), Java, shortcut, compiled help, a script with its interpreter.
    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "ITSF"u8.ToArray(), "#!"u8.ToArray(), "<?php"u8.ToArray(),
    ];

    private static readonly string[] WebPages = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "mime-version:"];

    // Control bytes but tab, line ends, form feed, and the end mark and escape that old programs write.
    private static readonly SearchValues<byte> NotInTexts = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Except("\t\n\v\f\r\u001a\u001b"u8.ToArray())]);

    /// <summary>The kind of a file that is neither a zip nor a compound file; null when it is not known.</summary>
    public static RecognisedKind? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (first, kind) in Kinds)
        {
            if (head.StartsWith(first))
            {
                return kind;
            }
        }

        // Some scanners put a line before the PDF's own first one; readers look for it in the first kilobyte too.
        return head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? new(EvidenceKind.Pdf, "application/pdf", ".pdf")
            : head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) ? new(EvidenceKind.Picture, "image/webp", ".webp")
            : head.StartsWith("BM"u8) && head.Length > 18 && head[6..10].IndexOfAnyExcept((byte)0) < 0 && head[15..18].IndexOfAnyExcept((byte)0) < 0 ? new(EvidenceKind.Picture, "image/bmp", ".bmp")
            : head.Length > 12 && head[4..].StartsWith("ftyp"u8) ? Film(head[8..12])
            : head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2 ? new(EvidenceKind.Media, "audio/mpeg", ".mp3")
            : null;
    }

    /// <summary>True for what a computer would run.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        foreach (var first in Programs)
        {
            // “MZ” and “#!” may begin a text too: a program goes on with bytes that no text has, or with a path.
            if (head.StartsWith(first) && (first is not [0x4D, 0x5A] || head.ContainsAny((byte)0, (byte)1)) && (first is not [0x23, 0x21] || head.Length > 2 && head[2] is (byte)'/' or (byte)' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for what a browser would run.</summary>
    public static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        var text = Start(head);
        return WebPages.Any(w => text.StartsWith(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for text: no control bytes, or the two bytes by which UTF-16 begins.</summary>
    public static bool IsText(ReadOnlySpan<byte> head) =>
        head.StartsWith(new byte[] { 0xFF, 0xFE }) || head.StartsWith(new byte[] { 0xFE, 0xFF })
        || !head.ContainsAny(NotInTexts);

    // The first words, whatever comes before them: marks of the encoding, blanks, comments.
    private static string Start(ReadOnlySpan<byte> head)
    {
        var text = (head.StartsWith(new byte[] { 0xFF, 0xFE }) ? Encoding.Unicode
            : head.StartsWith(new byte[] { 0xFE, 0xFF }) ? Encoding.BigEndianUnicode
            : Encoding.UTF8).GetString(head).TrimStart('\uFEFF', '\0', ' ', '\t', '\r', '\n', '\f');
        while (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is var end and > 0)
        {
            text = text[(end + 3)..].TrimStart();
        }

        return text;
    }

    private static RecognisedKind Film(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? new(EvidenceKind.Picture, "image/heic", ".heic")
        : brand.StartsWith("M4A"u8) ? new(EvidenceKind.Media, "audio/mp4", ".m4a")
        : brand.StartsWith("qt"u8) ? new(EvidenceKind.Media, "video/quicktime", ".mov")
        : new(EvidenceKind.Media, "video/mp4", ".mp4");
}

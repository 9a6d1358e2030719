namespace PerfEval.Documents.Reading;

/// <summary>What a file is by its content.</summary>
public enum FileKind
{
    /// <summary>A zip container: .xlsx, .docx.</summary>
    Zip,

    /// <summary>A compound file: .xls, .doc, .et, or an encrypted .xlsx.</summary>
    Ole,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Recognises a file by its first bytes, never by its name.</summary>
internal static class FileKinds
{
    private const int Looked = 4096;

    public static FileKind Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) ? FileKind.Zip
        : content.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }) ? FileKind.Ole
        : content.StartsWith("%PDF"u8) ? FileKind.Pdf
        : content[..Math.Min(content.Length, Looked)].ContainsAny((byte)0, (byte)1) ? FileKind.Other
        : FileKind.Text;
}

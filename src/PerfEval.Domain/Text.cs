namespace PerfEval.Domain;

/// <summary>Text as it is stored.</summary>
internal static class Text
{
    /// <summary>Trimmed; null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Lines(text);

    /// <summary>Trimmed, with one kind of line end: a browser sends another one than it was given.</summary>
    public static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

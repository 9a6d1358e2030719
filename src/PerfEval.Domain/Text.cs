namespace PerfEval.Domain;

/// <summary>Text as it is stored.</summary>
internal static class Text
{
    /// <summary>Trimmed; null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>What the endings of file names promise.</summary>
internal static class EvidenceNames
{
    private static readonly Dictionary<string, EvidenceKind> Promised = new Dictionary<EvidenceKind, string[]>
    {
        [EvidenceKind.Pdf] = [".pdf"],
        [EvidenceKind.Picture] = [".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"],
        [EvidenceKind.Word] = [".docx", ".doc", ".wps", ".rtf", ".odt"],
        [EvidenceKind.Excel] = [".xlsx", ".xls", ".et", ".ods"],
        [EvidenceKind.Presentation] = [".pptx", ".ppt", ".dps", ".odp"],
        [EvidenceKind.Ofd] = [".ofd"],
        [EvidenceKind.Text] = [".txt", ".csv"],
        [EvidenceKind.Media] = [".mp4", ".mov", ".m4a", ".mp3"],
        [EvidenceKind.Archive] = [".zip", ".rar", ".7z"],
    }.SelectMany(k => k.Value.Select(e => (Ending: e, k.Key))).ToDictionary(p => p.Ending, p => p.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".com", ".scr", ".msi", ".msp", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".hta", ".jar", ".apk",
        ".sh", ".py", ".php", ".jsp", ".asp", ".aspx", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".shtml", ".svg", ".svgz", ".xml", ".lnk", ".url", ".reg",
        ".chm", ".cpl", ".inf", ".iso", ".img", ".docm", ".dotm", ".xlsm", ".xlam", ".pptm",
    };

    /// <summary>.pdf of 报告.pdf; empty without a dot.</summary>
    public static string EndingOf(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[dot..].TrimEnd() : "";

    /// <summary>The kind that an ending promises; null when it promises none that we know.</summary>
    public static EvidenceKind? KindOf(string ending) => Promised.TryGetValue(ending, out var kind) ? kind : null;

    /// <summary>Endings that an opening double click would run.</summary>
    public static bool IsProgram(string ending) => Programs.Contains(ending);
}

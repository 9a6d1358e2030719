using System.Text.RegularExpressions;

namespace PerfEval.Tests.Docs;

/// <summary>The files of the repository as they lie on the disk, without what is built or bundled.</summary>
internal static partial class Repository
{
    private static readonly string[] NotOurs = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "data", "lib", "TestResults", "node_modules"];
    private static readonly string[] NotText = [".png", ".jpg", ".ttf", ".otf", ".woff2", ".xlsx", ".docx", ".pdf", ".ico", ".user"];

    /// <summary>The folder in which the solution lies.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, by path below the root.</summary>
    public static IReadOnlyList<string> TextFiles { get; } =
        [.. Walk(Root).Where(f => !NotText.Contains(Path.GetExtension(f))).Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Targets of the links of a Markdown text, code blocks left out.</summary>
    public static IEnumerable<string> Links(string markdown) =>
        Link().Matches(Code().Replace(markdown, "")).Select(m => m.Groups[1].Value);

    /// <summary>Anchors that a Markdown text offers: its headings as a web page would name them.</summary>
    public static IEnumerable<string> Anchors(string markdown) =>
        Heading().Matches(Code().Replace(markdown, "")).Select(m => NotInAnchor().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PerfEval.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}

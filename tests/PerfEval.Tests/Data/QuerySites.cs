using System.Text.RegularExpressions;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Storage;

/// <summary>A place in the sources where a query is run: the lines of its statement.</summary>
public sealed record QuerySite(string File, int Line, int First, int Last, string Terminal)
{
    public override string ToString() => $"{File}:{Line} {Terminal}";
}

/// <summary>Finds them by their terminals.</summary>
public static partial class QuerySites
{
    public static IReadOnlyList<QuerySite> All()
    {
        var src = Path.Combine(Sources.Root, "src");
        return [.. Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(src, f))
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => In(f, File.ReadAllText(Path.Combine(src, f))))];
    }

    public static IEnumerable<QuerySite> In(string file, string text) => Terminal().Matches(text).Select(m =>
        new QuerySite(file, LineOf(text, m.Index), LineOf(text, Start(text, m.Index)), LineOf(text, End(text, m.Index)), m.Groups[1].Value));

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    /// <summary>Back to where the statement begins; a brace that goes on with an operator is part of an expression.</summary>
    private static int Start(string text, int from)
    {
        var (depth, after) = (0, '.');
        for (var i = from - 1; i >= 0; i--)
        {
            switch (text[i])
            {
                case ')' or ']':
                    depth++;
                    break;
                case '(' or '[':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '}' when depth > 0 || after is '.' or ',' or ')' or ']' or '&' or '|' or '?' or ':' or '=':
                    depth++;
                    break;
                case '{' when depth > 0:
                    depth--;
                    break;
                case ';' or '{' or '}' when depth == 0:
                    return i + 1 + text.AsSpan(i + 1).IndexOfAnyExcept(" \r\n\t");
            }

            after = char.IsWhiteSpace(text[i]) ? after : text[i];
        }

        return 0;
    }

    private static int End(string text, int from) => text.IndexOf(';', from) is var end && end < 0 ? text.Length - 1 : end;

    [GeneratedRegex(@"\.((?:ToList|ToArray|ToDictionary|ToHashSet|First|FirstOrDefault|Single|SingleOrDefault|Last|LastOrDefault|Count|LongCount|Any|All|Sum|Max|Min|Average|Contains|ExecuteUpdate|ExecuteDelete|ForEach|Find)Async|AsAsyncEnumerable)\s*[(<]")]
    private static partial Regex Terminal();
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PerfEval.Documents.Reading;
using PerfEval.Domain.Checks;
using PerfEval.Web.Checks;

namespace PerfEval.Web.Commands;

/// <summary>Checks files and folders from the command line: no database, no log file, nothing stored.</summary>
internal static class CheckCommand
{
    private const int Errors = 1;
    private const int Unreadable = 2;
    private static readonly string[] Endings = [".docx", ".xlsx", ".xls", ".txt", ".csv"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Checks what is named and prints what was found.</summary>
    /// <param name="words">Files, folders, and --json.</param>
    /// <param name="output">Where the findings go; what cannot be read is said there too, and in the exit code.</param>
    /// <returns>0 without errors, 1 with errors, 2 when a file cannot be read or none is named.</returns>
    public static async Task<int> RunAsync(string[] words, TextWriter output)
    {
        var json = words.Contains("--json");
        var (files, code) = (new List<object>(), 0);
        foreach (var file in Files(words.Where(w => w != "--json")))
        {
            var (checkedFile, fault) = await ReadAsync(file);
            code = Math.Max(code, checkedFile is null ? Unreadable : checkedFile.Result.HasErrors ? Errors : 0);
            if (json)
            {
                files.Add(checkedFile is null ? new { file, error = fault } : AsJson(file, checkedFile.Result));
            }
            else
            {
                await output.WriteLineAsync(checkedFile is null ? $"{file}\n  不能读取：{fault}" : AsText(file, checkedFile));
            }
        }

        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(files, Json));
        }

        return words.Any(w => w != "--json") ? code : Unreadable;
    }

    private static IEnumerable<string> Files(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (Directory.Exists(word))
            {
                foreach (var file in Directory.EnumerateFiles(word, "*", SearchOption.AllDirectories)
                    .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                {
                    yield return file;
                }
            }
            else
            {
                yield return word;
            }
        }
    }

    private static async Task<(CheckedFile? File, string? Fault)> ReadAsync(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > ReadableText.LargestFile })
            {
                return (null, ReadableText.TooLarge(Path.GetFileName(file)).Message);
            }

            return (CheckedFile.Of(await File.ReadAllBytesAsync(file), Path.GetFileName(file)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or UnreadableTable)
        {
            return (null, e is FileNotFoundException or DirectoryNotFoundException ? "没有这个文件或文件夹，请检查路径" : e.Message);
        }
    }

    private static object AsJson(string file, CheckResult result) => new
    {
        file,
        findings = result.Findings.Select(f => (f, place: (CheckPlace.Words)f.Place)).Select(p => new
        {
            quote = p.f.Quote, start = p.place.Start, length = p.place.Length, kind = p.f.Kind?.Code() ?? "", stated = p.f.Stated, computed = p.f.Computed,
            severity = p.f.Severity.ToString().ToLowerInvariant(), explanation = p.f.Explanation, remedy = p.f.Remedy, check = p.f.Rule.Code, clause = p.f.Rule.Clause,
            numbers = p.f.Related.OfType<CheckPlace.Words>().Select(w => new { start = w.Start, length = w.Length }),
        }),
        verified = result.Verified.Select(v => new
        {
            quote = v.Quote, start = v.Place.Start, length = v.Place.Length, kind = v.Kind.Code(), stated = v.Stated, computed = v.Computed, severity = "ok", explanation = v.Formula,
            numbers = v.MatchedTo.Prepend(v.Number).Select(w => new { start = w.Start, length = w.Length }),
        }),
    };

    private static string AsText(string file, CheckedFile read)
    {
        var counts = string.Join("，", read.Result.Findings.GroupBy(f => f.Severity).OrderBy(g => g.Key).Select(g => $"{g.Key.Word()}{g.Count()}处"));
        var lines = new List<string> { $"{file}", $"  {(counts.Length > 0 ? counts : "没有发现问题")}；核对相符{read.Result.Verified.Count}处" };
        foreach (var finding in read.Result.Findings)
        {
            var start = ((CheckPlace.Words)finding.Place).Start;
            var line = read.Text.AsSpan(0, start).Count('\n') + 1;
            lines.Add($"  {finding.Severity.Word()} 第{line}行 {finding.Kind?.Word()}：{finding.Explanation} {finding.Remedy}");
        }

        return string.Join('\n', lines);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Documents.Tests.Pdf;

namespace PerfEval.Tests.Reports;

/// <summary>Four readers take the printed papers, and what they find in them is right.</summary>
public sealed class ReadersTests(Papers papers) : IClassFixture<Papers>
{
    public static TheoryData<string> Keys => Papers.Keys;

    [Theory, MemberData(nameof(Keys))]
    public void Nobody_complains(string key)
    {
        var file = papers[key].Path;
        var (code, said) = Tool.Run("qpdf", "--check", file);
        Assert.True(code == 0 && said.Contains("No syntax or stream encoding errors", StringComparison.Ordinal) && !said.Contains("WARNING", StringComparison.Ordinal), said);
        Assert.DoesNotMatch("(?i)error|warning", Tool.Output("pdfinfo", file));
        Assert.Equal("", Tool.Output("pdftoppm", "-r", "10", "-singlefile", file, file + "-page"));
        File.Delete(file + "-page.ppm");
        Assert.DoesNotMatch(@"(?i)\*\*\*\*|warning|error", Tool.Output("gs", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "-dPDFSTOPONWARNING", file));
        // Debian builds MuPDF without colour management and it says so.
        Assert.DoesNotMatch("(?i)warning|error", Tool.Output("mutool", "draw", "-F", "trace", "-o", "/dev/null", file).Replace("warning: ICC support is not available\n", "", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_face_is_an_embedded_subset_with_unicode(string key)
    {
        var faces = Tool.Output("pdffonts", papers[key].Path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.InRange(faces.Count, 4, 7);
        Assert.All(faces, face => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", face));
    }

    /// <summary>As often as the paper says it; headers and merged labels repeated over pages say it again.</summary>
    [Theory, MemberData(nameof(Keys))]
    public void Searching_finds_the_word_as_often_as_the_paper_says_it(string key)
    {
        var match = Collation.Of(key, papers[key]);
        var wanted = Count(string.Join('\n', Collation.Pieces(key))) - Count(string.Join('\n', match.Omitted)) + Count(string.Join('\n', match.Added.Select(a => a.Text)));
        Assert.Equal(wanted, Count(string.Concat(papers[key].Text())));
        Assert.True(wanted >= 5);
        Assert.DoesNotMatch("[⺀-⿟]", string.Concat(papers[key].Text()));

        static int Count(string text) => Regex.Count(text, "项目");
    }

    [Theory, MemberData(nameof(Keys))]
    public void Title_language_and_outline_are_those_of_the_paper(string key)
    {
        var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "json", $"report-{key}.json"))).RootElement;
        var title = string.Concat(report.GetProperty("title").EnumerateArray().Select(line => line.GetString()));
        Assert.Contains($"{title}\n", Tool.Output("pdfinfo", papers[key].Path), StringComparison.Ordinal);
        var root = Tool.Output("mutool", "show", papers[key].Path, "trailer/Root");
        Assert.Matches(@"/Lang *\(zh-CN\)", root);
        Assert.Contains("/DisplayDocTitle true", root, StringComparison.Ordinal);

        var sections = report.GetProperty("sections").EnumerateArray().Where(s => s.GetProperty("heading").ValueKind != JsonValueKind.Null)
            .Select(s => (s.GetProperty("level").GetInt32(), Pdf.Squeeze(s.GetProperty("number").GetString() + s.GetProperty("heading").GetString()))).ToList();
        var entries = Tool.Output("mutool", "show", papers[key].Path, "outline").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Regex.Match(line, "^[|+-](\\t+)\"(.*)\"\\t#page=(\\d+)")).ToList();
        Assert.Equal(sections.Select(s => s.Item2), entries.Select(e => Pdf.Squeeze(e.Groups[2].Value)));
        var text = papers[key].Text();
        Assert.All(entries, e => Assert.Contains(Pdf.Squeeze(e.Groups[2].Value), text[int.Parse(e.Groups[3].Value) - 1], StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_file_is_small(string key) => Assert.InRange(papers[key].Bytes.Length, 50_000, 1_000_000);
}

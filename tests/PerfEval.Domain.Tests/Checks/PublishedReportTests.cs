using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Tests.Data;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>The five published reports of the demo: what is wrong in them is found, and nothing that is right is called wrong.</summary>
public class PublishedReportTests
{
    private static readonly string[] Reports = ["000", "001", "002", "003", "004"];

    public static string Text(string report) => TestData.Read($"seeds/{report}.txt").ReplaceLineEndings("\n");

    /// <summary>Read by a person, sentence by sentence, before the program was run on them.</summary>
    [Theory]
    [InlineData("000", StatementKind.Sum, Severity.Error, "1119231.68元", "1089231.68元")]
    [InlineData("000", StatementKind.MissingTable, Severity.Missing, "附相关评分表", "")]
    [InlineData("001", StatementKind.Sum, Severity.Doubt, "288.89万元", "288.90万元")]
    [InlineData("001", StatementKind.Sum, Severity.Doubt, "6个", "2个")]
    [InlineData("002", StatementKind.Ratio, Severity.Doubt, "71.07%", "71.08%")]
    [InlineData("002", StatementKind.Completion, Severity.Doubt, "10500%", "10430%")]
    [InlineData("002", StatementKind.Claim, Severity.Doubt, "已全部按期完成", "71.07%")]
    [InlineData("004", StatementKind.Unit, Severity.Error, "453.19元", "4531900.00元")]
    [InlineData("004", StatementKind.Unit, Severity.Error, "万元", "元")]
    [InlineData("004", StatementKind.Difference, Severity.Error, "0", "10000")]
    [InlineData("004", StatementKind.Sum, Severity.Error, "2128504.6", "2118504.6")]
    [InlineData("004", StatementKind.Sum, Severity.Error, "57分", "60分")]
    [InlineData("004", StatementKind.Claim, Severity.Doubt, "全部用于", "16069.4元")]
    public void What_a_person_found_is_found(string report, StatementKind kind, Severity severity, string stated, string computed) =>
        Assert.Contains(TextCheck.Of(Text(report)).Findings, f => (f.Kind, f.Severity, f.Stated, f.Computed) == (kind, severity, stated, computed));

    [Fact]
    public void Nothing_else_is_called_an_error() =>
        Assert.Equal(6, Reports.Sum(r => TextCheck.Of(Text(r)).Findings.Count(f => f.Severity == Severity.Error)));

    [Fact]
    public void Copied_paragraphs_are_found_in_the_report_that_has_them()
    {
        Assert.Equal(3, TextCheck.Of(Text("000")).Findings.Count(f => f.Kind == StatementKind.Repeat));
        Assert.All(Reports.Skip(1), r => Assert.DoesNotContain(TextCheck.Of(Text(r)).Findings, f => f.Kind == StatementKind.Repeat));
    }

    [Fact]
    public void At_least_sixty_statements_are_verified() =>
        Assert.True(Reports.Sum(r => TextCheck.Of(Text(r)).Verified.Count) >= 60, $"{Reports.Sum(r => TextCheck.Of(Text(r)).Verified.Count)}");

    /// <summary>The document holds every finding and every verified statement as they are now.</summary>
    [Fact]
    public void The_document_lists_what_is_found_and_what_is_verified()
    {
        var text = new StringBuilder("# What the checks find in the five published reports\n\nWritten by a test (`PublishedReportTests`), which compares it with what the program says now.\n");
        foreach (var report in Reports)
        {
            var result = TextCheck.Of(Text(report));
            text.Append(CultureInfo.InvariantCulture, $"\n## {report}: {result.Findings.Count} findings, {result.Verified.Count} verified\n\n| at | kind | verdict | stated | computed | explanation |\n|---|---|---|---|---|---|\n");
            foreach (var f in result.Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {((CheckPlace.Words)f.Place).Start} | {f.Kind} | {f.Severity.Word()} | {Cell(f.Stated)} | {Cell(f.Computed)} | {Cell(f.Explanation)} |\n");
            }

            foreach (var v in result.Verified)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {v.Number.Start} | {v.Kind} | 相符 | {Cell(v.Stated)} | {Cell(v.Computed)} | {Cell(v.Formula)} |\n");
            }
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "PerfEval.sln")))
        {
            root = root.Parent!;
        }

        var proposed = Path.Combine(Directory.CreateDirectory(Path.Combine(root.FullName, "artifacts", "proposed")).FullName, "checks-on-published-reports.md");
        File.WriteAllText(proposed, text.ToString());
        Assert.True(text.ToString() == TestData.Read("checks.md").ReplaceLineEndings("\n"), $"docs/checks-on-published-reports.md differs from {proposed}");
    }

    /// <summary>General grammar only: no name and no amount of a published report stands in all of src/ outside the demo data.</summary>
    [Fact]
    public void Nothing_is_tuned_to_the_reports()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "PerfEval.sln")))
        {
            root = root.Parent!;
        }

        var all = string.Concat(Reports.Select(Text));
        var telling = Regex.Matches(all, @"\d[\d.]{4,}|\d+\.\d{2}").Select(m => m.Value).Where(v => v.Trim('0', '.').Length >= 4 && !Regex.IsMatch(v, @"^(19|20)\d\d$") && v.Trim('0') is not "1"
            && !v.StartsWith("10000", StringComparison.Ordinal))
            .Concat(["斗南", "吴家营", "雨花", "五华", "东川", "呈贡", "昆明", "党群活动", "迎新春", "送温暖", "先锋", "党组织", "敬老院", "贺卡", "游园"]).ToHashSet();
        var src = Path.Combine(root.FullName, "src");
        string[] kinds = [".cs", ".cshtml", ".js", ".json", ".csv"];
        string[] notOurs = ["bin", "obj", "lib", "Demo", "Migrations"];
        var files = Directory.EnumerateFiles(src, "*", SearchOption.AllDirectories)
            .Where(f => kinds.Contains(Path.GetExtension(f)) && !Path.GetRelativePath(src, f).Split(Path.DirectorySeparatorChar).Intersect(notOurs).Any()).ToList();
        Assert.True(files.Count > 500, $"{files.Count} files");
        var code = files.Select(f => (Name: Path.GetRelativePath(src, f), Code: Regex.Replace(File.ReadAllText(f), @"^\s*//.*$", "", RegexOptions.Multiline)));
        Assert.Empty(code.SelectMany(f => telling.Where(t => f.Code.Contains(t, StringComparison.Ordinal)).Select(t => $"{f.Name}: {t}")));
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "／", StringComparison.Ordinal);
}

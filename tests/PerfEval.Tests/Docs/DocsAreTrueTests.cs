using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Demo;
using PerfEval.Domain.Access;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Docs;

/// <summary>What the documents say is so.</summary>
public class DocsAreTrueTests(App app) : IClassFixture<App>
{
    /// <summary>Assembled, so that this file does not hold what it looks for.</summary>
    private static readonly Regex Forbidden = new(string.Join('|',
        @"(?<![\w.])/wo" + "rk/", "/tmp/" + @"\w", @"(?<!\w)/ho" + @"me/\w", @"[A-Z]:\\Us" + "ers", "shared/" + "feed",
        @"nu" + @"get\.org", @"npm" + @"js\.(org|com)", @"deb" + @"ian\.org/debian", @"py" + @"pi\.org"));

    public static TheoryData<string> MarkdownFiles =>
        [.. Repository.TextFiles.Where(f => f.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(MarkdownFiles))]
    public void Every_relative_link_leads_somewhere(string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;
        var broken = Repository.Links(Repository.Read(file)).Where(l => !l.Contains("://", StringComparison.Ordinal)).Where(link =>
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? Path.Combine(Repository.Root, file) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            return !Path.Exists(target)
                || (parts.Length > 1 && !Repository.Anchors(File.ReadAllText(target)).Contains(parts[1]));
        });
        Assert.Empty(broken);
    }

    [Fact]
    public void No_file_tells_of_the_machine_it_was_written_on()
    {
        Assert.Contains("README.md", Repository.TextFiles);
        Assert.Matches(Forbidden, "see /wo" + "rk/main");
        Assert.Empty(Repository.TextFiles.SelectMany(f => Forbidden.Matches(Repository.Read(f)).Select(m => $"{f}: {m.Value}")));
    }

    [Fact]
    public void The_first_commands_of_the_readme_are_there_and_executable()
    {
        var readme = Repository.Read("README.md");
        var scripts = Regex.Matches(readme, @"^\./(\w+\.sh)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["run.sh", "test.sh"], scripts.Take(2));
        foreach (var script in scripts.Append(".ci/run"))
        {
            var file = Path.Combine(Repository.Root, script);
            Assert.True(File.Exists(file), script);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), $"{script} is not executable");
            Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(file));
        }
    }

    [Fact]
    public void The_readme_names_every_demo_account()
    {
        var readme = Repository.Read("README.md");
        Assert.Contains(DemoAccounts.Password, readme);
        Assert.All(DemoAccounts.All, account => Assert.Contains(account.UserName, readme));
    }

    [Fact]
    public async Task The_glossary_has_every_enum_entity_and_rule()
    {
        var rows = GlossaryRows();
        var words = rows.SelectMany(r => r.English).ToHashSet();
        var entities = await app.WithDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).ToList()));
        var terms = typeof(Project).Assembly.GetExportedTypes().Where(t => t.IsEnum || t.IsSubclassOf(typeof(ScoringRule)))
            .Concat(entities.Where(t => t.Namespace!.StartsWith("PerfEval.", StringComparison.Ordinal)))
            .Select(t => t.Name).Distinct().ToList();

        Assert.True(terms.Count > 40, $"Only {terms.Count} terms found.");
        Assert.Empty(terms.Except(words));
    }

    [Fact]
    public void The_glossary_says_what_the_program_says()
    {
        var rows = GlossaryRows();
        Assert.All(rows, r => Assert.True(r.Chinese.Length > 0 && r.Meaning.Length > 0, string.Join(", ", r.English)));
        var roles = rows.Single(r => r.English.Contains(nameof(Role))).Meaning;
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains($"{role} {role.Word()}", roles));
        Assert.Equal(new MetNotMet().Name, rows.Single(r => r.English.Contains(nameof(MetNotMet))).Chinese);
        Assert.Equal(new ZeroTolerance().Name, rows.Single(r => r.English.Contains(nameof(ZeroTolerance))).Chinese);
    }

    private static List<(string Chinese, string[] English, string Meaning)> GlossaryRows() =>
    [
        .. Repository.Read("docs/glossary.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | ")).Where(c => c[0] != "中文")
            .Select(c => (c[0].Trim(), c[1].Split(',', StringSplitOptions.TrimEntries), c[2].Trim())),
    ];
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Data.Sqlite;
using PerfEval.Domain.Evaluations;
using PerfEval.Tests.Security;
using PerfEval.Tests.Support;
using PerfEval.Web.Commands;
using PerfEval.Web.Security;
using PerfEval.Web.Setup;

namespace PerfEval.Tests.Storage;

/// <summary>
/// Every query of the program is run once on SQLite in a walk through all pages, and is then translated for SQL Server.
/// That nothing was forgotten is seen from the sources: each place where a query is run must have been passed.
/// </summary>
public sealed class EveryQueryTests
{
    [Fact]
    public async Task Every_query_in_src_is_walked_and_translates_for_SQL_Server()
    {
        var recorder = new QueryRecorder();
        await WalkAsync(recorder);

        var sites = QuerySites.All();
        Assert.True(sites.Count > 40, $"Only {sites.Count} queries found in src.");
        var missing = sites.Where(s => !recorder.Places.Keys.Any(p => p.File == s.File && p.Line >= s.First && p.Line <= s.Last)).ToList();
        var untranslated = Untranslated(recorder.Queries);
        Assert.True(recorder.Queries.Count > 60, $"Only {recorder.Queries.Count} queries recorded in {recorder.Places.Count} places: {string.Join("\n", recorder.Queries.Keys.Take(6))}.");
        Assert.True(untranslated.Count == 0, $"{untranslated.Count} of {recorder.Queries.Count} do not translate:\n{string.Join("\n\n", untranslated)}");
        Assert.True(missing.Count == 0, $"{missing.Count} of {sites.Count} places were not walked:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public async Task A_query_that_SQL_Server_cannot_run_is_noticed()
    {
        var recorder = new QueryRecorder();
        await using var app = new App { Extra = s => s.ConfigureDbContext<SqliteContext>(o => o.AddInterceptors(recorder)) };
        await app.WithDatabaseAsync(async db =>
        {
            // GLOB is SQLite's alone.
            await db.Organisations.Where(o => EF.Functions.Glob(o.Code, "CG*")).ToListAsync();
            await db.Organisations.AnyAsync(o => EF.Functions.Glob(o.Code, "CG*"));
            await db.Organisations.Where(o => EF.Functions.Glob(o.Code, "XX*")).ExecuteUpdateAsync(s => s.SetProperty(o => o.Name, "甲"));
        });
        Assert.Equal(3, Untranslated(recorder.Queries.Where(q => q.Key.Contains("Glob", StringComparison.Ordinal))).Count);
    }

    [Fact]
    public void Statements_are_found_around_their_terminals()
    {
        const string Text = """
            class A
            {
                async Task B()
                {
                    if (x) { y(); }
                    var z = await db.C
                        .Select(c => new { c.Id, c.Name })
                        .ToListAsync();
                    Trees = [.. (await db.Trees.Select(t => new { t.Id }).ToListAsync()).Select(t => t.Id)];
                }

                Task D() =>
                    db.D.AnyAsync(d => d.E);

                async Task F()
                {
                    if (x is { Y: 1 }
                        && await db.F.AnyAsync())
                    {
                        return;
                    }
                }
            }
            """;
        Assert.Equal([(6, 8), (9, 9), (12, 13), (17, 20)], QuerySites.In("A.cs", Text).Select(s => (s.First, s.Last)));
    }

    private static List<string> Untranslated(IEnumerable<KeyValuePair<string, System.Linq.Expressions.Expression>> queries)
    {
        using var server = new SqlServerTranslation();
        var faults = new List<string>();
        foreach (var (text, query) in queries)
        {
            try
            {
                server.Compile(query);
                Assert.NotEmpty(server.Sql(query));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                faults.Add($"{text}\n  {e.GetType().Name}: {e.Message.Split('\n')[0]}");
            }
        }

        return faults;
    }

    private static async Task WalkAsync(QueryRecorder recorder)
    {
        void Record(IServiceCollection services) => services.ConfigureDbContext<SqliteContext>(o => o.AddInterceptors(recorder));
        await CommandsAsync(Record);
        await using var app = App.Fresh(Record);
        var sweep = await Sweep.OnAsync(app);
        await ReadAsync(sweep);
        await AdministerAsync(sweep);
        foreach (var handler in sweep.Pages.Where(h => h.Verb == "POST" && h.Page != "/Error"))
        {
            foreach (var person in sweep.Everybody.Where(p => AccessTable.Allows(AccessTable.Find(handler.Page, "POST", handler.Name), p.SignedIn, p.Role)))
            {
                await sweep.SendAsync(person, "POST", handler.Url(sweep.IdFor(handler)), Bodies.Naming(handler, Guid.NewGuid(), 1, null));
            }
        }

        await ImportTreeAsync(app);
        await AnswerSurveyAsync(sweep);
        await StepsAsync(sweep);
        await ReadAsync(sweep);
    }

    /// <summary>A tree that is exported and read again.</summary>
    private static async Task ImportTreeAsync(App app)
    {
        using var client = await app.SignedInAsync("pingshen");
        var book = await client.GetByteArrayAsync("/indicators/1/export.xlsx");
        var form = (await client.GetDocumentAsync("/indicators/import")).Form("Preview");
        using var preview = await client.SendFormAsync("/indicators/import", form, new Dictionary<string, string?>(), ("Sheet", "体系.xlsx", book));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
    }

    /// <summary>An answer through the link of a survey that is open.</summary>
    private static async Task AnswerSurveyAsync(Sweep sweep)
    {
        await sweep.App.WithDatabaseAsync(db => db.Set<Domain.Surveys.Survey>().Where(s => s.ProjectId == Sweep.Draft).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.Status, Domain.Surveys.SurveyStatus.Open).SetProperty(x => x.Token, Sweep.Token)
            .SetProperty(x => x.OpensOn, (DateOnly?)null).SetProperty(x => x.ClosesOn, (DateOnly?)null)));
        var answer = await sweep.SendAsync(sweep["anonymous"], "POST", $"/survey/{Sweep.Token}", [new("Form.Id", $"{Guid.NewGuid()}")]);
        Assert.NotEqual(404, answer.Code);
    }

    /// <summary>The command line on a folder of its own: migrate, the first administrators, and a start after that.</summary>
    private static async Task CommandsAsync(Action<IServiceCollection> record)
    {
        var folder = Directory.CreateTempSubdirectory("perfeval-command-").FullName;
        try
        {
            foreach (var words in new string[][] { ["migrate"], ["create-admin", "diyi", "呈贡区财政局"], [] })
            {
                var builder = WebApplication.CreateBuilder([$"--Data:Folder={folder}", "--Serilog:MinimumLevel:Default=Fatal", "--environment=Testing"]);
                builder.AddLogs();
                builder.AddDatabase();
                builder.AddAccounts();
                record(builder.Services);
                await using var app = builder.Build();
                Assert.Equal(words.Length == 0 ? null : 0, await CommandLine.RunAsync(app, words));
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadAsync(Sweep sweep)
    {
        string[] queries =
        [
            "", "?q=%E9%9B%A8%E8%8A%B1&year=2024&state=Draft&p=1", "?q=x&role=none&state=open&p=9", "?role=Accountant&state=disabled", "?state=locked",
            "?from=2020-01-01&to=2099-01-01&who=a&act=b&chain=project", "?chain=users",
        ];
        foreach (var handler in sweep.Pages.Where(h => h.Verb == "GET" && h.Page != "/Error"))
        {
            foreach (var person in sweep.Everybody)
            {
                foreach (var query in handler.HasId ? queries.Take(1) : queries)
                {
                    await sweep.SendAsync(person, "GET", handler.Url(sweep.IdFor(handler)) + query);
                }
            }
        }

        foreach (var page in sweep.ProjectPages.Where(h => h.Verb == "GET"))
        {
            await sweep.SendAsync(sweep["lingdao"], "GET", page.Url("5"));
        }

        await sweep.SendAsync(sweep["anonymous"], "GET", "/health/ready");
    }

    private static async Task AdministerAsync(Sweep sweep)
    {
        var (system, security) = (sweep["xitong"], sweep["anquan"]);
        foreach (var (page, csv, field) in new[]
        {
            ("/admin/users/import", "用户名,姓名,单位编码\nxinren,新人,CG-YH\n", "Sheet"),
            ("/admin/organisations/import", "单位编码,单位名称,单位类别,上级单位\nCG-NEW,新社区,社区,CG-YH\n", "Sheet"),
        })
        {
            var preview = await sweep.SendAsync(system, "POST", page, file: (field, "list.csv", Encoding.UTF8.GetBytes(csv)));
            var rows = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(preview.Body).QuerySelector("input[name=Rows]")?.GetAttribute("value");
            Assert.True(rows is not null, $"{page} shows no preview: {preview.Code}");
            Assert.InRange((await sweep.SendAsync(system, "POST", page, [new("Rows", rows!), new("Commit", "true")])).Code, 200, 302);
        }

        await sweep.SendAsync(sweep["pingshen"], "POST", "/indicators/import?handler=Preview", file: ("Sheet", "list.csv", Encoding.UTF8.GetBytes("一级指标,分值,评分标准\n决策,100,匹配得满分\n")));
        var (users, units) = await sweep.App.WithDatabaseAsync(async db => (
            await db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id), await db.Organisations.ToDictionaryAsync(o => o.Code)));
        var (user, unit) = ($"/admin/users/{users["xinren"]}", units["CG-NEW"]);
        var yunhua = units["CG-YH"].Id;
        await sweep.SendAsync(system, "POST", "/admin/users/new", [new("Form.UserName", "xin2"), new("Form.DisplayName", "新二"), new("Form.OrganisationId", $"{yunhua}")]);
        await sweep.SendAsync(system, "POST", "/admin/organisations/new", [new("Form.Code", "CG-N2"), new("Form.Name", "新二社区"), new("Form.Kind", "Community"), new("Form.ParentId", $"{yunhua}")]);
        var stamps = await sweep.App.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == "xinren").Select(u => u.ConcurrencyStamp).FirstAsync());
        await sweep.SendAsync(system, "POST", user, [new("Form.UserName", "xinren"), new("Form.DisplayName", "改名"), new("Form.OrganisationId", $"{units["CG-WJY"].Id}"), new("Form.Stamp", stamps!)]);
        await sweep.SendAsync(security, "POST", user + "?handler=Role", [new("Grant.Role", "Leader"), new("Grant.ScopeOrganisationId", $"{units["KM"].Id}")]);
        // The last system administrator keeps the role: refused, but asked.
        Assert.Equal(400, (await sweep.SendAsync(security, "POST", $"/admin/users/{users["xitong"]}?handler=Role", [new("Grant.Role", "Auditor")])).Code);
        foreach (var act in new[] { "Disable", "Enable", "Reset" })
        {
            await sweep.SendAsync(system, "POST", $"{user}?handler={act}");
        }

        var place = $"/admin/organisations/{unit.Id}";
        await sweep.SendAsync(system, "POST", place, [new("Form.Name", "搬家社区"), new("Form.Kind", "Community"), new("Form.ParentId", $"{units["CG-WJY"].Id}"), new("Form.Version", $"{unit.Version}")]);
        await sweep.SendAsync(system, "POST", place + "?handler=Disable");
        await sweep.SendAsync(system, "POST", place + "?handler=Enable");
    }

    /// <summary>A new project, and the live draft through the whole workflow, its missing parts filled in beside the pages.</summary>
    private static async Task StepsAsync(Sweep sweep)
    {
        var (tree, outline) = await sweep.App.WithDatabaseAsync(async db => (await db.Trees.Where(t => t.Status == Domain.Indicators.TreeStatus.Published).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync(), await db.Outlines.Select(o => o.Id).FirstAsync()));
        var opened = await sweep.SendAsync(sweep["kuaiji"], "POST", "/projects/new", [new("Form.FiscalYear", "2025"), new("Form.Name", "走查"), new("Form.TreeId", $"{tree}"), new("Form.OutlineId", $"{outline}")]);
        Assert.Equal(302, opened.Code);
        var carried = await sweep.SendAsync(sweep["kuaiji"], "POST", $"/projects/{Sweep.Draft}/carry-over", [new("Form.FiscalYear", "2025"), new("Form.Name", "结转走查"), new("Form.TreeId", $"{tree}"), new("Form.OutlineId", $"{outline}"), new("Form.Narrative", "true")]);
        Assert.Equal(302, carried.Code);
        Assert.Equal(200, (await sweep.SendAsync(sweep["kuaiji"], "GET", carried.Location!)).Code);
        await sweep.App.WithDatabaseAsync(db => db.Projects.Where(p => p.Id == Sweep.Draft).Select(p => p.Evaluation)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        var url = $"/projects/{Sweep.Draft}?handler=Act";
        var judged = await sweep.App.WithDatabaseAsync(db => db.Trees.Where(t => t.Id == db.Projects.Single(p => p.Id == Sweep.Draft).Evaluation.TreeId).SelectMany(t => t.Indicators).Where(i => i.Code == "A111").Select(i => i.Id).FirstAsync());
        Assert.Equal(302, (await sweep.SendAsync(sweep["bumen"], "POST", $"/projects/{Sweep.Draft}/evaluation?handler=Override", [new("Form.IndicatorId", $"{judged}"), new("Form.OverridePoints", "0"), new("Form.OverrideReason", "走查")])).Code);
        Assert.Equal(200, (await sweep.SendAsync(sweep["bumen"], "GET", $"/projects/{Sweep.Draft}/evaluation/comparison")).Code);
        Assert.Equal(302, (await sweep.SendAsync(sweep["pingshen"], "POST", url, [new("Form.Act", "Accept")])).Code);
        var leaf = await sweep.App.WithDatabaseAsync(db => db.Set<Domain.Indicators.Indicator>().Where(i => i.Rule != null).Select(i => i.Id).FirstAsync());
        await sweep.SendAsync(sweep["pingshen"], "POST", $"/projects/{Sweep.Draft}/evaluation?handler=Override", [new("Form.IndicatorId", $"{leaf}"), new("Form.OverridePoints", "0"), new("Form.OverrideReason", "走查")]);
        Assert.Equal(302, (await sweep.SendAsync(sweep["pingshen"], "POST", url, [new("Form.Act", "Return"), new("Form.Reason", "走查")])).Code);
    }
}

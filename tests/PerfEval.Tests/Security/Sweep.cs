using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Data.Evidence;
using PerfEval.Data.Identity;
using PerfEval.Data.Queries;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Security;

/// <summary>Somebody at a browser, with the cookies they got once: signing out in a sweep signs out nobody.</summary>
public sealed record Person(string Name, Role? Role, bool SignedIn, string Cookies, string Token);

/// <summary>The program on its demo, everybody who can come, and rows that belong to nobody else's test.</summary>
public sealed class Sweep : IAsyncLifetime
{
    /// <summary>雨花街道's live draft, and its published neighbour, whose rows are the foreign ones.</summary>
    public const int Draft = 6;

    public const int Foreign = 5;

    /// <summary>A published tree and one of its leaves; that it is one is checked at the start.</summary>
    public const int DemoTree = 1;

    public const int DemoLeaf = 46;

    /// <summary>A piece of evidence of each.</summary>
    public static readonly Guid DraftFile = new("d0000000-0000-4000-8000-000000000006");

    public static readonly Guid ForeignFile = new("d0000000-0000-4000-8000-000000000005");

    /// <summary>The public link of the draft's survey.</summary>
    public const string Token = "5eeb5eeb5eeb5eeb5eeb5eeb5eeb5eeb5eeb5eeb";

    private HttpClient client = null!;
    private readonly Dictionary<string, Person> people = [];

    public Sweep() : this(new App())
    {
    }

    private Sweep(App app) => App = app;

    /// <summary>The same people on a program that a test has prepared; xunit uses the constructor.</summary>
    public static async Task<Sweep> OnAsync(App app)
    {
        var sweep = new Sweep(app);
        await sweep.InitializeAsync();
        return sweep;
    }

    public App App { get; }

    public IReadOnlyList<Handler> Pages { get; private set; } = [];

    /// <summary>Anonymous, every role, and somebody whom nobody has granted a role.</summary>
    public IReadOnlyList<Person> Everybody { get; private set; } = [];

    /// <summary>An account and a unit that a sweep may disable and enable.</summary>
    public int VictimUser { get; private set; }

    public int VictimUnit { get; private set; }

    public IReadOnlyList<Guid> ForeignRows { get; private set; } = [];

    /// <summary>A leaf of a tree that the draft is not scored by.</summary>
    public int ForeignLeaf { get; private set; }

    public Person this[string name] => people[name];

    public async Task InitializeAsync()
    {
        client = App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        Pages = await Handlers.OfPagesAsync(App.Services);
        await App.WithDatabaseAsync(async db =>
        {
            var root = await db.Organisations.FirstAsync(o => o.Code == "CG-WJY");
            var unit = Organisation.Found(root, "CG-WJY-SWEEP", "试扫社区", OrganisationKind.Community);
            db.Organisations.Add(unit);
            await db.SaveChangesAsync();
            VictimUnit = unit.Id;
            await AttachAsync(db, Draft, DraftFile);
            await AttachAsync(db, Foreign, ForeignFile);
            await AskAsync(db, Foreign);
            await db.Set<Domain.Surveys.Survey>().Where(s => s.ProjectId == Draft).ExecuteUpdateAsync(s => s.SetProperty(x => x.Token, Token));
            var tree = await db.Evaluations.Where(e => e.ProjectId == Draft).Select(e => e.TreeId).FirstAsync();
            ForeignLeaf = await db.Set<Domain.Indicators.Indicator>().Where(i => i.Rule != null && EF.Property<int>(i, "TreeId") != tree).Select(i => i.Id).FirstAsync();
            ForeignRows = await RowIdsAsync(db, Foreign);
            Assert.Contains((await db.Trees.Include(t => t.Indicators).FirstAsync(t => t.Id == DemoTree)).Leaves(), l => l.Id == DemoLeaf);
        });
        VictimUser = await AddUserAsync("beitan", null, "CG-WJY", null);
        await AddUserAsync("wujue", null, "CG-YH", null);
        await AddUserAsync("lingdao2", Role.Leader, "CG-WJY", "CG-WJY");
        var anonymous = await VisitAsync("匿名", null, "", "/account/login");
        people["anonymous"] = anonymous with { SignedIn = false };
        foreach (var account in DemoAccounts.All)
        {
            people[account.UserName] = await SignInAsync(account.UserName, account.Role, DemoAccounts.Password);
        }

        people["wujue"] = await SignInAsync("wujue", null, DemoAccounts.Password);
        people["lingdao2"] = await SignInAsync("lingdao2", Role.Leader, DemoAccounts.Password);
        Everybody = [.. new[] { "anonymous", "kuaiji", "pingshen", "lingdao", "xitong", "anquan", "shenji", "wujue" }.Select(n => people[n])];
        Assert.Equal(Enum.GetValues<Role>().Cast<Role?>().Append(null).Append(null).Order(), Everybody.Select(p => p.Role).Order());
    }

    public Task DisposeAsync() => App.DisposeAsync().AsTask();

    /// <summary>Sends a request with this person's cookies; a form body also carries the token unless told otherwise.</summary>
    public async Task<Answer> SendAsync(
        Person person, string verb, string url, IEnumerable<KeyValuePair<string, string>>? form = null, bool token = true, (string Field, string Name, byte[] Bytes)? file = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), url);
        if (person.Cookies.Length > 0)
        {
            request.Headers.Add("Cookie", person.Cookies);
        }

        if (verb is not ("GET" or "HEAD"))
        {
            var fields = (form ?? []).ToList();
            var json = fields is [{ Key: JsonBodies.Key }] ? fields[0].Value : null;
            if (token && json is not null)
            {
                request.Headers.Add("RequestVerificationToken", person.Token);
            }
            else if (token)
            {
                fields.Add(new("__RequestVerificationToken", person.Token));
            }

            request.Content = json is not null ? new StringContent(json, System.Text.Encoding.UTF8, "application/json") : new FormUrlEncodedContent(fields);
            if (file is { } sent)
            {
                var parts = new MultipartFormDataContent();
                fields.ForEach(f => parts.Add(new StringContent(f.Value), f.Key));
                parts.Add(new ByteArrayContent(sent.Bytes), sent.Field, sent.Name);
                request.Content = parts;
            }
        }

        using var answer = await client.SendAsync(request);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value)),
            answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The id that an honest sweep puts into the route of a page.</summary>
    public string IdFor(Handler handler) =>
        handler.Page.StartsWith("/Admin/Users/", StringComparison.Ordinal) ? $"{VictimUser}"
        : handler.Page.StartsWith("/Admin/Organisations/", StringComparison.Ordinal) ? $"{VictimUnit}"
        : handler.Page.StartsWith("/Indicators/", StringComparison.Ordinal) ? $"{DemoTree}"
        : $"{Draft}";

    public IEnumerable<Handler> ProjectPages => Pages.Where(h => h.HasId && h.Page.StartsWith("/Projects/", StringComparison.Ordinal));

    /// <summary>Everything stored about a project, down to the last audit row.</summary>
    public Task<string> SnapshotAsync(int project) => App.WithDatabaseAsync(async db =>
    {
        var whole = await db.Projects.AsNoTracking().Where(p => p.Id == project).FirstAsync();
        var tables = db.Model.GetEntityTypes().Where(t => t.FindProperty("ProjectId") is not null || t.FindProperty("EvaluationId") is not null || t.FindProperty("FundingSourceId") is not null || t.FindProperty("SurveyId") is not null);
        var text = new List<string> { JsonSerializer.Serialize(await RowsAsync(db, "Projects", $"\"Id\" = {project}")) };
        foreach (var table in tables.Select(t => (Name: t.GetTableName()!, Type: t)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var filter = table.Type.FindProperty("ProjectId") is not null ? $"\"ProjectId\" = {project}"
                : table.Type.FindProperty("EvaluationId") is not null ? $"\"EvaluationId\" IN (SELECT \"Id\" FROM \"Evaluations\" WHERE \"ProjectId\" = {project})"
                : table.Type.FindProperty("SurveyId") is not null ? $"\"SurveyId\" IN (SELECT \"Id\" FROM \"Surveys\" WHERE \"ProjectId\" = {project})"
                : $"\"FundingSourceId\" IN (SELECT \"Id\" FROM \"{db.Model.FindEntityType(typeof(Domain.Projects.FundingSource))!.GetTableName()}\" WHERE \"ProjectId\" = {project})";
            text.Add($"{table.Name}: {JsonSerializer.Serialize(await RowsAsync(db, table.Name, filter))}");
        }

        text.Add("Audit: " + JsonSerializer.Serialize(await RowsAsync(db, "Audit", $"\"Chain\" = 'project:{whole.ChainId:N}'")));
        return string.Join('\n', text);
    });

    public static async Task<IReadOnlyList<Guid>> RowIdsAsync(PerfEvalDbContext db, int project)
    {
        var whole = await VisibleProjects.LoadWholeAsync(db.Projects, project);
        var survey = whole!.Survey?.Id ?? Guid.Empty;
        return [.. whole.Lines.Select(r => r.Id).Take(1), .. whole.Funding.Select(r => r.Id).Take(1), .. whole.Funding.SelectMany(f => f.Adjustments).Select(r => r.Id).Take(1),
            .. whole.Targets.Select(r => r.Id).Take(1), .. whole.Achievements.Select(r => r.Id).Take(1), .. whole.Implementation.Select(r => r.Id).Take(1),
            .. whole.Sections.Select(r => r.Id).Take(1), .. whole.Evidence.Select(r => r.Id).Take(1), .. whole.Objectives.Select(r => r.Id).Take(1),
            .. whole.Survey?.Questions.Select(q => q.Id).Take(1) ?? [],
            .. await db.Set<Domain.Surveys.SurveySheet>().Where(s => s.SurveyId == survey).Select(s => s.Id).Take(1).ToListAsync()];
    }

    /// <summary>A survey with a sheet in a project, whatever state that is in.</summary>
    private static async Task AskAsync(PerfEvalDbContext db, int id)
    {
        var state = await db.Evaluations.Where(e => e.ProjectId == id).Select(e => e.State).FirstAsync();
        await db.Evaluations.Where(e => e.ProjectId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Draft));
        db.ChangeTracker.Clear();
        var project = (await VisibleProjects.LoadWholeAsync(db.Projects, id))!;
        project.SaveSurvey(null, new("别人的调查", null, "居民", 1, null, Domain.Surveys.SatisfactionMethod.Average, 95, null, null, 10));
        project.OpenSurvey(0);
        project.TakePaperSheet(Guid.NewGuid(), 1, new(["1", "1", "1", "1"], []), true, new(2024, 8, 15));
        await db.Doing(AuditChain.Of(project), "试扫").SaveChangesAsync();
        db.ChangeTracker.Clear();
        await db.Evaluations.Where(e => e.ProjectId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state));
    }

    /// <summary>A PDF in a project, whatever state that is in.</summary>
    private static async Task AttachAsync(PerfEvalDbContext db, int id, Guid file)
    {
        var state = await db.Evaluations.Where(e => e.ProjectId == id).Select(e => e.State).FirstAsync();
        await db.Evaluations.Where(e => e.ProjectId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Draft));
        var project = await VisibleProjects.LoadWholeAsync(db.Projects, id);
        var content = new MemoryStream(Specimens.Pdf($"{id}"));
        var found = new EvidenceContent($"合同{id}.pdf", EvidenceKind.Pdf, "application/pdf", content.Length, await EvidenceStore.FingerprintAsync(content));
        var (attached, _) = project!.Attach(file, EvidencePlace.Whole, found, Actor.System, DateTime.UtcNow, new());
        await db.Doing(AuditChain.Of(project), "上传佐证材料").SaveWithContentAsync(attached, content);
        db.ChangeTracker.Clear();
        await db.Evaluations.Where(e => e.ProjectId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state));
    }

    public async Task<int> AddUserAsync(string name, Role? role, string unit, string? scope)
    {
        await using var work = App.Services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<PerfEvalDbContext>();
        var organisations = await db.Organisations.ToDictionaryAsync(o => o.Code, o => o.Id);
        var user = new User
        {
            UserName = name,
            DisplayName = name,
            Role = role,
            OrganisationId = organisations[unit],
            ScopeOrganisationId = scope is null ? null : organisations[scope],
        };
        var created = await work.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, DemoAccounts.Password);
        Assert.True(created.Succeeded);
        return user.Id;
    }

    public async Task<Person> SignInAsync(string name, Role? role, string password)
    {
        var door = await VisitAsync(name, null, "", "/account/login");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login");
        request.Headers.Add("Cookie", door.Cookies);
        request.Content = new FormUrlEncodedContent(
        [
            new("Form.UserName", name), new("Form.Password", password), new("__RequestVerificationToken", door.Token),
        ]);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await VisitAsync(name, role, door.Cookies + "; " + Cookies(answer), "/account/password");
    }

    private async Task<Person> VisitAsync(string name, Role? role, string cookies, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        Assert.False(string.IsNullOrEmpty(token), $"{url} shows {name} no form with a token.");
        var all = string.Join("; ", new[] { cookies, Cookies(answer) }.Where(c => c.Length > 0));
        return new(name, role, cookies.Length > 0, all, token!);
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";

    private static async Task<List<string>> RowsAsync(PerfEvalDbContext db, string table, string filter)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE {filter} ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}")));
        }

        return rows;
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, IReadOnlyDictionary<string, string> Headers, string? MediaType, string Body)
{
    public int Code => (int)Status;
}

/// <summary>Collects what is wrong, so that one run shows everything.</summary>
public sealed class Findings
{
    private readonly List<string> wrong = [];
    private int looked;

    public void Expect(bool right, string otherwise)
    {
        looked++;
        if (!right)
        {
            wrong.Add(otherwise);
        }
    }

    /// <summary>Nothing may be wrong, and at least this much must have been looked at.</summary>
    public void Settle(int atLeast)
    {
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {looked}:\n{string.Join('\n', wrong.Take(60))}");
        Assert.True(looked >= atLeast, $"Only {looked} looks, expected {atLeast}: the sweep went blind.");
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Sqlite;
using PerfEval.Tests.Support;
using Xunit.Abstractions;

namespace PerfEval.Tests.Killing;

/// <summary>The server is killed while twenty accountants save: what was acknowledged is there, and nothing is there twice.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Accountants = 20, Rounds = 10;
    private const string OldProject = "/projects/6/spending";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("perfeval-kill-").FullName;
    private readonly List<HttpClient> clients = [];
    private readonly Tally tally = new();

    public void Dispose()
    {
        clients.ForEach(c => c.Dispose());
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_acknowledged_row_survives_ten_kills_once()
    {
        using var server = new ServerProcess(folder, "--Serilog:MinimumLevel", "Error");
        await server.StartAsync();
        var (clerks, lookers) = await SitDownAsync(server);
        var before = await StoredAsync(lookers);
        var chance = new Random();
        for (var round = 1; round <= Rounds; round++)
        {
            var (start, acknowledged, enough) = (Stopwatch.StartNew(), tally.Acknowledged, chance.Next(10, 100));
            var work = Task.WhenAll(clerks.Select(c => c.WorkAsync()));
            while (tally.Acknowledged < acknowledged + enough && start.Elapsed < Patience && !work.IsCompleted)
            {
                await Task.Delay(1);
            }

            await Task.Delay(chance.Next(25));
            var waiting = tally.InFlight;
            await server.KillAsync();
            output.WriteLine($"round {round}: killed after {start.ElapsedMilliseconds} ms, {tally.Acknowledged - acknowledged} rows acknowledged, {waiting} requests without an answer");
            await work;
            Assert.True(waiting > 0 && tally.Acknowledged > acknowledged, "Nobody was saving when the server was killed.");
            await server.StartAsync();
            Compare(clerks, before, await StoredAsync(lookers));
        }

        await Task.WhenAll(clerks.Select(c => c.FinishAsync()));
        var after = await StoredAsync(lookers);
        await server.KillAsync();
        output.WriteLine(tally.ToString());
        Compare(clerks, before, after);
        Assert.Empty(tally.Faults);
        Assert.All(clerks.SelectMany(c => c.Rows), row => Assert.Equal(row.Acknowledged, after.GetValueOrDefault(row.Id)));
        await CheckFileAsync(after);
    }

    // Two units, two projects each: five accountants write into every project.
    private async Task<(List<Clerk> Clerks, List<(HttpClient Client, int Project)> Lookers)> SitDownAsync(ServerProcess server)
    {
        var lookers = new List<(HttpClient Client, int Project)>();
        foreach (var (user, name) in new[] { ("kuaiji", null), ("kuaiji", "拔电项目一"), ("kuaiji2", "拔电项目二"), ("kuaiji2", "拔电项目三") })
        {
            var client = await SignedInAsync(server, user);
            lookers.Add((client, name is null ? Number(OldProject) : await OpenAsync(client, name)));
        }

        var clerks = new List<Clerk>();
        for (var i = 0; i < Accountants; i++)
        {
            var client = await SignedInAsync(server, i % lookers.Count < 2 ? "kuaiji" : "kuaiji2");
            clerks.Add(await Clerk.SitDownAsync(i + 1, lookers[i % lookers.Count].Project, client, tally));
        }

        return (clerks, lookers);
    }

    private async Task<HttpClient> SignedInAsync(ServerProcess server, string user)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = server.Address, Timeout = Patience };
        clients.Add(client);
        using var answer = await client.SignInAsync(user, Data.Demo.DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<int> OpenAsync(HttpClient client, string name)
    {
        using var answer = await client.PostFormAsync("/projects/new", "", new Dictionary<string, string?> { ["Form.Name"] = name });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.DocumentAsync()).Body!.TextContent);
        return Number(answer.Headers.Location!.OriginalString);
    }

    private static int Number(string address) => int.Parse(address.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

    // Asked with the cookies of before: whoever was signed in still is, for the keys lie beside the data.
    private static async Task<Dictionary<Guid, Texts>> StoredAsync(List<(HttpClient Client, int Project)> lookers)
    {
        var stored = new Dictionary<Guid, Texts>();
        foreach (var (client, project) in lookers)
        {
            using var answer = await client.GetAsync($"/projects/{project}/spending/rows");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"Project {project} answered {answer.StatusCode}.");
            using var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            foreach (var row in state.RootElement.GetProperty("rows").EnumerateArray())
            {
                Assert.True(stored.TryAdd(row.GetProperty("id").GetGuid(), Texts.Of(row.GetProperty("typed"))), $"Twice: {row}");
            }
        }

        return stored;
    }

    private void Compare(List<Clerk> clerks, Dictionary<Guid, Texts> before, Dictionary<Guid, Texts> now)
    {
        var own = clerks.SelectMany(c => c.Rows).ToDictionary(r => r.Id);
        Assert.All(before, b => Assert.Equal(b.Value, now.GetValueOrDefault(b.Key)));
        Assert.Subset(own.Keys.Concat(before.Keys).ToHashSet(), now.Keys.ToHashSet());
        Assert.All(own.Values, row =>
        {
            var stored = now.GetValueOrDefault(row.Id);
            Assert.True(row.MayBe(stored), $"Acknowledged: {row.Acknowledged?.ToString() ?? "nothing"}; stored: {stored?.ToString() ?? "nothing"}; without answer: {string.Join(" / ", row.Unanswered)}");
            if (stored != row.Acknowledged)
            {
                tally.FindUnacknowledged();
            }
        });
    }

    private async Task CheckFileAsync(Dictionary<Guid, Texts> told)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={Path.Combine(folder, "perfeval.db")}");
        await using var db = new SqliteContext(options.Options, new Undertaking(), TimeProvider.System);
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync());
        Assert.Empty(await AuditTrail.VerifyAsync(db));

        var projects = await db.Projects.AsNoTracking().Include(p => p.Lines).Where(p => p.Lines.Any()).ToListAsync();
        Assert.Subset(projects.SelectMany(p => p.Lines).Select(l => l.Id).ToHashSet(), told.Keys.ToHashSet());
        Assert.All(projects.Where(p => p.Lines.Any(l => told.ContainsKey(l.Id))), project =>
        {
            Assert.Equal(project.Lines.Sum(l => l.Allocated ?? 0), project.Kept.Allocated ?? 0);
            Assert.Equal(project.Lines.Sum(l => l.Spent ?? 0), project.Kept.Spent ?? 0);
        });
    }
}

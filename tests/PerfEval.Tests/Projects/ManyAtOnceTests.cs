using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>Many colleagues save lines of one project at the same moment through the grid's door.</summary>
public sealed class ManyAtOnceTests : IDisposable
{
    private const int Colleagues = 20;
    private const string Rows = "/projects/6/spending/rows";

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task No_line_is_lost_or_doubled_and_the_sums_are_right()
    {
        var client = await SignedInAsync();
        var before = await AskAsync(client);

        var saved = await Task.WhenAll(Enumerable.Range(1, Colleagues).Select(number => Task.Run(() => AddAndChangeAsync(client, number))));

        var after = await AskAsync(client);
        var (old, now) = (RowsOf(before), RowsOf(after));
        Assert.Equal(old.Keys.Concat(saved).Order(), now.Keys.Order());
        Assert.All(saved.Zip(Enumerable.Range(1, Colleagues)), pair =>
        {
            var typed = now[pair.First].GetProperty("typed");
            Assert.Equal(($"第{pair.Second}人", "1000", $"{pair.Second}"), (Text(typed, "Item"), Text(typed, "Allocated"), Text(typed, "Spent")));
            Assert.Equal(2, now[pair.First].GetProperty("version").GetInt64());
        });
        Assert.Equal($"{now.Count}:{now.Values.Sum(r => r.GetProperty("version").GetInt64())}", after.GetProperty("stamp").GetString());
        Assert.Equal(Spent(before) + Enumerable.Range(1, Colleagues).Sum(), Spent(after));

        await app.WithDatabaseAsync(async db =>
        {
            var project = await db.Projects.AsNoTracking().Include(p => p.Lines).SingleAsync(p => p.Id == 6);
            Assert.Equal(project.Lines.Sum(l => l.Allocated ?? 0), project.Kept.Allocated);
            Assert.Equal(project.Lines.Sum(l => l.Spent ?? 0), project.Kept.Spent);
            Assert.Equal(Spent(after), project.Kept.Spent);
            Assert.Equal(2 * Colleagues, await db.Audit.CountAsync(a => a.Chain == AuditChain.Of(project) && a.Act == "保存支出明细"));
            Assert.Empty(await AuditTrail.VerifyAsync(db));
        });
    }

    /// <summary>Lines that were added at the same moment share a place; they must not change seats whenever somebody moves another line.</summary>
    [Fact]
    public async Task Lines_added_at_the_same_moment_keep_their_order_when_another_one_is_moved()
    {
        var client = await SignedInAsync();
        await Task.WhenAll(Enumerable.Range(1, Colleagues).Select(number => Task.Run(() => AddAndChangeAsync(client, number))));
        var shown = RowsOf(await AskAsync(client)).Keys.ToList();

        using var answer = await client.PostAsJsonAsync(Rows + "?handler=Move", new { id = shown[^1], before = shown[0] });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([shown[^1], .. shown[..^1]], RowsOf(await AskAsync(client)).Keys);
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var client = await app.SignedInAsync("kuaiji");
        var page = await client.GetDocumentAsync("/projects/6/spending");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("#lines input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return client;
    }

    // Adds a line, then changes it, as one person at one grid does.
    private static async Task<Guid> AddAndChangeAsync(HttpClient client, int number)
    {
        var id = Guid.NewGuid();
        long? seen = null;
        foreach (var spent in new[] { "0", $"{number}" })
        {
            using var answer = await client.PostAsJsonAsync(Rows + "?handler=Save", new[]
            {
                new { id, seen, typed = new { Item = $"第{number}人", Allocated = "1000", Spent = spent, BalanceReason = "待付" } },
            }, new JsonSerializerOptions());
            var state = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {state}");
            seen = Assert.Single(RowsOf(state)).Value.GetProperty("version").GetInt64();
        }

        return id;
    }

    private static async Task<JsonElement> AskAsync(HttpClient client) => await client.GetFromJsonAsync<JsonElement>(Rows);

    private static Dictionary<Guid, JsonElement> RowsOf(JsonElement state) =>
        state.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());

    private static string Text(JsonElement typed, string column) => typed.GetProperty(column).GetString()!;

    private static decimal Spent(JsonElement state) =>
        decimal.Parse(state.GetProperty("total").GetProperty("spent").GetProperty("yuan").GetString()!, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}

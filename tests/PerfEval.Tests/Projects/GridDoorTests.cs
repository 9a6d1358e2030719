using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;
using PerfEval.Web.Pages.Projects;

namespace PerfEval.Tests.Projects;

/// <summary>The grid's door to the spending lines, as its script uses it.</summary>
public sealed class GridDoorTests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_saved_row_comes_back_computed_with_its_sums()
    {
        var grid = await OpenAsync();
        var id = Guid.NewGuid();
        var before = await grid.ReadAsync();
        var state = await grid.SavedAsync(New(id, ("ActivityGroup", "新活动"), ("Item", "慰问金"), ("Quantity", "12"), ("UnitPrice", "1,000.50"), ("Spent", "１２，０００")));
        var row = Assert.Single(state.Rows);
        Assert.Equal((id, 1L, "12006", "12000"), (row.Id, row.Version, row.Typed["Allocated"], row.Typed["Spent"]));
        Assert.Equal(("12,006.00", "1.20", "6.00"), (row.Amounts["Allocated"].Yuan, row.Amounts["Allocated"].Wan, row.Amounts["Balance"].Yuan));
        Assert.Equal("99.95%", row.Rate.Text);
        Assert.Equal("结余6.00元，未填结余原因", Assert.Single(row.Doubts));
        Assert.Equal(("12,006.00", 1), (state.Groups.Single(g => g.Name == "新活动").Allocated.Yuan, state.Groups.Single(g => g.Name == "新活动").Count));
        Assert.Equal(before.Total.Count + 1, state.Total.Count);
        Assert.Equal(state.Money.Figures["allocated"], state.Total.Allocated);
        Assert.Equal($"{state.Total.Count}:{(await grid.ReadAsync()).Rows.Sum(r => r.Version)}", state.Stamp);
        Assert.False(state.Money.Identities.Single(i => i.Name.StartsWith("到位资金", StringComparison.Ordinal)).Holds);
    }

    [Fact]
    public async Task All_faults_of_all_rows_come_at_once_and_nothing_is_saved()
    {
        var grid = await OpenAsync();
        var before = (await grid.ReadAsync()).Stamp;
        var refusal = await grid.RefusedAsync(HttpStatusCode.BadRequest,
            New(Guid.NewGuid(), ("Item", "好的一行"), ("Spent", "1")), New(Guid.NewGuid(), ("Allocated", "12.5%"), ("Spent", "###")));
        Assert.Equal([(1, "Allocated"), (1, "Spent"), (1, "Item")], refusal.Faults.Select(f => (f.Row!.Value, f.Column)));
        Assert.All(refusal.Faults, f => Assert.Matches("“.*”|请填写", f.Message));
        Assert.Equal(before, (await grid.ReadAsync()).Stamp);
    }

    [Fact]
    public async Task A_stale_row_shows_theirs_and_the_others_of_the_request_wait()
    {
        var grid = await OpenAsync();
        var row = (await grid.ReadAsync()).Rows[0];
        await grid.SavedAsync(Change(row, ("Spent", "1")));
        var refusal = await grid.RefusedAsync(HttpStatusCode.Conflict, Change(row, ("Spent", "2")), New(Guid.NewGuid(), ("Item", "另一行"), ("Spent", "x")));
        var stale = Assert.Single(refusal.Stale);
        Assert.Equal((0, "1", row.Version + 1), (stale.Row, stale.Theirs!.Typed["Spent"], stale.Theirs.Version));
        Assert.Equal("Spent", Assert.Single(refusal.Faults).Column);

        await grid.SavedAsync(new GridChange(row.Id, row.Version + 1, null, null));
        Assert.Null(Assert.Single((await grid.RefusedAsync(HttpStatusCode.Conflict, Change(row, ("Spent", "3")))).Stale).Theirs);
    }

    [Fact]
    public async Task A_resend_is_the_same_row_and_another_content_under_its_id_is_not()
    {
        var grid = await OpenAsync();
        var change = New(Guid.NewGuid(), ("Item", "重发"), ("Spent", "1"));
        var first = await grid.SavedAsync(change);
        var again = await grid.SavedAsync(change);
        Assert.Equal(first.Stamp, again.Stamp);
        var other = await grid.RefusedAsync(HttpStatusCode.Conflict, New(change.Id, ("Item", "别的内容"), ("Spent", "1")));
        Assert.Equal("重发", Assert.Single(other.Stale).Theirs!.Typed["Item"]);
    }

    [Fact]
    public async Task A_moved_or_inserted_line_is_no_conflict_for_those_who_type_in_others()
    {
        var grid = await OpenAsync();
        var rows = (await grid.ReadAsync()).Rows;
        var inserted = New(Guid.NewGuid(), ("Item", "插在前面"), ("Spent", "1")) with { Before = rows[1].Id };
        await grid.SavedAsync(inserted);
        using var moved = await grid.SendAsync("Move", new GridMove(rows[^1].Id, rows[0].Id));
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var now = (await grid.ReadAsync()).Rows.Select(r => r.Id).ToList();
        Assert.Equal([rows[^1].Id, rows[0].Id, inserted.Id, rows[1].Id], now.Take(4));
        await grid.SavedAsync([.. rows.Select(r => Change(r, ("BalanceReason", "各改各的")))]);
        Assert.Empty(await app.WithDatabaseAsync(db => AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task The_kept_totals_and_one_audit_row_belong_to_the_save()
    {
        var grid = await OpenAsync();
        var rows = (await grid.ReadAsync()).Rows;
        var before = await app.WithDatabaseAsync(db => db.Audit.CountAsync());
        await grid.SavedAsync(Change(rows[0], ("Spent", "7")), Change(rows[1], ("Spent", "8")));
        await app.WithDatabaseAsync(async db =>
        {
            Assert.Equal(before + 1, await db.Audit.CountAsync());
            Assert.Equal("保存支出明细2行", (await db.Audit.OrderByDescending(a => a.Id).FirstAsync()).Act);
            var spent = await db.Set<BudgetLine>().Where(l => l.ProjectId == 6).SumAsync(l => l.Spent ?? 0);
            Assert.Equal(spent, (await db.Projects.FirstAsync(p => p.Id == 6)).Kept.Spent);
        });
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{\"a\":1}")]
    [InlineData("nonsense")]
    [InlineData("[{\"id\":\"x\"}]")]
    public async Task Bodies_that_are_none_are_refused(string body)
    {
        var grid = await OpenAsync();
        foreach (var handler in new[] { "Save", "Move", "Read" })
        {
            using var answer = await grid.SendTextAsync(handler, body);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{handler} {body}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_is_signed_out_is_told_so_instead_of_shown_a_page()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/projects/6/spending/rows")).StatusCode);
    }

    [Fact]
    public async Task A_submitted_project_takes_nothing()
    {
        var grid = await OpenAsync(5);
        using var answer = await grid.SendAsync("Save", new[] { New(Guid.NewGuid(), ("Item", "迟到"), ("Spent", "1")) });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await app.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Evaluations SET State = 'Submitted' WHERE ProjectId = 6"));
        var refusal = await (await OpenAsync()).RefusedAsync(HttpStatusCode.BadRequest, New(Guid.NewGuid(), ("Item", "迟到"), ("Spent", "1")));
        Assert.Null(Assert.Single(refusal.Faults).Row);
    }

    private async Task<Door> OpenAsync(int project = 6)
    {
        var client = await app.SignedInAsync("kuaiji");
        var page = await client.GetDocumentAsync("/projects/6/spending?plain=1");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new(client, $"/projects/{project}/spending/rows", token);
    }

    private static GridChange New(Guid id, params (string Column, string Text)[] typed) => new(id, null, typed.ToDictionary(t => t.Column, t => t.Text), null);

    private static GridChange Change(GridRow row, params (string Column, string Text)[] typed)
    {
        var texts = new Dictionary<string, string>(row.Typed);
        foreach (var (column, text) in typed)
        {
            texts[column] = text;
        }

        return new(row.Id, row.Version, texts, null);
    }

    private sealed record Door(HttpClient Client, string Address, string Token)
    {
        public async Task<GridState> ReadAsync() => (await Client.GetFromJsonAsync<GridState>(Address, Json))!;

        public async Task<HttpResponseMessage> SendTextAsync(string handler, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}?handler={handler}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("RequestVerificationToken", Token);
            return await Client.SendAsync(request);
        }

        public Task<HttpResponseMessage> SendAsync<T>(string handler, T body) => SendTextAsync(handler, JsonSerializer.Serialize(body, Json));

        public async Task<GridState> SavedAsync(params GridChange[] rows)
        {
            using var answer = await SendAsync("Save", rows);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            return (await answer.Content.ReadFromJsonAsync<GridState>(Json))!;
        }

        public async Task<GridRefusal> RefusedAsync(HttpStatusCode expected, params GridChange[] rows)
        {
            using var answer = await SendAsync("Save", rows);
            Assert.Equal(expected, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<GridRefusal>(Json))!;
        }
    }
}

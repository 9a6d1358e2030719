using Microsoft.EntityFrameworkCore;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Admin;

public sealed class AuditTests : IDisposable
{
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_trail_is_whole_until_somebody_edits_the_database()
    {
        using var auditor = await app.SignedInAsync("shenji");
        Assert.Contains("哈希链完整", (await auditor.GetDocumentAsync("/admin/audit")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        await app.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Audit SET Reason = 'x' WHERE Chain = 'users' AND Sequence = 2"));
        var page = await auditor.GetDocumentAsync("/admin/audit");
        Assert.Contains("用户：第2条记录内容被改动", page.QuerySelector(".notice-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_taken_out_is_missed()
    {
        using var auditor = await app.SignedInAsync("shenji");
        await app.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM Audit WHERE Chain = 'users' AND Sequence = 3"));
        Assert.Contains("用户：第3条记录缺失", (await auditor.GetDocumentAsync("/admin/audit")).QuerySelector(".notice-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chain=users", "载入演示用户")]
    [InlineData("chain=signins", "登录")]
    [InlineData("chain=project", "录入已公开的评价报告")]
    [InlineData("act=演示单位", "载入演示单位")]
    [InlineData("who=审计员", "登录")]
    public async Task Filters_narrow_the_trail(string query, string expected)
    {
        using var auditor = await app.SignedInAsync("shenji");
        var page = await auditor.GetDocumentAsync("/admin/audit?" + query);
        Assert.Contains(expected, page.QuerySelector("table.ledger tbody tr td:nth-child(3)")!.TextContent + page.QuerySelector("table.ledger")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await auditor.GetDocumentAsync($"/admin/audit?{query}&to=2020-01-01")).QuerySelectorAll("table.ledger"));
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Indicators;

/// <summary>What was approved under version 1 of a tree stays as it is, byte for byte, after version 2 is published.</summary>
public sealed class OldScoresStayTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_sheet_approved_under_version_1_is_the_same_bytes_after_version_2_is_published()
    {
        var reviewer = await app.SignedInAsync("pingshen");
        var (first, project) = await app.WithDatabaseAsync(async db => (
            await db.Trees.Where(t => t.Code == "DC2020").Select(t => t.Id).SingleAsync(),
            await db.Projects.Where(p => p.Evaluation.StatedScore == 97).Select(p => p.Id).SingleAsync()));
        var (before, tree, shown) = (await FrozenAsync(), await FileAsync(first), await ShownAsync(reviewer, project));
        Assert.Contains("97", shown);

        using var next = await reviewer.PostFormAsync($"/indicators/{first}", "Next", new Dictionary<string, string?>());
        var second = int.Parse(next.Headers.Location!.OriginalString.Split('/')[^1]);
        await app.WithDatabaseAsync(async db =>
        {
            var draft = (await db.Trees.LoadTreeAsync(second))!;
            var b13 = draft.Indicators.Single(i => i.Code == "B13");
            draft.Revise(b13, b13.Content with { Rule = new LinearDecay(100, 1, 10) });
            await db.Doing(AuditChain.Templates, "改规则").SaveChangesAsync();
        });
        using var published = await reviewer.PostFormAsync($"/indicators/{second}", "Publish", new Dictionary<string, string?>());

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(TreeStatus.Published, (await app.TreeAsync(second))!.Status);
        Assert.NotEqual(tree, await FileAsync(second));
        Assert.Equal(before, await FrozenAsync());
        Assert.Equal(tree, await FileAsync(first));
        Assert.Equal(shown, await ShownAsync(reviewer, project));
    }

    private async Task<(string Sheets, string Reports)> FrozenAsync()
    {
        var stored = await app.StoredAsync();
        Assert.False(stored["FrozenSheets"].StartsWith("0 rows", StringComparison.Ordinal));
        return (stored["FrozenSheets"], stored["ApprovedReports"]);
    }

    private async Task<string> FileAsync(int tree) => JsonSerializer.Serialize(TreeDocument.From((await app.TreeAsync(tree))!) with { VersionNumber = 0 }, ScoringJson.Options);

    private static async Task<string> ShownAsync(HttpClient client, int project) =>
        string.Join('\n', (await client.GetDocumentAsync($"/projects/{project}/evaluation")).QuerySelectorAll(".score-leaf, .score-group, .running-score").Select(e => e.TextContent));
}

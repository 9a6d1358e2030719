using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Indicators;

/// <summary>A draft is tried on the filed evaluation of 004 (97.00 优), and nothing of it is stored.</summary>
public sealed class ReplayTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_same_rules_give_the_same_score()
    {
        var page = await PageAsync(await DraftAsync(_ => { }));
        Assert.Contains("没有变化", page);
        Assert.Contains("97.00", page);
        Assert.Contains("等级变化0个", page);
    }

    [Fact]
    public async Task A_stricter_execution_rate_is_told_with_both_sentences_and_stores_nothing()
    {
        var draft = await DraftAsync(tree =>
        {
            var b13 = tree.Indicators.Single(i => i.Code == "B13");
            tree.Revise(b13, b13.Content with { Rule = new LinearDecay(100, 1, 10, StepMode: StepMode.Ceiling) });
        });
        using var client = await app.SignedInAsync("pingshen");
        var before = await app.StoredAsync();

        var page = await PageAsync(draft, client: client);

        Assert.Contains("B13 −0.8", page);
        Assert.Contains("96.20", page);
        Assert.Contains("达到满分线95%", page);
        Assert.Contains("满分线100%，低", page);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_heavy_leaf_without_input_leaves_the_grade_open()
    {
        var draft = await DraftAsync(tree =>
        {
            var c211 = tree.Indicators.Single(i => i.Code == "C211");
            tree.Revise(c211, c211.Content with { Rule = new Expert() });
        });

        var page = await PageAsync(draft);

        Assert.Contains("C211 需补填", page);
        Assert.Contains("76.00–97.00", page);
        Assert.Contains("优或良或中", page);
        Assert.Contains("原来填的依据不能用于新规则", page);
    }

    [Fact]
    public async Task Trees_of_another_code_find_the_project_when_asked()
    {
        var self = await app.WithDatabaseAsync(db => db.Trees.Where(t => t.Code == "SELF2020").Select(t => t.Id).FirstAsync());
        Assert.Contains("没有可以试算的项目", await PageAsync(self));
        Assert.Contains("取消", await PageAsync(self, "?All=true"));
        Assert.Contains("没有可以试算的项目", await PageAsync(self, "?All=true&Year=1999"));
    }

    [Theory]
    [InlineData("kuaiji", HttpStatusCode.Forbidden)]
    [InlineData("lingdao", HttpStatusCode.Forbidden)]
    [InlineData("pingshen", HttpStatusCode.NotFound)]
    public async Task Only_a_reviewer_tries_and_only_trees_that_are(string user, HttpStatusCode expected)
    {
        var client = await app.SignedInAsync(user);
        Assert.Equal(expected, (await client.GetAsync("/indicators/99999/replay")).StatusCode);
    }

    private async Task<string> PageAsync(int tree, string query = "", HttpClient? client = null)
    {
        client ??= await app.SignedInAsync("pingshen");
        using var answer = await client.GetAsync($"/indicators/{tree}/replay{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = (await answer.DocumentAsync()).QuerySelector("main")!.TextContent;
        return System.Text.RegularExpressions.Regex.Replace(text, @"\s+(?=个|0|$)|\n\s*", "");
    }

    private Task<int> DraftAsync(Action<IndicatorTree> change) => app.WithDatabaseAsync(async db =>
    {
        var published = await db.Trees.AsNoTracking().Include(t => t.Indicators).SingleAsync(t => t.Code == "DC2020" && t.VersionNumber == 1);
        var draft = published.NextVersion(1 + await db.Trees.Where(t => t.Code == "DC2020").MaxAsync(t => t.VersionNumber));
        change(draft);
        db.Trees.Add(draft);
        await db.Doing(AuditChain.Templates, "试算用草稿").SaveChangesAsync();
        return draft.Id;
    });
}

using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>The score page takes what the rules can score, refuses the rest whole, and touches no leaf that was not touched.</summary>
public sealed class ScoreInputTests(App app) : IClassFixture<App>
{
    private const string Url = "/projects/6/evaluation";

    private static readonly string Long = new('字', 10_000);

    [Fact]
    public async Task Everything_that_no_rule_can_score_is_refused_at_once()
    {
        var (client, at) = (await app.SignedInAsync("kuaiji"), await PlacesAsync());
        var typed = new Dictionary<string, string?>
        {
            [at["B11"] + ".Count"] = "-1",
            [at["B12"] + ".Level"] = "no-such-level",
            [at["B22"] + ".Items"] = "no-such-item",
            [at["C111"] + ".Actuals[0].Value"] = "abc",
            [at["C114"] + ".Value"] = "abc",
            [at["C221"] + ".Value"] = new('9', 30),
            [at["B21"] + ".Count"] = "1.5",
            [at["A111"] + ".Note"] = Long,
            [at["A111"] + ".Evidence"] = Long,
            [at["A121"] + ".NotApplicable"] = "true",
        };
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync(Url, "Enter", typed);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        foreach (var code in new[] { "B11", "B12", "B22", "C111", "C114", "C221", "B21", "A111", "A121" })
        {
            Assert.True(Article(page, code).QuerySelectorAll(".field-error").Length > 0, $"{code} has no message. {page.Said()}");
        }

        foreach (var link in page.QuerySelectorAll("[role=alert] a[href^='#']"))
        {
            Assert.True(page.GetElementById(link.GetAttribute("href")![1..]) is not null, $"“{link.TextContent}” leads to {link.GetAttribute("href")}, which is not on the page.");
        }

        page.KeepsTyping(typed.Where(t => !t.Key.EndsWith(".Level", StringComparison.Ordinal) && !t.Key.EndsWith(".Items", StringComparison.Ordinal)).ToDictionary());
        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("Leaves[0].IndicatorId", "999999")]
    [InlineData("Leaves[0].IndicatorId", "abc")]
    [InlineData("Leaves[1].IndicatorId", "{first}")]
    public async Task A_leaf_that_is_not_of_the_tree_is_refused(string field, string value)
    {
        var (client, at) = (await app.SignedInAsync("kuaiji"), await PlacesAsync());
        var first = (await client.GetDocumentAsync(Url)).ControlOf("Leaves[0].IndicatorId").GetAttribute("value");
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync(Url, "Enter", new Dictionary<string, string?>
        {
            [field] = value.Replace("{first}", first, StringComparison.Ordinal),
            [at["A121"] + ".Met"] = "true",
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await answer.DocumentAsync()).Said());
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_leaf_that_was_not_touched_keeps_its_version()
    {
        using var own = new App();
        var (first, second) = (await own.SignedInAsync("kuaiji"), await own.SignedInAsync("kuaiji"));
        var at = await PlacesAsync();
        var (mine, theirs) = (await first.GetDocumentAsync(Url), await second.GetDocumentAsync(Url));
        await SavedAsync(first, mine, (at["A111"] + ".Met", "true"));
        await SavedAsync(second, theirs, (at["A121"] + ".Met", "true"));
        await SavedAsync(first, await first.GetDocumentAsync(Url), (at["A122"] + ".Met", "false"));
        await SavedAsync(first, await first.GetDocumentAsync(Url), (at["A122"] + ".Met", "true"));
        var versions = await own.WithDatabaseAsync(async db => (await db.Set<LeafScore>().AsNoTracking().Where(s => db.Evaluations.Any(e => e.ProjectId == 6 && e.Scores.Contains(s))).ToListAsync())
            .Select(s => s.Version).Order().ToList());
        Assert.Equal([1, 1, 2], versions);
    }

    [Fact]
    public async Task A_reviewer_is_told_at_once_what_is_wrong_with_an_override()
    {
        using var own = new App();
        await own.WithDatabaseAsync(async db =>
        {
            var reviewer = await db.Users.Where(u => u.UserName == "pingshen").Select(u => u.Id).SingleAsync();
            await db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s
                .SetProperty(e => e.State, EvaluationState.UnderReview).SetProperty(e => e.ReviewerId, reviewer));
        });
        var client = await own.SignedInAsync("pingshen");
        await own.RefusedAsync(client, Url, "Override", Override("abc", ""), ("Form.OverridePoints", "“改为”填写的“abc”不是数字"), ("Form.OverrideReason", "必须写明理由"));
        await own.RefusedAsync(client, Url, "Override", Override("99", ""), ("Form.OverridePoints", "得分应在0至1分之间"), ("Form.OverrideReason", "必须写明理由"));
        await own.RefusedAsync(client, Url, "Override", Override("-0.1", Long), ("Form.OverridePoints", "得分应在0至1分之间"), ("Form.OverrideReason", "缩短到1000个字"));
        await own.RefusedAsync(client, Url, "Override", Override("0.12345", "小数太多"), ("Form.OverridePoints", "小数"));
        await own.RefusedAsync(client, "/projects/6", "[id=act-return] form", new Dictionary<string, string?> { ["Form.Reason"] = "" }, ("Form.Reason", "请写明退回的理由"));
        await own.RefusedAsync(client, "/projects/6", "[id=act-return] form", new Dictionary<string, string?> { ["Form.Reason"] = Long }, ("Form.Reason", "缩短到1000个字"));
    }

    private static Dictionary<string, string?> Override(string points, string reason) =>
        new() { ["Form.OverridePoints"] = points, ["Form.OverrideReason"] = reason };

    private static async Task SavedAsync(HttpClient client, IHtmlDocument page, params (string Field, string Value)[] typed)
    {
        using var answer = await client.SendFormAsync(Url, page.Form("Enter"), typed.ToDictionary(t => t.Field, t => (string?)t.Value));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await answer.DocumentAsync()).Said()}");
    }

    private static AngleSharp.Dom.IElement Article(IHtmlDocument page, string code) =>
        page.QuerySelectorAll("article").First(a => a.QuerySelector("h4")!.TextContent.Trim().StartsWith(code, StringComparison.Ordinal));

    /// <summary>Code of a leaf → its prefix in the form.</summary>
    private async Task<Dictionary<string, string>> PlacesAsync() => await app.WithDatabaseAsync(async db =>
    {
        var tree = await db.Trees.AsNoTrackingWithIdentityResolution().Include(t => t.Indicators).FirstAsync(t => t.Code == "DC2020");
        return tree.Leaves().Select((Indicator l, int i) => (l.Code, i)).ToDictionary(x => x.Code, x => $"Leaves[{x.i}]");
    });
}

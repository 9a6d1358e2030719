using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>Several kinds of faults are counted on the score page: one number for each kind, 0 included.</summary>
public sealed class FaultCountsTests(App app) : IClassFixture<App>
{
    private const string Url = "/projects/6/evaluation";

    private static readonly FaultKinds Rule = new([new("一般问题", 0.1m, Most: 0.3m, Measure: "处"), new("严重问题", 0.5m, Measure: "处"), new("虚报冒领", Veto: true, Measure: "例")]);

    [Fact]
    public async Task One_number_for_each_kind_is_taken_scored_and_shown_again()
    {
        var at = await PlaceAsync();
        var client = await app.SignedInAsync("kuaiji");
        var page = await client.GetDocumentAsync(Url);
        Assert.Equal(["一般问题（处数）", "严重问题（处数）", "虚报冒领（例数，否决）"], page.QuerySelectorAll("label").Select(l => l.TextContent.Trim()).Where(l => l.Contains('数') && (l.StartsWith("一般问题", StringComparison.Ordinal) || l.StartsWith("严重", StringComparison.Ordinal) || l.StartsWith("虚报", StringComparison.Ordinal))));
        Assert.Equal(["一般问题", "严重问题", "虚报冒领"], Enumerable.Range(0, 3).Select(n => page.ControlOf($"{at}.Actuals[{n}].Key").GetAttribute("value")));

        await RefusedAsync(client, at, ["1", null, null], "没有填写“严重问题”的处数，没有的填0");
        await RefusedAsync(client, at, ["1.5", "0", "0"], "“一般问题”填写的“1.5”不是整数");
        await RefusedAsync(client, at, ["-1", "0", "0"], "“一般问题”的处数不能是负数");

        using var saved = await client.PostFormAsync(Url, "Enter", Typed(at, ["４", "1", "0"]));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        page = await client.GetDocumentAsync(Url);
        Assert.Equal("4", page.ControlOf($"{at}.Actuals[0].Value").GetAttribute("value"));
        Assert.Contains("一般问题4处，每处扣0.1分，应扣0.4分，这一类最多扣0.3分，扣0.3分；严重问题1处，每处扣0.5分，扣0.5分；虚报冒领0例；合计0.3 + 0.5 = 0.8分，扣0.8分：1 − 0.8 = 0.2分。", page.Body!.TextContent, StringComparison.Ordinal);

        using var vetoed = await client.PostFormAsync(Url, "Enter", Typed(at, ["0", "0", "1"]));
        Assert.Equal(HttpStatusCode.Redirect, vetoed.StatusCode);
        Assert.Contains("存在虚报冒领即不得分：0分（分值1分）。", (await client.GetDocumentAsync(Url)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(HttpClient client, string at, string?[] counts, string said)
    {
        using var answer = await client.PostFormAsync(Url, "Enter", Typed(at, counts));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal);
        page.KeepsTyping(Typed(at, counts).Where(t => t.Value is not null).ToDictionary());
    }

    private static Dictionary<string, string?> Typed(string at, string?[] counts) =>
        counts.Select((c, n) => (Key: $"{at}.Actuals[{n}].Value", Value: c ?? "")).ToDictionary(t => t.Key, t => (string?)t.Value);

    /// <summary>The prefix of the fields of A111, which counts several kinds of faults from now on.</summary>
    private Task<string> PlaceAsync() => app.WithDatabaseAsync(async db =>
    {
        var tree = await db.Trees.AsNoTrackingWithIdentityResolution().Include(t => t.Indicators).FirstAsync(t => t.Code == "DC2020");
        var leaf = tree.Leaves().ToList().FindIndex(l => l.Code == "A111");
        await db.Set<Indicator>().Where(i => i.Id == tree.Leaves()[leaf].Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Rule, Rule).SetProperty(i => i.Binding, (FigureBinding?)null));
        Assert.False(await db.Evaluations.Where(e => e.ProjectId == 6).AnyAsync(e => e.State != EvaluationState.Draft));
        return $"Leaves[{leaf}]";
    });
}

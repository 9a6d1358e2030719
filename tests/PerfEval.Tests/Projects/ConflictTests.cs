using System.Net;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>A save that started from an older row: 409, the typing kept, the other's values beside it, and the next save goes through.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/projects/6/spending?plain=1", "edit", "Save", "Form.BalanceReason", "line-edit")]
    [InlineData("/projects/6/funding", "edit", "Save", "Form.Note", "funding-edit")]
    [InlineData("/projects/6/targets", "target", "Target", "Form.Goal", "target-edit")]
    [InlineData("/projects/6/targets", "result", "Achievement", "Result.Result", "result-edit")]
    public async Task A_row(string url, string key, string form, string field, string fragment)
    {
        var client = await app.SignedInAsync("kuaiji");
        var list = await client.GetDocumentAsync(url);
        var link = list.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains($"?{key}=", StringComparison.Ordinal) && h.EndsWith(fragment, StringComparison.Ordinal));
        await MeetAsync(client, link.Split('#')[0], form, field);
    }

    [Fact]
    public async Task A_row_of_implementation()
    {
        var client = await app.SignedInAsync("kuaiji");
        await SavedAsync(client.PostFormAsync("/projects/6/implementation", "Save", new Dictionary<string, string?> { ["Form.ImplementingUnit"] = "雨花社区", ["Form.Description"] = "演出两场" }));
        var list = await client.GetDocumentAsync("/projects/6/implementation");
        var link = list.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("?edit=", StringComparison.Ordinal));
        await MeetAsync(client, link.Split('#')[0], "Save", "Form.Description");
    }

    [Theory]
    [InlineData("/projects/6/edit", "", "Form.Purpose")]
    [InlineData("/projects/6/narrative", "", "Form.Body")]
    [InlineData("/projects/6/targets", "Objective", "Goal.Text")]
    public async Task A_form(string url, string form, string field) => await MeetAsync(await app.SignedInAsync("kuaiji"), url, form, field);

    [Fact]
    public async Task A_leaf_of_the_score_and_only_that_leaf()
    {
        var (first, second) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("kuaiji"));
        var (mine, theirs) = (await first.GetDocumentAsync("/projects/6/evaluation"), await second.GetDocumentAsync("/projects/6/evaluation"));
        await SavedAsync(first.SendFormAsync("/projects/6/evaluation", mine.Form("Enter"), new Dictionary<string, string?> { ["Leaves[0].Met"] = "true", ["Leaves[1].Met"] = "true" }));
        using var answer = await second.SendFormAsync("/projects/6/evaluation", theirs.Form("Enter"), new Dictionary<string, string?> { ["Leaves[0].Met"] = "false", ["Leaves[2].Met"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("A111", page.Said(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("article"), a => a.TextContent.Contains("他人刚保存的内容", StringComparison.Ordinal));
        page.KeepsTyping(new Dictionary<string, string?> { ["Leaves[0].Met"] = "false", ["Leaves[1].Met"] = "true", ["Leaves[2].Met"] = "true" });
        await SavedAsync(second.SendFormAsync("/projects/6/evaluation", page.Form("Enter"), new Dictionary<string, string?>()));
        var now = await first.GetDocumentAsync("/projects/6/evaluation");
        now.KeepsTyping(new Dictionary<string, string?> { ["Leaves[0].Met"] = "false", ["Leaves[1].Met"] = "true", ["Leaves[2].Met"] = "true" });
    }

    [Fact]
    public async Task A_line_deleted_meanwhile_becomes_a_new_row()
    {
        var client = await app.SignedInAsync("kuaiji");
        var list = await client.GetDocumentAsync("/projects/6/spending?plain=1");
        var link = list.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("?edit=", StringComparison.Ordinal)).Split('#')[0];
        var open = await client.GetDocumentAsync(link);
        await SavedAsync(client.SendFormAsync("/projects/6/spending?plain=1", list.Form("Remove"), new Dictionary<string, string?>()));
        var typed = new Dictionary<string, string?> { ["Form.BalanceReason"] = "别人删掉以前写的" };
        using var answer = await client.SendFormAsync(link, open.Form("Save"), typed);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("已被他人删除", page.Said(), StringComparison.Ordinal);
        page.KeepsTyping(typed);
        await SavedAsync(client.SendFormAsync("/projects/6/spending?plain=1", page.Form("Save"), new Dictionary<string, string?>()));
        Assert.Contains("别人删掉以前写的", (await client.GetDocumentAsync("/projects/6/spending?plain=1")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task MeetAsync(HttpClient client, string url, string form, string field)
    {
        var open = await client.GetDocumentAsync(url);
        await SavedAsync(client.PostFormAsync(url, form, new Dictionary<string, string?> { [field] = "别人写的内容" }));
        var before = await app.StoredAsync();
        var typed = new Dictionary<string, string?> { [field] = "我写的内容" };
        using var answer = await client.SendFormAsync(url, open.Form(form), typed);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("别人写的内容", page.Said(), StringComparison.Ordinal);
        page.KeepsTyping(typed);
        Assert.Equal(before, await app.StoredAsync());
        await SavedAsync(client.SendFormAsync(url.Split('?')[0], page.Form(form), typed));
    }

    private static async Task SavedAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await answer.DocumentAsync()).Said()}");
    }
}

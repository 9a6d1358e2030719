using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Indicators;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Indicators;

/// <summary>The pages of indicator trees: each act done, refused, stale, and shut to the wrong person.</summary>
public sealed class TreePageTests : IDisposable
{
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_list_shows_versions_use_and_marks_and_readers_see_no_drafts()
    {
        var draft = await app.DraftAsync("LIST");
        var reviewer = await (await app.SignedInAsync("pingshen")).GetDocumentAsync("/indicators");
        var rows = reviewer.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("东川区2020年度", StringComparison.Ordinal) && r.Contains("已发布", StringComparison.Ordinal) && r.Contains("32", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("财预〔2020〕10号", StringComparison.Ordinal) && r.Contains("待核实", StringComparison.Ordinal) && r.Contains("草稿", StringComparison.Ordinal));
        Assert.Contains("指标体系", reviewer.QuerySelector(".side nav")!.TextContent, StringComparison.Ordinal);
        foreach (var reader in new[] { "kuaiji", "lingdao" })
        {
            var client = await app.SignedInAsync(reader);
            var page = await client.GetDocumentAsync("/indicators");
            Assert.Equal(2, page.QuerySelectorAll("main tbody tr").Length);
            Assert.DoesNotContain("起草新版本", page.QuerySelector("main")!.TextContent.Replace("修改从起草新版本开始", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Empty((await client.GetDocumentAsync("/indicators/1")).QuerySelectorAll("#tree-form"));
            await client.GetDocumentAsync($"/indicators/{draft}", HttpStatusCode.NotFound);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/indicators/{draft}/export.xlsx")).StatusCode);
            await client.GetDocumentAsync($"/indicators/compare?from=1&to={draft}", HttpStatusCode.NotFound);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/indicators/new")).StatusCode);
        }
    }

    [Theory]
    [InlineData("save", "A决策=60 .A1立项=40 .A2资金=20 B效益=40", 0)]
    [InlineData("up:B", "B效益=40 A决策=60 .A1立项=40 .A2资金=20", 0)]
    [InlineData("out:A2", "A决策=60 .A1立项=40 A2资金=20 B效益=40", 0)]
    [InlineData("before:B:A1", "A决策=60 .B效益=40 .A1立项=40 .A2资金=20", 0)]
    [InlineData("after:A1:A2", "A决策=60 .A2资金=20 .A1立项=40 B效益=40", 0)]
    [InlineData("into:B:A", "A决策=60 .A1立项=40 .A2资金=20 .B效益=40", 0)]
    [InlineData("child:A", "A决策=60 .A1立项=40 .A2资金=20 .A3新指标=1 B效益=40", 1)]
    [InlineData("sibling:A", "A决策=60 .A1立项=40 .A2资金=20 C新指标=1 B效益=40", 1)]
    [InlineData("top", "A决策=60 .A1立项=40 .A2资金=20 B效益=40 C新指标=1", 1)]
    [InlineData("copy:A", "A决策=60 .A1立项=40 .A2资金=20 C决策=60 .C1立项=40 .C2资金=20 B效益=40", 3)]
    [InlineData("remove:A", "B效益=40", -3)]
    [InlineData("equal:0", "A决策=50 .A1立项=33.33 .A2资金=16.67 B效益=50", 0)]
    [InlineData("renumber:Numbers", "1决策=60 .1.1立项=40 .1.2资金=20 2效益=40", 0)]
    public async Task Each_button_does_its_act(string act, string shape, int more)
    {
        var id = await app.DraftAsync("ACT");
        var client = await app.SignedInAsync("pingshen");
        using var answer = await PressAsync(client, id, act);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(shape, await app.ShapeAsync(id));
        var page = await client.GetDocumentAsync($"/indicators/{id}");
        Assert.Equal(4 + more, page.QuerySelectorAll("tr[data-node]").Length);
    }

    [Fact]
    public async Task What_is_typed_is_saved_with_the_act_and_the_sums_say_what_is_missing()
    {
        var id = await app.DraftAsync("TYPE");
        var client = await app.SignedInAsync("pingshen");
        using var answer = await PressAsync(client, id, "sibling:A1", new() { ["Edit.Nodes[1].Name"] = "项目立项", ["Edit.Nodes[2].Weight"] = "15", ["Edit.Nodes[2].Code"] = "A9" });
        Assert.Equal("A决策=60 .A1项目立项=40 .A3新指标=5 .A9资金=15 B效益=40", await app.ShapeAsync(id));
        using var less = await PressAsync(client, id, "save", new() { ["Edit.Nodes[2].Weight"] = "2.5" });
        var page = await client.GetDocumentAsync($"/indicators/{id}");
        Assert.Contains("还差2.5分", page.QuerySelector(".tree-state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("还差2.5分", page.QuerySelectorAll("tr[data-node]")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("“A3”还没有写名称。", page.QuerySelector(".tree-faults")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有评分规则", page.QuerySelectorAll("tr[data-node]")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_all_at_once_with_the_typing_kept()
    {
        var id = await app.DraftAsync("BAD");
        var client = await app.SignedInAsync("pingshen");
        await app.RefusedAsync(
            client, $"/indicators/{id}", "Save",
            new Dictionary<string, string?> { ["Edit.Nodes[0].Weight"] = "六十", ["Edit.Nodes[1].Name"] = "", ["Edit.Nodes[2].Weight"] = "101", ["Edit.Nodes[3].Code"] = new string('长', 21) },
            ("Edit.Nodes[0].Weight", "“A决策”的分值“六十”不是数字"), ("Edit.Nodes[1].Name", "“A1”的名称没有填写。"), ("Edit.Nodes[2].Weight", "的分值应大于0且不超过100分，现为101分。"), ("Edit.Nodes[3].Code", "代码有21字，最多20字。"));
    }

    [Theory]
    [InlineData("in:A", "之前没有同级指标")]
    [InlineData("child:B", "已有评分规则，是末级指标，不能再设下级；请先清除它的评分规则。")]
    [InlineData("into:A:A1", "不能移到它自己或它的下级之下")]
    [InlineData("up:999999", "所选的指标不在本指标体系中")]
    [InlineData("explode:A", "不能识别所选的操作")]
    [InlineData("renumber:7", "不能识别所选的操作")]
    [InlineData("up", "所选的指标不在本指标体系中")]
    public async Task An_act_that_makes_no_sense_is_refused_and_changes_nothing(string act, string message)
    {
        var id = await app.DraftAsync("NO");
        var client = await app.SignedInAsync("pingshen");
        var before = await app.StoredAsync();
        using var answer = await PressAsync(client, id, act);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_rule_is_cleared_so_that_a_leaf_can_have_children()
    {
        var id = await app.DraftAsync("CLEAR");
        var client = await app.SignedInAsync("pingshen");
        using var cleared = await PressAsync(client, id, "unrule:B");
        using var child = await PressAsync(client, id, "child:B");
        Assert.Equal("A决策=60 .A1立项=40 .A2资金=20 B效益=40 .B1新指标=40", await app.ShapeAsync(id));
    }

    [Fact]
    public async Task Two_designers_cannot_overwrite_each_other()
    {
        var id = await app.DraftAsync("TWO");
        var (mine, theirs) = (await app.SignedInAsync("pingshen"), await app.SignedInAsync("pingshen"));
        var open = await mine.GetDocumentAsync($"/indicators/{id}");
        using var first = await PressAsync(theirs, id, "remove:A2", new() { ["Edit.Nodes[3].Name"] = "他的效益" });
        using var second = await mine.SendFormAsync($"/indicators/{id}", open.Form("Save"), new Dictionary<string, string?> { ["Edit.Act"] = "save", ["Edit.Nodes[0].Name"] = "我的决策", ["Edit.Nodes[3].Weight"] = "45" });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.DocumentAsync();
        Assert.Contains("刚被他人修改或删除", page.Said(), StringComparison.Ordinal);
        page.KeepsTyping(new Dictionary<string, string?> { ["Edit.Nodes[0].Name"] = "我的决策", ["Edit.Nodes[2].Weight"] = "45" });
        Assert.Contains("B 他的效益，40 分", page.QuerySelectorAll("tr[data-node]")[2].TextContent, StringComparison.Ordinal);
        using var third = await mine.SendFormAsync($"/indicators/{id}", page.Form("Save"), new Dictionary<string, string?> { ["Edit.Act"] = "save" });
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.Equal("A我的决策=60 .A1立项=40 B效益=45", await app.ShapeAsync(id));
    }

    [Fact]
    public async Task Publishing_names_everything_that_is_missing_and_then_freezes()
    {
        var id = await app.DraftAsync("PUB");
        var client = await app.SignedInAsync("pingshen");
        using var wrong = await PressAsync(client, id, "save", new() { ["Edit.Nodes[3].Weight"] = "39" });
        using var refused = await client.PostFormAsync($"/indicators/{id}", "Publish", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("权重合计99分，应为100分，少1分。", (await refused.DocumentAsync()).Said(), StringComparison.Ordinal);
        using var right = await PressAsync(client, id, "save", new() { ["Edit.Nodes[3].Weight"] = "40" });
        using var published = await client.PostFormAsync($"/indicators/{id}", "Publish", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(TreeStatus.Published, (await app.TreeAsync(id))!.Status);
        Assert.Empty((await client.GetDocumentAsync($"/indicators/{id}")).QuerySelectorAll("#tree-form"));
    }

    [Theory]
    [InlineData("Save"), InlineData("Settings"), InlineData("Publish"), InlineData("Delete")]
    public async Task No_handler_changes_a_published_tree(string handler)
    {
        var (draft, published) = (await app.DraftAsync("D"), await app.DraftAsync("P", published: true));
        var client = await app.SignedInAsync("pingshen");
        var form = (await client.GetDocumentAsync($"/indicators/{draft}")).Form(handler == "Delete" ? "Publish" : handler);
        form.SetAttribute("action", $"/indicators/{published}?handler={handler}");
        var before = await app.StoredAsync();
        using var answer = await client.SendFormAsync("", form, new Dictionary<string, string?>());
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{answer.StatusCode}");
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Retiring_takes_a_tree_out_of_the_choices_and_the_next_version_starts_from_it()
    {
        var id = await app.DraftAsync("RET", published: true);
        var (reviewer, accountant) = (await app.SignedInAsync("pingshen"), await app.SignedInAsync("kuaiji"));
        Assert.Contains("试表RET", (await accountant.GetDocumentAsync("/projects/new")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var next = await reviewer.PostFormAsync($"/indicators/{id}", "Next", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
        var draft = await app.WithDatabaseAsync(db => db.Trees.Where(t => t.Code == "RET").OrderByDescending(t => t.VersionNumber).Select(t => new { t.Id, t.VersionNumber, t.Status }).FirstAsync());
        Assert.Equal((2, TreeStatus.Draft), (draft.VersionNumber, draft.Status));
        Assert.Equal(await app.ShapeAsync(id), await app.ShapeAsync(draft.Id));
        using var again = await reviewer.PostFormAsync($"/indicators/{id}", "Next", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("已有一个新版本的草稿", (await again.DocumentAsync()).Said(), StringComparison.Ordinal);
        using var retired = await reviewer.PostFormAsync("/indicators", $"form[action='/indicators/{id}?handler=Retire']", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, retired.StatusCode);
        Assert.DoesNotContain("试表RET", (await accountant.GetDocumentAsync("/projects/new")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var stale = await reviewer.PostFormAsync("/indicators", $"form[action='/indicators/{draft.Id}?handler=Delete']", new Dictionary<string, string?> { ["seen"] = "7" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var deleted = await reviewer.PostFormAsync("/indicators", $"form[action='/indicators/{draft.Id}?handler=Delete']", new Dictionary<string, string?>());
        Assert.Null(await app.TreeAsync(draft.Id));
    }

    [Fact]
    public async Task Settings_are_saved_refused_and_met_by_a_colleagues()
    {
        var id = await app.DraftAsync("SET");
        var client = await app.SignedInAsync("pingshen");
        var stale = (await client.GetDocumentAsync($"/indicators/{id}")).Form("Settings");
        using var saved = await client.PostFormAsync($"/indicators/{id}", "Settings", new Dictionary<string, string?>
        {
            ["Settings.Name"] = "新名称",
            ["Settings.Code"] = "SET2",
            ["Settings.Provenance"] = "依据文件",
            ["Settings.NeedsVerification"] = "true",
            ["Settings.LeafPlaces"] = "1",
            ["Settings.NotApplicablePolicy"] = "FullMarks",
            ["Settings.ExecutionDenominator"] = "Received",
            ["Settings.Caps[0].BelowRate"] = "80",
            ["Settings.Caps[0].MaxTotal"] = "89",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var tree = (await app.TreeAsync(id))!;
        Assert.Equal(("新名称", "SET2", "依据文件", true, 1, NotApplicablePolicy.FullMarks), (tree.Name, tree.Code, tree.Provenance, tree.NeedsVerification, tree.LeafPlaces, tree.NotApplicablePolicy));
        Assert.Equal([new ScoreCap(80, 89)], tree.Caps);
        await app.RefusedAsync(
            client, $"/indicators/{id}", "Settings", new Dictionary<string, string?> { ["Settings.Name"] = "", ["Settings.Code"] = "DC2020", ["Settings.LeafPlaces"] = "9", ["Settings.Caps[1].BelowRate"] = "低" },
            ("Settings.Name", "请填写“名称”"), ("Settings.LeafPlaces", "保留小数请填0到4的整数"), ("Settings.Caps[1].BelowRate", "“执行率低于”填写的“低”不是数字"), ("Settings.Caps[1].MaxTotal", "请填写“总分不超过”"));
        using var taken = await client.PostFormAsync($"/indicators/{id}", "Settings", new Dictionary<string, string?> { ["Settings.Code"] = "DC2020" });
        Assert.Contains("代码“DC2020”已有指标体系使用", (await taken.DocumentAsync()).Said(), StringComparison.Ordinal);
        using var conflict = await client.SendFormAsync("", stale, new Dictionary<string, string?> { ["Settings.Name"] = "旧页面" });
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await conflict.DocumentAsync();
        Assert.Contains("名称：新名称", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("旧页面", ((IHtmlInputElement)page.QuerySelector("[name='Settings.Name']")!).Value);
    }

    [Fact]
    public async Task A_new_tree_is_empty_and_a_copy_has_everything()
    {
        var client = await app.SignedInAsync("pingshen");
        using var made = await client.PostFormAsync("/indicators/new", "", new Dictionary<string, string?> { ["Form.Name"] = "全新", ["Form.Code"] = "N1" });
        var empty = await client.GetDocumentAsync(made.Headers.Location!.ToString());
        Assert.Contains("从一级指标开始", empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var copied = await client.PostFormAsync("/indicators/new?from=1", "", new Dictionary<string, string?> { ["Form.Code"] = "N2" });
        var copy = await app.TreeAsync(int.Parse(copied.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((54, TreeStatus.Draft, 1), (copy!.Indicators.Count, copy.Status, copy.VersionNumber));
        Assert.Empty(TreeCheck.Faults(copy));
        await app.RefusedAsync(client, "/indicators/new", "", new Dictionary<string, string?> { ["Form.Name"] = "", ["Form.Code"] = new string('9', 41) }, ("Form.Name", "请填写“名称”"), ("Form.Code", "“代码”有41个字"));
        await app.RefusedAsync(client, "/indicators/new", "", new Dictionary<string, string?> { ["Form.Name"] = "又一个", ["Form.Code"] = "N1" }, ("Form.Code", "代码“N1”已有指标体系使用"));
        await client.GetDocumentAsync("/indicators/new?from=999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_versions_are_compared_in_sentences()
    {
        var (a, b) = (await app.DraftAsync("CA"), await app.DraftAsync("CB"));
        var client = await app.SignedInAsync("pingshen");
        using var answer = await PressAsync(client, b, "remove:A2", new() { ["Edit.Nodes[3].Weight"] = "60" });
        var page = (await client.GetDocumentAsync($"/indicators/compare?from={a}&to={b}")).QuerySelector("main")!.TextContent;
        Assert.Contains("删除“A2资金”（20分）。", page, StringComparison.Ordinal);
        Assert.Contains("“B效益”的分值由40分改为60分，增加20分。", page, StringComparison.Ordinal);
        Assert.Contains("选两套指标体系比较", (await client.GetDocumentAsync("/indicators/compare")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("两者相同", (await client.GetDocumentAsync($"/indicators/compare?from={a}&to={a}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Presses a button of the designer; indicators are named by their codes.</summary>
    private async Task<HttpResponseMessage> PressAsync(HttpClient client, int id, string act, Dictionary<string, string?>? typed = null)
    {
        var codes = (await app.TreeAsync(id))!.Indicators.ToDictionary(i => i.Code, i => $"{i.Id}");
        var asked = string.Join(':', act.Split(':').Select((part, n) => n > 0 && codes.TryGetValue(part, out var key) ? key : part));
        return await client.PostFormAsync($"/indicators/{id}", "Save", new Dictionary<string, string?>(typed ?? new()) { ["Edit.Act"] = asked });
    }
}

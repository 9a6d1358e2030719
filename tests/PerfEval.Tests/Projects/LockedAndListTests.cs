using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>What lies with the reviewers or is final cannot be changed; the list answers whatever it is asked.</summary>
public sealed class LockedAndListTests(App app) : IClassFixture<App>
{
    private const string Script = "<script>alert(1)</script>“引号”&😀𠮷龘";

    [Theory]
    [InlineData(EvaluationState.Submitted, "项目已送审，不能修改")]
    [InlineData(EvaluationState.Published, "项目已公开，不能修改")]
    public async Task Every_form_of_a_locked_project_is_refused_with_a_sentence(EvaluationState state, string sentence)
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        (string Url, string Form, Dictionary<string, string?> Typed)[] forms =
        [
            ("/projects/6/edit", "", []),
            ("/projects/6/funding", "Save", []),
            ("/projects/6/funding", "Remove", []),
            ("/projects/6/funding", "Adjust", new() { ["Adjustment.Date"] = "2024-03-01", ["Adjustment.Document"] = "呈财预〔2024〕1号", ["Adjustment.Amount"] = "1" }),
            ("/projects/6/spending", "Save", new() { ["Form.Item"] = "办公费" }),
            ("/projects/6/spending", "Remove", []),
            ("/projects/6/targets", "Objective", new() { ["Goal.Text"] = "目标" }),
            ("/projects/6/targets", "Target", new() { ["Form.Goal"] = "目标" }),
            ("/projects/6/targets", "Achievement", new() { ["Result.Result"] = "成果" }),
            ("/projects/6/evidence", "Upload", []),
            ("/projects/6/implementation", "Save", new() { ["Form.ImplementingUnit"] = "社区", ["Form.Description"] = "演出" }),
            ("/projects/6/narrative", "", new() { ["Form.Body"] = "正文" }),
            ("/projects/6/evaluation", "Enter", new() { ["Leaves[0].Met"] = "true" }),
            ("/projects/6/evaluation", "Tree", []),
        ];
        var open = new List<(string Url, AngleSharp.Html.Dom.IHtmlFormElement Form, Dictionary<string, string?> Typed)>();
        foreach (var (url, form, typed) in forms)
        {
            open.Add((url, (await client.GetDocumentAsync(url)).Form(form), typed));
        }

        await own.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state)));
        var before = await own.StoredAsync();
        foreach (var (url, form, typed) in open)
        {
            using var answer = await client.SendFormAsync(url, form, typed);
            var said = (await answer.DocumentAsync()).Said();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && said.Contains(sentence, StringComparison.Ordinal),
                $"{form.GetAttribute("action")}: {answer.StatusCode}, “{said}”");
        }

        Assert.Equal(before, await own.StoredAsync());
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        var extra = new Dictionary<string, string?>
        {
            ["Form.Item"] = "办公费",
            ["Form.ProjectId"] = "1",
            ["Form.Position"] = "99",
            ["Form.Version"] = "99",
            ["Form.StatedBalance"] = "5",
            ["Id"] = "1",
            ["ProjectId"] = "1",
            ["OrganisationId"] = "1",
            ["State"] = "Published",
            ["Frame.Project.Name"] = "别的名称",
            ["Theirs"] = "x",
        };
        using var answer = await client.PostFormAsync("/projects/6/spending", "Save", extra);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var line = await own.WithDatabaseAsync(db => db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.Item == "办公费"));
        Assert.Equal((6, 1, null), (line.ProjectId, (int)line.Version, line.StatedBalance));
        Assert.NotEqual(99, line.Position);
        var state = await own.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).Select(e => e.State).SingleAsync());
        Assert.Equal(EvaluationState.Draft, state);
    }

    [Fact]
    public async Task A_row_of_another_project_cannot_be_reached_through_its_key()
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        var foreign = await own.WithDatabaseAsync(db => db.Set<BudgetLine>().Where(l => l.ProjectId != 6).Select(l => l.Id).FirstAsync());
        var before = await own.StoredAsync();
        using var answer = await client.PostFormAsync("/projects/6/spending", "Save", new Dictionary<string, string?> { ["Form.Id"] = foreign.ToString(), ["Form.Item"] = "办公费" });
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.NotFound, $"{answer.StatusCode}");
        Assert.Equal(before, await own.StoredAsync());
    }

    [Theory]
    [InlineData("/projects/6/spending", "Save", "Form.Item")]
    [InlineData("/projects/6/funding", "Save", "Form.Name")]
    [InlineData("/projects/6/targets", "Target", "Form.Goal")]
    [InlineData("/projects/6/targets", "Achievement", "Result.Result")]
    [InlineData("/projects/6/targets", "Objective", "Goal.Text")]
    [InlineData("/projects/6/implementation", "Save", "Form.Description")]
    [InlineData("/projects/6/narrative", "", "Form.Body")]
    public async Task Script_emoji_and_rare_characters_are_text(string url, string form, string field)
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        using var answer = await client.PostFormAsync(url, form, new Dictionary<string, string?> { [field] = Script, ["Form.ImplementingUnit"] = Script });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var shown = await client.GetAsync(answer.Headers.Location);
        var body = await shown.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Script, (await shown.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?p=abc")]
    [InlineData("?p=0")]
    [InlineData("?p=-5")]
    [InlineData("?p=999999")]
    [InlineData("?p=2147483647")]
    [InlineData("?p=99999999999999999999")]
    [InlineData("?year=x")]
    [InlineData("?year=-1")]
    [InlineData("?state=zzz")]
    [InlineData("?state=99")]
    [InlineData("?state=Draft&state=Published")]
    [InlineData("?q=%00")]
    [InlineData("?q=%25_%5B%5D%27%22%3Cscript%3E")]
    [InlineData("?q=%F0%9F%98%80")]
    [InlineData("?q=%ED%A0%80")]
    public async Task The_list_answers_whatever_it_is_asked(string query)
    {
        var client = await app.SignedInAsync("pingshen");
        using var answer = await client.GetAsync("/projects" + query);
        Assert.True((int)answer.StatusCode < 500, $"{query}: {answer.StatusCode}");
        Assert.Empty((await answer.DocumentAsync()).Said());
    }

    [Fact]
    public async Task The_list_is_searched_and_filtered()
    {
        var client = await app.SignedInAsync("pingshen");
        Assert.Equal(5, await CountAsync(client, ""));
        Assert.Equal(5, await CountAsync(client, "?state=Published"));
        Assert.Equal(0, await CountAsync(client, "?state=Draft"));
        Assert.Equal(5, await CountAsync(client, "?p=99"));
        Assert.Equal(0, await CountAsync(client, "?q=不存在的项目"));
        Assert.Equal(0, await CountAsync(client, "?q=%25"));
        Assert.Equal(5, await CountAsync(client, "?year=x"));
        Assert.Equal(1, await CountAsync(await app.SignedInAsync("kuaiji"), "?q=街道工作经费&year=2024&state=Draft"));
    }

    private static async Task<int> CountAsync(HttpClient client, string query) =>
        (await client.GetDocumentAsync("/projects" + query)).QuerySelectorAll("main tbody tr").Length;
}

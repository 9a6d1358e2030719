using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Data.Identity;
using PerfEval.Data.Queries;
using PerfEval.Domain.Access;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>结转为下一年度项目, from the button to the last confirmed text.</summary>
public sealed class CarryOverPageTests : IDisposable
{
    private static readonly Dictionary<string, string?> AsProposed = [];

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_paper_of_004_becomes_next_years_draft()
    {
        var client = await OwnAccountantAsync();
        var paper = await client.GetDocumentAsync("/projects/5");
        Assert.Contains(paper.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/projects/5/carry-over");
        var list = await client.GetDocumentAsync("/projects/new");
        Assert.Single(list.QuerySelectorAll("main a[href='/projects/5/carry-over']"));
        var form = await client.GetDocumentAsync("/projects/5/carry-over");
        Assert.Contains("29 行", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("24 节有文字", form.Body.TextContent, StringComparison.Ordinal);
        form.KeepsTyping(new Dictionary<string, string?> { ["Form.Name"] = "2021年春节系列活动经费", ["Form.FiscalYear"] = "2021" });

        var id = await CarryAsync(client, 5);
        var project = await LoadAsync(id);
        Assert.Equal((5, 2021, 29, 29, 31, 0, 88), (project.CarriedFromId, project.FiscalYear, project.Lines.Count, project.Targets.Count, project.Implementation.Count, project.Achievements.Count, project.Carried().Count));
        var source = await LoadAsync(5);
        Assert.Equal(source.Evaluation.TreeId, project.Evaluation.TreeId);
        Assert.Equal(source.Sections.Where(s => s.Level > 0).Select(s => s.Heading), project.Sections.Where(s => s.Level > 0).Select(s => s.Heading));
        var audit = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Chain == AuditChain.Of(project)).ToListAsync());
        Assert.Equal(("由上年项目结转", "来源：2020年度“2020年春节系列活动经费”（项目编号5）"), (audit.Single().Act, audit.Single().Reason));
        Assert.Single(await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Chain == AuditChain.Of(source)).ToListAsync()));

        var overview = await client.GetDocumentAsync($"/projects/{id}");
        Assert.Contains("88 处文字沿用上年", overview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年度 2020年春节系列活动经费", overview.Body.TextContent, StringComparison.Ordinal);
        foreach (var (page, marks) in new[] { ("", 2), ("/edit", 2), ("/targets", 31), ("/implementation", 31), ("/narrative", 0) })
        {
            var shown = await client.GetDocumentAsync($"/projects/{id}{page}");
            Assert.True(marks == shown.QuerySelectorAll(".carried button").Length, $"{page}: {shown.QuerySelectorAll(".carried button").Length} marks");
        }
    }

    [Fact]
    public async Task A_section_is_marked_until_it_is_edited_or_confirmed()
    {
        var client = await OwnAccountantAsync();
        var id = await CarryAsync(client, 5);
        var project = await LoadAsync(id);
        var (score, other) = (project.Sections.First(s => s.Heading == "评价结果"), project.Sections.First(s => s.Heading == "前期调研"));
        var url = $"/projects/{id}/narrative?section={score.Id}";
        var open = await client.GetDocumentAsync(url);
        Assert.Contains("沿用2020年，未修改", Mark(open), StringComparison.Ordinal);
        Assert.Contains("“97分”", Mark(open), StringComparison.Ordinal);

        await SavedAsync(client.SendFormAsync(url, open.Form("form#writing"), AsProposed));
        Assert.Contains("未修改", Mark(await client.GetDocumentAsync(url)), StringComparison.Ordinal);
        await SavedAsync(client.PostFormAsync(url, "form#writing", new Dictionary<string, string?> { ["Form.Body"] = "得分{{得分}}。" }));
        Assert.Equal("", Mark(await client.GetDocumentAsync(url)));

        var second = $"/projects/{id}/narrative?section={other.Id}";
        using var confirmed = await client.PostFormAsync(second, ".carried form", AsProposed);
        Assert.Equal(second, confirmed.Headers.Location!.ToString());
        Assert.Equal("", Mark(await client.GetDocumentAsync(second)));
        var last = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Chain == AuditChain.Of(project)).OrderByDescending(a => a.Sequence).FirstAsync());
        Assert.Equal("确认沿用上年内容：报告正文", last.Act);
        Assert.Contains("\"CarriedFrom\":[2020,null]", last.Changes, StringComparison.Ordinal);
        Assert.Empty(await app.WithDatabaseAsync(db => AuditTrail.VerifyAsync(db)));
    }

    [Theory]
    [InlineData(CarriedPart.Background, "/edit"), InlineData(CarriedPart.Purpose, "/edit"), InlineData(CarriedPart.Objective, "/targets#objectives")]
    [InlineData(CarriedPart.Target, "/targets#targets"), InlineData(CarriedPart.Implementation, "/implementation")]
    public async Task The_button_beside_a_text_leads_back_to_its_page(CarriedPart part, string page)
    {
        var client = await OwnAccountantAsync();
        var id = await CarryAsync(client, 5);
        var open = await client.GetDocumentAsync($"/projects/{id}{page.Split('#')[0]}");
        var form = open.QuerySelectorAll(".carried form").First(f => f.QuerySelector("[name$=Part]")!.GetAttribute("value") == part.ToString());
        using var answer = await client.SendFormAsync($"/projects/{id}{page}", (AngleSharp.Html.Dom.IHtmlFormElement)form, AsProposed);
        Assert.Equal($"/projects/{id}{page}", answer.Headers.Location!.ToString());
        Assert.Equal(87, (await LoadAsync(id)).Carried().Count);
    }

    [Fact]
    public async Task The_list_confirms_what_is_ticked_and_asks_when_nothing_is()
    {
        var client = await OwnAccountantAsync();
        var id = await CarryAsync(client, 5);
        var url = $"/projects/{id}/carried";
        var list = await client.GetDocumentAsync(url);
        Assert.Equal(88, list.QuerySelectorAll("main tbody tr").Length);
        Assert.DoesNotContain(list.QuerySelectorAll("main input[type=checkbox]"), b => b.HasAttribute("checked"));
        await app.RefusedAsync(client, url, "", AsProposed);
        await SavedAsync(client.SendFormAsync(url, list.Form(""), new Dictionary<string, string?> { ["Form.Rows[0].Chosen"] = "true", ["Form.Rows[1].Chosen"] = "true", ["Form.Rows[9].Chosen"] = "true" }));
        Assert.Equal(85, (await LoadAsync(id)).Carried().Count);

        // The page that was opened before shows rows that are confirmed meanwhile.
        using var stale = await client.SendFormAsync(url, list.Form(""), new Dictionary<string, string?> { ["Form.Rows[9].Chosen"] = "true", ["Form.Rows[10].Chosen"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await stale.DocumentAsync();
        Assert.Contains("刚被他人修改", page.Said(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main input[type=checkbox]"), b => b.HasAttribute("checked"));
        Assert.Equal(85, (await LoadAsync(id)).Carried().Count);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_a_year_that_is_not_later_is_refused()
    {
        var client = await app.SignedInAsync("kuaiji");
        await app.RefusedAsync(client, "/projects/3/carry-over", "", AsProposed, ("Form.Name", "本单位2024年度已有同名项目"));
        await app.RefusedAsync(client, "/projects/6/carry-over", "", new Dictionary<string, string?> { ["Form.FiscalYear"] = "2024" }, ("Form.FiscalYear", "应晚于2024"));
        await app.RefusedAsync(
            client, "/projects/6/carry-over", "",
            new Dictionary<string, string?> { ["Form.FiscalYear"] = "明年", ["Form.Name"] = "", ["Form.TreeId"] = "", ["Form.OutlineId"] = "" },
            ("Form.FiscalYear", "应填2010至2099之间"), ("Form.Name", "请填写“项目名称”"), ("Form.TreeId", "请选择评价指标体系"), ("Form.OutlineId", "请选择报告提纲"));
    }

    [Fact]
    public async Task Nothing_chosen_gives_an_empty_draft_and_large_changes_show()
    {
        var client = await app.SignedInAsync("kuaiji");
        string[] boxes = ["Reasons", "Funding", "InitialBudget", "Lines", "Objectives", "Targets", "Implementation", "Narrative"];
        var empty = await LoadAsync(await CarryAsync(client, 6, boxes.ToDictionary(b => $"Form.{b}", _ => (string?)"false")));
        Assert.Equal((0, 0, 0, 0), (empty.Funding.Count, empty.Lines.Count, empty.Targets.Count, empty.Carried().Count));

        var id = await CarryAsync(client, 6, new() { ["Form.FiscalYear"] = "2026", ["Form.InitialBudget"] = "true" });
        await app.WithDatabaseAsync(async db =>
        {
            var project = await db.Projects.LoadWholeAsync(id);
            var source = project!.Funding[0];
            project.SaveFunding(source.Id, source.Version, new(source.Kind, source.Name, source.InitialBudget * 2, null, null, null, null));
            await db.SaveChangesAsync();
        });
        Assert.Contains("1项年初预算与2024年相差超过30%", (await client.GetDocumentAsync($"/projects/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_see_the_marks_and_cannot_confirm()
    {
        var client = await OwnAccountantAsync();
        var id = await CarryAsync(client, 5);
        await app.WithDatabaseAsync(db => db.Projects.Where(p => p.Id == id).Select(p => p.Evaluation).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, Domain.Evaluations.EvaluationState.Submitted)));
        var reviewer = await app.SignedInAsync("pingshen");
        foreach (var page in new[] { "", "/targets", "/implementation", "/carried" })
        {
            var shown = await reviewer.GetDocumentAsync($"/projects/{id}{page}");
            Assert.Contains("沿用2020年，未修改", shown.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(shown.QuerySelectorAll(".carried button, input[type=checkbox]"));
        }

        using var late = await client.PostFormAsync($"/projects/5/carry-over", "", new Dictionary<string, string?> { ["Form.FiscalYear"] = "2019" });
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task Another_units_project_does_not_exist()
    {
        var client = await app.SignedInAsync("kuaiji");
        foreach (var page in new[] { "carry-over", "carried" })
        {
            await client.GetDocumentAsync($"/projects/5/{page}", HttpStatusCode.NotFound);
        }
    }

    private static string Mark(IDocument page) => string.Concat(page.QuerySelectorAll(".writing-column > .carried").Select(m => m.TextContent));

    private static async Task SavedAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await answer.DocumentAsync()).Said()}");
    }

    private static async Task<int> CarryAsync(HttpClient client, int from, Dictionary<string, string?>? form = null)
    {
        using var answer = await client.PostFormAsync($"/projects/{from}/carry-over", "", form ?? AsProposed);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await answer.DocumentAsync()).Said()}");
        return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<Project> LoadAsync(int id) => app.WithDatabaseAsync(async db => (await db.Projects.AsNoTracking().LoadWholeAsync(id))!);

    /// <summary>The unit of paper 004 has no account in the demo.</summary>
    private async Task<HttpClient> OwnAccountantAsync()
    {
        await using (var work = app.Services.CreateAsyncScope())
        {
            var unit = await work.ServiceProvider.GetRequiredService<PerfEvalDbContext>().Organisations.FirstAsync(o => o.Code == "DC-QWB");
            var created = await work.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(
                new() { UserName = "qwb", DisplayName = "区委办会计", Role = Role.Accountant, OrganisationId = unit.Id }, DemoAccounts.Password);
            Assert.True(created.Succeeded);
        }

        return await app.SignedInAsync("qwb");
    }
}

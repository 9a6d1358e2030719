using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Reports;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>The scores through the pages: figures with their rows, and 部门评价 and 财政评价 beside 自评.</summary>
public sealed class KindPagesTests
{
    private const string Url = "/projects/6/evaluation";
    private const string Compare = Url + "/comparison";

    [Fact]
    public async Task A_spent_amount_that_falls_below_95_percent_changes_B13_and_the_total_at_once()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var before = await client.GetDocumentAsync(Url);
        Assert.Equal("2", Points(before, "B13"));
        Assert.Contains("÷ 实际拨款4500000元", Article(before, "B13").TextContent, StringComparison.Ordinal);
        Assert.Contains("达到满分线95%", Article(before, "B13").TextContent, StringComparison.Ordinal);
        var line = await app.WithDatabaseAsync(db => db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.ProjectId == 6 && l.Item == "主次干道清扫保洁补助"));
        using (var saved = await client.PostFormAsync($"/projects/6/spending?plain=1&edit={line.Id}", "Save", new Dictionary<string, string?> { ["Form.Spent"] = "1000000" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        var after = await client.GetDocumentAsync(Url);
        var (project, tree) = await app.WithDatabaseAsync(async db =>
        {
            var whole = await db.Projects.LoadWholeAsync(6);
            return (whole!, await db.TreeOfAsync(whole!));
        });
        var rate = ProjectMoney.Of(project).ExecutionRate(Domain.Scoring.ExecutionDenominator.Allocated)!.Value;
        Assert.InRange(rate, 60m, 94.9m);
        var expected = Domain.Scoring.Rounding.Round(2 - (Math.Floor(95 - rate) * 0.02m), tree!.LeafPlaces);
        Assert.Equal(Numbers.Plainly(expected), Points(after, "B13"));
        Assert.Contains($"{Percent.Show(rate)}", Article(after, "B13").TextContent, StringComparison.Ordinal);
        Assert.Contains($"距满分差{Numbers.Plainly(2 - expected)}分：须达到95%，还差", Article(after, "B13").TextContent, StringComparison.Ordinal);
        var lost = new[] { "B13", "C115" }.Sum(c => Number(Points(before, c)) - Number(Points(after, c)));
        Assert.True(lost > 0);
        Assert.Equal(Total(before) - lost, Total(after));
    }

    [Fact]
    public async Task A_bound_figure_lists_its_rows_with_links_that_lead_there()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var sources = Article(await client.GetDocumentAsync(Url), "B13").QuerySelector(".figure-sources")!;
        Assert.Contains("党建活动", sources.TextContent, StringComparison.Ordinal);
        Assert.Contains("365,000.00元", sources.TextContent, StringComparison.Ordinal);
        var completion = Article(await client.GetDocumentAsync(Url), "C112").QuerySelectorAll(".figure-sources a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(completion);
        foreach (var link in completion.Concat(sources.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)).Distinct())
        {
            var page = await client.GetDocumentAsync(link.Split('#')[0]);
            Assert.True(!link.Contains('#', StringComparison.Ordinal) || page.GetElementById(link.Split('#')[1]) is not null, $"{link} leads nowhere.");
        }
    }

    [Fact]
    public async Task Each_kind_enters_its_own_and_nobody_elses()
    {
        using var app = new App();
        var (unit, department, finance, leader) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("bumen"), await app.SignedInAsync("pingshen"), await app.SignedInAsync("lingdao"));
        await SubmittedAsync(app, unit);
        var self = Total(await leader.GetDocumentAsync(Url));

        // Submitted: the department enters, the finance bureau does not yet; nobody but the finance bureau takes the review.
        Assert.Empty((await finance.GetDocumentAsync(Url)).QuerySelectorAll(".score-override"));
        var early = (await department.GetDocumentAsync(Url)).Form(Override("A111"));
        await RefusedAsync(finance, early, "须先受理", app);
        Assert.DoesNotContain("受理", (await department.GetDocumentAsync("/projects/6")).QuerySelectorAll("main button").Select(b => b.TextContent));
        using (var step = await department.PostAsync("/projects/6?handler=Act", Fields(early, ("Form.Act", "Accept"))))
        {
            Assert.Equal(HttpStatusCode.BadRequest, step.StatusCode);
            Assert.Contains("由财政部门办理", (await step.DocumentAsync()).Said(), StringComparison.Ordinal);
        }

        await app.RefusedAsync(department, Url, Override("A111"), new Dictionary<string, string?> { ["Form.OverridePoints"] = "0.5" }, ("Form.OverrideReason", "必须写明理由"));
        await app.RefusedAsync(department, Url, Override("A111"), new Dictionary<string, string?> { ["Form.Own.Met"] = "false" }, ("Form.OverrideReason", "必须写明理由"));
        await SavedAsync(department, Override("A111"), ("Form.OverridePoints", "0.5"), ("Form.OverrideReason", "规划中没有本项目"));
        await SavedAsync(department, Override("B11"), ("Form.Own.Count", "2"), ("Form.OverrideReason", "两项预算没有测算依据"));

        // Taken: the finance bureau enters on top of it, the department does not any more.
        var late = (await department.GetDocumentAsync(Url)).Form(Override("A111"));
        await ActAsync(finance, Act.Accept);
        await RefusedAsync(department, late, "财政部门已经受理", app);
        Assert.Empty((await department.GetDocumentAsync(Url)).QuerySelectorAll(".score-override"));
        var page = await finance.GetDocumentAsync(Url);
        Assert.Contains("部门评价：规划中没有本项目", Article(page, "A111").TextContent, StringComparison.Ordinal);
        await SavedAsync(finance, Override("A111"), ("Form.OverridePoints", "1"), ("Form.OverrideReason", "规划第三章已列入"));
        await SavedAsync(finance, Override("C114"), ("Form.Own.Value", "80"), ("Form.OverrideReason", "评审核实：人数应为八成"));

        // Side by side, with the difference and every reason; marked everywhere.
        page = await leader.GetDocumentAsync(Compare);
        Assert.Equal(["A111", "1", "1", "0.5", "1", "0", "部门评价：规划中没有本项目财政评价：规划第三章已列入"], Cells(page, "A111"));
        Assert.Equal(["B11", "1", "1", "0", "0", "−1", "部门评价：两项预算没有测算依据"], Cells(page, "B11"));
        Assert.Equal(["C114", "5", "5", "5", "4.6", "−0.4", "财政评价：评审核实：人数应为八成"], Cells(page, "C114"));
        var total = self - 1.4m;
        Assert.Equal([$"{self:0.00}", $"{self - 1.5m:0.00}", $"{total:0.00}"], page.QuerySelectorAll("tfoot tr.total td").Skip(3).Take(3).Select(c => c.TextContent));
        Assert.Contains("采用财政评价", page.Body!.TextContent, StringComparison.Ordinal);
        var scores = await leader.GetDocumentAsync(Url);
        Assert.Equal(total, Total(scores));
        Assert.Contains("财政评价核实：", Article(scores, "C114").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, scores.QuerySelectorAll(".score-nav [data-standing=Changed]").Length);
        Assert.Contains("评审改分 3 项", (await leader.GetDocumentAsync("/projects/6")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("改3", Row(await leader.GetDocumentAsync("/projects")).TextContent, StringComparison.Ordinal);
        Assert.Contains($"{self:0.00}", (await finance.GetDocumentAsync("/reviews")).Body!.TextContent, StringComparison.Ordinal);

        // Frozen with everything behind it, and printed.
        await ActAsync(finance, Act.Approve);
        Assert.Equal(["A111", "1", "1", "0.5", "1", "0", "部门评价：规划中没有本项目财政评价：规划第三章已列入"], Cells(await unit.GetDocumentAsync(Compare), "A111"));
        var frozen = await app.WithDatabaseAsync(async db => (await db.Set<FrozenSheet>().AsNoTracking().OrderBy(s => s.At).ToListAsync()).Where(s => s.Act == Act.Submit || s.Sheet.Before is not null).ToList());
        Assert.Equal([self, total], frozen.Select(s => s.Sheet.Total));
        using var paper = new Pdf(await unit.GetByteArrayAsync("/projects/6/report.pdf"));
        var text = string.Concat(paper.Text(cropped: false)).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("得分采用财政评价", text, StringComparison.Ordinal);
        Assert.Contains("4.6*", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_unit_evaluates_nothing()
    {
        using var app = new App();
        var (unit, department) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("bumen"));
        await SubmittedAsync(app, unit);
        var form = (await department.GetDocumentAsync(Url)).Form(Override("A111"));
        await app.WithDatabaseAsync(async db =>
        {
            var own = await db.Projects.Where(p => p.Id == 6).Select(p => p.OrganisationId).SingleAsync();
            await db.Organisations.Where(o => o.Id == own).ExecuteUpdateAsync(s => s.SetProperty(o => o.Kind, OrganisationKind.Department));
            await db.Users.Where(u => u.UserName == "bumen").ExecuteUpdateAsync(s => s.SetProperty(u => u.OrganisationId, own));
        });
        Assert.Empty((await department.GetDocumentAsync(Url)).QuerySelectorAll(".score-override"));
        await RefusedAsync(department, form, "不能评审本单位的项目", app);
    }

    [Fact]
    public async Task One_leaf_alone_is_saved_and_refused_in_its_place()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var page = await client.GetDocumentAsync(Url);
        var prefix = Article(page, "B11").GetAttribute("data-prefix")!;
        FormUrlEncodedContent Alone(string count) => new(page.QuerySelectorAll<IHtmlInputElement>($"input[name^='{prefix}.'], #scores input[name=__RequestVerificationToken]")
            .Where(i => i.Type is "hidden").Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Append(new("Leaves.Index", prefix[7..^1])).Append(new($"{prefix}.Count", count)));
        using (var refused = await client.PostAsync(Url + "?handler=Enter", Alone("-1")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var shown = await refused.DocumentAsync();
            Assert.Single(shown.QuerySelectorAll("article"), a => a.QuerySelectorAll(".field-error").Length > 0);
            Assert.NotEmpty(Article(shown, "B11").QuerySelectorAll(".field-error"));
            Assert.Equal("-1", shown.ControlOf($"{prefix}.Count").GetAttribute("value"));
        }

        using (var saved = await client.PostAsync(Url + "?handler=Enter", Alone("1")))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        Assert.Equal("0.5", Points(await client.GetDocumentAsync(Url), "B11"));

        // The answer was lost and the browser sends it again: done is done. Something else is a conflict.
        using (var again = await client.PostAsync(Url + "?handler=Enter", Alone("1")))
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        }

        using var stale = await client.PostAsync(Url + "?handler=Enter", Alone("2"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("他人刚保存的内容", Article(await stale.DocumentAsync(), "B11").TextContent, StringComparison.Ordinal);
        Assert.Equal([1L], await app.WithDatabaseAsync(async db => await db.Set<LeafScore>().Where(s => db.Evaluations.Any(e => e.ProjectId == 6 && e.Scores.Contains(s))).Select(s => s.Version).ToListAsync()));
    }

    [Fact]
    public async Task A_target_of_another_project_feeds_no_leaf()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var foreign = await app.WithDatabaseAsync(db => db.Set<Target>().Where(t => t.ProjectId != 6).Select(t => t.Id).FirstAsync());
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync(Url, "Enter", new Dictionary<string, string?> { ["Leaves[0].TargetId"] = $"{foreign}" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("不在本项目中", (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Last_years_score_of_the_same_leaf_stands_beside_this_years()
    {
        using var app = new App();
        var client = await app.SignedInAsync("lingdao");
        Assert.DoesNotContain("上年得分", (await client.GetDocumentAsync(Url)).Body!.TextContent, StringComparison.Ordinal);
        await app.WithDatabaseAsync(async db =>
        {
            var scored = await db.Projects.Where(p => p.Evaluation.StatedScore == 97m && p.Evaluation.TreeId != null).Select(p => p.Id).SingleAsync();
            await db.Projects.Where(p => p.Id == 6).ExecuteUpdateAsync(s => s.SetProperty(p => p.CarriedFromId, scored));
        });
        var page = await client.GetDocumentAsync(Url);
        Assert.Contains("上年得分 5.5 / 6", Article(page, "C115").TextContent, StringComparison.Ordinal);
        Assert.Contains("97.00 分", page.QuerySelector("#running-score")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_not_applicable_does_is_said_beside_the_box()
    {
        using var app = new App();
        var page = await (await app.SignedInAsync("kuaiji")).GetDocumentAsync(Url);
        Assert.Matches(@"勾选后本项 1 分不计入，其余指标折算为 100 分。按现在已评的得分，总分由 \d+\.\d\d 变为 \d+\.\d\d 分。", Article(page, "B331").TextContent);
    }

    /// <summary>The live draft with every leaf scored and every missing part filled in beside the pages, submitted through the page.</summary>
    private static async Task SubmittedAsync(App app, HttpClient unit)
    {
        await ApprovalTests.CompleteAsync(app);
        await ActAsync(unit, Act.Submit);
    }

    private static async Task ActAsync(HttpClient client, Act act)
    {
        using var answer = await client.PostFormAsync("/projects/6", $"form:has(input[name='Form.Act'][value='{act}'])", new Dictionary<string, string?>());
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{act}: {(await answer.DocumentAsync()).Said()}");
    }

    private static async Task SavedAsync(HttpClient client, string form, params (string Field, string Value)[] typed)
    {
        using var answer = await client.PostFormAsync(Url, form, typed.ToDictionary(t => t.Field, t => (string?)t.Value));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{form}: {(await answer.DocumentAsync()).Said()}");
    }

    private static async Task RefusedAsync(HttpClient client, IHtmlFormElement form, string sentence, App app)
    {
        var before = await app.StoredAsync();
        var own = (await client.GetDocumentAsync("/account/password")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var answer = await client.PostAsync(Url + "?handler=Override", Fields(form, ("Form.OverridePoints", "0"), ("Form.OverrideReason", "理由"), ("__RequestVerificationToken", own!)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    private static FormUrlEncodedContent Fields(IHtmlFormElement form, params (string Name, string Value)[] typed) =>
        new(form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(i => typed.All(t => t.Name != i.Name))
            .Select(i => KeyValuePair.Create(i.Name!, i.Value)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))));

    /// <summary>The reviewer's form of a leaf; leaves are known by their code.</summary>
    private static string Override(string code) => $"article[data-code='{code}'] .score-override form";

    private static IElement Article(IHtmlDocument page, string code) => page.QuerySelector($"article[data-code='{code}']")!;

    private static string Points(IHtmlDocument page, string code) => Article(page, code).QuerySelector(".score-points b")!.TextContent;

    private static decimal Total(IHtmlDocument page) => Number(page.QuerySelector(".running-total b")!.TextContent);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IElement Row(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/projects/6']") is not null);

    private static List<string> Cells(IHtmlDocument page, string code) =>
        [.. page.QuerySelectorAll("tbody tr").Single(r => r.Children[0].TextContent == code).Children.Where((_, i) => i != 1).Select(c => string.Concat(c.TextContent.Where(l => !char.IsWhiteSpace(l))))];
}

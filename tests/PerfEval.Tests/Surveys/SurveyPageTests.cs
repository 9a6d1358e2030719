using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Surveys;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Surveys;

/// <summary>The survey of the demo's draft as the accountant works on it.</summary>
public sealed class SurveyPageTests(App app) : IClassFixture<App>
{
    private const string Page = "/projects/6/survey";

    private static readonly string Long = new('字', 3000);

    [Fact]
    public async Task The_demo_shows_what_came_back_and_that_it_is_too_little()
    {
        using var own = new App();
        var page = await (await own.SignedInAsync("kuaiji")).GetDocumentAsync(Page);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("有效问卷46份，少于规定的50份", text, StringComparison.Ordinal);
        Assert.Contains("满意度 = 4题得分率的平均 = (91.30% + 89.13% + 87.17% + 91.74%) ÷ 4 = 89.84%；发放60份，回收48份（回收率80.00%），有效46份（有效率95.83%）", text, StringComparison.Ordinal);
        Assert.Contains("希望多组织一些文化活动。", text, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("svg.qr"));
        Assert.Empty((await (await own.SignedInAsync("lingdao")).GetDocumentAsync(Page)).QuerySelectorAll("svg.qr, form[method=post][action*=handler]"));
    }

    [Fact]
    public async Task A_survey_is_made_changed_begun_typed_taken_back_and_closed()
    {
        using var own = new App();
        await own.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).ExecuteDeleteAsync());
        var client = await own.SignedInAsync("kuaiji");
        await DoneAsync(client, Page + "/edit", "Save", new() { ["Form.TargetGroup"] = "商户", ["Form.MinimumValid"] = "2", ["Form.Method"] = "Lowest" });
        await DoneAsync(client, Page + "/edit", "Question", new() { ["Question.Text"] = "打几分？", ["Question.Scale"] = "Points", ["Question.Counts"] = "true" });
        var added = await own.WithDatabaseAsync(db => db.Set<SurveyQuestion>().AsNoTracking().SingleAsync(q => q.Scale == QuestionScale.Points));
        Assert.Equal((6, 10, "10分", 10m), (added.Position, added.Options.Count, added.Options[9].Label, added.Options[9].Value));
        await DoneAsync(client, Page + $"/edit?edit={added.Id}", "Question", new() { ["Question.Text"] = "您打几分？" });
        await DoneAsync(client, Page, "Open", []);
        await DoneAsync(client, Page + "/sheets", "Save", Sheet("11110"));
        await DoneAsync(client, Page + "/sheets", "Save", Sheet("2-225"));
        await DoneAsync(client, Page + "/sheets", "Save", new(Sheet("-----")) { ["Form.Invalid"] = "true" });
        await own.WithDatabaseAsync(async db =>
        {
            var survey = (await VisibleProjects.LoadWholeAsync(db.Projects, 6))!.Survey!.Statistics!;
            Assert.Equal((3, 2, 75m), (survey.Returned, survey.Valid, survey.Overall));
        });

        // The number is taken, and a sheet that is sent twice is one sheet.
        using (var twice = await client.PostFormAsync(Page + "/sheets", "Save", new Dictionary<string, string?>(Sheet("11111")) { ["Form.Number"] = "2" }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
            Assert.Contains("第2号问卷已经录入过", (await twice.DocumentAsync()).Said(), StringComparison.Ordinal);
        }

        var form = (await client.GetDocumentAsync(Page + "/sheets")).Form("Save");
        foreach (var _ in new int[2])
        {
            using var answer = await client.SendFormAsync(Page + "/sheets", form, Sheet("11111"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var sheets = await own.WithDatabaseAsync(db => db.Set<SurveySheet>().AsNoTracking().OrderBy(s => s.Number).ToListAsync());
        Assert.Equal([(1, "11110"), (2, "2-225"), (3, "-----"), (4, "11111")], sheets.Select(s => (s.Number!.Value, s.Marks)));
        using (var wordless = await client.PostFormAsync(Page + $"/sheets?sheet={sheets[3].Id}", "Withdraw", new Dictionary<string, string?>()))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wordless.StatusCode);
            Assert.Contains("请写明撤回的理由", (await wordless.DocumentAsync()).Said(), StringComparison.Ordinal);
        }

        await DoneAsync(client, Page + $"/sheets?sheet={sheets[3].Id}", "Withdraw", new() { ["reason"] = "同一人填了两份" });
        await DoneAsync(client, Page, "Close", []);
        var trail = await own.WithDatabaseAsync(db => db.Audit.AsNoTracking().OrderByDescending(a => a.Id).Take(6).Select(a => new { a.Act, a.Reason, a.Changes }).ToListAsync());
        Assert.Equal(["结束满意度调查", "撤回第4号问卷", "录入第4号问卷", "录入第3号问卷", "录入第2号问卷", "录入第1号问卷"], trail.Select(t => t.Act));
        Assert.Equal("发放份数未填，回收3份，有效2份（有效率66.67%）", trail[0].Reason);
        Assert.Equal("同一人填了两份", trail[1].Reason);
        Assert.Contains("11111", trail[1].Changes, StringComparison.Ordinal);
        Assert.Empty(await own.WithDatabaseAsync(db => Data.Auditing.AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task A_tally_counts_beside_the_sheets_and_goes_into_figure_text_and_report()
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        var typed = new Dictionary<string, string?> { ["Form.Returned"] = "10", ["Form.Valid"] = "10" };
        for (var i = 0; i < 4; i++)
        {
            typed[$"Form.Rows[{i}].Options[0]"] = "10";
        }

        await DoneAsync(client, Page + "/tally", "Save", typed);
        var page = await client.GetDocumentAsync(Page);
        Assert.DoesNotContain("少于规定", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("回收58份（回收率96.67%），有效56份", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(client, Page + "/tally", "Clear", []);
        await own.WithDatabaseAsync(async db =>
        {
            var project = (await VisibleProjects.LoadWholeAsync(db.Projects, 6))!;
            Assert.Null(project.Survey!.Tally);
            var report = Documents.Writing.ProjectReport.Of(project, null, null, true);
            Assert.DoesNotContain(report.Blocks, b => b is Documents.Model.TableBlock t && t.Header[0][0].Text == "序号" && t.Header[0][1].Text == "调查内容");
            var section = project.Sections.First(s => s.Level > 0);
            project.WriteSection(section.Id, section.Version, "满意度为{{满意度}}。\n{{表:满意度}}");
            report = Documents.Writing.ProjectReport.Of(project, null, null, true);
            var texts = report.Blocks.SelectMany(b => b switch
            {
                Documents.Model.Paragraph p => [p.Text],
                Documents.Model.Heading h => [h.RunIn ?? ""],
                Documents.Model.TableBlock t => t.Rows.Select(r => string.Join('|', r.Select(c => c.Text))),
                _ => Enumerable.Empty<string>(),
            }).ToList();
            Assert.Contains("满意度为89.84%（有效问卷46份，少于规定的50份）。", texts);
            Assert.Contains("3|您对项目取得的效果是否满意？|24|16|5|1|0|46|87.17%|97.83%", texts);
            Assert.Contains("满意度（各题平均）|89.84%", texts);
            Assert.Contains("调查对象：辖区居民和办事群众。发放60份，回收48份（回收率80.00%），有效46份（有效率95.83%）。注意：有效问卷46份，少于规定的50份。", texts);
        });
    }

    public static TheoryData<string, string, string, (string, string)[]> Bad() => new()
    {
        {
            "/edit", "Save", $"Form.Title={Long}|Form.TargetGroup=|Form.Introduction={Long}|Form.MinimumValid=0|Form.Sent=-1|Form.PassLine=x|Form.OpensOn=昨天|Form.ClosesOn=1999-01-01|Form.LinkLimit=1.5",
            [("Form.Title", "“标题”有3000个字"), ("Form.TargetGroup", "请填写“调查对象”"), ("Form.Introduction", "“卷首说明”"), ("Form.MinimumValid", "应是1至1000000之间的整数"),
                ("Form.Sent", "应是0至1000000之间的整数"), ("Form.PassLine", "“达标线”"), ("Form.OpensOn", "“开始日期”"), ("Form.ClosesOn", "“结束日期”"), ("Form.LinkLimit", "应是1至20000之间的整数")]
        },
        { "/edit", "Save", "Form.OpensOn=2024-05-02|Form.ClosesOn=2024-05-01|Form.PassLine=101", [("Form.ClosesOn", "早于开始日期"), ("Form.PassLine", "不超过100")] },
        {
            "/sheets", "Save", "Form.Number=abc|Form.Marks[0]=9", [("Form.Number", "“问卷编号”填写的“abc”应是1至9999999之间的整数")]
        },
        { "/sheets", "Save", $"Form.Marks[0]=9|Form.Marks[3]=x|Form.Texts[0]={new string('字', 501)}", [("Form.Marks[0]", "第1题填的“9”不是选项序号，应填1至5"), ("Form.Marks[3]", "第4题填的“x”"), ("Form.Texts[0]", "第5题写了501个字")] },
        { "/sheets", "Save", "Form.Marks[0]=", [("Form.Marks[0]", "一题都没有作答")] },
        { "/tally", "Save", "Form.Returned=|Form.Valid=一|Form.Rows[0].Options[0]=-1|Form.Rows[1].Options[2]=1.5", [("Form.Returned", "请填写“回收份数”"), ("Form.Valid", "“有效份数”"), ("Form.Rows[0].Options[0]", "“份数”填写的“-1”"), ("Form.Rows[1].Options[2]", "“份数”填写的“1.5”")] },
        { "/tally", "Save", "Form.Returned=5|Form.Valid=6|Form.Rows[0].Options[0]=7", [("Form.Valid", "应在0至回收份数5之间"), ("Form.Rows[0].Options[0]", "合计7份，多于有效份数6")] },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task What_cannot_be_stored_is_refused_beside_its_field(string page, string form, string typed, (string, string)[] expected)
    {
        var fields = typed.Split('|').Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => (string?)f[1]);
        await app.RefusedAsync(await app.SignedInAsync("kuaiji"), Page + page, form, fields, expected);
    }

    [Fact]
    public async Task Questions_are_refused_beside_their_fields_too()
    {
        using var own = new App();
        await own.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).ExecuteDeleteAsync());
        var client = await own.SignedInAsync("kuaiji");
        await DoneAsync(client, Page + "/edit", "Save", new() { ["Form.TargetGroup"] = "商户" });
        await own.RefusedAsync(client, Page + "/edit", "Question", new Dictionary<string, string?> { ["Question.Text"] = "", ["Question.SatisfiedFrom"] = "x" },
            ("Question.Text", "请填写“题目”"), ("Question.SatisfiedFrom", "“满意分值线”"));
        await own.RefusedAsync(client, Page + "/edit", "Question", new Dictionary<string, string?> { ["Question.Text"] = "问", ["Question.Options"] = "好 1" },
            ("Question.Options", "选项应有2至10个"));
    }

    [Theory]
    [InlineData(EvaluationState.Submitted, "项目已送审，不能修改")]
    [InlineData(EvaluationState.Published, "项目已公开，不能修改")]
    public async Task A_locked_project_refuses_every_form_with_a_sentence(EvaluationState state, string sentence)
    {
        using var own = new App();
        var client = await own.SignedInAsync("kuaiji");
        var sheet = await own.WithDatabaseAsync(db => db.Set<SurveySheet>().Select(s => s.Id).FirstAsync());
        var forms = new List<(string Url, AngleSharp.Html.Dom.IHtmlFormElement Form, Dictionary<string, string?> Typed)>();
        foreach (var (url, form, typed) in new (string, string, Dictionary<string, string?>)[]
        {
            (Page, "Close", []), (Page, "Renew", []), (Page + "/edit", "Save", []), (Page + "/sheets", "Save", Sheet("1111")),
            (Page + $"/sheets?sheet={sheet}", "Withdraw", new() { ["reason"] = "重复" }), (Page + "/tally", "Save", new() { ["Form.Returned"] = "1", ["Form.Valid"] = "1" }),
        })
        {
            forms.Add((url, (await client.GetDocumentAsync(url)).Form(form), typed));
        }

        await own.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state)));
        var before = await own.StoredAsync();
        foreach (var (url, form, typed) in forms)
        {
            using var answer = await client.SendFormAsync(url, form, typed);
            var said = (await answer.DocumentAsync()).Said();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && said.Contains(sentence, StringComparison.Ordinal), $"{url}: {answer.StatusCode}, “{said}”");
        }

        Assert.Equal(before, await own.StoredAsync());
    }

    [Fact]
    public async Task Five_thousand_sheets_are_grouped_by_the_database_before_they_are_added_up()
    {
        using var own = new App();
        var survey = await own.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).Select(s => s.Id).FirstAsync());
        await own.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO SurveySheets (Id, SurveyId, Source, Number, Marks, IsValid, ReceivedOn)
            SELECT upper(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), SurveyId, 'Paper', 1000 + i,
                (1 + i % 5) || (1 + i / 5 % 5) || (1 + i / 25 % 5) || (1 + i / 125 % 5), 1, '2024-08-15'
            FROM n, (SELECT SurveyId FROM SurveySheets WHERE SurveyId = {survey} LIMIT 1)
            """));
        await own.WithDatabaseAsync(async db =>
        {
            var groups = await db.Projects.Where(p => p.Id == 6).SelectMany(p => p.Survey!.Sheets).GroupBy(s => new { s.Marks, s.IsValid, s.Source })
                .Select(g => new SheetGroup(g.Key.Marks, g.Key.IsValid, g.Key.Source, g.Count())).ToListAsync();
            Assert.Equal(5048, groups.Sum(g => g.Count));
            Assert.InRange(groups.Count, 1, 700);
            Assert.Equal(5046, (await VisibleProjects.LoadWholeAsync(db.Projects, 6))!.Survey!.Statistics!.Valid);
        });
    }

    private static Dictionary<string, string?> Sheet(string marks) =>
        marks.Select((m, i) => (m, i)).ToDictionary(x => $"Form.Marks[{x.i}]", x => (string?)$"{x.m}");

    private static async Task DoneAsync(HttpClient client, string url, string form, Dictionary<string, string?> typed)
    {
        using var answer = await client.PostFormAsync(url, form, typed);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{form} at {url}: {answer.StatusCode} {(await answer.DocumentAsync()).Said()}");
    }
}

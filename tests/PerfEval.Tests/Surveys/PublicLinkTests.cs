using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Surveys;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Surveys;

/// <summary>The public door: whoever has the link answers once, and nobody learns who it was.</summary>
public sealed class PublicLinkTests
{
    [Fact]
    public async Task An_answer_is_stored_once_without_a_trace_of_who_gave_it()
    {
        using var app = new App();
        var url = await UrlAsync(app);
        var audit = await app.WithDatabaseAsync(db => db.Audit.CountAsync());
        var version = await app.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).Select(s => s.Version).SingleAsync());
        using var client = app.Anonymous();
        using var opened = await client.GetAsync(url);
        Assert.All(opened.Headers.GetValues("Set-Cookie"), c => Assert.StartsWith("perfeval.form=", c));
        var page = await opened.DocumentAsync();
        Assert.Empty(page.QuerySelectorAll("script"));
        var form = page.QuerySelector<IHtmlFormElement>("form")!;
        foreach (var _ in new int[2])
        {
            using var answer = await client.SendFormAsync(url, form, Answers("1234", "路灯太暗"));
            Assert.Equal((HttpStatusCode.Redirect, "/survey/thanks"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        var sheet = await app.WithDatabaseAsync(db => db.Set<SurveySheet>().AsNoTracking().SingleAsync(s => s.Source == SheetSource.Link));
        Assert.Equal(("1234", true, (int?)null), (sheet.Marks, sheet.IsValid, sheet.Number));
        Assert.Equal(["路灯太暗"], sheet.Texts);
        Assert.Equal(audit, await app.WithDatabaseAsync(db => db.Audit.CountAsync()));
        Assert.Equal(version, await app.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).Select(s => s.Version).SingleAsync()));
        Assert.Contains("感谢您的参与", (await client.GetDocumentAsync("/survey/thanks")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.WithDatabaseAsync(db => Data.Auditing.AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task Missing_answers_are_named_and_what_was_chosen_is_kept()
    {
        using var app = new App();
        var (url, before) = (await UrlAsync(app), await app.StoredAsync());
        using var client = app.Anonymous();
        using var answer = await client.PostFormAsync(url, "main form", new Dictionary<string, string?>
        {
            ["Form.Marks[1]"] = "2",
            ["Form.Marks[3]"] = "7",
            ["Form.Texts[0]"] = "<script>alert(1)</script>",
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Equal(["第1题还没有选择", "第3题还没有选择", "第4题填的“7”不是选项序号，应填1至5；没有作答的不填"], page.QuerySelectorAll("[role=alert] a").Select(a => a.TextContent));
        Assert.All(page.QuerySelectorAll("[role=alert] a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Form.Marks[1]'][value='2']")!.IsChecked);
        Assert.Equal("<script>alert(1)</script>", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_program_that_fills_every_field_is_thanked_and_forgotten()
    {
        using var app = new App();
        var (url, before) = (await UrlAsync(app), await app.StoredAsync());
        using var client = app.Anonymous();
        using var answer = await client.PostFormAsync(url, "main form", new Dictionary<string, string?>(Answers("1111", "")) { ["Form.Website"] = "http://spam" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Wrong_early_late_full_closed_and_submitted_answer_alike()
    {
        using var app = new App();
        var url = await UrlAsync(app);
        using var client = app.Anonymous();
        var form = (await client.GetDocumentAsync(url)).QuerySelector<IHtmlFormElement>("form")!;
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        var shut = new HashSet<string>();
        foreach (var wrong in new[] { "/survey/x", "/survey/" + new string('0', 40), "/survey/" + new string('9', 400) })
        {
            shut.Add(await GoneAsync(client, wrong));
        }

        var surveys = (Func<Func<IQueryable<Survey>, Task>, Task>)(change => app.WithDatabaseAsync(db => change(db.Set<Survey>().Where(s => s.ProjectId == 6))));
        foreach (var (close, reopen) in new (Func<IQueryable<Survey>, Task>, Func<IQueryable<Survey>, Task>)[]
        {
            (s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.OpensOn, today.AddDays(1))), s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.OpensOn, (DateOnly?)null))),
            (s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.ClosesOn, today.AddDays(-1))), s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.ClosesOn, (DateOnly?)null))),
            (s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.LinkLimit, 0)), s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.LinkLimit, 5))),
            (s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.Status, SurveyStatus.Closed)), s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.Status, SurveyStatus.Open))),
            (s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.Status, SurveyStatus.Draft)), s => s.ExecuteUpdateAsync(u => u.SetProperty(x => x.Status, SurveyStatus.Open))),
        })
        {
            await surveys(close);
            shut.Add(await GoneAsync(client, url));
            await StaysOutAsync(app, client, url, form);
            await surveys(reopen);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(url)).StatusCode);
        }

        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        shut.Add(await GoneAsync(client, url));
        await StaysOutAsync(app, client, url, form);
        Assert.Contains("问卷现在不能填写", Assert.Single(shut), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_shuts_the_old_one()
    {
        using var app = new App();
        var url = await UrlAsync(app);
        using (var renewed = await (await app.SignedInAsync("kuaiji")).PostFormAsync("/projects/6/survey", "Renew", new Dictionary<string, string?>()))
        {
            Assert.Equal(HttpStatusCode.Redirect, renewed.StatusCode);
        }

        using var client = app.Anonymous();
        await GoneAsync(client, url);
        var now = await UrlAsync(app);
        Assert.NotEqual(url, now);
        await client.GetDocumentAsync(now);
        var trail = await app.WithDatabaseAsync(db => db.Audit.OrderByDescending(a => a.Id).Select(a => a.Changes).FirstAsync());
        Assert.DoesNotContain(now[^40..], trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_answers_a_minute_meet_a_page_and_are_not_stored()
    {
        using var app = new App { AnswersPerMinute = 3 };
        var url = await UrlAsync(app);
        using var client = app.Anonymous();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.PostFormAsync(url, "main form", Answers("1111", ""));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var refused = await client.PostFormAsync(url, "main form", Answers("1111", ""));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("短时间内提交的次数太多", (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await app.WithDatabaseAsync(db => db.Set<SurveySheet>().CountAsync(s => s.Source == SheetSource.Link)));
    }

    [Fact]
    public async Task Twenty_people_at_once_are_all_counted_and_the_limit_holds()
    {
        using var app = new App();
        var url = await UrlAsync(app);
        await app.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).ExecuteUpdateAsync(u => u.SetProperty(x => x.LinkLimit, 15)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var client = app.Anonymous();
            var form = (await client.GetDocumentAsync(url)).QuerySelector<IHtmlFormElement>("form");
            using var answer = await client.SendFormAsync(url, form!, Answers("1111", ""));
            return answer.StatusCode;
        }));
        Assert.Equal((15, 5), (answers.Count(a => a == HttpStatusCode.Redirect), answers.Count(a => a == HttpStatusCode.NotFound)));
        Assert.Equal(15, await app.WithDatabaseAsync(db => db.Set<SurveySheet>().CountAsync(s => s.Source == SheetSource.Link)));
    }

    private static async Task<string> UrlAsync(App app) =>
        "/survey/" + await app.WithDatabaseAsync(db => db.Set<Survey>().Where(s => s.ProjectId == 6).Select(s => s.Token).SingleAsync());

    private static Dictionary<string, string?> Answers(string marks, string text)
    {
        var typed = marks.Select((m, i) => (m, i)).ToDictionary(x => $"Form.Marks[{x.i}]", x => (string?)$"{x.m}");
        typed["Form.Texts[0]"] = text;
        return typed;
    }

    private static async Task<string> GoneAsync(HttpClient client, string url) =>
        (await client.GetDocumentAsync(url, HttpStatusCode.NotFound)).Body!.TextContent.Trim();

    private static async Task StaysOutAsync(App app, HttpClient client, string url, IHtmlFormElement form)
    {
        using var answer = await client.SendFormAsync(url, form, Answers("1111", ""));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await app.WithDatabaseAsync(db => db.Set<SurveySheet>().AnyAsync(s => s.Source == SheetSource.Link)));
    }
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>体检 as people meet it: the list, the answers, what stops 送审, what the reviewers see, the ways to the places.</summary>
public sealed class CheckPageTests : IDisposable
{
    private const string Url = "/projects/6/check";
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_doubt_is_answered_with_a_reason_and_the_reviewer_reads_it()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        var page = await kuaiji.GetDocumentAsync(Url);
        var form = page.QuerySelector("#group-疑点 form")!;
        var key = form.QuerySelector("input[name='Form.Key']")!.GetAttribute("value")!;
        var (before, _) = await CountsAsync(kuaiji);
        await AnswerAsync(kuaiji, key, "经费已列入下年预算", HttpStatusCode.Redirect);

        page = await kuaiji.GetDocumentAsync(Url);
        var answered = page.QuerySelector($"#group-已答复 #finding-{key}")!;
        Assert.Contains("经费已列入下年预算", answered.TextContent, StringComparison.Ordinal);
        Assert.Contains("雨花街道会计", answered.TextContent, StringComparison.Ordinal);
        Assert.Equal(before - 1, (await CountsAsync(kuaiji)).Tab);
        Assert.Equal((await CountsAsync(kuaiji)).Tab, (await CountsAsync(kuaiji)).List);

        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        var pingshen = await app.SignedInAsync("pingshen");
        var seen = await pingshen.GetDocumentAsync(Url);
        Assert.Contains("经费已列入下年预算", seen.QuerySelector($"#finding-{key}")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("main form[method=post][action*=Answer]"));

        // Taken back it is open again; the trail tells both.
        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Draft)));
        using var back = await kuaiji.PostFormAsync(Url, "TakeBack", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.NotNull((await kuaiji.GetDocumentAsync(Url)).QuerySelector($"#group-疑点 #finding-{key}"));
        await app.WithDatabaseAsync(async db =>
        {
            Assert.Equal(["答复体检", "收回体检答复"], await db.Audit.Where(a => a.Chain.StartsWith("project:")).OrderByDescending(a => a.Id).Take(2).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync());
            Assert.Empty(await AuditTrail.VerifyAsync(db));
        });
    }

    [Theory]
    [InlineData("", "请写明理由"), InlineData("   ", "请写明理由"), InlineData("长", "请缩短到500个字以内")]
    public async Task An_answer_without_a_proper_reason_is_refused_and_kept_in_its_field(string reason, string message)
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        reason = reason == "长" ? new('长', 501) : reason;
        using var answer = await AnswerAsync(kuaiji, await KeyAsync(Severity.Doubt), reason, HttpStatusCode.BadRequest);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.Said(), StringComparison.Ordinal);
        Assert.Contains(message, page.QuerySelector("details[open] .field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reason.Trim(), ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.QuerySelector("#Form_Reason")!).Value);
        Assert.Equal(0, await app.WithDatabaseAsync(db => db.Set<FindingAnswer>().CountAsync()));
    }

    [Fact]
    public async Task What_is_missing_cannot_be_answered_away_and_a_finding_that_is_gone_is_a_conflict()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        using var missing = await AnswerAsync(kuaiji, await KeyAsync(Severity.Missing), "以后再填", HttpStatusCode.BadRequest);
        Assert.Contains("缺失不能用答复消除", (await missing.DocumentAsync()).Said(), StringComparison.Ordinal);
        using var gone = await AnswerAsync(kuaiji, new('0', FindingKey.Length), "核对过的理由", HttpStatusCode.Conflict);
        Assert.Contains("核对过的理由", (await gone.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        var key = await KeyAsync(Severity.Doubt);
        await AnswerAsync(kuaiji, key, "甲的理由", HttpStatusCode.Redirect);
        using var stale = await AnswerAsync(kuaiji, key, "乙的理由", HttpStatusCode.Conflict);
        Assert.Contains("甲的理由", await app.WithDatabaseAsync(db => db.Set<FindingAnswer>().Select(a => a.Reason).ToListAsync()));
    }

    [Theory]
    [InlineData("kuaiji2", 6, HttpStatusCode.NotFound), InlineData("pingshen", 6, HttpStatusCode.NotFound), InlineData("lingdao", 6, HttpStatusCode.OK)]
    [InlineData("kuaiji", 999_999, HttpStatusCode.NotFound), InlineData("shenji", 6, HttpStatusCode.Forbidden)]
    public async Task Who_does_not_see_the_project_sees_no_findings(string person, int id, HttpStatusCode expected)
    {
        var client = await app.SignedInAsync(person);
        using var answer = await client.GetAsync($"/projects/{id}/check");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Submitting_waits_for_what_is_missing_wrong_or_unanswered()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        await CompleteAsync();
        using (var refused = await ForceAsync(kuaiji, Act.Submit))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var said = (await refused.DocumentAsync()).Said();
            Assert.Contains("送审前须补上：没有填写成文日期", said, StringComparison.Ordinal);
            Assert.Matches("还有[0-9]+处疑点没有答复", said);
        }

        await app.WithDatabaseAsync(db => db.SignAndAnswerAsync(6));
        Assert.Contains("内容齐全，可以送审", (await kuaiji.GetDocumentAsync("/projects/6")).Body!.TextContent, StringComparison.Ordinal);

        // One number later the doubt is back.
        await ChangeSpentAsync(99_999);
        using (var again = await ForceAsync(kuaiji, Act.Submit))
        {
            Assert.Contains("处疑点没有答复", (await again.DocumentAsync()).Said(), StringComparison.Ordinal);
        }

        await app.WithDatabaseAsync(db => db.SignAndAnswerAsync(6));
        using var done = await ActAsync(kuaiji, Act.Submit);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, (await done.DocumentAsync()).Said());

        // The reviewer takes findings over into the text of a return.
        var pingshen = await app.SignedInAsync("pingshen");
        using var accepted = await ActAsync(pingshen, Act.Accept);
        var list = await pingshen.GetDocumentAsync(Url);
        var points = list.QuerySelectorAll("#group-已答复 input[name=point]").Select(i => i.GetAttribute("value")).Take(2).ToList();
        Assert.Equal(2, points.Count);
        var overview = await pingshen.GetDocumentAsync($"/projects/6?point={points[0]}&point={points[1]}");
        var text = ((AngleSharp.Html.Dom.IHtmlTextAreaElement)overview.QuerySelector("#act-return textarea")!).Value;
        Assert.Matches(@"^1\. .+单位答复“已核实，情况属实”，请进一步说明或改正。\n2\. ", text);
        Assert.DoesNotContain("。。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("请请", text, StringComparison.Ordinal);
        Assert.Empty(((AngleSharp.Html.Dom.IHtmlTextAreaElement)(await kuaiji.GetDocumentAsync($"/projects/6?point={points[0]}")).QuerySelector("#act-return textarea")!)?.Value ?? "");
    }

    [Fact]
    public async Task What_a_return_names_is_open_again_with_its_answer_beside_it()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        await CompleteAsync();
        await app.WithDatabaseAsync(db => db.SignAndAnswerAsync(6));
        using (var done = await ActAsync(kuaiji, Act.Submit))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var pingshen = await app.SignedInAsync("pingshen");
        using (var accepted = await ActAsync(pingshen, Act.Accept))
        {
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        }

        // Nothing differs yet, and nothing else is offered to adopt.
        var scores = await pingshen.GetDocumentAsync("/projects/6/evaluation");
        Assert.Contains("评审中，还没有改分，与自评一致", scores.QuerySelector("#running-score")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(scores.QuerySelectorAll(".leaf-kinds, .kind-totals"));
        Assert.DoesNotContain("采用财政评价", (await pingshen.GetDocumentAsync("/projects/6")).Body!.TextContent, StringComparison.Ordinal);

        var key = (await pingshen.GetDocumentAsync(Url)).QuerySelector("#group-已答复 input[name=point]")!.GetAttribute("value")!;
        var overview = await pingshen.GetDocumentAsync($"/projects/6?point={key}");
        await ReturnAsync(pingshen, ((AngleSharp.Html.Dom.IHtmlTextAreaElement)overview.QuerySelector("#act-return textarea")!).Value.Replace("\n", "\r\n", StringComparison.Ordinal));

        var home = await kuaiji.GetDocumentAsync("/projects/6");
        Assert.DoesNotContain("可以送审", home.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("财政局不认可的答复：已核实，情况属实", home.QuerySelector("#before-submit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1), await CountsAsync(kuaiji));
        var open = (await kuaiji.GetDocumentAsync(Url)).QuerySelector($"#group-疑点 #finding-{key}")!;
        Assert.Contains("已核实，情况属实", open.TextContent, StringComparison.Ordinal);
        Assert.Contains("财政局不认可，已退回", open.TextContent, StringComparison.Ordinal);

        // The same words again are no answer; other words are.
        var seen = open.QuerySelector("input[name='Form.SeenVersion']")!.GetAttribute("value");
        async Task<HttpResponseMessage> AgainAsync(string reason) =>
            await kuaiji.PostFormAsync(Url, "Answer", new Dictionary<string, string?> { ["Form.Key"] = key, ["Form.Reason"] = reason, ["Form.SeenVersion"] = seen });
        using (var same = await AgainAsync("已核实，情况属实"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, same.StatusCode);
            Assert.Contains("没有认可这条答复", (await same.DocumentAsync()).Said(), StringComparison.Ordinal);
        }

        using (var other = await AgainAsync("已核实，附验收单第3号"))
        {
            Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        }

        Assert.Contains("内容齐全，可以送审", (await kuaiji.GetDocumentAsync("/projects/6")).Body!.TextContent, StringComparison.Ordinal);
        using var again = await ActAsync(kuaiji, Act.Submit);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task What_stops_submitting_is_said_at_once_and_nothing_is_asked_before()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        foreach (var page in new[] { "/projects/6", "/projects/6/evaluation", "/projects/6/spending" })
        {
            var shown = await kuaiji.GetDocumentAsync(page);
            Assert.Empty(shown.QuerySelectorAll("button[data-confirm^=送审]"));
            Assert.Equal("送审", Assert.Single(shown.QuerySelectorAll("form[method=get][action='/projects/6#before-submit']:has(input[name=submit][value=true]) button")).TextContent);
        }

        var told = (await kuaiji.GetDocumentAsync("/projects/6?submit=true")).QuerySelector("#before-submit [role=alert]")!;
        Assert.Matches("没有送审：还有 [0-9]+ 处，改正、补上或答复之后才能送审", told.TextContent);
        Assert.Null((await kuaiji.GetDocumentAsync("/projects/6")).QuerySelector("#before-submit [role=alert]"));

        await CompleteAsync();
        await app.WithDatabaseAsync(db => db.SignAndAnswerAsync(6));
        var ready = await kuaiji.GetDocumentAsync("/projects/6?submit=true");
        Assert.Single(ready.QuerySelectorAll("button[data-confirm^=送审]"));
        Assert.Contains("内容齐全，可以送审", ready.QuerySelector("#before-submit")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_answer_comes_back_at_its_finding_and_a_stored_one_goes_on_to_the_next()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        var page = await kuaiji.GetDocumentAsync(Url);
        var keys = page.QuerySelectorAll("#group-疑点 input[name='Form.Key']").Select(i => i.GetAttribute("value")!).ToList();
        Assert.True(keys.Count > 1);
        Assert.All(keys, key => Assert.EndsWith($"#finding-{key}", page.QuerySelector($"#finding-{key} form.answer-form")!.GetAttribute("action"), StringComparison.Ordinal));
        using var refused = await AnswerAsync(kuaiji, keys[0], "", HttpStatusCode.BadRequest);
        var field = (await refused.DocumentAsync()).QuerySelector($"#finding-{keys[0]} details[open] textarea[aria-invalid=true]")!;
        Assert.Equal("answer-error", field.GetAttribute("aria-describedby"));
        foreach (var (key, next) in keys.Zip(keys.Skip(1).Select(k => $"finding-{k}").Append("main")))
        {
            using var stored = await AnswerAsync(kuaiji, key, "已核实", HttpStatusCode.Redirect);
            Assert.EndsWith($"#{next}", stored.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_number_that_the_report_computes_leads_to_its_data()
    {
        await app.WithDatabaseAsync(async db =>
        {
            var project = (await db.Projects.LoadWholeAsync(6))!;
            var section = project.Sections.First(s => s.Level > 0);
            project.WriteSection(section.Id, section.Version, "购置设备共支出{{实际支出}}，其中：电脑100元，桌椅150元，运费20元。");
            await db.Doing(AuditChain.Of(project), "写正文").SaveChangesAsync();
        });
        var kuaiji = await app.SignedInAsync("kuaiji");
        var finding = (await kuaiji.GetDocumentAsync(Url)).QuerySelectorAll(".findings > li").Single(li => li.QuerySelector(".finding-rule")?.TextContent.StartsWith("T-SUM", StringComparison.Ordinal) == true);
        Assert.Matches("“实际支出”[0-9.,]+元由项目数据算出，数不对的，去改支出明细", finding.TextContent);
        Assert.Contains("/projects/6/spending", finding.QuerySelectorAll(".remedy a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_way_leads_to_a_place_that_is_there()
    {
        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        var client = await app.SignedInAsync("lingdao");
        var followed = 0;
        foreach (var id in Enumerable.Range(1, 6))
        {
            foreach (var href in (await client.GetDocumentAsync($"/projects/{id}/check")).QuerySelectorAll("a.finding-where").Select(a => a.GetAttribute("href")!).Distinct())
            {
                var page = await client.GetDocumentAsync(href);
                if (href.Split('#') is [_, var fragment])
                {
                    Assert.True(page.GetElementById(fragment) is not null, $"{href} leads nowhere.");
                }

                followed++;
            }
        }

        Assert.True(followed > 20, $"Only {followed}.");
    }

    [Fact]
    public async Task A_section_is_checked_while_it_is_typed_and_nothing_is_stored()
    {
        var kuaiji = await app.SignedInAsync("kuaiji");
        var page = await kuaiji.GetDocumentAsync("/projects/6/narrative");
        var place = page.QuerySelector("#section-check")!;
        var before = await app.StoredAsync();
        async Task<(HttpStatusCode Status, string Text)> TypeAsync(HttpClient client, Guid section, string? text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, place.GetAttribute("data-check"));
            request.Headers.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
            request.Content = JsonContent.Create(new { id = section, text });
            using var answer = await client.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var id = Guid.Parse(place.GetAttribute("data-section")!);
        var wrong = await TypeAsync(kuaiji, id, "全年实际支出1元。\n预算执行率{{预算执行率}}。");
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("正文“实际支出”1元，项目数据为", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("data-select=\"2,", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("words-error", wrong.Text, StringComparison.Ordinal);
        Assert.Matches(">全年<span [^>]*>实际支出1元</span>。<", wrong.Text);
        Assert.DoesNotContain("实际支出”", (await TypeAsync(kuaiji, id, "全年实际支出{{实际支出}}。")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", (await TypeAsync(kuaiji, id, "<script>alert(1)</script>{{实际支出}}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(kuaiji, id, new('长', 20_000))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TypeAsync(kuaiji, Guid.NewGuid(), "1")).Status);
        Assert.Equal(before, await app.StoredAsync());
    }

    /// <summary>What the checks of data find in the five papers: errors and doubts, each true; the texts have tests of their own.</summary>
    [Fact]
    public Task The_findings_of_the_published_papers_are_these_and_no_more() => app.WithDatabaseAsync(async db =>
    {
        string[] expected =
        [
            "1 错误 V2 原文合计“实际支出”1,119,231.68元，各行相加为1,089,231.68元，合计多30,000.00元",
            "1 错误 V5 来源执行合计1,119,231.68元，明细实际支出合计1,089,231.68元，相差30,000.00元",
            "1 缺失 V15 没有填写成文日期", "1 缺失 V15 没有填写署名",
            "2 疑点 V2 原文合计“实际拨款”2,888,900.00元，各行相加为2,889,000.00元，合计少100.00元；各数如按万元保留两位小数，四舍五入的尾差可以解释",
            "2 疑点 V5 到位资金2,888,900.00元，明细实际拨款合计2,889,000.00元，相差100.00元",
            "2 缺失 V15 没有填写成文日期", "2 缺失 V15 没有填写署名",
            "3 疑点 V7 正文“到位资金”1.48亿元，项目数据为4500000元；如果说的是其中一部分，请答复说明",
            "4 缺失 V15 没有填写成文日期", "4 缺失 V15 没有填写署名",
            "5 疑点 V9 “东川区2020年春节游园活动”的完成情况是“受疫情影响，取消”，该行仍有支出227,800.00元",
            "5 疑点 V9 “春节龙狮拜年活动”的完成情况是“受疫情影响，取消”，该行仍有支出110,000.00元",
            "5 缺失 V15 没有填写成文日期", "5 缺失 V15 没有填写署名",
            "5 错误 V1 原文结余0.00元，按拨款减支出应为10,000.00元",
            "5 错误 V2 原文合计“实际支出”2,128,504.60元，各行相加为2,118,504.60元，合计多10,000.00元",
        ];
        var found = new List<string>();
        foreach (var id in Enumerable.Range(1, 5))
        {
            var (_, check) = await db.CheckAsync(id);
            found.AddRange(check.Findings.Where(f => f.Severity != Severity.Hint && !f.Rule.Code.StartsWith("T-", StringComparison.Ordinal)).Select(f => $"{id} {f.Severity.Word()} {f.Rule.Code} {f.Explanation}"));
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    });

    private static async Task<HttpResponseMessage> ActAsync(HttpClient client, Act act) =>
        await client.PostFormAsync("/projects/6", "Act", new Dictionary<string, string?> { ["Form.Act"] = $"{act}" });

    /// <summary>An act that the page does not offer now, such as 送审 from a page that was opened before something stopped it.</summary>
    private static async Task<HttpResponseMessage> ForceAsync(HttpClient client, Act act)
    {
        var token = (await client.GetDocumentAsync("/projects/6/edit")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");
        return await client.PostAsync("/projects/6?handler=Act", new FormUrlEncodedContent([KeyValuePair.Create<string, string>("Form.Act", $"{act}"), KeyValuePair.Create("__RequestVerificationToken", token!)]));
    }

    private static async Task ReturnAsync(HttpClient client, string reason)
    {
        using var answer = await client.PostFormAsync("/projects/6", "Act", new Dictionary<string, string?> { ["Form.Act"] = "Return", ["Form.Reason"] = reason });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.DocumentAsync()).Said());
    }

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, string key, string reason, HttpStatusCode expected)
    {
        var answer = await client.PostFormAsync(Url, "Answer", new Dictionary<string, string?> { ["Form.Key"] = key, ["Form.Reason"] = reason, ["Form.SeenVersion"] = null });
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {(await answer.DocumentAsync()).Said()}");
        return answer;
    }

    private Task<string> KeyAsync(Severity severity) => app.WithDatabaseAsync(async db => (await db.CheckAsync(6)).Check.Findings.First(f => f.Severity == severity).Key());

    /// <summary>The number on the tab and the number in the list.</summary>
    private static async Task<(int Tab, int List)> CountsAsync(HttpClient client)
    {
        int Number(AngleSharp.Dom.IElement? element) => element is null ? 0 : int.Parse(string.Concat(element.TextContent.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
        return (Number((await client.GetDocumentAsync("/projects/6")).QuerySelector(".tabs .check-count")), Number((await client.GetDocumentAsync("/projects")).QuerySelector("a[href='/projects/6/check'] .check-count")));
    }

    private Task ChangeSpentAsync(decimal spent) => app.WithDatabaseAsync(async db =>
    {
        var project = (await db.Projects.LoadWholeAsync(6))!;
        var line = project.Lines[0];
        Assert.True(project.Apply(LineChanges.Of(new LineChange(line.Id, line.Version, line.Entry with { Spent = spent, BalanceReason = null }))).Applied);
        await db.Doing(AuditChain.Of(project), "改支出").SaveChangesAsync();
    });

    private Task CompleteAsync() => app.WithDatabaseAsync(async db =>
    {
        var answers = (await db.Projects.LoadWholeAsync(5))!.Evaluation.Scores.ToDictionary(s => s.IndicatorId, s => s.Input);
        var project = (await db.Projects.LoadWholeAsync(6))!;
        var missing = (await db.SheetOfAsync(project, await db.TreeOfAsync(project)))!.Missing;
        foreach (var (indicator, input) in answers.Where(a => missing.Any(m => m.IndicatorId == a.Key)))
        {
            project.Evaluation.Enter(indicator, null, input, null, null);
        }

        foreach (var section in project.Sections.Where(s => s.Required && !s.IsWritten).ToList())
        {
            project.WriteSection(section.Id, section.Version, section.Body.Length == 0 ? "已按方案完成。" : section.Body + "\n已按方案完成。");
        }

        await db.Doing(AuditChain.Of(project), "准备").SaveChangesAsync();
    });
}

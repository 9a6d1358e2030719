using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Excel;
using PerfEval.Tests.Security;
using PerfEval.Tests.Support;
using PerfEval.Web.Pages.Projects;

namespace PerfEval.Tests.Projects;

/// <summary>Excel in and out through the pages: download, fill in, upload, look, import.</summary>
public sealed class SpendingImportTests : IDisposable
{
    private const string Import = "/projects/6/spending/import";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_template_is_filled_in_previewed_and_imported_in_one_save()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var before = await LinesAsync();
        var template = await FileAsync(client, "/projects/6/spending/template.xlsx", "支出明细模板.xlsx");
        var stored = await app.StoredAsync();
        using var preview = await UploadAsync(client, TemplateTests.Change(template, ("H5", 1234.5m), ("B40", "新的一项"), ("G40", 500m), ("H40", 400m), ("J40", "节约")), "年终明细.xlsx");
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var page = await preview.DocumentAsync();
        Assert.Contains($"已识别 {before.Count + 1} 行：新增 1、修改 1、未变 {before.Count - 1}、跳过 0。", page.GetElementById("preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["5", before[0].Item, "实际支出", PerfEval.Domain.Money.Show(before[0].Spent!.Value), "1,234.50"], page.QuerySelectorAll("#changed tbody tr td").Select(c => c.TextContent));
        Assert.Equal(["40", "", "新的一项", "", "500.00", "400.00", "100.00", "节约"], page.QuerySelectorAll("#added tbody tr td").Select(c => c.TextContent.Trim()));
        Assert.Equal(stored, await app.StoredAsync());

        using var done = await client.SendFormAsync(Import, page.Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal("/projects/6/spending", done.Headers.Location!.ToString());
        Assert.Contains("已导入：新增1行、修改1行。", await client.GetStringAsync("/projects/6/spending"), StringComparison.Ordinal);
        var after = await LinesAsync();
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal((1234.5m, "新的一项"), (after[0].Spent, after[^1].Item));
        var audit = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Act == "导入支出明细").ToListAsync());
        Assert.Matches(@"^年终明细\.xlsx：新增1行、修改1行，未变\d+行，SHA-256 [0-9A-F]{64}$", Assert.Single(audit).Reason!);

        // The file is gone after the import: sent again, nothing happens twice.
        using var again = await client.SendFormAsync(Import, page.Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("上传的文件已过期", (await again.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "uploads")));
    }

    [Fact]
    public async Task Faults_are_all_shown_the_marked_file_comes_back_and_nothing_is_imported()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var template = await FileAsync(client, "/projects/6/spending/template.xlsx", "支出明细模板.xlsx");
        var before = await app.StoredAsync();
        using var answer = await UploadAsync(client, TemplateTests.Change(template, ("H5", "很多"), ("B6", ""), ("B40", "新的一项"), ("G40", 1m)), "明细.xlsx");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Equal(
            [("支出明细!H5", "实际支出", "很多", "不是数字"), ("支出明细!B6", "项目", "", "没有填写")],
            page.QuerySelectorAll("#faults tbody tr").Select(r => r.Children.Select(c => c.TextContent).ToArray()).Select(c => (c[1], c[2], c[3], c[4])));
        Assert.Null(page.GetElementById("commit"));

        using var marked = await client.SendFormAsync(Import, page.Form("Marked"), new Dictionary<string, string?>());
        Assert.Equal((HttpStatusCode.OK, Xlsx), (marked.StatusCode, marked.Content.Headers.ContentType!.MediaType));
        Assert.Equal("明细（已标注错误）.xlsx", marked.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Empty(TemplateTests.Faults(await marked.Content.ReadAsByteArrayAsync()));

        // A commit that nobody offered.
        var form = page.Form("Marked");
        form.SetAttribute("action", Import + "?handler=Commit");
        using var forced = await client.SendFormAsync(Import, form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, forced.StatusCode);
        Assert.Contains("文件还有错误或待确认之处，没有导入", (await forced.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task Rows_that_changed_after_the_preview_answer_409_with_what_is_stored_now()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var template = await FileAsync(client, "/projects/6/spending/template.xlsx", "支出明细模板.xlsx");
        using var preview = await UploadAsync(client, TemplateTests.Change(template, ("H5", 7m)));
        var page = await preview.DocumentAsync();
        await ColleagueAsync(line => line with { Spent = 99 });
        using var late = await client.SendFormAsync(Import, page.Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var shown = await late.DocumentAsync();
        Assert.Contains("预览之后，有人改动了本项目的支出明细", shown.Said(), StringComparison.Ordinal);
        Assert.Equal(99, (await LinesAsync())[0].Spent);

        // The file was downloaded before the colleague saved: the row is left out unless the person decides otherwise.
        Assert.Equal(["实际支出", "99.00", "7.00"], shown.QuerySelectorAll("#conflicts tbody td").Skip(2).Take(3).Select(c => c.TextContent));
        using var kept = await client.SendFormAsync(Import, shown.Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(99, (await LinesAsync())[0].Spent);
        using var again = await UploadAsync(client, TemplateTests.Change(template, ("H5", 7m)));
        using var won = await client.SendFormAsync(Import, (await again.DocumentAsync()).Form("Commit"), new Dictionary<string, string?> { ["Overwrite"] = "5" });
        Assert.Equal(HttpStatusCode.Redirect, won.StatusCode);
        Assert.Equal(7, (await LinesAsync())[0].Spent);
    }

    [Fact]
    public async Task A_table_in_ten_thousands_is_asked_about_and_read_as_chosen()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var content = new Book().Sheet("表", ["项目", "实际拨款", "实际支出"], ["大额采购", 400, 300]).ToBytes();
        using var answer = await UploadAsync(client, content);
        var page = await answer.DocumentAsync();
        Assert.Contains("文件里的金额是万元吗？", page.GetElementById("unit-question")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("commit"));
        using var chosen = await client.SendFormAsync(Import, page.Form("#unit-question form"), new Dictionary<string, string?> { ["Unit"] = "Wan" });
        using var done = await client.SendFormAsync(Import, (await chosen.DocumentAsync()).Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(4_000_000m, (await LinesAsync()).Single(l => l.Item == "大额采购").Allocated);
    }

    [Fact]
    public async Task Nothing_is_imported_into_what_was_submitted_but_who_sees_it_may_export()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var content = new Book().Sheet("表", ["项目", "实际拨款"], ["办公", 400_000]).ToBytes();
        using var preview = await UploadAsync(client, content);
        var page = await preview.DocumentAsync();
        await app.WithDatabaseAsync(db => db.Projects.Where(p => p.Id == Sweep.Draft).Select(p => p.Evaluation).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        var before = await app.StoredAsync();
        using var late = await client.SendFormAsync(Import, page.Form("Commit"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Equal(before, await app.StoredAsync());
        Assert.Contains("现在不能导入", (await client.GetDocumentAsync(Import)).Body!.TextContent, StringComparison.Ordinal);

        using var reviewer = await app.SignedInAsync("pingshen");
        await FileAsync(reviewer, "/projects/6/spending/export.xlsx", "支出明细.xlsx");
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync("/projects/6/spending/template.xlsx")).StatusCode);
    }

    [Theory]
    [InlineData("明细.et", "是 WPS 的 .et 格式；请在 Excel 或 WPS 中另存为 .xlsx")]
    [InlineData("大.xlsx", "超过20 MB，没有读取")]
    [InlineData(null, "请选择文件")]
    public async Task What_cannot_be_read_is_said_beside_the_file(string? name, string expected)
    {
        using var client = await app.SignedInAsync("kuaiji");
        using var answer = name is null
            ? await client.SendFormAsync(Import, (await client.GetDocumentAsync(Import)).Form("Preview"), new Dictionary<string, string?>())
            : await UploadAsync(client, new byte[name == "大.xlsx" ? 21_000_000 : 100], name);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, (await answer.DocumentAsync()).GetElementById("error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_file_is_there_for_its_person_and_project_and_one_hour()
    {
        var (folder, time) = (Path.Combine(app.Folder, "waiting"), new Clock());
        var uploads = new WaitingUploads(folder, time);
        var first = await uploads.KeepAsync(1, 6, new([1, 2], "甲.xlsx"), default);
        var other = await uploads.KeepAsync(2, 6, new([3], "乙.xlsx"), default);
        Assert.Equal("甲.xlsx", (await uploads.OpenAsync(1, 6, first, default))!.Name);
        Assert.Null(await uploads.OpenAsync(2, 6, first, default));
        Assert.Null(await uploads.OpenAsync(1, 7, first, default));
        time.Now = time.Now.AddMinutes(61);
        Assert.Null(await uploads.OpenAsync(1, 6, first, default));
        await uploads.KeepAsync(3, 6, new([4], "丙.xlsx"), default);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.Null(await uploads.OpenAsync(2, 6, other, default));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 12, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static async Task<byte[]> FileAsync(HttpClient client, string url, string ending)
    {
        using var answer = await client.GetAsync(url);
        Assert.Equal((HttpStatusCode.OK, Xlsx), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith(ending, answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] content, string name = "明细.xlsx")
    {
        var page = await client.GetDocumentAsync(Import);
        return await client.SendFormAsync(Import, page.Form("Preview"), new Dictionary<string, string?>(), ("Sheet", name, content));
    }

    private Task<List<BudgetLine>> LinesAsync() =>
        app.WithDatabaseAsync(db => db.Set<BudgetLine>().AsNoTracking().Where(l => l.ProjectId == 6).OrderBy(l => l.Position).ToListAsync());

    private Task ColleagueAsync(Func<LineEntry, LineEntry> change) => app.WithDatabaseAsync(async db =>
    {
        var project = (await db.Projects.LoadWholeAsync(6))!;
        var line = project.Lines[0];
        Assert.True(project.Apply(LineChanges.Of(new(line.Id, line.Version, change(line.Entry)))).Applied);
        await db.SaveChangesAsync();
    });
}

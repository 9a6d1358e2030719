using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>佐证材料 as people use it: upload, look, download, delete; and what is refused.</summary>
public sealed class EvidencePageTests : IAsyncLifetime, IDisposable
{
    private const string Url = "/projects/6/evidence";
    private const string Name = "采购合同（终稿）“七夕” \"演出\" & 100%.pdf";

    private readonly App app = new();
    private HttpClient client = null!;

    public async Task InitializeAsync() => client = await app.SignedInAsync("kuaiji");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Several_files_come_at_once_and_lie_where_they_belong()
    {
        var line = (await ProjectAsync()).Lines[2];
        using var answer = await UploadAsync($"line:{line.Id}", ("甲.pdf", Specimens.Pdf("甲")), ("乙.png", Specimens.Png), ("丙.xlsx", Specimens.Xlsx));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var files = (await ProjectAsync()).EvidenceOf(EvidencePlace.Line(line.Id)).ToList();
        Assert.Equal([("甲.pdf", EvidenceKind.Pdf), ("乙.png", EvidenceKind.Picture), ("丙.xlsx", EvidenceKind.Excel)], files.Select(f => (f.Name, f.Kind)));
        var page = await client.GetDocumentAsync($"{Url}?line={line.Id}");
        Assert.Contains($"第{line.Position}行", page.QuerySelector(".group-row")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"line:{line.Id}", page.QuerySelector("#Place option[selected]")!.GetAttribute("value"));
        Assert.Equal(3, page.QuerySelectorAll("tr[id^=file-]").Length);
        Assert.Empty((await client.GetDocumentAsync($"{Url}?target={(await ProjectAsync()).Targets[0].Id}")).QuerySelectorAll("tr[id^=file-]"));
    }

    [Fact]
    public async Task A_file_comes_back_byte_by_byte_under_its_own_name()
    {
        var bytes = Specimens.Pdf(new string('字', 60_000));
        var file = await StoredAsync(Name, bytes);
        Assert.Equal((Name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Name, file.Size, file.Sha256));

        using var shown = await client.GetAsync($"{Url}/{file.Id}");
        Assert.Equal(bytes, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "inline", Name), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType, shown.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("SAMEORIGIN", shown.Headers.GetValues("X-Frame-Options").Single());

        using var saved = await client.GetAsync($"{Url}/{file.Id}?download=true");
        Assert.Equal(("attachment", Name), (saved.Content.Headers.ContentDisposition!.DispositionType, saved.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Contains("sandbox", saved.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", saved.Headers.GetValues("X-Content-Type-Options").Single());

        using var head = await client.SendAsync(new(HttpMethod.Head, $"{Url}/{file.Id}"));
        Assert.Equal((HttpStatusCode.OK, bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        using var part = await client.SendAsync(new(HttpMethod.Get, $"{Url}/{file.Id}") { Headers = { Range = new RangeHeaderValue(100_000, 100_009) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100_000..100_010], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), InlineData("说明.txt", "text/plain")]
    public async Task What_a_browser_does_not_show_is_saved_with_the_type_that_was_found(string name, string mediaType)
    {
        var file = await StoredAsync(name, mediaType == "text/plain" ? "说明 <b>不是网页</b>"u8.ToArray() : Specimens.Xlsx);
        using var answer = await client.GetAsync($"{Url}/{file.Id}");
        Assert.Equal((mediaType, "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("请下载", (await client.GetDocumentAsync($"{Url}/{file.Id}/view")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_files_are_named_with_their_reason_and_the_right_ones_are_kept()
    {
        using var answer = await UploadAsync("project", ("好.pdf", Specimens.Pdf()), ("假.pdf", Specimens.Exe), ("空.pdf", []), ("照片.pdf", Specimens.Png), ("又一份.pdf", Specimens.Pdf()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = (await answer.DocumentAsync()).Said();
        foreach (var sentence in new[] { "已上传1个，下面的没有上传", "“假.pdf”的内容是程序", "“空.pdf”是空的", "“照片.pdf”的扩展名是 .pdf，内容却是图片", "“又一份.pdf”已作为“好.pdf”上传" })
        {
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }

        Assert.Equal(["好.pdf"], (await ProjectAsync()).Evidence.Select(f => f.Name));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so()
    {
        using var answer = await UploadAsync("project");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请选择要上传的文件", (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_with_its_size_and_one_at_the_limit_is_stored()
    {
        var largest = new byte[20 * 1024 * 1024];
        Specimens.Pdf().CopyTo(largest, 0);
        using var answer = await UploadAsync("project", ("大.pdf", [.. largest, 0]), ("满.pdf", largest));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("“大.pdf”（20 MB）大于每个文件的上限20 MB", (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Equal((largest.Length, "满.pdf"), (await ProjectAsync()).Evidence.Select(f => (f.Size, f.Name)).Single());
    }

    [Fact]
    public async Task A_body_above_the_limit_is_answered_before_it_is_read()
    {
        foreach (var (accept, type) in new[] { ("text/html", "text/html"), ("application/json", "application/json") })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Url + "?handler=Upload") { Content = new ByteArrayContent([1]) };
            request.Headers.Accept.ParseAdd(accept);
            request.Content.Headers.ContentLength = 300L * 1024 * 1024;
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(accept == "text/html" ? "超过了大小限制" : JsonEncodedText.Encode("一次上传的内容太大").ToString(), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_script_is_told_in_JSON_what_became_of_each_file()
    {
        var first = await SendAsync("project", ("甲.pdf", Specimens.Pdf()));
        Assert.Equal((200, 0, 0), (first.Status, first.Faults.Count, first.Remarks.Count));
        var again = await SendAsync("project", ("甲.pdf", Specimens.Pdf()));
        Assert.Equal((400, "文件“甲.pdf”已经上传过，内容相同，没有重复保存"), (again.Status, again.Faults.Single()));
        var elsewhere = await SendAsync($"target:{(await ProjectAsync()).Targets[0].Id}", ("乙.pdf", Specimens.Pdf()));
        Assert.Equal((200, "与项目整体的“甲.pdf”是同一文件，两处都保留"), (elsewhere.Status, elsewhere.Remarks.Single()));
        var page = await client.GetDocumentAsync(Url);
        Assert.Contains(page.QuerySelectorAll(".ledger .sub"), s => s.TextContent.Contains("同一文件另见：项目整体", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Places_that_are_not_of_this_project_answer_404_and_store_nothing()
    {
        var (line, target) = await app.WithDatabaseAsync(async db => (
            await db.Projects.Where(p => p.Id == 5).SelectMany(p => p.Lines).Select(l => l.Id).FirstAsync(),
            await db.Projects.Where(p => p.Id == 5).SelectMany(p => p.Targets).Select(t => t.Id).FirstAsync()));
        foreach (var place in new[] { $"line:{line}", $"target:{target}", $"line:{target}", "leaf:999999", "line:1", "", "x" })
        {
            using var answer = await UploadAsync(place, ("甲.pdf", Specimens.Pdf()));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{place}: {answer.StatusCode}");
        }

        Assert.Empty((await ProjectAsync()).Evidence);
        Assert.False(await app.WithDatabaseAsync(db => db.Set<Data.Evidence.EvidenceChunk>().AnyAsync()));
    }

    [Fact]
    public async Task Deleting_takes_the_bytes_and_leaves_name_size_and_hash_in_the_audit_trail()
    {
        var file = await StoredAsync("错传.pdf", Specimens.Pdf());
        using var answer = await client.PostFormAsync(Url, "Remove", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty((await ProjectAsync()).Evidence);
        await app.WithDatabaseAsync(async db =>
        {
            Assert.False(await db.Set<Data.Evidence.EvidenceChunk>().AnyAsync());
            var row = await db.Audit.SingleAsync(a => a.Act == "删除佐证材料");
            Assert.All(new[] { "错传.pdf", file.Sha256, $"{file.Size}" }, text => Assert.Contains(text, row.Changes, StringComparison.Ordinal));
            Assert.Empty(await AuditTrail.VerifyAsync(db));
        });
        using var gone = await client.GetAsync($"{Url}/{file.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        var auditor = await app.SignedInAsync("shenji");
        var trail = (await auditor.GetDocumentAsync("/admin/audit")).QuerySelector("main")!.TextContent;
        Assert.All(new[] { "删除佐证材料", "错传.pdf", file.Sha256 }, text => Assert.Contains(text, trail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_a_colleague_deleted_meanwhile_is_said_to_be_gone()
    {
        var file = await StoredAsync("甲.pdf", Specimens.Pdf());
        var form = (await client.GetDocumentAsync(Url)).Form("Remove");
        using var first = await client.SendFormAsync(Url, form, new Dictionary<string, string?>());
        using var second = await client.SendFormAsync(Url, form, new Dictionary<string, string?>());
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.DoesNotContain($"{file.Id}", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewer_and_leader_see_and_download_and_change_nothing()
    {
        var file = await StoredAsync("甲.pdf", Specimens.Pdf());
        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        foreach (var name in new[] { "pingshen", "lingdao" })
        {
            var other = await app.SignedInAsync(name);
            var page = await other.GetDocumentAsync(Url);
            Assert.NotNull(page.QuerySelector($"tr[id='file-{file.Id}']"));
            Assert.Null(page.QuerySelector("input[type=file], main form[action*=Remove]"));
            using var bytes = await other.GetAsync($"{Url}/{file.Id}?download=true");
            Assert.Equal(file.Size, (await bytes.Content.ReadAsByteArrayAsync()).Length);
            Assert.NotNull((await other.GetDocumentAsync($"{Url}/{file.Id}/view")).QuerySelector("iframe"));
            foreach (var handler in new[] { "Upload", "Remove" })
            {
                var form = page.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
                using var refused = await other.PostAsync($"{Url}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", form), new("row", $"{file.Id}"), new("Place", "project")]));
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }

        Assert.Single((await ProjectAsync()).Evidence);
    }

    [Fact]
    public async Task A_locked_project_gives_nothing_back()
    {
        await StoredAsync("甲.pdf", Specimens.Pdf());
        var form = (await client.GetDocumentAsync(Url)).Form("Remove");
        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EvaluationState.Submitted)));
        using var answer = await client.SendFormAsync(Url, form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("项目已送审，不能修改", (await answer.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Single((await ProjectAsync()).Evidence);
    }

    [Fact]
    public async Task The_pages_of_targets_and_scores_count_the_files()
    {
        var project = await ProjectAsync();
        var leaf = await app.WithDatabaseAsync(async db => (await db.TreeOfAsync(project))!.Leaves()[0].Id);
        using var one = await UploadAsync($"target:{project.Targets[1].Id}", ("甲.pdf", Specimens.Pdf("1")), ("乙.pdf", Specimens.Pdf("2")));
        using var two = await UploadAsync($"leaf:{leaf}", ("丙.pdf", Specimens.Pdf("3")));
        var targets = await client.GetDocumentAsync("/projects/6/targets");
        Assert.Equal("佐证 2", targets.QuerySelector($"a[href='{Url}?target={project.Targets[1].Id}']")!.TextContent.Trim());
        Assert.Equal("上传佐证", targets.QuerySelector($"a[href='{Url}?target={project.Targets[0].Id}']")!.TextContent.Trim());
        var scores = await client.GetDocumentAsync("/projects/6/evaluation");
        Assert.Equal("佐证 1", scores.QuerySelector($"#leaf-{leaf} a[href='{Url}?leaf={leaf}']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Files_of_a_leaf_wait_for_their_tree()
    {
        var project = await ProjectAsync();
        var leaf = await app.WithDatabaseAsync(async db => (await db.TreeOfAsync(project))!.Leaves()[0].Id);
        using var one = await UploadAsync($"leaf:{leaf}", ("甲.pdf", Specimens.Pdf()));
        var own = project.Evaluation.TreeId;
        await app.WithDatabaseAsync(async db =>
        {
            var other = await db.Trees.Where(t => t.Id != own).Select(t => t.Id).FirstAsync();
            await db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.TreeId, other));
        });
        var row = (await client.GetDocumentAsync(Url)).QuerySelector("tr[id^=file-]")!;
        Assert.Contains("原属另一套指标体系的指标", row.TextContent, StringComparison.Ordinal);
        await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(e => e.TreeId, own)));
        Assert.StartsWith("指标 ", (await client.GetDocumentAsync(Url)).QuerySelector(".group-row")!.TextContent, StringComparison.Ordinal);
    }

    // As browsers do it: a quotation mark in the name of a file becomes %22.
    private async Task<HttpResponseMessage> UploadAsync(string place, params (string Name, byte[] Bytes)[] files) => await client.SendFormAsync(
        Url, (await client.GetDocumentAsync(Url)).Form("Upload"), new Dictionary<string, string?> { ["Place"] = place }, [.. files.Select(f => ("Files", f.Name.Replace("\"", "%22", StringComparison.Ordinal), f.Bytes))]);

    private async Task<(int Status, List<string> Faults, List<string> Remarks)> SendAsync(string place, params (string Name, byte[] Bytes)[] files)
    {
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var answer = await UploadAsync(place, files);
        client.DefaultRequestHeaders.Accept.Clear();
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        List<string> Texts(string name) => [.. json.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
        return ((int)answer.StatusCode, Texts("faults"), Texts("remarks"));
    }

    private async Task<EvidenceFile> StoredAsync(string name, byte[] bytes)
    {
        using var answer = await UploadAsync("project", (name, bytes));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.DocumentAsync()).Said());
        return (await ProjectAsync()).Evidence.Single(f => f.Name == name);
    }

    private Task<Project> ProjectAsync() => app.WithDatabaseAsync(async db => (await db.Projects.AsNoTrackingWithIdentityResolution().LoadWholeAsync(6))!);
}

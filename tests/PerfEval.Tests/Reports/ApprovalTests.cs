using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Model;
using PerfEval.Documents.Tests.Pdf;
using PerfEval.Documents.Writing;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Reports;

/// <summary>A draft says that it is one; what was approved stays as it was; whoever takes a copy is written down.</summary>
public sealed class ApprovalTests
{
    private const string File = "/projects/6/report.pdf";

    [Fact]
    public async Task A_draft_says_so_on_every_page_and_in_its_name()
    {
        using var app = new App();
        var client = await app.SignedInAsync("kuaiji");
        var (bytes, name, kind) = await DownloadAsync(client, File + "?save=true");
        Assert.Equal(("2024年度 雨花街道办事处 街道工作经费 绩效评价报告（草稿）.pdf", "attachment"), (name, kind));
        Assert.Equal("inline", (await DownloadAsync(client, File)).Kind);
        using var draft = new Pdf(bytes);
        Assert.All(Pale(draft), share => Assert.InRange(share, 0.01, 0.15));
        Assert.DoesNotContain("草稿", string.Concat(draft.Text(cropped: false)), StringComparison.Ordinal);
        Assert.Contains("每页印有“草稿”", (await client.GetDocumentAsync("/projects/6/report")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_report_is_kept_byte_for_byte()
    {
        using var app = new App();
        var (kuaiji, pingshen, lingdao) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("pingshen"), await app.SignedInAsync("lingdao"));
        await CompleteAsync(app);
        var draft = (await DownloadAsync(kuaiji, File)).Bytes;
        await ActAsync(kuaiji, Act.Submit);
        await ActAsync(pingshen, Act.Accept);
        await ActAsync(pingshen, Act.Approve);

        var stored = Assert.Single(await StoredAsync(app));
        var (bytes, name, _) = await DownloadAsync(lingdao, File + "?save=true");
        Assert.Equal(stored.Pdf, bytes);
        Assert.NotEqual(draft, bytes);
        Assert.Equal("2024年度 雨花街道办事处 街道工作经费 绩效评价报告.pdf", name);
        using (var final = new Pdf(bytes))
        {
            Assert.All(Pale(final), share => Assert.Equal(0, share));
            Assert.Contains($"/CreationDate (D:{stored.At:yyyyMMddHHmmss}Z)", Tool.Output("mutool", "show", final.Path, "trailer/Info"), StringComparison.Ordinal);
        }

        // What it was made from, and with what.
        var printer = app.Services.GetRequiredService<ReportPrinter>();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
        Assert.Equal((stored.Sha256[..12].ToUpperInvariant(), ReportPrinter.EngineVersion, printer.FaceFingerprints), (stored.Code, stored.Engine, stored.Fonts));
        Assert.All(stored.Fonts.Split('\n'), face => Assert.Matches(@"^\S+\.tt[fc] [0-9a-f]{64}$", face));
        Assert.Equal(6, stored.Fonts.Split('\n').Length);
        var records = JsonSerializer.Deserialize<Report>(stored.Records, ScoringJson.Options)!;
        Assert.Equal(bytes, printer.Print(records, "雨花街道办事处", DateTime.SpecifyKind(stored.At, DateTimeKind.Utc)));
        var page = (await lingdao.GetDocumentAsync("/projects/6/report")).Body!.TextContent;
        Assert.Contains($"校验码 {stored.Code}", page, StringComparison.Ordinal);

        // Whatever happens to the rows, the paper stays.
        await app.WithDatabaseAsync(db => db.Set<BudgetLine>().Where(l => l.ProjectId == 6).ExecuteUpdateAsync(s => s.SetProperty(l => l.Spent, 1m)));
        Assert.Equal(bytes, (await DownloadAsync(kuaiji, File)).Bytes);

        // Revoked it is a draft again; approved again it is another paper, and the first is still there.
        await ActAsync(lingdao, Act.Revoke, "支出有误");
        var (reopened, again, _) = await DownloadAsync(pingshen, File);
        Assert.EndsWith("（草稿）.pdf", again, StringComparison.Ordinal);
        Assert.NotEqual(bytes, reopened);
        await ActAsync(pingshen, Act.Approve);
        var both = await StoredAsync(app);
        Assert.Equal(2, both.Count);
        Assert.Equal(bytes, both[0].Pdf);
        Assert.NotEqual(both[0].Sha256, both[1].Sha256);
        Assert.Equal(both[1].Pdf, (await DownloadAsync(lingdao, File)).Bytes);
        await ActAsync(lingdao, Act.Publish);
        Assert.Equal(both[1].Pdf, (await DownloadAsync(lingdao, File)).Bytes);
        Assert.Empty(await app.WithDatabaseAsync(db => AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task The_annex_of_checked_figures_is_printed_where_it_is_asked_for_and_stored_with_the_paper()
    {
        using var app = new App();
        var (kuaiji, pingshen) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("pingshen"));
        await CompleteAsync(app);
        async Task<string> TextAsync()
        {
            using var pdf = new Pdf((await DownloadAsync(kuaiji, File)).Bytes);
            return string.Concat(pdf.Text(cropped: false)).Replace(" ", "", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("数据核对表", await TextAsync(), StringComparison.Ordinal);
        using var saved = await kuaiji.PostFormAsync("/projects/6/edit", "", new Dictionary<string, string?> { ["Form.WithChecks"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var text = await TextAsync();
        foreach (var words in new[] { "数据核对表", "核对内容", "原文数", "核算数", "结论", "全年预算＝年初预算＋调整", "4,500,000.00元", "一致" })
        {
            Assert.Contains(words, text.ReplaceLineEndings(""), StringComparison.Ordinal);
        }

        await ActAsync(kuaiji, Act.Submit);
        await ActAsync(pingshen, Act.Accept);
        await ActAsync(pingshen, Act.Approve);
        Assert.Contains("数据核对表", Assert.Single(await StoredAsync(app)).Records, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_copy_leaves_a_row_with_its_hash()
    {
        using var app = new App();
        var (kuaiji, lingdao) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("lingdao"));
        var before = await app.WithDatabaseAsync(db => db.Audit.MaxAsync(a => a.Id));
        var wanted = new List<(string, string, string?)>();
        foreach (var (client, who, url, act) in new[]
        {
            (kuaiji, "雨花街道会计", File + "?save=true", "下载报告"), (lingdao, "分管领导", "/projects/5/report.pdf", "查看报告"), (lingdao, "分管领导", "/projects/5/report.pdf?save=true", "下载报告"),
        })
        {
            var (bytes, _, _) = await DownloadAsync(client, url);
            wanted.Add((who, act, $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}"));
        }

        var rows = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Id > before).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(wanted, rows.Where(r => r.Act.EndsWith("报告", StringComparison.Ordinal)).Select(r => (r.UserName, r.Act, r.Reason)));
        Assert.Empty(await app.WithDatabaseAsync(db => AuditTrail.VerifyAsync(db)));
    }

    [Fact]
    public async Task A_final_paper_is_the_same_at_every_download()
    {
        using var app = new App();
        using var other = new App();
        var client = await app.SignedInAsync("lingdao");
        var first = (await DownloadAsync(client, "/projects/5/report.pdf")).Bytes;
        Assert.Equal(first, (await DownloadAsync(client, "/projects/5/report.pdf?save=true")).Bytes);
        Assert.Equal(first, (await DownloadAsync(await other.SignedInAsync("lingdao"), "/projects/5/report.pdf")).Bytes);
    }

    [Theory]
    [InlineData("kuaiji2", 6, HttpStatusCode.NotFound), InlineData("lingdao", 999_999, HttpStatusCode.NotFound), InlineData("kuaiji", 0, HttpStatusCode.NotFound)]
    [InlineData("xitong", 5, HttpStatusCode.Forbidden), InlineData("anquan", 5, HttpStatusCode.Forbidden), InlineData("shenji", 5, HttpStatusCode.Forbidden)]
    public async Task Who_may_not_see_the_project_gets_no_paper(string person, int id, HttpStatusCode expected)
    {
        using var app = new App();
        var client = await app.SignedInAsync(person);
        foreach (var url in new[] { $"/projects/{id}/report", $"/projects/{id}/report.pdf", $"/projects/{id}/report.pdf?save=true" })
        {
            using var answer = await client.GetAsync(url);
            Assert.Equal((url, expected), (url, answer.StatusCode));
            Assert.NotEqual("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_character_that_no_face_has_stops_the_approval_and_is_named()
    {
        using var app = new App();
        var (kuaiji, pingshen) = (await app.SignedInAsync("kuaiji"), await app.SignedInAsync("pingshen"));
        await CompleteAsync(app);
        await ActAsync(kuaiji, Act.Submit);
        await ActAsync(pingshen, Act.Accept);
        await app.WithDatabaseAsync(db => db.Set<Section>().Where(x => x.ProjectId == 6 && x.Level == 2).ExecuteUpdateAsync(s => s.SetProperty(x => x.Body, "改善环境😀")));

        const string Sentence = "字库缺字：“😀”（U+1F600";
        using var refused = await pingshen.PostFormAsync("/projects/6", "Act", new Dictionary<string, string?> { ["Form.Act"] = $"{Act.Approve}" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(Sentence, (await refused.DocumentAsync()).Said(), StringComparison.Ordinal);
        Assert.Empty(await StoredAsync(app));
        Assert.Equal(EvaluationState.UnderReview, await app.WithDatabaseAsync(db => db.Evaluations.Where(e => e.ProjectId == 6).Select(e => e.State).SingleAsync()));

        Assert.Contains(Sentence, (await pingshen.GetDocumentAsync("/projects/6/report")).Said(), StringComparison.Ordinal);
        using var file = await pingshen.GetAsync(File);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.StatusCode);
        Assert.Contains(Sentence, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<(byte[] Bytes, string? Name, string? Kind)> DownloadAsync(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{url}: {answer.StatusCode}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var disposition = answer.Content.Headers.ContentDisposition!;
        // RFC 5987, and a plain name for old programs.
        Assert.Contains("filename*=UTF-8''", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.All(answer.Content.Headers.GetValues("Content-Disposition").Single(), c => Assert.InRange(c, ' ', '~'));
        return (await answer.Content.ReadAsByteArrayAsync(), disposition.FileNameStar, disposition.DispositionType);
    }

    private static async Task ActAsync(HttpClient client, Act act, string? reason = null)
    {
        using var answer = await client.PostFormAsync("/projects/6", "Act", new Dictionary<string, string?> { ["Form.Act"] = $"{act}", ["Form.Reason"] = reason });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{act}: {answer.StatusCode} {(await answer.DocumentAsync()).Said()}");
    }

    private static Task<List<ApprovedReport>> StoredAsync(App app) => app.WithDatabaseAsync(db => db.Set<ApprovedReport>().AsNoTracking().OrderBy(r => r.At).ToListAsync());

    /// <summary>Writes what the live draft lacks; its leaves are answered as those of the festival of 2020, which has the same tree.</summary>
    internal static Task CompleteAsync(App app) => app.WithDatabaseAsync(async db =>
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
        await db.SignAndAnswerAsync(6);
    });

    /// <summary>Share of the pixels of each page that have the grey of the watermark.</summary>
    private static List<double> Pale(Pdf pdf)
    {
        var folder = Directory.CreateTempSubdirectory("perfeval-pages-").FullName;
        Tool.Output("pdftoppm", "-gray", "-r", "36", "-aa", "no", "-aaVector", "no", pdf.Path, Path.Combine(folder, "p"));
        var shares = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(page => System.IO.File.ReadAllBytes(page)[13..])
            .Select(pixels => pixels.Count(p => p is >= 228 and <= 231) / (double)pixels.Length).ToList();
        Directory.Delete(folder, recursive: true);
        Assert.Equal(pdf.Sheets.Count, shares.Count);
        return shares;
    }
}

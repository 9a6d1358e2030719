using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfEval.Tests.Admin;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Checks;

/// <summary>/check: paste or upload, see what does not add up, and nothing is kept.</summary>
public class CheckPageTests(App app) : IClassFixture<App>
{
    private const string Wrong = "收到拨款200万元，支出186.5万元，结余14.5万元。\n预算500万元，实际支出480万元，执行率96%。<b>&";

    [Theory]
    [InlineData("kuaiji")]
    [InlineData("pingshen")]
    [InlineData("lingdao")]
    [InlineData("xitong")]
    [InlineData("shenji")]
    public async Task A_pasted_text_comes_back_with_its_marks(string who)
    {
        using var client = await app.SignedInAsync(who);
        var answer = await client.PostFormAsync("/check", "", new Dictionary<string, string?> { ["Text"] = Wrong });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.DocumentAsync();
        var finding = page.GetElementById("finding-1")!;
        Assert.Contains("200万元 - 186.5万元 = 13.5万元，文中写14.5万元", finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("错误", finding.TextContent, StringComparison.Ordinal);
        Assert.Equal("#at-1", finding.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("#finding-1", page.GetElementById("at-1")!.GetAttribute("href"));
        Assert.Contains("480万元 ÷ 500万元 = 96%", page.GetElementById("verified-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("96%", page.GetElementById("right-1")!.TextContent);
        var text = page.QuerySelector(".check-text")!;
        text.QuerySelectorAll(".check-ref").ToList().ForEach(r => r.Remove());
        Assert.Equal(Wrong, text.TextContent.TrimEnd());
        Assert.Equal(Wrong, page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_file_is_read_and_nothing_is_stored()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var rows = await app.WithDatabaseAsync(db => db.Audit.CountAsync());
        var page = await UploadAsync(client, "明细.xlsx", Workbooks.Of(["项目", "拨款", "支出", "结余"], ["道路", "100", "90", "10"], ["绿化", "50", "45", "5"], ["路灯", "30", "20", "0"], ["合计", "180", "155", "15"]), HttpStatusCode.OK);
        Assert.Contains("路灯：30 - 20 = 10，文中写0", page, StringComparison.Ordinal);
        page = await UploadAsync(client, "报告.docx", Documents.Of("一、基本情况", "共支出90万元，其中：甲60万元，乙40万元。"), HttpStatusCode.OK);
        Assert.Contains("60万元 + 40万元 = 100万元，文中写90万元", page, StringComparison.Ordinal);
        page = await UploadAsync(client, "报告.txt", Encoding.GetEncoding("GB18030").GetBytes("共支出90万元，其中：甲60万元，乙50万元。"), HttpStatusCode.OK);
        Assert.Contains("60万元 + 50万元 = 110万元", page, StringComparison.Ordinal);
        Assert.Equal(rows, await app.WithDatabaseAsync(db => db.Audit.CountAsync()));
    }

    [Theory]
    [InlineData("空.txt", "", "是空的")]
    [InlineData("扫描.pdf", "%PDF-1.7", "是 PDF")]
    [InlineData("旧.doc", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "旧的 .doc")]
    [InlineData("图.png", "\u0089PNG\u0000\u0001", "不是文字或表格")]
    [InlineData("坏.docx", "PK\u0003\u0004broken", "不是能读取的表格，或已损坏")]
    public async Task A_wrong_file_is_refused_by_name(string name, string content, string expected)
    {
        using var client = await app.SignedInAsync("kuaiji");
        var page = await UploadAsync(client, name, Encoding.Latin1.GetBytes(content), HttpStatusCode.BadRequest);
        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_refused_and_what_was_typed_stays()
    {
        using var client = await app.SignedInAsync("kuaiji");
        var answer = await client.PostFormAsync("/check", "", new Dictionary<string, string?> { ["Text"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请粘贴要核对的文字，或选择一个文件", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        answer = await client.PostFormAsync("/check", "", new Dictionary<string, string?> { ["Text"] = new string('字', 200_001) });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("超过200000个字", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200_001, page.QuerySelector("textarea")!.TextContent.Trim().Length);
    }

    private static async Task<string> UploadAsync(HttpClient client, string name, byte[] content, HttpStatusCode expected)
    {
        var page = await client.GetDocumentAsync("/check");
        var answer = await client.SendFormAsync("/check", page.Form(""), new Dictionary<string, string?>(), ("Document", name, content));
        Assert.Equal(expected, answer.StatusCode);
        return (await answer.DocumentAsync()).Body!.TextContent;
    }
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Organisations;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Admin;

public sealed class ImportTests : IDisposable
{
    private const string Units = "/admin/organisations/import";
    private const string People = "/admin/users/import";
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_workbook_is_previewed_then_imported_children_before_parents_included()
    {
        using var client = await app.SignedInAsync("xitong");
        var before = await CountAsync();
        var preview = await UploadAsync(client, Units, "单位.xlsx", Workbooks.Of(
            ["呈贡区单位名单"],
            ["上级单位", "单位名称", "备注", "单位类别", "单位编码"],
            ["CG-LJ", "龙街社区", "", "社区", "cg-lj-01"],
            [],
            ["CG", "　龙街街道办事处 ", "新设", "街道", "CG-LJ"],
            ["CG", "雨花街道", "改名", "街道办事处", "CG-YH"],
            ["CG", "一〇〇一所", "", "部门", "1001"]));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Equal(before, await CountAsync());
        var page = await preview.DocumentAsync();
        Assert.Contains("更新（原为“雨花街道办事处”", page.Body!.TextContent, StringComparison.Ordinal);

        var done = await client.SendFormAsync(Units, page.Form(""), new Dictionary<string, string?>());
        Assert.Equal("/admin/organisations", done.Headers.Location!.ToString());
        Assert.Equal(before + 3, await CountAsync());
        var child = await app.WithDatabaseAsync(db => db.Organisations.Include(o => o.Parent).FirstAsync(o => o.Code == "CG-LJ-01"));
        Assert.Equal("/KM/CG/CG-LJ/CG-LJ-01/", child.Path);
        Assert.Equal("龙街街道办事处", child.Parent!.Name);
        Assert.Equal(OrganisationKind.StreetOffice, child.Parent.Kind);
        Assert.Equal("雨花街道", await app.WithDatabaseAsync(db => db.Organisations.Where(o => o.Code == "CG-YH").Select(o => o.Name).FirstAsync()));
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_said_and_nothing_is_stored()
    {
        using var client = await app.SignedInAsync("xitong");
        var before = await CountAsync();
        var answer = await UploadAsync(client, Units, "单位.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(
            "单位编码,单位名称,单位类别,上级单位\r\n"
            + "CG-A,甲街道办事处,街道办事处,CG\r\n"
            + "CG-B,乙街道办事处,大队,XX\r\n"
            + "CG-A,丙街道办事处,街道办事处,CG\r\n"
            + "\"坏 码\",,街道办事处,CG\r\n"
            + "CG-X,丁,部门,CG-Y\r\n"
            + "CG-Y,戊,部门,CG-X\r\n"
            + "CG-YH,雨花街道办事处,街道办事处,KM\r\n"
            + "CG-Z,呈贡区财政局,财政局,CG\r\n")).ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = (await answer.DocumentAsync()).QuerySelectorAll(".faults li").Select(l => l.TextContent).ToList();
        Assert.Equal(
            [
                "第3行“单位类别”：“大队”不是可用的类别，请填市、区（县）、财政局、部门、街道办事处或社区",
                "第3行“上级单位”：没有编码为 XX 的单位，请先导入上级或改正编码",
                "第4行“单位编码”：与第2行重复（CG-A），请删去一行或改正编码",
                "第5行“单位名称”：没有填写",
                "第5行“单位编码”：单位编码只能用字母、数字和连字符，1至40位",
                "第6行“上级单位”：CG-X 的上级绕成一圈，请改正编码",
                "第7行“上级单位”：CG-Y 的上级绕成一圈，请改正编码",
                "第8行“上级单位”：CG-YH 现在的上级是 CG；导入不移动单位，请在单位页面移动或改正编码",
                "第9行“单位名称”：同一上级下已有“呈贡区财政局”（CG-CZ），请改名或删去一行",
            ],
            faults);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task People_from_a_GB18030_list_sign_in_with_the_passwords_that_are_shown_once()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var client = await app.SignedInAsync("xitong");
        var preview = await UploadAsync(client, People, "用户.csv", Encoding.GetEncoding("GB18030").GetBytes(
            "姓名,用户名,单位编码\n王会计,wang,CG-YH\n李会计,li.si,cg-wjy\n"));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var page = await preview.DocumentAsync();
        Assert.Contains("王会计", page.Body!.TextContent, StringComparison.Ordinal);

        var form = page.Form("");
        var done = await (await client.SendFormAsync(People, form, new Dictionary<string, string?>())).DocumentAsync();
        var rows = done.QuerySelectorAll("table.ledger tbody tr").Select(r => r.Children.Select(c => c.TextContent).ToArray()).ToList();
        Assert.Equal(["wang", "li.si"], rows.Select(r => r[0]));
        await app.SignedInAsync("wang", rows[0][3]);

        // The same preview sent twice must not make them twice.
        var twice = await client.SendFormAsync(People, form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.DoesNotContain(rows[0][3], await app.WithDatabaseAsync(async db => string.Join('\n', await db.Audit.Select(a => a.Changes).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_in_a_list_of_people_are_all_said()
    {
        using var client = await app.SignedInAsync("xitong");
        var answer = await UploadAsync(client, People, "用户.csv", Encoding.UTF8.GetBytes(
            "用户名,姓名,单位编码\nKUAIJI,甲,CG-YH\nx y,,NO\nnew,乙,CG-YH\nNew,丙,CG-YH\n"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [
                "第2行“用户名”：“KUAIJI”已被使用，请换一个或删去该行",
                "第3行“用户名”：“x y”只能用字母、数字和 - . _",
                "第3行“姓名”：没有填写",
                "第3行“单位编码”：没有编码为 NO 的单位，请先导入单位或改正编码",
                "第5行“用户名”：与第4行重复（New），请删去一行或换一个",
            ],
            (await answer.DocumentAsync()).QuerySelectorAll(".faults li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Rows_that_were_not_sealed_here_are_refused()
    {
        using var client = await app.SignedInAsync("xitong");
        var page = await client.GetDocumentAsync(Units);
        var answer = await client.SendFormAsync(Units, page.Form(""), new Dictionary<string, string?> { ["Commit"] = "true", ["Rows"] = "AAAA" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("校验结果已过期", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "a.pdf", "%PDF-1.7 abc"u8.ToArray(), "是 PDF，不是表格" },
        { "a.csv", [0x89, 0x50, 0, 1, 2, 3], "不是表格" },
        { "a.xlsx", "PK\u0003\u0004 broken"u8.ToArray(), "已损坏；请在 Excel 或 WPS 中另存为 .xlsx" },
        { "a.et", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0], ".et 格式；请在 Excel 或 WPS 中另存为 .xlsx" },
        { "a.csv", "单位编码,单位名称\n1,2\n"u8.ToArray(), "表头缺少“单位类别”“上级单位”" },
        { "a.csv", "第一列,第二列\n1,2\n"u8.ToArray(), "没有找到表头" },
        { "a.csv", "单位编码,单位名称,单位类别,上级单位\n"u8.ToArray(), "只有表头，没有内容" },
        { "a.csv", new byte[3 * 1024 * 1024], "超过2 MB" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_is_no_list_is_refused_with_the_remedy(string name, byte[] content, string expected)
    {
        using var client = await app.SignedInAsync("xitong");
        var answer = await UploadAsync(client, Units, name, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, (await answer.DocumentAsync()).GetElementById("error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string url, string name, byte[] content)
    {
        var page = await client.GetDocumentAsync(url);
        return await client.SendFormAsync(url, page.Form(""), new Dictionary<string, string?>(), ("Sheet", name, content));
    }

    private Task<int> CountAsync() => app.WithDatabaseAsync(db => db.Organisations.CountAsync());
}

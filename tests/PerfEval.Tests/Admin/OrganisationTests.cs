using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Admin;

public sealed class OrganisationTests : IDisposable
{
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Who_saves_second_sees_the_others_values_and_keeps_what_was_typed()
    {
        using var client = await app.SignedInAsync("xitong");
        var url = await EditAsync("CG-WJY");
        var open = (await client.GetDocumentAsync(url)).Form("");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync(url, "", Name("吴家营街道"))).StatusCode);

        var late = await client.SendFormAsync(url, open, Name("吴家营办事处"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.DocumentAsync();
        Assert.Equal("吴家营办事处", page.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Contains("吴家营街道", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        // Having seen it, saving again is a decision.
        Assert.Equal(HttpStatusCode.Redirect, (await client.SendFormAsync(url, page.Form(""), new Dictionary<string, string?>())).StatusCode);
    }

    [Fact]
    public async Task A_branch_moves_whole_and_never_below_itself()
    {
        using var client = await app.SignedInAsync("xitong");
        var (city, district) = (await IdAsync("KM"), await IdAsync("CG"));
        await client.PostFormAsync("/admin/organisations/new", "", new Dictionary<string, string?>
        {
            ["Form.Code"] = "pl",
            ["Form.Name"] = "盘龙区",
            ["Form.Kind"] = "District",
            ["Form.ParentId"] = $"{city}",
        });
        var circle = await client.PostFormAsync($"/admin/organisations/{city}", "", new Dictionary<string, string?> { ["Form.ParentId"] = $"{district}" });
        Assert.Equal(HttpStatusCode.BadRequest, circle.StatusCode);

        await client.PostFormAsync($"/admin/organisations/{district}", "", new Dictionary<string, string?> { ["Form.ParentId"] = $"{await IdAsync("PL")}" });
        Assert.Equal("/KM/PL/CG/CG-YH/", await app.WithDatabaseAsync(db => db.Organisations.Where(o => o.Code == "CG-YH").Select(o => o.Path).FirstAsync()));
    }

    [Fact]
    public async Task A_unit_with_people_stays_open_and_a_taken_code_is_said_at_its_field()
    {
        using var client = await app.SignedInAsync("xitong");
        var refused = await client.PostFormAsync(await EditAsync("CG-YH"), "Disable", new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("还有1个在用的用户", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var taken = await client.PostFormAsync("/admin/organisations/new", "", new Dictionary<string, string?>
        {
            ["Form.Code"] = "cg-yh",
            ["Form.Name"] = "雨花",
            ["Form.Kind"] = "StreetOffice",
        });
        Assert.Contains("CG-YH 已被使用", (await taken.DocumentAsync()).GetElementById("Form_Code-error")!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Name(string name) => new() { ["Form.Name"] = name };

    private async Task<string> EditAsync(string code) => $"/admin/organisations/{await IdAsync(code)}";

    private Task<int> IdAsync(string code) => app.WithDatabaseAsync(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Id).FirstAsync());
}

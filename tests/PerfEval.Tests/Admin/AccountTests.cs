using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Access;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Admin;

/// <summary>Each test has a program of its own: they change who may do what.</summary>
public sealed class AccountTests : IDisposable
{
    private static readonly Dictionary<string, string?> Nothing = [];
    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_new_person_gets_a_password_once_chooses_their_own_and_works_only_with_a_role()
    {
        using var system = await app.SignedInAsync("xitong");
        var answer = await system.PostFormAsync("/admin/users/new", "", new Dictionary<string, string?>
        {
            ["Form.UserName"] = "xinren",
            ["Form.DisplayName"] = "新人",
            ["Form.OrganisationId"] = $"{await UnitAsync("CG-YH")}",
        });
        var url = answer.Headers.Location!.ToString();
        var password = (await system.GetDocumentAsync(url)).QuerySelector(".one-time")!.TextContent;
        Assert.Null((await system.GetDocumentAsync(url)).QuerySelector(".one-time"));

        using var person = await app.SignedInAsync("xinren", password);
        Assert.Equal("/account/password", (await person.GetAsync("/")).Headers.Location!.ToString());
        var weak = await person.PostFormAsync("/account/password", "", Passwords(password, "12345678"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Contains("大写字母", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostFormAsync("/account/password", "", Passwords(password, "Own-Word-2026"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/projects")).StatusCode);

        using var security = await app.SignedInAsync("anquan");
        await GrantAsync(security, "xinren", Role.Accountant);
        using var again = await app.SignedInAsync("xinren", "Own-Word-2026");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/projects")).StatusCode);
    }

    [Fact]
    public async Task Somebody_disabled_is_out_at_the_next_click_and_stays_out()
    {
        using var person = await app.SignedInAsync("kuaiji");
        using var system = await app.SignedInAsync("xitong");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/account/password")).StatusCode);

        await system.PostFormAsync(await EditAsync("kuaiji"), "Disable", Nothing);

        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/account/password")).StatusCode);
        using var again = app.Anonymous();
        var answer = await again.SignInAsync("kuaiji", Data.Demo.DemoAccounts.Password);
        Assert.Contains("用户名或口令不正确", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await system.PostFormAsync(await EditAsync("kuaiji"), "Enable", Nothing);
        await app.SignedInAsync("kuaiji");
    }

    [Fact]
    public async Task A_changed_role_ends_what_is_open_and_is_recorded_with_its_reason()
    {
        using var person = await app.SignedInAsync("kuaiji2");
        using var security = await app.SignedInAsync("anquan");
        var answer = await GrantAsync(security, "kuaiji2", Role.Reviewer, await UnitAsync("CG"), "岗位调整");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/account/password")).StatusCode);
        var row = await app.WithDatabaseAsync(db => db.Audit.OrderByDescending(a => a.Id).FirstAsync(a => a.Act == "授予角色"));
        Assert.Equal("kuaiji2：岗位调整", row.Reason);
        Assert.Equal("安全管理员", row.UserName);
        Assert.Contains("\"Role\":[\"Accountant\",\"Reviewer\"]", row.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accountant_has_no_branch()
    {
        using var security = await app.SignedInAsync("anquan");
        var answer = await GrantAsync(security, "kuaiji", Role.Accountant, await UnitAsync("KM"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("只有评审和领导有管辖范围", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrators_cannot_be_taken_away_and_nobody_touches_themselves()
    {
        using var security = await app.SignedInAsync("anquan");
        using var system = await app.SignedInAsync("xitong");

        Assert.Contains("最后一位", await RefusedAsync(GrantAsync(security, "xitong", Role.Accountant)), StringComparison.Ordinal);
        Assert.Contains("最后一位", await RefusedAsync(system.PostFormAsync(await EditAsync("anquan"), "Disable", Nothing)), StringComparison.Ordinal);
        Assert.Contains("自己", await RefusedAsync(PostBareAsync(system, "xitong", "Disable")), StringComparison.Ordinal);
        Assert.Contains("自己", await RefusedAsync(GrantAsync(security, "anquan", null)), StringComparison.Ordinal);

        await GrantAsync(security, "kuaiji2", Role.SystemAdministrator);
        Assert.Equal(HttpStatusCode.Redirect, (await GrantAsync(security, "xitong", Role.Auditor)).StatusCode);
    }

    [Fact]
    public async Task The_two_administrators_do_not_do_each_others_work()
    {
        using var security = await app.SignedInAsync("anquan");
        using var system = await app.SignedInAsync("xitong");
        Assert.Empty((await security.GetDocumentAsync(await EditAsync("kuaiji"))).QuerySelectorAll("[name='Form.DisplayName']"));
        Assert.Empty((await system.GetDocumentAsync(await EditAsync("kuaiji"))).QuerySelectorAll("[name='Grant.Role']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PostBareAsync(security, "kuaiji", "Disable")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostBareAsync(system, "kuaiji", "Role")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync("/admin/users/99999")).StatusCode);
    }

    [Fact]
    public async Task A_reset_password_unlocks_and_works_once()
    {
        using var stranger = app.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await stranger.SignInAsync("pingshen", "Wrong@2026");
        }

        using var system = await app.SignedInAsync("xitong");
        var url = await EditAsync("pingshen");
        await system.PostFormAsync(url, "Reset", Nothing);
        var password = (await system.GetDocumentAsync(url)).QuerySelector(".one-time")!.TextContent;
        using var person = await app.SignedInAsync("pingshen", password);
        Assert.Equal("/account/password", (await person.GetAsync("/reviews")).Headers.Location!.ToString());
    }

    private static Dictionary<string, string?> Passwords(string old, string chosen) =>
        new() { ["Form.Old"] = old, ["Form.New"] = chosen, ["Form.Repeat"] = chosen };

    private static async Task<string> RefusedAsync(Task<HttpResponseMessage> post)
    {
        var answer = await post;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.DocumentAsync()).GetElementById("error-summary")!.TextContent;
    }

    private async Task<HttpResponseMessage> GrantAsync(HttpClient security, string userName, Role? role, int? scope = null, string? reason = null)
    {
        var url = await EditAsync(userName);
        var page = await security.GetDocumentAsync(url);
        var form = page.Form("Role");
        form.QuerySelector("fieldset")!.RemoveAttribute("disabled");
        return await security.SendFormAsync(url, form, new Dictionary<string, string?>
        {
            ["Grant.Role"] = role?.ToString() ?? "",
            ["Grant.ScopeOrganisationId"] = scope?.ToString() ?? "",
            ["Grant.Reason"] = reason,
        });
    }

    // A post for which the page offers no button: with a token, as somebody would forge it.
    private async Task<HttpResponseMessage> PostBareAsync(HttpClient client, string userName, string handler)
    {
        var url = await EditAsync(userName);
        var token = (await client.GetDocumentAsync(url)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync($"{url}?handler={handler}", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    private async Task<string> EditAsync(string userName) =>
        $"/admin/users/{await app.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).FirstAsync())}";

    private Task<int> UnitAsync(string code) => app.WithDatabaseAsync(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Id).FirstAsync());
}

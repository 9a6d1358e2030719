using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Auditing;
using PerfEval.Data.Demo;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Account;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("kuaiji", "Wrong@2026")]
    [InlineData("nobody", "Wrong@2026")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string name, string password)
    {
        using var client = app.Anonymous();
        var answer = await client.SignInAsync(name, password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Equal("用户名或口令不正确，请重新输入。", page.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.Equal(name, page.QuerySelector("[name='Form.UserName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_attempt_is_recorded_with_person_and_outcome()
    {
        using var client = app.Anonymous();
        await client.SignInAsync("lingdao", "Wrong@2026");
        await client.SignInAsync("lingdao", DemoAccounts.Password);
        using var stranger = app.Anonymous();
        await stranger.SignInAsync("ghost", "Wrong@2026");

        var rows = await app.WithDatabaseAsync(db => db.Audit.Where(a => a.Chain == AuditChain.SignIns)
            .OrderByDescending(a => a.Sequence).Take(3).Select(a => new { a.UserName, a.Act, a.Reason }).ToListAsync());
        Assert.Equal([("系统", "登录失败", "ghost：没有该用户"), ("分管领导", "登录", "lingdao"), ("分管领导", "登录失败", "lingdao：口令不正确")],
            rows.Select(r => (r.UserName, r.Act, r.Reason!)));
        Assert.NotNull(await app.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == "lingdao").Select(u => u.LastSignInAt).FirstAsync()));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var client = app.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.SignInAsync("kuaiji2", "Wrong@2026");
        }

        var answer = await client.SignInAsync("kuaiji2", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("15分钟", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/password", "/account/password")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    public async Task After_signing_in_one_lands_on_our_own_pages_only(string from, string expected)
    {
        using var client = app.Anonymous();
        var answer = await client.SignInAsync("shenji", DemoAccounts.Password, from);
        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_closes_the_pages()
    {
        using var client = await app.SignedInAsync("shenji");
        var page = await client.GetDocumentAsync("/account/password");
        var answer = await client.SendFormAsync("/", page.Form("form[action='/account/logout']"), new Dictionary<string, string?>());

        Assert.Equal("/account/login", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account/password")).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_way_back()
    {
        using var client = app.Anonymous();
        using var body = new FormUrlEncodedContent([new("Form.UserName", "kuaiji"), new("Form.Password", DemoAccounts.Password)]);
        var answer = await client.PostAsync("/account/login", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("页面已过期", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_role_says_why_it_stays_closed()
    {
        using var client = await app.SignedInAsync("kuaiji");
        Assert.Contains("无权访问", (await client.GetDocumentAsync("/admin/users", HttpStatusCode.Forbidden)).Title!, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await client.GetDocumentAsync("/no/such/page", HttpStatusCode.NotFound)).Title!, StringComparison.Ordinal);
    }
}

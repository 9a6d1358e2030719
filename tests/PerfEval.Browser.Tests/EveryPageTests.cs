using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;

namespace PerfEval.Browser.Tests;

/// <summary>
/// What holds on every page: nothing that keeps people with disabilities out, nothing wider than a 1366-pixel screen, no
/// complaint in the console (where the content security policy speaks too), nothing asked of another host.
/// </summary>
public sealed class EveryPageTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string, string[]> Walks() => new()
    {
        { "", ["/account/login", "/survey/thanks"] },
        {
            "kuaiji",
            [
                "/", "/projects", "/projects?q=不存在的项目", "/projects/new", "/projects/6", "/projects/6/edit", "/projects/6/funding", "/projects/6/spending", "/projects/6/spending?plain=1", "/projects/6/spending/import",
                "/projects/6/targets", "/projects/6/survey", "/projects/6/survey/edit", "/projects/6/survey/sheets", "/projects/6/survey/tally", "/projects/6/survey/print", "/projects/6/evidence", "/projects/6/implementation", "/projects/6/narrative", "/projects/6/evaluation", "/projects/6/evaluation/comparison", "/projects/6/carry-over", "/projects/6/carried", "/projects/6/check", "/check", "/account/password", "/there-is-no-such-page",
            ]
        },
        {
            "pingshen",
            [
                "/", "/reviews", "/projects", "/projects/1", "/projects/5", "/projects/5/spending", "/projects/5/narrative", "/projects/5/evaluation", "/projects/5/check",
                "/indicators", "/indicators/1", "/indicators/1/rule/46", "/indicators/new", "/indicators/import", "/indicators/compare?from=1&to=2", "/indicators/1/replay?All=true",
            ]
        },
        { "lingdao", ["/", "/projects", "/projects/2", "/projects/3/spending", "/projects/4/narrative", "/indicators", "/indicators/1"] },
        { "xitong", ["/", "/admin/users", "/admin/users/new", "/admin/users/import", "/admin/organisations", "/admin/organisations/new"] },
        { "anquan", ["/", "/admin/users", "/admin/organisations"] },
        { "shenji", ["/", "/admin/audit"] },
    };

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("pingshen", "/projects/5/funding", "/projects/5/targets", "/projects/5/survey", "/projects/5/evidence", "/projects/5/implementation", "/indicators/2", "/indicators/3", "/indicators/new?from=1", "/indicators/compare")]
    public Task The_same_pages_read_only_are_accessible_too(string userName, params string[] paths) => Every_page_is_accessible_fits_and_is_quiet(userName, paths);

    [Theory]
    [MemberData(nameof(Walks))]
    public Task Every_page_is_accessible_fits_and_is_quiet(string userName, string[] paths) => stage.PlayAsync(
        async play =>
        {
            var page = userName.Length == 0 ? await play.OpenAsync(paths[0]) : await play.SignInAsync(userName);
            foreach (var path in paths)
            {
                var answer = await page.GotoAsync(path);
                Assert.Equal(path == "/there-is-no-such-page" ? 404 : 200, answer!.Status);
                play.Faults.AddRange(await LookAsync(page, path));
            }
        },
        $"{nameof(EveryPageTests)}-{userName}");

    [Fact]
    public Task A_refused_form_is_accessible_too() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending?plain=1");
        await page.Field("实际支出").FillAsync("abc");
        await page.RowOfField("实际支出").Button("添加").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        play.Faults.AddRange(await LookAsync(page, "refused spending line"));
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).Last.ClickAsync();
        await Assertions.Expect(page.Field("实际支出")).ToBeFocusedAsync();
    });

    /// <summary>What is wrong with the page as it stands: too wide, or shut to people with disabilities.</summary>
    internal static async Task<List<string>> LookAsync(IPage page, string path)
    {
        var faults = new List<string>();
        var wide = await page.EvaluateAsync<string>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
              [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).join('; ')
                + ' (page ' + document.documentElement.scrollWidth + ')'
            """);
        if (wide.Length > 0)
        {
            faults.Add($"{path} is wider than the screen: {wide}");
        }

        // What passes is counted and not described: on a page with a grid that takes longer than the looking.
        var found = await page.RunAxe(new() { ResultTypes = [ResultType.Violations] });
        Assert.True(found.Passes.Length > 10, $"{path}: axe looked at nothing.");
        faults.AddRange(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v =>
            $"{path}: {v.Id} ({v.Impact}) at {string.Join("; ", v.Nodes.Take(3).Select(n => $"{n.Html} {string.Join(',', n.Any.Select(a => a.Message).Take(1))}"))}"));
        return faults;
    }
}

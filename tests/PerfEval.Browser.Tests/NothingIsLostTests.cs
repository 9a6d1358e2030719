using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Closing, going offline and being signed out lose nothing that was typed into the grid.</summary>
public sealed class NothingIsLostTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Closing_the_page_in_the_middle_of_a_cell_offers_it_back() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        await grid.ClickAsync(19, "ActivityGroup");
        await grid.TypeAsync("关窗活动");
        await page.Keyboard.TypeAsync("写到一半");
        var again = await page.Context.NewPageAsync();
        await page.CloseAsync();

        grid = await Grid.OpenAsync(again, "/projects/6/spending");
        var offer = again.Locator("#lines > .notice");
        await Expect(offer).ToContainTextAsync("没有保存", new() { Timeout = 15000 });
        await Expect(offer).ToContainTextAsync("写到一半");
        play.Faults.AddRange(await EveryPageTests.LookAsync(again, "offer of unsaved lines"));
        await offer.Button("恢复并保存").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(19, "ActivityGroup")).ToHaveTextAsync("关窗活动");
        await Expect(grid.Cell(19, "Item")).ToHaveTextAsync("写到一半");
        await again.ReloadAsync();
        await Grid.ReadyAsync(again);
        await Expect(grid.Cell(19, "Item")).ToHaveTextAsync("写到一半");
        await Expect(again.Locator("#lines > .notice")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_lost_network_is_said_and_saving_goes_on_when_it_is_back() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        await page.RouteAsync("**/rows*", route => route.AbortAsync());
        await grid.SetAsync(1, "Spent", "118000");
        await grid.SetAsync(2, "Spent", "119000");
        await Expect(grid.Problems).ToContainTextAsync("网络断开，填写的内容已保存在本机");
        await Expect(grid.State).ToHaveTextAsync("未保存 2 行");
        await Expect(grid.Row(1)).ToContainTextAsync("未保存");
        await page.UnrouteAsync("**/rows*");
        await grid.ExpectSavedAsync();
        await Expect(grid.Row(1)).ToContainTextAsync("已保存");
        await Expect(grid.Problems).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("118,000.00");
        await Expect(grid.Cell(2, "Spent")).ToHaveTextAsync("119,000.00");
        play.Faults.RemoveAll(fault => fault.Contains("net::ERR_FAILED", StringComparison.Ordinal));
    });

    [Fact]
    public Task Being_signed_out_keeps_everything_until_one_has_signed_in_again() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        await page.Context.ClearCookiesAsync(new() { Name = "perfeval" });
        await grid.SetAsync(4, "Spent", "79000");
        await Expect(grid.Problems).ToContainTextAsync("登录已过期");
        var door = await page.RunAndWaitForPopupAsync(() => grid.Problems.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync());
        await door.Field("用户名").FillAsync("kuaiji");
        await door.Field("口令").FillAsync(Data.Demo.DemoAccounts.Password);
        await door.Button("登录").ClickAsync();
        await Expect(door.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await door.CloseAsync();
        await grid.Problems.GetByRole(AriaRole.Button, new() { Name = "继续保存" }).ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(4, "Spent")).ToHaveTextAsync("79,000.00");
    });

    [Fact]
    public Task A_project_that_was_submitted_meanwhile_says_so_and_keeps_the_typing() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji"), await play.SignInAsync("kuaiji"));
        var grid = await Grid.OfNewProjectAsync(first, "送审在先", "1000");
        await grid.Editor.FocusAsync();
        await grid.TypeAsync("活动", "办公费", "区委办", "1000", "900");
        await grid.ExpectSavedAsync();
        var other = await Grid.OpenAsync(second, new Uri(first.Url).AbsolutePath);
        await first.RouteAsync("**/rows*", route => route.FulfillAsync(new()
        {
            Status = 400,
            ContentType = "application/json",
            Body = """{"faults":[{"row":null,"column":"","message":"项目已送审，不能再修改"}],"stale":[]}""",
        }));
        await grid.SetAsync(1, "Spent", "800");
        await Expect(grid.Problems).ToContainTextAsync("项目已送审，不能再修改");
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("800");
        await Expect(grid.State).ToHaveTextAsync("未保存 1 行");
        await Expect(other.Cell(1, "Spent")).ToHaveTextAsync("900.00");
    });

    [Fact]
    public Task Submitting_saves_first_what_is_still_being_typed() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        await grid.ClickAsync(3, "BalanceReason");
        await page.Keyboard.TypeAsync("送审前一刻");
        var answer = await page.RunAndWaitForResponseAsync(() => page.Button("送审").ClickAsync(), r => r.Url.Contains("submit=true", StringComparison.Ordinal));
        Assert.Equal("GET", answer.Request.Method);
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("没有送审：还有");
        await page.GotoAsync("/projects/6/spending");
        await Grid.ReadyAsync(page);
        await Expect(grid.Cell(3, "BalanceReason")).ToHaveTextAsync("送审前一刻");
    });
}

using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>A finance officer builds trees without a programmer: from Excel to a project, by key and by mouse.</summary>
public sealed class IndicatorTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task The_dongchuan_tree_goes_to_excel_comes_back_is_published_and_chosen_for_a_project() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("pingshen", "/indicators/1");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("导出").ClickAsync());
        using var content = new MemoryStream();
        await using (var stream = await download.CreateReadStreamAsync())
        {
            await stream.CopyToAsync(content);
        }

        await page.GotoAsync("/indicators/import");
        await page.Field("指标表").SetInputFilesAsync(new FilePayload { Name = "东川.xlsx", MimeType = "application/octet-stream", Buffer = content.ToArray() });
        await page.Button("上传并查看").ClickAsync();
        await Expect(page.GetByText("54 个指标，其中末级 32 个")).ToBeVisibleAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "tree preview"));
        await page.Field("名称").FillAsync("东川区2024年度指标体系");
        await page.Field("代码").FillAsync("DC2024");
        await page.Button("导入为草稿").ClickAsync();
        await page.WaitForURLAsync("**/indicators/*");
        await Expect(page.Locator("tr[data-node]")).ToHaveCountAsync(54);
        await Expect(page.Locator(".tree-state")).ToContainTextAsync("可以发布");
        await page.Button("发布").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Button("发布").ClickAsync();
        await Expect(page.GetByText("已发布，各单位可以选用。")).ToBeVisibleAsync();

        var accountant = await play.SignInAsync("kuaiji", "/projects/new");
        await accountant.Field("项目名称").FillAsync("用导入的体系评价");
        await accountant.Locator("select[name='Form.TreeId']").SelectOptionAsync(new SelectOptionValue { Label = "东川区2024年度指标体系（第1版）" });
        await accountant.Locator("main form button.btn-primary").ClickAsync();
        await accountant.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        // The new project opens on one of its pages: /projects/7, /projects/7/funding.
        await accountant.GotoAsync(string.Concat(new Uri(accountant.Url).Segments.Take(3)).TrimEnd('/') + "/evaluation");
        await Expect(accountant.Locator("main")).ToContainTextAsync("东川区2024年度指标体系");
        await Expect(accountant.Locator("article")).ToHaveCountAsync(32);
    });

    [Fact]
    public Task A_tree_is_built_with_the_keyboard_and_sums_come_from_the_server() => stage.PlayAsync(async play =>
    {
        var page = await DraftAsync(play, "键盘", "KEY");
        await page.Button("添加一级指标").ClickAsync();
        var names = page.Locator("[data-key$='.name']");
        await Expect(names).ToHaveCountAsync(1);
        await Expect(names.First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("决策");
        await page.Keyboard.PressAsync("Alt+Enter");
        await Expect(names).ToHaveCountAsync(2);
        await Expect(names.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("效益");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("30");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("[data-key$='.weight']").First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("60");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".tree-state")).ToContainTextAsync("还差10分");
        await names.Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(names.First).ToHaveValueAsync("效益");
        await Expect(names.First).ToBeFocusedAsync();
        await names.Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await Expect(page.Locator("tr[data-node].level-2")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Alt+ArrowLeft");
        await Expect(page.Locator("tr[data-node].level-2")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Alt+Delete");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("删除“");
        await page.GetByRole(AriaRole.Dialog).Button("删除").ClickAsync();
        await Expect(names).ToHaveCountAsync(1);
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "designer"));
    });

    [Fact]
    public Task A_row_is_dragged_into_another_and_what_is_refused_says_why() => stage.PlayAsync(async play =>
    {
        var page = await DraftAsync(play, "拖动", "DRAG");
        await page.Button("添加一级指标").ClickAsync();
        for (var n = 1; n < 4; n++)
        {
            await Expect(page.Locator("tr[data-node]")).ToHaveCountAsync(n);
            await page.Locator("[data-key$='.name']").Nth(n - 1).FillAsync($"指标{n}");
            await page.Keyboard.PressAsync("Alt+Enter");
        }

        await Expect(page.Locator("tr[data-node]")).ToHaveCountAsync(4);
        await DragAsync(page, 2, 0, .5f);
        await Expect(page.Locator("tr[data-node].level-2 [data-key$='.name']")).ToHaveValueAsync("指标3");
        await DragAsync(page, 3, 0, .1f);
        await Expect(page.Locator("[data-key$='.name']").First).ToHaveValueAsync("新指标");
        await DragAsync(page, 1, 2, .5f);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不能移到它自己或它的下级之下");
        await Expect(page.Locator("tr[data-node]")).ToHaveCountAsync(4);
    });

    [Fact]
    public Task A_button_that_is_pressed_is_not_drawn_away_from_under_the_mouse_and_each_act_is_sent_once() => stage.PlayAsync(async play =>
    {
        var page = await DraftAsync(play, "按下", "PRESS");
        var names = page.Locator("[data-key$='.name']");
        await using var slow = await SlowSaves.OnAsync(page);
        slow.AnswerAll();
        await page.Button("添加一级指标").ClickAsync();
        await Expect(names).ToHaveCountAsync(1);
        await names.First.FillAsync("决策");
        await page.Keyboard.PressAsync("Alt+Enter");
        await Expect(names).ToHaveCountAsync(2);
        await page.WaitForTimeoutAsync(300);
        Assert.Equal(2, slow.Count);

        slow.HoldAgain();
        await names.Nth(1).FillAsync("效益");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("tr[data-node] [data-step=up]").Nth(1).HoverAsync();
        await page.Mouse.DownAsync();
        await slow.AnswerAsync();
        await page.Mouse.UpAsync();
        slow.AnswerAll();
        await Expect(names.First).ToHaveValueAsync("效益");
    });

    private static async Task<IPage> DraftAsync(Play play, string name, string code)
    {
        var page = await play.SignInAsync("pingshen", "/indicators/new");
        await page.Field("名称").FillAsync(name);
        await page.Field("代码").FillAsync(code);
        await page.Locator("main form").Button("新建").ClickAsync();
        await page.WaitForURLAsync("**/indicators/*");
        return page;
    }

    private static async Task DragAsync(IPage page, int from, int to, float at)
    {
        // Rows are drawn anew with every answer: a hand that reaches for one waits until the table shows no work.
        await Expect(page.Locator("#designer:not(.is-busy)")).ToHaveCountAsync(1);
        var grip = (await page.Locator("[data-grip]").Nth(from).BoundingBoxAsync())!;
        var row = (await page.Locator("tr[data-node]").Nth(to).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(grip.X + 6, grip.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(row.X + 200, row.Y + (row.Height * at), new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}

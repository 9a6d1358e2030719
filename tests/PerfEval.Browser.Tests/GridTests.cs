using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Entering spending as in Excel.</summary>
public sealed class GridTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Ten_lines_are_entered_with_the_keyboard_only() => stage.PlayAsync(async play =>
    {
        var grid = await Grid.OfNewProjectAsync(await play.SignInAsync("kuaiji"), "键盘十行", "55000");
        var page = grid.Editor.Page;
        await grid.Editor.FocusAsync();
        for (var number = 1; number <= 10; number++)
        {
            await grid.TypeAsync("慰问活动", $"慰问第{number}户", "区委办", $"{number}000", $"{number},000.00");
            await page.Keyboard.PressAsync("Tab");
        }

        await grid.ExpectSavedAsync();
        await Expect(grid.Total).ToContainTextAsync("10 行");
        await Expect(grid.Total).ToContainTextAsync("55,000.00");
        await Expect(grid.Group("慰问活动")).ToContainTextAsync("小计 10 行");
        await Expect(grid.Cell(10, "Item")).ToHaveTextAsync("慰问第10户");
        await Expect(grid.Cell(10, "Spent")).ToHaveTextAsync("10,000.00");
        await Expect(page.MoneyPanel()).ToContainTextAsync("到位资金 ＝ 明细实际拨款✓ 相符");
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "grid with ten lines"));

        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await Expect(grid.Total).ToContainTextAsync("55,000.00");
    });

    [Fact]
    public Task Keys_do_what_they_do_in_Excel() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "按键");
        await grid.ClickAsync(5, "Item");
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.TypeAsync("（全年）");
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Cell(5, "Item")).ToHaveTextAsync("第5项（全年）");
        await Expect(grid.Editor).ToHaveAttributeAsync("aria-label", new Regex("^第6行 项目："));

        await page.Keyboard.TypeAsync("不要的字");
        await page.Keyboard.PressAsync("Escape");
        await Expect(grid.Cell(6, "Item")).Not.ToContainTextAsync("不要的字");

        await page.Keyboard.TypeAsync("半句");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(grid.Cell(6, "Item")).ToHaveTextAsync("半句");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(grid.Cell(6, "Item")).ToHaveTextAsync("第6项");
        await page.Keyboard.PressAsync("Control+y");
        await Expect(grid.Cell(6, "Item")).ToHaveTextAsync("半句");
        await page.Keyboard.PressAsync("Control+z");

        await grid.ClickAsync(6, "BalanceReason");
        await page.Keyboard.TypeAsync("已交回");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+d");
        await Expect(grid.Cell(7, "BalanceReason")).ToHaveTextAsync("已交回");
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        Assert.Equal("已交回\r\n已交回", await grid.CopyAsync());
        await page.Keyboard.PressAsync("Delete");
        await Expect(grid.Cell(6, "BalanceReason")).ToHaveTextAsync("");
        await Expect(grid.Cell(7, "BalanceReason")).ToHaveTextAsync("");

        await grid.ClickAsync(7, "Item");
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.PressAsync("Alt+Enter");
        await page.Keyboard.TypeAsync("第二行");
        await page.Keyboard.PressAsync("Enter");
        await grid.ClickAsync(7, "Item");
        Assert.Equal("\"第7项\n第二行\"", await grid.CopyAsync());

        await page.Locator("[data-part=enter]").SelectOptionAsync("right");
        await grid.ClickAsync(7, "Allocated");
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Editor).ToHaveAttributeAsync("aria-label", new Regex("^第7行 实际支出："));
        await page.Keyboard.PressAsync("Escape");
        await Expect(grid.Editor).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("放大")).ToBeFocusedAsync();
        await grid.ExpectSavedAsync();
    });

    [Fact]
    public Task Quantity_times_price_fills_the_amount_and_says_when_a_typed_one_disagrees() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "数量单价");
        await page.GetByLabel("数量×单价").CheckAsync();
        await grid.ClickAsync(9, "ActivityGroup");
        await grid.TypeAsync("城市管理", "送戏下乡", "文化综合服务中心", "12", "场", "800");
        await page.Keyboard.PressAsync("Tab");
        await grid.TypeAsync("9600");
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(9, "Allocated")).ToHaveTextAsync("9,600.00");
        await grid.SetAsync(9, "Quantity", "10");
        await Expect(grid.Cell(9, "Allocated")).ToHaveTextAsync("8,000.00");
        await grid.SetAsync(9, "Allocated", "9000");
        await grid.ClickAsync(9, "Allocated");
        await Expect(grid.Detail).ToContainTextAsync("数量×单价=8,000.00元，与实际拨款9,000.00元不符");
        await Expect(grid.Row(9)).ToContainTextAsync("疑");
        await page.Button("万元").ClickAsync();
        await Expect(grid.Cell(9, "Allocated")).ToHaveTextAsync("0.90");
        await Expect(page.MoneyPanel()).ToContainTextAsync("单位：万元");
        await page.Button("元").ClickAsync();
        await Expect(grid.Cell(9, "Allocated")).ToHaveTextAsync("9,000.00");
    });

    [Fact]
    public Task After_a_run_of_tabs_Enter_goes_back_to_where_it_began() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "回到开头");
        await grid.ClickAsync(9, "ActivityGroup");
        await grid.TypeAsync("城市管理", "第9项", "区委办", "10");
        await page.Keyboard.TypeAsync("10");
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Editor).ToHaveAttributeAsync("aria-label", new Regex("^第10行 活动内容："));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Editor).ToHaveAttributeAsync("aria-label", new Regex("^第10行 项目："));
    });

    [Fact]
    public Task Changing_activities_right_after_opening_goes_on_to_the_next_line() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "先改活动");
        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await grid.SetAsync(2, "ActivityGroup", "城市管理");
        await page.Keyboard.TypeAsync("文化活动");
        await page.Keyboard.PressAsync("Enter");
        await grid.ExpectSavedAsync();
        await Expect(page.Locator(".tabulator-row").Filter(new() { HasText = "第2项" })).ToContainTextAsync("城市管理");
        await Expect(page.Locator(".tabulator-row").Filter(new() { HasText = "第3项" })).ToContainTextAsync("文化活动");
        await Expect(page.Locator(".tabulator-row").Filter(new() { HasText = "第4项" })).ToContainTextAsync("文化活动");
    });

    [Fact]
    public Task Typing_into_a_table_that_shows_wan_turns_it_to_yuan_first() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "万元里打字");
        await page.Button("万元").ClickAsync();
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("1.00");
        await grid.SetAsync(1, "Spent", "12");
        await Expect(page.MoneyPanel()).ToContainTextAsync("单位：元");
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("12.00");
        await Expect(grid.Cell(2, "Spent")).ToHaveTextAsync("10,000.00");
    });

    [Fact]
    public Task The_enlarged_grid_scrolls_to_its_last_line_and_back() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        foreach (var word in new[] { "放大", "还原" })
        {
            await page.Button(word).ClickAsync();
            await grid.Editor.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await Expect(grid.Row(19)).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Control+Home");
            await Expect(grid.Row(1)).ToBeInViewportAsync();
            Assert.True(await page.EvaluateAsync<bool>(
                "() => { const h = document.querySelector('.tabulator-tableholder').getBoundingClientRect(), f = document.querySelector('.grid-frame').getBoundingClientRect(); return h.bottom <= f.bottom && f.bottom <= window.innerHeight; }"));
        }
    });

    [Fact]
    public Task Chinese_typed_through_an_input_method_arrives_whole() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var grid = await Grid.ReadyAsync(page);
        await grid.ClickAsync(2, "BalanceReason");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (var text in new[] { "j", "ji", "jie", "jie'yu" })
        {
            await devtools.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
        }

        await Expect(grid.Editor).ToHaveClassAsync(new Regex("is-editing"));
        await devtools.SendAsync("Input.insertText", new() { ["text"] = "节余" });
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Cell(2, "BalanceReason")).ToHaveTextAsync("节余");
        await grid.ExpectSavedAsync();
    });

    [Fact]
    public Task Lines_are_inserted_deleted_and_dragged_and_all_of_it_can_be_undone() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "插删移");
        await grid.ClickAsync(2, "Item");
        await page.Keyboard.PressAsync("Control+=");
        await page.Keyboard.TypeAsync("插入的一行");
        await page.Keyboard.PressAsync("Enter");
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("插入的一行");
        await grid.ExpectSavedAsync();
        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("插入的一行");

        await grid.ClickAsync(2, "Item");
        await page.Keyboard.PressAsync("Control+-");
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("第2项");
        await grid.ExpectSavedAsync();
        await grid.Notices.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("插入的一行");
        await grid.ExpectSavedAsync();
        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("插入的一行");

        await grid.DragAsync(2, 4);
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("第2项");
        await page.ReloadAsync();
        await Grid.ReadyAsync(page);
        await Expect(grid.Cell(2, "Item")).ToHaveTextAsync("第2项");
        await Expect(grid.Cell(4, "Item")).ToHaveTextAsync("插入的一行");
        await Expect(page.Locator(".tabulator-row").Filter(new() { HasText = "插入的一行" })).ToHaveCountAsync(1);

        await grid.ClickAsync(4, "Item");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(grid.Cell(3, "Item")).ToHaveTextAsync("插入的一行");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(grid.Cell(4, "Item")).ToHaveTextAsync("插入的一行");
        await grid.ExpectSavedAsync();

        await grid.DragAsync(1, 6);
        await Expect(grid.Cell(6, "Item")).ToHaveTextAsync("第1项");
        await Expect(grid.Cell(6, "ActivityGroup")).ToHaveTextAsync("文化活动");
        await grid.ExpectSavedAsync();
    });

    [Fact]
    public Task Without_script_the_page_is_a_form() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending");
        var cookies = await page.Context.CookiesAsync();
        await using var context = await page.Context.Browser!.NewContextAsync(new() { BaseURL = play.Address, JavaScriptEnabled = false, Locale = "zh-CN" });
        await context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var plain = await context.NewPageAsync();
        await plain.GotoAsync("/projects/6/spending");
        await plain.Field("项目（支出内容）").FillAsync("无脚本录入");
        await plain.Field("实际拨款").FillAsync("1,000");
        await plain.RowOfField("实际拨款").Button("添加").ClickAsync();
        await Expect(plain.Locator(".flash")).ToContainTextAsync("已保存“无脚本录入”");
        await Expect(plain.Row("无脚本录入")).ToContainTextAsync("1,000.00");
        await plain.Row("无脚本录入").Button("删").ClickAsync();
        await Expect(plain.Locator(".flash")).ToContainTextAsync("已删除 1 行");
    });
}

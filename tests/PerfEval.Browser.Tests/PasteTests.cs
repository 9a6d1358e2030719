using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Blocks from Excel and WPS.</summary>
public sealed class PasteTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task The_29_rows_of_004_arrive_in_one_paste_and_one_save() => stage.PlayAsync(async play =>
    {
        var grid = await Grid.OfNewProjectAsync(await play.SignInAsync("kuaiji"), "粘贴004", "2197150");
        var page = grid.Editor.Page;
        var saves = 0;
        page.Request += (_, request) => saves += request.Url.Contains("handler=Save", StringComparison.Ordinal) ? 1 : 0;
        var table = string.Join("\r\n", (await File.ReadAllLinesAsync("funds_004.csv")).Select(line => line.TrimStart('\uFEFF').Replace(',', '\t')));
        await grid.PasteAsync(table);

        var preview = page.GetByRole(AriaRole.Dialog);
        await Expect(preview.GetByRole(AriaRole.Heading)).ToHaveTextAsync("已识别 29 行，1 行不平");
        await Expect(preview).ToContainTextAsync("跳过合计行 1 行");
        await Expect(preview).ToContainTextAsync("原表合计“实际支出”2,128,504.60元，各行相加为2,118,504.60元");
        await Expect(preview.GetByRole(AriaRole.Row).Filter(new() { HasText = "慰问社会福利院1所，农村敬老院4所" }))
            .ToContainTextAsync("原表结余0.00元，按拨款减支出应为10,000.00元");
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "paste preview"));
        await Expect(preview.GetByRole(AriaRole.Row).Filter(new() { HasText = "慰问社会福利院1所" })).Not.ToBeInViewportAsync();
        await preview.Button("第 13 行").ClickAsync();
        await Expect(preview.GetByRole(AriaRole.Row).Filter(new() { HasText = "慰问社会福利院1所" })).ToBeInViewportAsync();
        await Expect(preview.GetByRole(AriaRole.Row).Filter(new() { HasText = "慰问社会福利院1所" })).ToContainTextAsync("60,000.00");
        await preview.Button("粘贴 29 行").ClickAsync();

        await grid.ExpectSavedAsync();
        await Expect(grid.Total).ToContainTextAsync("29 行");
        foreach (var sum in new[] { "2,197,150.00", "2,118,504.60", "78,645.40" })
        {
            await Expect(grid.Total).ToContainTextAsync(sum);
        }

        await Expect(grid.Group("慰问活动")).ToContainTextAsync("小计");
        await Expect(grid.Cell(2, "ImplementingUnit")).ToHaveTextAsync("区委办");
        await Expect(grid.Cell(2, "Allocated")).ToHaveTextAsync("30,000.00");
        await Expect(grid.Cell(12, "Balance")).ToHaveTextAsync("10,000.00");
        await Expect(grid.Row(12)).ToContainTextAsync("疑");
        await grid.ClickAsync(12, "Balance");
        await Expect(grid.Detail).ToContainTextAsync("结余10,000.00元，未填结余原因");
        await Expect(grid.Cell(17, "BalanceReason")).ToHaveTextAsync("慰问对象3人已死亡，无法进行慰问");
        Assert.Equal(1, saves);

        await page.Keyboard.PressAsync("Control+z");
        await grid.ExpectSavedAsync();
        await Expect(grid.Total).ToContainTextAsync("0 行");
        Assert.Equal(2, saves);
    });

    [Fact]
    public Task Every_oddity_of_a_spreadsheet_is_understood_or_named() => stage.PlayAsync(async play =>
    {
        var grid = await Grid.OfNewProjectAsync(await play.SignInAsync("kuaiji"), "粘贴怪样", "500000");
        var page = grid.Editor.Page;
        await grid.PasteAsync("项目\t实际拨款\t实际支出\t结余\t备注\n办公费\t475,962\t¥1,234.00\t0\t甲\n退款\t(1,234.00)\t１２３\t\t\n差旅费\t12.5%\t###\t\t\n\"两行\n文字\"\t5，000\t−20\t\t\n");
        var preview = page.GetByRole(AriaRole.Dialog);
        await Expect(preview.GetByRole(AriaRole.Heading)).ToContainTextAsync("已识别 4 行，2 处有误");
        await Expect(preview).ToContainTextAsync("跳过只读栏 1 格");
        await Expect(preview).ToContainTextAsync("未对应任何栏的 1 格不粘贴");
        await preview.GetByRole(AriaRole.Button, new() { Name = "粘贴 4 行" }).ClickAsync();

        await Expect(grid.State).ToHaveTextAsync("未保存 1 行");
        await Expect(grid.Cell(1, "Allocated")).ToHaveTextAsync("475,962.00");
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("1,234.00");
        await Expect(grid.Cell(2, "Allocated")).ToHaveTextAsync("−1,234.00");
        await Expect(grid.Cell(2, "Spent")).ToHaveTextAsync("123.00");
        await Expect(grid.Cell(4, "Spent")).ToHaveTextAsync("−20.00");
        await Expect(grid.Row(3)).ToContainTextAsync("有误");
        await Expect(grid.Cell(3, "Spent")).ToHaveTextAsync("###");
        await grid.Problems.GetByRole(AriaRole.Button, new() { Name = "第 3 行" }).ClickAsync();
        await Expect(grid.Problems).ToContainTextAsync("“实际拨款”填写的“12.5%”是百分比");
        await Expect(grid.Detail).ToHaveTextAsync(new Regex("^第 3 行“实际拨款”12.5%$"));
        await grid.SetAsync(3, "Allocated", "125");
        await grid.SetAsync(3, "Spent", "125");
        await grid.ExpectSavedAsync();
        await Expect(grid.Problems).ToBeHiddenAsync();
        await grid.ClickAsync(4, "Item");
        Assert.Equal("\"两行\n文字\"", await grid.CopyAsync());
    });

    [Fact]
    public Task Amounts_ten_thousand_times_off_are_asked_about() => stage.PlayAsync(async play =>
    {
        var grid = await Grid.OfNewProjectAsync(await play.SignInAsync("kuaiji"), "粘贴万元", "450000");
        await grid.PasteAsync("慰问活动\t慰问品\t区委办\t30.5\t30.5\n慰问活动\t慰问金\t区委办\t14.5\t14\n");
        var preview = grid.Editor.Page.GetByRole(AriaRole.Dialog);
        await Expect(preview.GetByRole(AriaRole.Alert)).ToContainTextAsync("相差约一万倍");
        await Expect(preview.GetByRole(AriaRole.Button, new() { Name = "粘贴 2 行" })).ToBeDisabledAsync();
        await preview.Button("按万元粘贴").ClickAsync();
        await preview.Button("粘贴 2 行").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(1, "Allocated")).ToHaveTextAsync("305,000.00");
        await Expect(grid.Total).ToContainTextAsync("445,000.00");
    });

    [Fact]
    public Task A_block_over_lines_changes_them_and_goes_on_below() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "盖上去");
        await grid.ClickAsync(7, "Spent");
        await grid.PasteAsync("9000\t9\t场地费节余\n9500\t9\t\n");
        var preview = page.GetByRole(AriaRole.Dialog);
        await Expect(preview).ToContainTextAsync("跳过只读栏 2 格");
        await Expect(preview).ToContainTextAsync("改第 7 行");
        await preview.Button("粘贴 2 行").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(7, "Balance")).ToHaveTextAsync("1,000.00");
        await Expect(grid.Cell(7, "BalanceReason")).ToHaveTextAsync("场地费节余");
        await Expect(grid.Cell(8, "Spent")).ToHaveTextAsync("9,500.00");

        await grid.ClickAsync(8, "ActivityGroup");
        await grid.PasteAsync("城市管理\t第8项\n城市管理\t新的一行\n");
        await page.GetByRole(AriaRole.Dialog).Button("粘贴 2 行").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(8, "Spent")).ToHaveTextAsync("9,500.00");
        await Expect(grid.Cell(9, "Item")).ToHaveTextAsync("新的一行");
    });

    [Fact]
    public Task A_column_with_a_gap_lies_on_the_lines_row_by_row() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji");
        var grid = await Grid.OfEightLinesAsync(page, "有空格的一列");
        await Expect(page.GetByText("行未填拨款或支出")).ToBeHiddenAsync();
        await grid.ClickAsync(1, "Spent");
        await grid.PasteAsync("9000\r\n\r\n8000\r\n");
        var preview = page.GetByRole(AriaRole.Dialog);
        await Expect(preview.Row("改第 2 行")).ToContainTextAsync("第2项");
        await preview.Button("粘贴 3 行").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(1, "Spent")).ToHaveTextAsync("9,000.00");
        await Expect(grid.Cell(2, "Spent")).ToHaveTextAsync("");
        await Expect(grid.Cell(3, "Spent")).ToHaveTextAsync("8,000.00");
        await Expect(grid.Cell(4, "Spent")).ToHaveTextAsync("10,000.00");
        await Expect(page.GetByText("1 行未填拨款或支出")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(2, "Spent")).ToHaveTextAsync("10,000.00");
        await Expect(page.GetByText("行未填拨款或支出")).ToBeHiddenAsync();
    });

    [Fact]
    public Task A_whole_sheet_with_its_title_unit_and_signatures_is_understood() => stage.PlayAsync(async play =>
    {
        var grid = await Grid.OfNewProjectAsync(await play.SignInAsync("kuaiji"), "整张表", "500000");
        await grid.PasteAsync("2024年支出明细表\t\t\t\n\t\t\t单位：万元\n序号\t项目\t实际拨款\t实际支出\n1\t办公费\t30\t28\n2\t印刷费\t20\t20\n3\t\t\t\n合计\t\t50\t48\n\t制表人：\t\t审核：\n");
        var preview = grid.Editor.Page.GetByRole(AriaRole.Dialog);
        await Expect(preview.GetByRole(AriaRole.Heading)).ToHaveTextAsync("已识别 2 行");
        await Expect(preview).ToContainTextAsync("第 3 行为止是标题和表头；跳过合计行 1 行（合计由系统计算）；跳过表下说明 1 行");
        await Expect(preview.GetByLabel("第 3 行是表头")).ToBeCheckedAsync();
        await Expect(preview.GetByLabel("金额单位")).ToHaveValueAsync("Wan");
        await Expect(preview.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await preview.Button("粘贴 2 行").ClickAsync();
        await grid.ExpectSavedAsync();
        await Expect(grid.Cell(1, "Allocated")).ToHaveTextAsync("300,000.00");
        await Expect(grid.Total).ToContainTextAsync("480,000.00");
    });
}

using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Two people in one project: nobody overwrites what they have not seen, and nobody loses what they typed.</summary>
public sealed class TwoPeopleTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task The_second_to_save_a_line_sees_both_values_and_decides() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji"), await play.SignInAsync("kuaiji"));
        var one = await Grid.OfEightLinesAsync(first, "同一行");
        var other = await Grid.OpenAsync(second, new Uri(first.Url).AbsolutePath);
        await other.ClickAsync(4, "BalanceReason");
        await second.Keyboard.TypeAsync("合同节余");
        await one.SetAsync(4, "Spent", "7100");
        await one.ExpectSavedAsync();
        await second.Keyboard.PressAsync("Enter");
        await Expect(other.Problems).ToContainTextAsync("1 行刚被他人修改");
        await Expect(other.Editor).ToBeFocusedAsync();
        await other.Problems.GetByRole(AriaRole.Button, new() { Name = "第 4 行" }).ClickAsync();
        var dialog = second.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("第 4 行“第4项”刚被他人修改");
        await Expect(dialog.Row("实际支出")).ToContainTextAsync("10000");
        await Expect(dialog.Row("实际支出")).ToContainTextAsync("7100");
        await Expect(dialog.Row("实际支出").GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await Expect(dialog.Row("结余原因").GetByRole(AriaRole.Radio).Nth(0)).ToBeCheckedAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(second, "conflict"));
        await dialog.Button("稍后再定").ClickAsync();
        await Expect(other.Row(4)).ToContainTextAsync("冲突");
        await Expect(other.Cell(4, "BalanceReason")).ToHaveTextAsync("合同节余");
        await other.Problems.GetByRole(AriaRole.Button, new() { Name = "第 4 行" }).ClickAsync();
        await dialog.Button("按所选保存").ClickAsync();
        await other.ExpectSavedAsync();
        await Expect(other.Cell(4, "Spent")).ToHaveTextAsync("7,100.00");
        await Expect(other.Cell(4, "BalanceReason")).ToHaveTextAsync("合同节余");

        await one.ClickAsync(4, "Spent");
        await first.Keyboard.TypeAsync("7200");
        await other.SetAsync(4, "Spent", "7300");
        await other.ExpectSavedAsync();
        await first.Keyboard.PressAsync("Enter");
        await one.Problems.GetByRole(AriaRole.Button, new() { Name = "第 4 行" }).ClickAsync();
        await first.GetByRole(AriaRole.Dialog).Button("全用他人的").ClickAsync();
        await one.ExpectSavedAsync();
        await Expect(one.Cell(4, "Spent")).ToHaveTextAsync("7,300.00");
    });

    [Fact]
    public Task Different_lines_do_not_disturb_each_other() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji"), await play.SignInAsync("kuaiji"));
        var one = await Grid.OfEightLinesAsync(first, "不同行");
        var other = await Grid.OpenAsync(second, new Uri(first.Url).AbsolutePath);
        await one.SetAsync(1, "Spent", "9900");
        await one.ExpectSavedAsync();
        await other.SetAsync(2, "Spent", "9800");
        await other.ExpectSavedAsync();
        await Expect(other.Cell(1, "Spent")).ToHaveTextAsync("9,900.00");
        await Expect(other.Cell(2, "Spent")).ToHaveTextAsync("9,800.00");
        await one.SetAsync(1, "BalanceReason", "节余");
        await one.ExpectSavedAsync();
        await Expect(one.Cell(2, "Spent")).ToHaveTextAsync("9,800.00");
    });

    [Fact]
    public Task A_line_deleted_meanwhile_keeps_what_was_typed() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji"), await play.SignInAsync("kuaiji"));
        var one = await Grid.OfEightLinesAsync(first, "删去的行");
        var other = await Grid.OpenAsync(second, new Uri(first.Url).AbsolutePath);
        await other.ClickAsync(3, "Spent");
        await second.Keyboard.TypeAsync("4400");
        await one.ClickAsync(3, "Item");
        await first.Keyboard.PressAsync("Control+-");
        await one.ExpectSavedAsync();
        await second.Keyboard.PressAsync("Enter");
        await other.Problems.GetByRole(AriaRole.Button, new() { Name = "第 3 行" }).ClickAsync();
        var dialog = second.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("删除");
        await dialog.Button("重新添加").ClickAsync();
        await other.ExpectSavedAsync();
        await Expect(second.Locator(".tabulator-row").Filter(new() { HasText = "第3项" })).ToContainTextAsync("4,400.00");
    });

    [Fact]
    public Task The_second_to_save_a_section_sees_both_texts() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji", "/projects/6/narrative"), await play.SignInAsync("kuaiji", "/projects/6/narrative"));
        await second.GotoAsync(first.Url);
        var section = await first.GetByRole(AriaRole.Navigation, new() { Name = "报告提纲" }).GetByRole(AriaRole.Link).Nth(1).GetAttributeAsync("href");
        foreach (var page in new[] { first, second })
        {
            await page.GotoAsync(section!);
        }

        await first.Field("正文").FillAsync("甲写的一段。");
        await first.Button("保存").ClickAsync();
        await first.ExpectDoneAsync("已保存");
        await second.Field("正文").FillAsync("乙写的一段。");
        await second.Button("保存").ClickAsync();
        await Expect(second.GetByRole(AriaRole.Main)).ToContainTextAsync("甲写的一段。");
        await Expect(second.Field("正文")).ToHaveValueAsync("乙写的一段。");
        await second.Button("保存").ClickAsync();
        await second.ExpectDoneAsync("已保存");
        await Expect(second.Field("正文")).ToHaveValueAsync("乙写的一段。");
    });
}

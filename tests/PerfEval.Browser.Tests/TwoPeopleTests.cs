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
        var (first, second) = (await play.SignInAsync("kuaiji", "/projects/6/spending"), await play.SignInAsync("kuaiji", "/projects/6/spending"));
        foreach (var page in new[] { first, second })
        {
            await page.Row("党群服务阵地维护").Link("改").ClickAsync();
        }

        await first.Field("实际支出").FillAsync("71000");
        await first.RowOfField("实际支出").Button("保存").ClickAsync();
        await first.ExpectDoneAsync("已保存“党群服务阵地维护”");

        await second.Field("实际支出").FillAsync("72000");
        await second.Field("结余原因").FillAsync("合同节余");
        await second.RowOfField("实际支出").Button("保存").ClickAsync();
        var main = second.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("刚被他人修改或删除");
        await Expect(main).ToContainTextAsync("71,000.00");
        await Expect(second.Field("实际支出")).ToHaveValueAsync("72000");
        await Expect(second.Field("结余原因")).ToHaveValueAsync("合同节余");
        await second.RowOfField("实际支出").Button("保存").ClickAsync();
        await second.ExpectDoneAsync("已保存“党群服务阵地维护”");
        await Expect(second.Row("党群服务阵地维护")).ToContainTextAsync("72,000.00");
    });

    [Fact]
    public Task Different_lines_do_not_disturb_each_other() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji", "/projects/6/spending"), await play.SignInAsync("kuaiji", "/projects/6/spending"));
        await first.Row("党员和入党积极分子教育培训").Link("改").ClickAsync();
        await second.Row("社区党组织规范化建设补助").Link("改").ClickAsync();
        await first.Field("实际支出").FillAsync("119000");
        await second.Field("实际支出").FillAsync("118000");
        await first.RowOfField("实际支出").Button("保存").ClickAsync();
        await first.ExpectDoneAsync("已保存");
        await second.RowOfField("实际支出").Button("保存").ClickAsync();
        await second.ExpectDoneAsync("已保存");
        await Expect(second.Row("党员和入党积极分子教育培训")).ToContainTextAsync("119,000.00");
        await Expect(second.Row("社区党组织规范化建设补助")).ToContainTextAsync("118,000.00");
    });

    [Fact]
    public Task A_line_deleted_meanwhile_keeps_what_was_typed() => stage.PlayAsync(async play =>
    {
        var (first, second) = (await play.SignInAsync("kuaiji", "/projects/6/spending"), await play.SignInAsync("kuaiji", "/projects/6/spending"));
        await second.Row("“七一”走访慰问困难党员").Link("改").ClickAsync();
        await first.PressAsync(first.Row("“七一”走访慰问困难党员").Button("删"), "删除");
        await first.ExpectDoneAsync("已删除");
        await second.Field("实际支出").FillAsync("44000");
        await second.RowOfField("实际支出").Button("保存").ClickAsync();
        await Expect(second.GetByRole(AriaRole.Main)).ToContainTextAsync("删除");
        await Expect(second.Field("实际支出")).ToHaveValueAsync("44000");
        await second.RowOfField("实际支出").Button("添加").ClickAsync();
        await second.ExpectDoneAsync("已保存");
        await Expect(second.Row("“七一”走访慰问困难党员")).ToContainTextAsync("44,000.00");
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

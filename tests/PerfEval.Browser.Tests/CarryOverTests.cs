using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Last year's paper becomes this year's draft, and every copied text says so until somebody has read it.</summary>
public sealed class CarryOverTests(Stage stage) : IClassFixture<Stage>
{
    private const string Marked = "沿用2020年，未修改";

    [Fact]
    public Task Copied_text_is_marked_until_it_is_confirmed_or_edited() => stage.PlayAsync(async play =>
    {
        await stage.AddAccountantAsync("qwb", "DC-QWB");
        var page = await play.SignInAsync("qwb", "/projects/5");
        var main = page.GetByRole(AriaRole.Main);
        await page.Link("结转为下一年度项目").ClickAsync();
        await Expect(page.Field("项目名称")).ToHaveValueAsync("2021年春节系列活动经费");
        await Expect(page.Field("支出明细")).ToBeCheckedAsync();
        await Expect(page.Field("连同年初预算金额")).Not.ToBeCheckedAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "carry-over"));
        await page.Button("结转并打开新项目").ClickAsync();
        await page.ExpectDoneAsync("已由2020年度项目结转");
        var project = page.Url;
        await Expect(main).ToContainTextAsync("88 处文字沿用上年");
        foreach (var path in new[] { "", "/edit", "/targets", "/implementation", "/carried" })
        {
            await page.GotoAsync(project + path);
            await Expect(main).ToContainTextAsync(Marked);
            play.Faults.AddRange(await EveryPageTests.LookAsync(page, $"carried {path}"));
        }

        await page.GotoAsync($"{project}/narrative");
        var outline = page.GetByRole(AriaRole.Navigation, new() { Name = "报告提纲" });
        await outline.GetByRole(AriaRole.Link).Filter(new() { HasText = "前期调研" }).ClickAsync();
        await Expect(main).ToContainTextAsync(Marked);
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "carried section"));
        await page.Button("确认沿用").ClickAsync();
        await page.ExpectDoneAsync("已确认沿用 1 处，还有 87 处");
        await Expect(main).Not.ToContainTextAsync(Marked);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToContainTextAsync("前期调研");

        await outline.GetByRole(AriaRole.Link).Filter(new() { HasText = "评价结果" }).ClickAsync();
        await Expect(main).ToContainTextAsync("文中有“97分”，请核对");
        await page.Field("正文").FillAsync("自评得分{{得分}}，等级为{{等级}}。");
        await page.Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存");
        await Expect(main).Not.ToContainTextAsync(Marked);

        await page.GotoAsync($"{project}/carried");
        await page.GetByLabel("确认沿用立项目的").CheckAsync();
        await page.Button("确认沿用所选").ClickAsync();
        await page.ExpectDoneAsync("还有 85 处");
    });
}

using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Unsaved typing is not left behind by accident; what cannot be undone asks once.</summary>
public sealed class LeavingTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Leaving_with_unsaved_typing_asks_first() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/edit");
        var asked = new List<string>();
        var leave = false;
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await (leave ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await page.Link("取消").ClickAsync();
        await page.WaitForURLAsync("**/projects/6");
        Assert.Empty(asked);

        await page.GotoAsync("/projects/6/edit");
        await page.Field("主管部门").PressSequentiallyAsync("呈贡区");
        await Expect(page.GetByText("有未保存的修改")).ToBeVisibleAsync();
        await page.Link("取消").ClickAsync();
        await Expect(page.Field("主管部门")).ToHaveValueAsync("呈贡区");
        Assert.Equal(["beforeunload"], asked);
        Assert.EndsWith("/projects/6/edit", page.Url, StringComparison.Ordinal);

        leave = true;
        await page.Link("取消").ClickAsync();
        await page.WaitForURLAsync("**/projects/6");
        Assert.Equal(2, asked.Count);
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("呈贡区");
    });

    [Fact]
    public Task Saving_leaves_without_a_question() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/edit");
        var asked = false;
        page.Dialog += async (_, dialog) =>
        {
            asked = true;
            await dialog.AcceptAsync();
        };
        await page.Field("立项目的").FillAsync("保障街道各项工作正常运转。");
        await page.Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存项目信息");
        Assert.False(asked);
    });

    [Fact]
    public Task Deleting_asks_once_and_cancel_keeps_the_row() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/spending?plain=1");
        var row = page.Row("党群服务阵地维护");
        await page.PressAsync(row.Button("删"), "取消");
        await Expect(row).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(row).ToHaveCountAsync(1);

        await row.Button("删").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("党群服务阵地维护");
        await Expect(page.GetByRole(AriaRole.Dialog).Button("取消")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(row).ToHaveCountAsync(1);

        await page.PressAsync(row.Button("删"), "删除");
        await page.ExpectDoneAsync("已删除 1 行支出明细");
        await Expect(row).ToHaveCountAsync(0);
    });
}

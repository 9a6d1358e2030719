using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using PerfEval.Data.Demo;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Work without a mouse.</summary>
public sealed class KeyboardTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Signs_in_and_enters_three_lines_with_the_keyboard_only() => stage.PlayAsync(async play =>
    {
        var page = await play.OpenAsync("/account/login?from=%2Fprojects%2F6%2Fspending");
        await Expect(page.Field("用户名")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("kuaiji");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/projects/6/spending");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Link("跳到正文")).ToBeFocusedAsync();
        await Expect(page.Link("跳到正文")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        var grid = await Grid.ReadyAsync(page);
        await TabToAsync(page, grid.Editor);
        for (var number = 1; number <= 3; number++)
        {
            await grid.TypeAsync("键盘录入", $"办公用品{number}");
            for (var skipped = 0; skipped < 4; skipped++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await grid.TypeAsync("100", "100");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Control+s");
        await grid.ExpectSavedAsync();
        await Expect(grid.Group("键盘录入")).ToContainTextAsync("300.00");
        await page.Keyboard.PressAsync("Escape");
        await Expect(grid.Editor).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("放大")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Focus_is_visible_on_everything_one_can_tab_to() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/funding");
        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (name, visible) = await FocusAsync(page);
            Assert.True(visible, $"Stop {stop + 1}, “{name}”, shows no focus.");
        }
    });

    [Fact]
    public Task Ctrl_S_saves_the_form_one_is_in() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/narrative");
        await page.Field("正文").FocusAsync();
        await page.Keyboard.TypeAsync("用键盘保存的一段。");
        await page.Keyboard.PressAsync("Control+s");
        await page.ExpectDoneAsync("已保存");
        await page.GotoAsync("/projects/6/targets");
        var row = page.RowOfField("指标名称");
        await row.Field("年度目标").FillAsync("用键盘保存的目标");
        await page.Keyboard.PressAsync("Control+s");
        await page.ExpectDoneAsync("已保存年度目标");
    });

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        for (var stop = 0; stop < 160; stop++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"“{wanted}” cannot be reached with Tab.");
    }

    private static async Task<(string Name, bool Visible)> FocusAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            () => {
              const e = document.activeElement;
              const look = s => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor].join('|');
              const focused = look(getComputedStyle(e));
              e.blur();
              const plain = look(getComputedStyle(e));
              e.focus({ focusVisible: true });
              return [(e.getAttribute('aria-label') || e.textContent || e.name || e.tagName).trim().slice(0, 30), focused === plain ? '' : 'yes'];
            }
            """);
        return (found[0], found[1].Length > 0);
    }
}

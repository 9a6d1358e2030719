using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>The rule of a leaf, written without a mouse and seen while it is written.</summary>
public sealed class RuleTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task A_rule_is_written_with_the_keyboard_and_seen_at_once() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("pingshen", await stage.AddDraftLeafAsync("KEYS"));
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "rule without a kind"));
        await TabToAsync(page, page.Locator(".rule-kind", new() { HasText = "按差额扣分" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#rule-kind")).ToBeFocusedAsync();
        await TabToAsync(page, page.Field("满分线"));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("90");
        await Expect(page.Locator(".rule-standard")).ToContainTextAsync("达到90%及以上");
        await Expect(page.Locator(".rule-table")).ToContainTextAsync("89.99%");
        await Expect(page.Field("满分线")).ToBeFocusedAsync();
        await TabToAsync(page, page.Field("截止线，可以不填"));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator("#rule-preview .notice")).ToContainTextAsync("不可达");
        await page.Keyboard.TypeAsync("abc");
        await Expect(page.Locator("#rule-preview")).ToContainTextAsync("不是数字");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("60");
        await Expect(page.Locator("#rule-preview .notice")).ToContainTextAsync("断崖");
        await Expect(page.Locator("svg.rule-curve")).ToBeVisibleAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "rule with its preview"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field("截止线，可以不填")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".flash")).ToContainTextAsync("已保存");
        Assert.Equal("90", await page.Field("满分线").InputValueAsync());
        Assert.Equal("60", await page.Field("截止线，可以不填").InputValueAsync());
    });

    [Fact]
    public Task Rows_move_under_the_keyboard_and_leaving_unsaved_asks() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("pingshen", await stage.AddDraftLeafAsync("ROWS"));
        await page.Locator(".rule-kind", new() { HasText = "分档计分" }).ClickAsync();
        await Expect(page.Field("第1行 档次名称")).ToHaveValueAsync("规范");
        await page.Locator("#row-2-up").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field("第2行 档次名称")).ToHaveValueAsync("不规范");
        await Expect(page.Locator("#row-1-up")).ToBeFocusedAsync();
        await page.Locator("#row-add").ClickAsync();
        await Expect(page.Field("第4行 档次名称")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("很差");
        await Expect(page.Locator("#rule-preview")).ToContainTextAsync("第4行没有填写得分");
        await Expect(page.Field("第4行 档次名称")).ToHaveValueAsync("很差");
        Assert.True(await page.EvaluateAsync<bool>("() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; }"));
    });

    [Fact]
    public Task A_text_is_read_and_filled_in() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("pingshen", await stage.AddDraftLeafAsync("READ"));
        await page.Field("评分标准的文字").FillAsync("预算执行率95%以上，得满分；低于95%，每下降1%扣权重的1%；预算执行率60%以下，不计分。");
        await page.Button("识别").ClickAsync();
        await Expect(page.Locator(".rule-text .understood").First).ToBeVisibleAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(page, "rule while it is read"));
        for (var round = 0; round < 6 && await page.Locator("#rule-fill").CountAsync() == 0; round++)
        {
            foreach (var question in await page.Locator(".rule-question[id]").AllAsync())
            {
                await question.Locator("input[type=radio]").First.CheckAsync();
            }

            var open = await page.Locator(".rule-question[id]").CountAsync();
            await page.Button("按回答继续").ClickAsync();
            await Expect(page.Locator(".rule-question[id]")).Not.ToHaveCountAsync(open);
        }

        await page.Locator("#rule-fill").ClickAsync();
        await Expect(page.Field("满分线")).ToHaveValueAsync("95");
        await Expect(page.Locator("#rule-preview")).ToContainTextAsync("什么情形得几分");
    });

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        for (var stop = 0; stop < 120; stop++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"“{wanted}” cannot be reached with Tab.");
    }
}

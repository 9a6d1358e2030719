using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Answers of the autosave that arrive at the worst moment: under a pressed mouse, under a typing hand, late, many at once.</summary>
public sealed class ScoringRaceTests(Stage stage) : IClassFixture<Stage>
{
    private const string Url = "/projects/6/evaluation";

    [Fact]
    public Task A_choice_is_made_although_the_page_grows_between_pressing_and_letting_go() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await using var slow = await SlowSaves.OnAsync(page, GrowHead("A111", await page.Leaf("A111").GetAttributeAsync("id")));
        await Choice(page, "A111", "是").CheckAsync();
        await page.Keyboard.PressAsync("Control+s");
        var label = page.Leaf("A121").Locator("label").Filter(new() { HasText = "是" }).First;
        await label.ScrollIntoViewIfNeededAsync();
        var before = (await label.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(before.X + (before.Width / 2), before.Y + (before.Height / 2));
        await page.Mouse.DownAsync();
        await slow.AnswerAsync();
        await page.Mouse.UpAsync();
        await Expect(Choice(page, "A121", "是")).ToBeCheckedAsync();

        // It is drawn once the hand has let go, and what is under the mouse stays there.
        await Expect(page.Locator(".tall")).ToHaveCountAsync(1);
        var after = (await label.BoundingBoxAsync())!;
        Assert.Equal(before.Y, after.Y, 1.0);
        slow.AnswerAll();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A121");
        await page.ReloadAsync();
        await Expect(Choice(page, "A121", "是")).ToBeCheckedAsync();
    });

    [Fact]
    public Task The_keys_keep_their_place_when_a_leaf_above_grows() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await using var slow = await SlowSaves.OnAsync(page, GrowHead("A121", await page.Leaf("A121").GetAttributeAsync("id")));
        await page.Mouse.MoveAsync(700, 5);
        await Choice(page, "A121", "否").FocusAsync();
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("j");
        var before = (await page.Leaf("A122").Locator(".score-body").BoundingBoxAsync())!;
        var link = page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex("^A211\\D") });
        await slow.AnswerAsync();
        await Expect(page.Locator(".tall")).ToHaveCountAsync(1);
        Assert.Equal(before.Y, (await page.Leaf("A122").Locator(".score-body").BoundingBoxAsync())!.Y, 1.0);

        // Somebody on the way through the list of leaves stays in it.
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Control+s");
        await link.FocusAsync();
        await slow.AnswerAsync();
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A122");
        await Expect(link).ToBeFocusedAsync();
    });

    [Fact]
    public Task Leaves_left_while_an_answer_is_awaited_go_together_and_the_button_waits_for_one_answer_only() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await using var slow = await SlowSaves.OnAsync(page);
        await page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex("^A131\\D") }).ClickAsync();
        foreach (var code in new[] { "A131", "A132", "A211", "A212" })
        {
            await Expect(page.Locator(".score-leaf.is-current")).ToHaveAttributeAsync("data-code", code);
            await page.Keyboard.PressAsync("1");
            await page.Keyboard.PressAsync("j");
            await page.WaitForTimeoutAsync(200);
        }

        await slow.AnswerAsync();
        await slow.AnswerAsync();
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A132、A211、A212");
        Assert.Equal(2, slow.Count);

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Control+s");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("1");
        await page.Button("保存评分").ClickAsync();
        await page.WaitForTimeoutAsync(300);
        await slow.AnswerAsync();
        slow.AnswerAll();
        await page.ExpectDoneAsync("已保存：自评");
        Assert.Equal(4, slow.Count);
        foreach (var code in new[] { "A131", "A132", "A211", "A212", "A213", "A221" })
        {
            await Expect(Choice(page, code, "是")).ToBeCheckedAsync();
        }
    });

    [Fact]
    public Task What_is_typed_while_a_refusal_is_on_its_way_is_kept_and_both_are_said() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await using var slow = await SlowSaves.OnAsync(page);
        var count = page.Leaf("B21").GetByRole(AriaRole.Textbox).First;
        await count.FillAsync("1.5");
        await page.Keyboard.PressAsync("Control+s");
        await page.Leaf("B21").GetByText("佐证、说明、不适用").ClickAsync();
        await page.Leaf("B21").Field("评分说明").FocusAsync();
        await page.Keyboard.TypeAsync("核对中");
        var before = (await page.Leaf("B21").Field("评分说明").BoundingBoxAsync())!;
        await slow.AnswerAsync();
        await Expect(page.Leaf("B21")).ToContainTextAsync("不是整数");
        await Expect(page.Leaf("B21").Field("评分说明")).ToBeFocusedAsync();
        Assert.Equal(before.Y, (await page.Leaf("B21").Field("评分说明").BoundingBoxAsync())!.Y, 1.0);
        await page.Keyboard.TypeAsync("，待补");
        await Expect(page.Leaf("B21").Field("评分说明")).ToHaveValueAsync("核对中，待补");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("有未保存的修改");
        await page.WaitForTimeoutAsync(400);
        Assert.Equal(1, slow.Count);

        slow.AnswerAll();
        await page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex("^B12\\D") }).ClickAsync();
        await Expect(page.Locator("[data-guard-state]")).ToContainTextAsync("B21 没有保存：");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 B12；B21 没有保存，请看该指标的提示");
        await count.FillAsync("1");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 B21");
        await page.ReloadAsync();
        await Expect(page.Leaf("B21").Field("评分说明")).ToHaveValueAsync("核对中，待补");
    });

    private static ILocator Choice(IPage page, string code, string word) =>
        page.Leaf(code).GetByRole(AriaRole.Radio, new() { Name = word, Exact = true });

    /// <summary>The answer with much more in the head of one leaf than the page has now.</summary>
    private static Func<string, string> GrowHead(string code, string? id)
    {
        Assert.True(id is not null, $"Leaf {code} has no id.");
        var head = new Regex($"(id=\"head-{id["leaf-".Length..]}\">)");
        return page =>
        {
            Assert.Matches(head, page);
            return head.Replace(page, "$1<div class=\"tall\">" + string.Concat(Enumerable.Repeat("多出的一行<br>", 12)) + "</div>");
        };
    }
}

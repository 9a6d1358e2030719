using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>Scoring without a mouse: from leaf to leaf, choices by number, every leaf saved when one leaves it.</summary>
public sealed class ScoringKeyboardTests(Stage stage) : IClassFixture<Stage>
{
    private const string Url = "/projects/6/evaluation";

    [Fact]
    public Task Scores_leaf_after_leaf_with_the_keyboard_only() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        var total = await page.Locator(".running-total b").TextContentAsync();
        await page.Keyboard.PressAsync("u");
        await ExpectCurrentAsync(page, "A111");
        await page.Keyboard.PressAsync("1");
        await Expect(page.Leaf("A111").GetByRole(AriaRole.Radio, new() { Name = "是" })).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("j");
        await ExpectCurrentAsync(page, "A121");
        await ExpectStandingAsync(page, "A111", "Doubtful");
        await Expect(page.Locator(".running-total b")).Not.ToHaveTextAsync(total!);
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A111");

        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A121");
        await Expect(page.Leaf("A121")).ToContainTextAsync("距满分差2分：须达到");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await ExpectCurrentAsync(page, "A122");
        await page.Keyboard.PressAsync("k");
        await ExpectCurrentAsync(page, "A121");

        // Letters that are typed are letters; Alt+↓ leaves a field as well.
        await page.Leaf("A121").GetByText("佐证、说明、不适用").ClickAsync();
        await page.Leaf("A121").Field("评分说明").FocusAsync();
        await page.Keyboard.TypeAsync("jku 12");
        await Expect(page.Leaf("A121").Field("评分说明")).ToHaveValueAsync("jku 12");
        await ExpectCurrentAsync(page, "A121");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await ExpectCurrentAsync(page, "A122");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A121");
        await page.Keyboard.PressAsync("u");
        await ExpectCurrentAsync(page, "A122");

        await page.ReloadAsync();
        await Expect(page.Leaf("A111").GetByRole(AriaRole.Radio, new() { Name = "是" })).ToBeCheckedAsync();
        await Expect(page.Leaf("A121").GetByRole(AriaRole.Radio, new() { Name = "否" })).ToBeCheckedAsync();
        await Expect(page.Leaf("A121").Field("评分说明")).ToHaveValueAsync("jku 12");
    });

    [Fact]
    public Task A_refused_leaf_keeps_what_was_typed_and_the_others_are_saved() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await page.Leaf("B21").GetByRole(AriaRole.Textbox).First.FillAsync("1.5");
        await page.Leaf("B12").GetByRole(AriaRole.Radio).First.CheckAsync();
        await Expect(page.Leaf("B21")).ToContainTextAsync("不是整数");
        await Expect(page.Leaf("B21").GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("1.5");
        await page.Keyboard.PressAsync("j");
        await ExpectStandingAsync(page, "B12", "Doubtful");
        await ExpectStandingAsync(page, "B21", "Unscored");
        await page.Leaf("B21").GetByRole(AriaRole.Textbox).First.FillAsync("1");
        await page.Keyboard.PressAsync("Control+s");
        await ExpectStandingAsync(page, "B21", "Doubtful");
        await Expect(page.Leaf("B21")).Not.ToContainTextAsync("不是整数");
    });

    [Fact]
    public Task Two_people_in_one_leaf_see_both() => stage.PlayAsync(async play =>
    {
        var (mine, theirs) = (await play.SignInAsync("kuaiji", Url), await play.SignInAsync("kuaiji", Url));
        await mine.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "是" }).CheckAsync();
        await mine.Keyboard.PressAsync("Control+s");
        await ExpectStandingAsync(mine, "A222", "Doubtful");
        await theirs.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" }).CheckAsync();
        await theirs.Keyboard.PressAsync("Control+s");
        await Expect(theirs.Leaf("A222")).ToContainTextAsync("他人刚保存的内容");
        await Expect(theirs.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" })).ToBeCheckedAsync();
        await theirs.Keyboard.PressAsync("Control+s");
        await Expect(theirs.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A222");
        await mine.ReloadAsync();
        await Expect(mine.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" })).ToBeCheckedAsync();
    });

    private static Task ExpectCurrentAsync(IPage page, string code) =>
        Expect(page.Locator(".score-leaf.is-current")).ToHaveAttributeAsync("data-code", code);

    private static Task ExpectStandingAsync(IPage page, string code, string standing) =>
        Expect(page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex($"^{code}\\D") })).ToHaveAttributeAsync("data-standing", standing);
}

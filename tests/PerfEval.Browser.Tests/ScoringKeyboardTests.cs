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
        await ExpectStandingAsync(page, "A111", "Unproven");
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
        await ExpectCurrentAsync(page, "A131");

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
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync(new Regex("^B21 没有保存：“[^”]+”填写的“1.5”不是整数$"));
        await Expect(page.Leaf("B21").GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("1.5");
        await page.Keyboard.PressAsync("j");
        await ExpectStandingAsync(page, "B12", "Unproven");
        await ExpectStandingAsync(page, "B21", "Unscored");
        await page.Leaf("B21").GetByRole(AriaRole.Textbox).First.FillAsync("1");
        await page.Keyboard.PressAsync("Control+s");
        await ExpectStandingAsync(page, "B21", "Unproven");
        await Expect(page.Leaf("B21")).Not.ToContainTextAsync("不是整数");
    });

    [Fact]
    public Task All_leaves_are_scored_from_the_keyboard_without_a_detour() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji2", "/");
        var url = await EmptyProjectAsync(page);
        await page.GotoAsync(url);
        var open = page.Locator(".score-nav a[data-standing=Unscored]");
        var left = await open.CountAsync();
        Assert.True(left >= 29, $"Only {left} leaves are open.");
        await page.Keyboard.PressAsync("u");
        var met = new HashSet<string>();
        for (; left > 0; left--)
        {
            var leaf = page.Locator(".score-leaf.is-current");
            var code = (await leaf.GetAttributeAsync("data-code"))!;
            Assert.True(met.Add(code), $"U came back to {code}, which was answered.");
            foreach (var key in await KeysAsync(leaf))
            {
                await page.Keyboard.PressAsync(key);
            }

            // Filled, not counted yet: nobody says any more that it is not filled.
            await Expect(leaf.GetByText("已填写，离开本项后计分")).ToBeVisibleAsync();
            await Expect(leaf.Locator(".score-sentence")).ToBeHiddenAsync();
            await page.Keyboard.PressAsync("u");
        }

        await Expect(open).ToHaveCountAsync(0);
        Assert.EndsWith(url, page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Expect(page.Locator(".score-nav-sum")).ToContainTextAsync(new Regex(@"(\d+) / \1 项已评，\d+ 项缺佐证"));
    });

    [Fact]
    public Task Enter_in_a_number_saves_the_leaf_and_goes_on() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", Url);
        await page.EvaluateAsync("() => { window.stays = true; }");
        await page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex("^B231\\D") }).ClickAsync();
        await Expect(page.Leaf("B231").GetByRole(AriaRole.Textbox).First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("0");
        await page.Keyboard.PressAsync("Enter");
        await ExpectCurrentAsync(page, "B232");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 B231");
        await ExpectStandingAsync(page, "B231", "Unproven");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stays === true"));

        // Several numbers in one leaf: one after the other, then the next leaf.
        await page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex("^C111\\D") }).ClickAsync();
        var numbers = page.Leaf("C111").Locator(".score-inputs input[inputmode=decimal]");
        for (var i = 0; i < await numbers.CountAsync(); i++)
        {
            await Expect(numbers.Nth(i)).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("1");
            await page.Keyboard.PressAsync("Enter");
        }

        await ExpectCurrentAsync(page, "C112");
        await Expect(page.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 C111");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stays === true"));
    });

    [Fact]
    public Task Two_people_in_one_leaf_see_both() => stage.PlayAsync(async play =>
    {
        var (mine, theirs) = (await play.SignInAsync("kuaiji", Url), await play.SignInAsync("kuaiji", Url));
        await mine.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "是" }).CheckAsync();
        await mine.Keyboard.PressAsync("Control+s");
        await ExpectStandingAsync(mine, "A222", "Unproven");
        await theirs.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" }).CheckAsync();
        await theirs.Keyboard.PressAsync("Control+s");
        await Expect(theirs.Leaf("A222")).ToContainTextAsync("他人刚保存的内容");
        await Expect(theirs.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" })).ToBeCheckedAsync();
        await theirs.Keyboard.PressAsync("Control+s");
        await Expect(theirs.Locator("[data-guard-state]")).ToHaveTextAsync("已保存 A222");
        await mine.ReloadAsync();
        await Expect(mine.Leaf("A222").GetByRole(AriaRole.Radio, new() { Name = "否" })).ToBeCheckedAsync();
    });

    /// <summary>What a person presses in the leaf that has the focus: a number to choose, or to type where the cursor stands in a field.</summary>
    private static async Task<IReadOnlyList<string>> KeysAsync(ILocator leaf)
    {
        var fields = await leaf.Locator(".score-inputs input[inputmode=decimal]").CountAsync();
        if (fields == 0)
        {
            var boxes = await leaf.Locator(".score-inputs .choices.column input").CountAsync();
            return [boxes == 0 ? "1" : $"{boxes}"];
        }

        await Expect(leaf.Locator(".score-inputs input[inputmode=decimal]").First).ToBeFocusedAsync();
        return [.. Enumerable.Repeat("1", fields).SelectMany((digit, i) => i == 0 ? [digit] : new[] { "Enter", digit })];
    }

    /// <summary>A new project of the unit, and the address of its scores.</summary>
    private static async Task<string> EmptyProjectAsync(IPage page)
    {
        await page.GotoAsync("/projects/new");
        await page.Field("项目名称").FillAsync("全程键盘评分");
        await page.Field("预算年度").FillAsync("2025");
        foreach (var (label, text) in new[] { ("评价指标体系", "东川区2020"), ("报告提纲", "附件4-4") })
        {
            var option = page.Field(label).GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First;
            await page.Field(label).SelectOptionAsync((await option.GetAttributeAsync("value"))!);
        }

        await page.Button("新建").ClickAsync();
        await page.ExpectDoneAsync("已新建");
        return new Uri(page.Url).AbsolutePath.Replace("/funding", "/evaluation", StringComparison.Ordinal);
    }

    private static Task ExpectCurrentAsync(IPage page, string code) =>
        Expect(page.Locator(".score-leaf.is-current")).ToHaveAttributeAsync("data-code", code);

    private static Task ExpectStandingAsync(IPage page, string code, string standing) =>
        Expect(page.Locator(".score-nav a").Filter(new() { HasTextRegex = new Regex($"^{code}\\D") })).ToHaveAttributeAsync("data-standing", standing);
}

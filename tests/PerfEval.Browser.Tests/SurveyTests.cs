using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>A survey on a phone, and its papers typed in with one key per question.</summary>
public sealed class SurveyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Somebody_answers_on_a_phone() => stage.PlayAsync(async play =>
    {
        var office = await play.SignInAsync("kuaiji", "/projects/6/survey");
        var link = await office.Field("链接").InputValueAsync();
        Assert.StartsWith(play.Address + "/survey/", link);
        var phone = await play.OpenAsync("/survey/thanks");
        await phone.SetViewportSizeAsync(390, 844);
        await phone.GotoAsync(link);
        play.Faults.AddRange(await EveryPageTests.LookAsync(phone, "the questionnaire on a phone"));
        foreach (var choice in await phone.Locator(".pick").AllAsync())
        {
            var box = await choice.BoundingBoxAsync();
            Assert.True(box!.Height >= 44 && box.Width >= 44, $"A choice is {box.Width} × {box.Height}.");
        }

        await phone.Locator("fieldset").Nth(0).GetByText("满意", new() { Exact = true }).ClickAsync();
        await phone.Locator("fieldset").Nth(2).GetByText("非常满意").ClickAsync();
        await phone.Button("提交").ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("请补充 2 处");
        await Expect(phone.Locator("fieldset").Nth(2).GetByLabel("非常满意")).ToBeCheckedAsync();
        play.Faults.AddRange(await EveryPageTests.LookAsync(phone, "the refused questionnaire"));
        await phone.Locator("fieldset").Nth(1).GetByText("基本满意").ClickAsync();
        await phone.Locator("fieldset").Nth(3).GetByText("非常不满意").ClickAsync();
        await phone.Locator("textarea").FillAsync("路灯太暗");
        await phone.Button("提交").ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading)).ToHaveTextAsync("感谢您的参与");
        await office.ReloadAsync();
        await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync("路灯太暗");
        await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync("有效47份");
        await phone.GotoAsync("/survey/abc");
        await Expect(phone.GetByRole(AriaRole.Heading)).ToHaveTextAsync("问卷现在不能填写");
        play.Faults.AddRange(await EveryPageTests.LookAsync(phone, "a wrong link"));
    });

    [Fact]
    public Task Papers_are_typed_with_one_key_per_question() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/survey/sheets");
        foreach (var (number, keys) in new[] { (101, "1234"), (102, "55-1"), (103, "2222") })
        {
            await Expect(page.Field("第1题")).ToBeFocusedAsync();
            if (number == 101)
            {
                await page.Field("问卷编号").FillAsync("101");
                await page.Keyboard.PressAsync("Tab");
            }

            await Expect(page.Field("问卷编号")).ToHaveValueAsync($"{number}");
            foreach (var key in keys)
            {
                await page.Keyboard.PressAsync($"{key}");
            }

            await page.Keyboard.PressAsync("Enter");
            await page.ExpectDoneAsync($"已录入第{number}号问卷");
        }

        await Expect(page.Row("102")).ToContainTextAsync("1.非常不满意　2.非常不满意　3.—　4.非常满意");

        // A key too many is refused with everything kept, and one goes back with Backspace.
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("9");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("第2题填的“9”不是选项序号");
        await page.Field("第3题").FocusAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Expect(page.Field("第2题")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectDoneAsync("已录入第104号问卷");
    });
}

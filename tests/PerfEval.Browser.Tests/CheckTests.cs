using Microsoft.Playwright;
using PerfEval.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PerfEval.Browser.Tests;

/// <summary>From a finding to the very cell or words, and findings while one types.</summary>
public sealed class CheckTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task A_finding_leads_to_its_cell_in_the_grid() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/check");
        var finding = page.Locator("#group-疑点 li").Filter(new() { HasText = "结余3,600.00元，未填结余原因" });
        await finding.Link("去改").ClickAsync();
        await Grid.ReadyAsync(page);
        await Expect(page.Locator(".grid-editor")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("少开二十课时");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".tabulator-row").Filter(new() { HasText = "四点半课堂" }).Locator("[tabulator-field=BalanceReason]")).ToHaveTextAsync("少开二十课时");
        await Expect(page.Locator("[data-part=state]")).ToContainTextAsync("已保存");
        await page.GotoAsync("/projects/6/check");
        await Expect(page.GetByText("结余3,600.00元，未填结余原因")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_empty_answer_comes_back_at_its_finding_with_the_cursor_in_the_field() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/check");
        var last = page.Locator("#group-疑点 ul.findings > li:has(form.answer-form)").Last;
        var id = await last.GetAttributeAsync("id");
        await last.Locator("summary").Last.ClickAsync();
        await last.Button("保存答复").ClickAsync();
        var again = page.Locator($"#{id}");
        await Expect(again.Locator(".field-error")).ToHaveTextAsync("请写明理由：为什么这处不是错误");
        await Expect(again.GetByLabel("理由")).ToBeFocusedAsync();
        await Expect(again.Locator(".field-error")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Findings_come_while_one_types_and_select_the_words() => stage.PlayAsync(async play =>
    {
        var page = await play.SignInAsync("kuaiji", "/projects/6/narrative");
        await page.Field("正文").FillAsync("本节第一句。项目实际支出12元。");
        var check = page.GetByRole(AriaRole.Region, new() { Name = "本节体检" });
        await Expect(check).ToContainTextAsync("正文“实际支出”12元，项目数据为");
        await check.Button("选中").First.ClickAsync();
        Assert.Equal("实际支出12元", await page.EvaluateAsync<string>("() => { const a = document.getElementById('Form_Body'); return a.value.slice(a.selectionStart, a.selectionEnd); }"));
        await page.Field("正文").FillAsync("本节第一句。项目实际支出{{实际支出}}。");
        await Expect(check).ToHaveCountAsync(0);
        await page.Button("保存").ClickAsync();
        await page.ExpectDoneAsync("已保存");
    });
}

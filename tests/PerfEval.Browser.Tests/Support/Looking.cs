using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PerfEval.Browser.Tests.Support;

/// <summary>Finds things as a person does: by label, by the word on a button, by the heading above them.</summary>
internal static class Looking
{
    private static readonly string[] Acts = ["送审", "撤回", "受理", "退回", "定稿", "撤销定稿", "公开"];

    /// <summary>The control with this label.</summary>
    public static ILocator Field(this IPage page, string label) => page.GetByLabel(Label(label));

    /// <summary>The control with this label inside something.</summary>
    public static ILocator Field(this ILocator part, string label) => part.GetByLabel(Label(label));

    public static ILocator Button(this IPage page, string word) => page.GetByRole(AriaRole.Button, new() { Name = word, Exact = true });

    public static ILocator Button(this ILocator part, string word) => part.GetByRole(AriaRole.Button, new() { Name = word, Exact = true });

    public static ILocator Link(this IPage page, string word) => page.GetByRole(AriaRole.Link, new() { Name = word, Exact = true });

    public static ILocator Link(this ILocator part, string word) => part.GetByRole(AriaRole.Link, new() { Name = word, Exact = true });

    /// <summary>The table row that holds this text.</summary>
    public static ILocator Row(this IPage page, string text) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>The table row inside something that holds this text.</summary>
    public static ILocator Row(this ILocator part, string text) => part.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>The table row in which this field is typed.</summary>
    public static ILocator RowOfField(this IPage page, string label) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Field(label) });

    /// <summary>The line of sums that stays in view.</summary>
    public static ILocator MoneyPanel(this IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "资金一览" });

    /// <summary>One indicator of the score page.</summary>
    public static ILocator Leaf(this IPage page, string code) =>
        page.GetByRole(AriaRole.Article).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex($"^{code} ") }) });

    /// <summary>Presses a button and answers the question it asks.</summary>
    public static async Task PressAsync(this IPage page, ILocator button, string answer)
    {
        await button.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Button(answer).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>The state badge and the acts that the page offers to this person.</summary>
    public static async Task ExpectStateAsync(this IPage page, string state, params string[] acts)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(state);
        var offered = new List<string>();
        foreach (var act in Acts)
        {
            if (await page.GetByRole(AriaRole.Main).Button(act).Or(page.GetByRole(AriaRole.Main).Link(act)).CountAsync() > 0)
            {
                offered.Add(act);
            }
        }

        Assert.Equal(acts.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    /// <summary>The page says that it was done.</summary>
    public static Task ExpectDoneAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(text);

    private static Regex Label(string label) => new($"^{Regex.Escape(label)}(必填)?$");
}

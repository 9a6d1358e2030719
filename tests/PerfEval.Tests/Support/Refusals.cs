using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PerfEval.Tests.Support;

/// <summary>What every page owes to a person whose input it cannot store.</summary>
internal static class Refusals
{
    /// <summary>
    /// Sends the form with these values: 400, every message in the summary and beside its field, every link of the summary
    /// leads to a field, everything typed is kept, nothing is stored.
    /// </summary>
    public static async Task<IHtmlDocument> RefusedAsync(
        this App app, HttpClient client, string url, string form, IReadOnlyDictionary<string, string?> typed, params (string Field, string Message)[] expected)
    {
        var before = await app.StoredAsync();
        using var answer = await client.PostFormAsync(url, form, typed);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} instead of 400. {Said(await answer.DocumentAsync())}");
        var page = await answer.DocumentAsync();
        foreach (var (field, message) in expected)
        {
            var control = page.ControlOf(field, typed.GetValueOrDefault(field));
            Assert.True(control.ParentElement!.TextContent.Contains(message, StringComparison.Ordinal),
                $"No “{message}” beside {field}, but: {control.ParentElement.TextContent.Trim()}. {Said(page)}");
            Assert.Contains(message, Said(page), StringComparison.Ordinal);
        }

        foreach (var link in page.QuerySelectorAll("[role=alert] a[href^='#']"))
        {
            Assert.True(page.GetElementById(link.GetAttribute("href")![1..]) is not null, $"“{link.TextContent}” leads to {link.GetAttribute("href")}, which is not on the page.");
        }

        page.KeepsTyping(typed);
        Assert.DoesNotContain("<script>alert", body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await app.StoredAsync());
        return page;
    }

    /// <summary>Everything that was typed stands in its field again.</summary>
    public static void KeepsTyping(this IHtmlDocument page, IReadOnlyDictionary<string, string?> typed)
    {
        foreach (var (field, value) in typed.Where(t => t.Value is not null))
        {
            var kept = Value(page.ControlOf(field, value));
            Assert.True(kept == value,
                $"{field} holds “{Short(kept)}” instead of “{Short(value!)}”");
        }
    }

    /// <summary>The control of this name; of several (radio buttons, one form per row) the one with this value.</summary>
    public static IElement ControlOf(this IHtmlDocument page, string field, string? value = null)
    {
        var controls = page.QuerySelectorAll($"[name='{field}']").ToList();
        Assert.True(controls.Count > 0, $"No field {field} on the page. {Said(page)}");
        return controls.FirstOrDefault(c => Value(c) == value) ?? controls[0];
    }

    /// <summary>All that the page complains about.</summary>
    public static string Said(this IHtmlDocument page) => string.Join(" | ", page.QuerySelectorAll("[role=alert]").Select(a => a.TextContent.Trim()));

    private static string Value(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => control.TextContent,
    };

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}… ({text.Length})" : text;
}

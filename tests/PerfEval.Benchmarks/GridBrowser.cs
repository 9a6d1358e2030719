using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace PerfEval.Benchmarks;

/// <summary>How long a person waits until they can type into the grid.</summary>
internal static class GridBrowser
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Visits = 5;

    private const string Marks = """
        () => {
          const page = performance.getEntriesByType('navigation')[0];
          return { page: page.responseEnd, parsed: page.domContentLoadedEventStart, ready: performance.getEntriesByName('grid-ready')[0].startTime };
        }
        """;

    /// <summary>Prints milliseconds from the start of the navigation, in the browser's own time.</summary>
    public static async Task MeasureAsync(Uri address, GridPerson person, GridProject project)
    {
        if (!File.Exists(Chromium))
        {
            Console.WriteLine($"browser: not measured, {Chromium} is not here");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--headless", "--no-sandbox", "--disable-gpu"] });
        await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN" });
        await context.AddCookiesAsync(person.Cookies.GetCookies(address).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = address.ToString() }));
        var page = await context.NewPageAsync();
        var first = await VisitAsync(page, project);
        var visits = new List<Visit>();
        for (var i = 0; i < Visits; i++)
        {
            visits.Add(await VisitAsync(page, project));
        }

        double Median(Func<Visit, double> figure) => visits.Select(figure).Order().ElementAt(Visits / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"browser, {project.Lines} lines: one can type after {Median(v => v.Ready):0} ms (median of {Visits}; {visits.Min(v => v.Ready):0} to {visits.Max(v => v.Ready):0}), "
            + $"of which the page takes {Median(v => v.Page):0} ms and parsing ends at {Median(v => v.Parsed):0} ms; first visit with an empty cache {first.Ready:0} ms"));
    }

    private static async Task<Visit> VisitAsync(IPage page, GridProject project)
    {
        await page.GotoAsync(project.Page);
        await page.Locator("#lines[data-ready]").WaitForAsync(new() { Timeout = 60_000 });
        var marks = await page.EvaluateAsync<JsonElement>(Marks);
        return new(marks.GetProperty("page").GetDouble(), marks.GetProperty("parsed").GetDouble(), marks.GetProperty("ready").GetDouble());
    }

    private sealed record Visit(double Page, double Parsed, double Ready);
}

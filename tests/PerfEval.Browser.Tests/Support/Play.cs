using Microsoft.Playwright;
using PerfEval.Data.Demo;

namespace PerfEval.Browser.Tests.Support;

/// <summary>One test: the people in it, and everything their browsers complained about.</summary>
public sealed class Play(Stage stage, IBrowser browser) : IAsyncDisposable
{
    private readonly List<IBrowserContext> contexts = [];

    /// <summary>Console errors, script errors, answers of 500 and requests that leave our own host.</summary>
    public List<string> Faults { get; } = [];

    public string Address => stage.Address;

    /// <summary>A browser nobody has signed in with.</summary>
    public async Task<IPage> OpenAsync(string path = "/")
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = stage.Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = 1366, Height = 768 },
        });
        context.SetDefaultTimeout(Stage.Patience);
        contexts.Add(context);
        context.Request += (_, request) => Note(!IsOurs(request.Url), $"Request to another host: {request.Url}");
        context.Response += (_, response) => Note(response.Status >= 500, $"{response.Status} {response.Request.Method} {response.Url}");
        context.WebError += (_, error) => Note(true, $"Script error: {error.Error}");
        context.Console += (_, message) => Note(
            message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal),
            $"Console: {message.Text}");
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser in which this person signed in through the sign-in page.</summary>
    public async Task<IPage> SignInAsync(string userName, string path = "/")
    {
        var page = await OpenAsync($"/account/login?from={Uri.EscapeDataString(path)}");
        await page.Field("用户名").FillAsync(userName);
        await page.Field("口令").FillAsync(DemoAccounts.Password);
        await page.Button("登录").ClickAsync();
        // Scripts have run by then; on a busy machine the load event of a redirected page is now and then not reported.
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>Saves what every page looks like now.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots")).FullName;
        var number = 0;
        foreach (var page in contexts.SelectMany(c => c.Pages))
        {
            try
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{++number}.png"), FullPage = true, Timeout = 5000 });
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // A page that cannot be pictured, such as one behind a dialog, must not hide what went wrong.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfEval.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("PerfEval.sln was not found above the tests.");
        }

        return folder.FullName;
    }

    private bool IsOurs(string url) =>
        url.StartsWith(stage.Address + "/", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)
        || url.StartsWith("blob:", StringComparison.Ordinal) || IsBrowsersOwn(url);

    // Its reader of PDF files is a page of its own, out of its own files.
    private static bool IsBrowsersOwn(string url) =>
        url.StartsWith("chrome://", StringComparison.Ordinal) || url.StartsWith("chrome-extension://", StringComparison.Ordinal);

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            lock (Faults)
            {
                Faults.Add(text);
            }
        }
    }
}

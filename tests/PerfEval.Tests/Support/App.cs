using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Data;
using PerfEval.Data.Demo;

namespace PerfEval.Tests.Support;

/// <summary>
/// The whole program on its demo data, with a database file of its own. The demo is loaded once per test run; each App
/// starts from a copy of that file. Use it as a class fixture where tests do not disturb each other, or one per test.
/// </summary>
public sealed class App : WebApplicationFactory<Program>
{
    private static readonly Lazy<string> Prepared = new(Prepare);

    // Watching files takes inotify instances, of which a machine allows 128 per user, and tests start many programs.
    static App() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    /// <summary>Folder of this App's database and keys.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("perfeval-test-").FullName;

    /// <summary>What a test adds to the program's services; set before the first use.</summary>
    public Action<IServiceCollection>? Extra { get; init; }

    /// <summary>How many answers a minute a survey's link takes; a sweep knocks more often than people do.</summary>
    public int AnswersPerMinute { get; init; } = 100_000;

    /// <summary>The program on an empty folder: it migrates and loads the demo itself.</summary>
    public static App Fresh(Action<IServiceCollection>? extra = null) => new(copyDemo: false) { Extra = extra };

    public App() : this(copyDemo: true)
    {
    }

    private App(bool copyDemo)
    {
        if (copyDemo)
        {
            File.Copy(Prepared.Value, Path.Combine(Folder, "perfeval.db"));
        }
    }

    /// <summary>A browser nobody has signed in with; it keeps cookies and shows redirects instead of following them.</summary>
    public HttpClient Anonymous() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A browser in which this person signed in through the sign-in page.</summary>
    public async Task<HttpClient> SignedInAsync(string userName, string password = DemoAccounts.Password)
    {
        var client = Anonymous();
        var answer = await client.SignInAsync(userName, password);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{userName} could not sign in: {answer.StatusCode}");
        return client;
    }

    /// <summary>Works on the database beside the pages: to look, or to prepare a state.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<PerfEvalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PerfEvalDbContext>());
    }

    /// <summary>Works on the database beside the pages.</summary>
    public Task WithDatabaseAsync(Func<PerfEvalDbContext, Task> work) =>
        WithDatabaseAsync(async db =>
        {
            await work(db);
            return true;
        });

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing")
        .UseSetting("Data:Folder", Folder)
        .UseSetting("Demo", "true")
        .UseSetting("Serilog:MinimumLevel", "Error")
        .UseSetting("Survey:AnswersPerMinute", $"{AnswersPerMinute}")
        .ConfigureServices(services =>
        {
            // Tests sign in a thousand times, which is what the iterations are there to make slow.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            Extra?.Invoke(services);
        });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string Prepare()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("perfeval-demo-").FullName, "perfeval.db");
        using var app = new App(copyDemo: false);
        _ = app.Services;
        using (var source = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "perfeval.db")}"))
        {
            source.Open();
            using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", file);
            copy.ExecuteNonQuery();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return file;
    }
}

/// <summary>What a person does in a browser.</summary>
public static class Browsing
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Opens a page; it must answer with this status.</summary>
    public static async Task<IHtmlDocument> GetDocumentAsync(this HttpClient client, string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(url);
        Assert.True(answer.StatusCode == expected, $"GET {url} answered {answer.StatusCode}, expected {expected}.");
        return await answer.DocumentAsync();
    }

    /// <summary>The page in an answer.</summary>
    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage answer) =>
        await Parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>
    /// Opens the page, fills a form and sends it. The form is given by a CSS selector, or by the name of its handler
    /// ("Save", or "" for the form without one). What the page already filled in, with token, version and hidden
    /// fields, is sent along unless <paramref name="values"/> says otherwise; null takes a field out.
    /// </summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string url, string form, IReadOnlyDictionary<string, string?> values, HttpStatusCode page = HttpStatusCode.OK)
    {
        var document = await client.GetDocumentAsync(url, page);
        return await client.SendFormAsync(url, Form(document, form), values);
    }

    /// <summary>Sends a form of a page that is already open, such as a preview that is confirmed.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client, string url, IHtmlFormElement form, IReadOnlyDictionary<string, string?> values, params (string Field, string FileName, byte[] Content)[] files)
    {
        var fields = Filled(form);
        foreach (var (name, value) in values)
        {
            fields.RemoveAll(f => f.Name == name);
            if (value is not null)
            {
                fields.Add((name, value));
            }
        }

        HttpContent body;
        if (string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var parts = new MultipartFormDataContent();
            fields.ForEach(f => parts.Add(new StringContent(f.Value), f.Name));
            foreach (var (field, fileName, content) in files)
            {
                parts.Add(new ByteArrayContent(content), field, fileName);
            }

            body = parts;
        }
        else
        {
            body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        var action = form.GetAttribute("action");
        return await client.PostAsync(string.IsNullOrEmpty(action) ? url : action, body);
    }

    /// <summary>A form of the page, by selector or by the name of its handler; "" is the page's own form without handler.</summary>
    public static IHtmlFormElement Form(this IHtmlDocument document, string selectorOrHandler)
    {
        var forms = document.QuerySelectorAll<IHtmlFormElement>("main form[method=post], main form[method=POST]").ToList();
        var found = selectorOrHandler.Any(c => !char.IsLetter(c))
            ? document.QuerySelector<IHtmlFormElement>(selectorOrHandler)
            : forms.FirstOrDefault(f => string.Equals(HandlerOf(f), selectorOrHandler, StringComparison.OrdinalIgnoreCase));
        Assert.True(found is not null, $"No form “{selectorOrHandler}” among: {string.Join(", ", forms.Select(f => f.GetAttribute("action")))}");
        return found!;
    }

    /// <summary>Signs in through the sign-in page.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string userName, string password, string? from = null) =>
        client.PostFormAsync(
            "/account/login" + (from is null ? "" : $"?from={Uri.EscapeDataString(from)}"), "",
            new Dictionary<string, string?> { ["Form.UserName"] = userName, ["Form.Password"] = password });

    private static string HandlerOf(IHtmlFormElement form)
    {
        var query = form.GetAttribute("action")?.Split('#')[0].Split('?') is [_, var q] ? q : "";
        return query.Split('&').Select(p => p.Split('=')).FirstOrDefault(p => p[0] == "handler")?[1] ?? "";
    }

    private static List<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var element in form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add((name, select.Value ?? ""));
                    break;
            }
        }

        return fields;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Data.Demo;

namespace PerfEval.Benchmarks;

/// <summary>The demo's accountant, signed in.</summary>
internal sealed partial class GridPerson : IDisposable
{
    public const string UserName = "kuaiji";

    private readonly HttpClient client;
    private string token = "";

    private GridPerson(Uri address) =>
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    public static async Task<GridPerson> SignInAsync(Uri address)
    {
        const string Page = "/account/login";
        var person = new GridPerson(address);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form.UserName"] = UserName,
            ["Form.Password"] = DemoAccounts.Password,
            ["__RequestVerificationToken"] = await person.TokenAsync(Page),
        });
        using var answer = await person.client.PostAsync(Page, form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
        }

        // It belongs to the person, not to the page.
        person.token = await person.TokenAsync("/projects/new");
        return person;
    }

    public Task GetAsync(string address) => client.GetByteArrayAsync(address);

    public async Task<int> SizeAsync(string address) => (await client.GetByteArrayAsync(address)).Length;

    /// <summary>Sends JSON to the grid's door.</summary>
    public async Task<JsonElement> PostAsync<T>(string address, T body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, options: new JsonSerializerOptions()) };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{address} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync(string page) => Token().Match(await client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

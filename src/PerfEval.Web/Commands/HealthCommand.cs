namespace PerfEval.Web.Commands;

/// <summary>Asks a running program whether it is ready: for container health checks, whose image has no curl.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>0 when /health/ready below the address answers with success, else 1 and the reason on stderr.</summary>
    public static async Task<int> AskAsync(string address)
    {
        try
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience };

            // Behind a proxy that ends TLS, plain HTTP would be redirected to where this container does not listen.
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            using var answer = await client.GetAsync($"{address.TrimEnd('/')}/health/ready");
            Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}

namespace PerfEval.Web.Filters;

/// <summary>What kind of answer a request asks for.</summary>
internal static class Answers
{
    /// <summary>True when our own script asks: it says so, a browser that sends a form never does.</summary>
    public static bool WantsJson(this HttpRequest request) => request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
}

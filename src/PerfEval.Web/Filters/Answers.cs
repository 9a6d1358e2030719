namespace PerfEval.Web.Filters;

/// <summary>What kind of answer a request asks for.</summary>
internal static class Answers
{
    /// <summary>True when our own script asks: it says so, a browser that sends a form never does.</summary>
    public static bool WantsJson(this HttpRequest request) => request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    /// <summary>True when our own script asks for a part of the page only: it names the part in this header.</summary>
    public static bool WantsPart(this HttpRequest request) => request.Headers.ContainsKey("X-Part");
}

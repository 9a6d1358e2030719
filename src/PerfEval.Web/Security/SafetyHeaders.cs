namespace PerfEval.Web.Security;

/// <summary>Headers of every answer: only our own files, nothing kept, no frames, no guessing, no referrer.</summary>
internal sealed class SafetyHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The report's preview frames the PDF; nothing else may be framed, and that only by us.
    private const string FramedByUs = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isReport = context.Request.Path.Value?.EndsWith("/report.pdf", StringComparison.OrdinalIgnoreCase) == true;
        headers.ContentSecurityPolicy = isReport ? FramedByUs : Policy;

        // Pages are never kept; static files say otherwise for themselves.
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = isReport ? "SAMEORIGIN" : "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}

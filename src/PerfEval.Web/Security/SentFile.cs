using Microsoft.Net.Http.Headers;

namespace PerfEval.Web.Security;

/// <summary>Headers of an answer that is a file and not a page.</summary>
internal static class SentFile
{
    // The reader that the browser brings draws itself as an embedded object with styles of its own; in a sandbox it does
    // not start, and the scripts of a PDF reach neither page nor network.
    private const string Pdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'";

    private const string Picture = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private const string Download = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Names the file, and lets our own pages alone frame what is shown.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">Name under which it is saved; any characters.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="shown">True to show it in the browser, false to save it.</param>
    public static void IsFile(this HttpResponse response, string name, string mediaType, bool shown)
    {
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = !shown ? Download : mediaType == System.Net.Mime.MediaTypeNames.Application.Pdf ? Pdf : Picture;
        if (shown)
        {
            response.Headers.XFrameOptions = "SAMEORIGIN";
        }
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PerfEval.Web.Filters;

/// <summary>
/// A page that takes larger bodies than the others. One above the limit is answered 413 with a sentence before anybody
/// reads it; the server alone would break it off inside the antiforgery check, and the person would read of an expired page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestBodyAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery check (1000), which reads the form.</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var tooLarge = http.Request.ContentLength > bytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // A refused body is still read to its end for a while, so that the browser comes to read the answer.
            limit.MaxRequestBodySize = tooLarge ? null : bytes;
        }

        if (tooLarge)
        {
            context.Result = http.Request.WantsJson()
                ? new JsonResult(new { message = "一次上传的内容太大，请分几次上传" }) { StatusCode = StatusCodes.Status413PayloadTooLarge }
                : new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = bytes }));
        }
    }
}

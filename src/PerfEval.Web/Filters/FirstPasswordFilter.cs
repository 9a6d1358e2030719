using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Filters;

/// <summary>Somebody whose password was set by an administrator chooses their own before anything else.</summary>
internal sealed class FirstPasswordFilter(CurrentPerson person) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (person.MustChangePassword && !context.ActionDescriptor.ViewEnginePath.StartsWith("/Account/", StringComparison.Ordinal))
        {
            context.Result = new RedirectToPageResult("/Account/Password");
            return;
        }

        await next();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Filters;

/// <summary>Refuses every handler call that <see cref="AccessTable"/> does not allow.</summary>
internal sealed class HandlerAccessFilter(CurrentPerson person) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var signedIn = context.HttpContext.User.Identity?.IsAuthenticated == true;
        var verb = HttpMethods.IsHead(context.HttpContext.Request.Method) ? HttpMethods.Get : context.HttpContext.Request.Method;
        var row = AccessTable.Find(context.ActionDescriptor.ViewEnginePath, verb, context.HandlerMethod?.Name);
        if (!AccessTable.Allows(row, signedIn, person.Role))
        {
            context.Result = signedIn ? new ForbidResult() : new ChallengeResult();
            return;
        }

        await next();
    }
}

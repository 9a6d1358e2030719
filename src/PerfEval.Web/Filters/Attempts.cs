using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Versioning;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Filters;

/// <summary>
/// What a page does with a form: validate it whole, then let the domain act. Bad input answers 400, a stale row 409; in
/// both cases the page is shown again with everything that was typed.
/// </summary>
internal static class Attempts
{
    /// <summary>Adds every fault of the form to the page; false when there is one.</summary>
    public static bool Accepts<T>(this PageModel page, T form, IValidator<T> validator, string prefix)
    {
        foreach (var error in validator.Validate(form).Errors)
        {
            page.ModelState.AddModelError($"{prefix}.{error.PropertyName}", error.ErrorMessage);
        }

        if (!page.ModelState.IsValid)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return page.ModelState.IsValid;
    }

    /// <summary>Changes a project and saves it in its audit chain; false when a rule was broken or somebody else was faster.</summary>
    public static Task<bool> SaveAsync(
        this PageModel page, PerfEvalDbContext db, Project project, string act, string prefix, Action change, string? reason = null, CancellationToken cancel = default) =>
        page.TryAsync(prefix, async () =>
        {
            change();
            await db.Doing(AuditChain.Of(project), act, reason).SaveChangesAsync(cancel);
        });

    /// <summary>Runs the act; false when a rule was broken or somebody else was faster.</summary>
    public static async Task<bool> TryAsync(this PageModel page, string prefix, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleBroken broken)
        {
            foreach (var fault in broken.Faults)
            {
                page.ModelState.AddModelError(fault.Field.Length == 0 ? "" : $"{prefix}.{fault.Field}", fault.Message);
            }

            page.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (RowStale stale)
        {
            page.ModelState.AddModelError("", stale.Message);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || UniqueViolation.Is(e))
        {
            // A key that is taken: the same new row was sent twice at once, or the key belongs to somebody else's row.
            page.ModelState.AddModelError("", new RowStale("该记录").Message);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return false;
    }
}

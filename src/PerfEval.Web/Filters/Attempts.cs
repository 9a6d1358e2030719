using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data.Versioning;
using PerfEval.Domain;

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
            // A taken key: a resend that crossed its first attempt, or somebody who edited a hidden id.
            page.ModelState.AddModelError("", new RowStale("该记录").Message);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return false;
    }
}

/// <summary>A page with two forms posts one of them: what binding says about the other is nobody's business.</summary>
internal static class OtherForms
{
    public static void ClearPrefix(this Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, string prefix)
    {
        foreach (var key in state.Keys.Where(k => k == prefix || k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }
    }
}

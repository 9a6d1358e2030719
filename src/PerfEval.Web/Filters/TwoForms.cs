using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PerfEval.Web.Filters;

/// <summary>A page with several forms posts one of them: what binding says about the others is nobody's business.</summary>
internal static class TwoForms
{
    /// <summary>Forgets how the fields of a form were sent: the page fills them anew. What was said about them stays.</summary>
    public static void Forget(this ModelStateDictionary state, string form)
    {
        foreach (var key in state.Keys.Where(k => k.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }
    }

    public static void ClearOther(this ModelStateDictionary state, string sent, params string[] forms)
    {
        foreach (var key in state.Keys.Where(k => forms.Any(f => f != sent && (k == f || k.StartsWith(f + ".", StringComparison.Ordinal)))).ToList())
        {
            state.Remove(key);
        }
    }
}

using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PerfEval.Web.Filters;

/// <summary>A page with several forms posts one of them: what binding says about the others is nobody's business.</summary>
internal static class TwoForms
{
    public static void ClearOther(this ModelStateDictionary state, string sent, params string[] forms)
    {
        foreach (var key in state.Keys.Where(k => forms.Any(f => f != sent && (k == f || k.StartsWith(f + ".", StringComparison.Ordinal)))).ToList())
        {
            state.Remove(key);
        }
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PerfEval.Web.Pages.Surveys;

/// <summary>Says thank you; knows nothing about the answer, so that going back and reloading send nothing.</summary>
public sealed class ThanksModel : PageModel
{
    public void OnGet()
    {
    }
}

using System.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Surveys;

namespace PerfEval.Web.Pages.Surveys;

/// <summary>
/// The public questionnaire: no sign-in, no name, no address, no cookie but the form's. A link that is wrong, not open yet
/// or closed answers with one and the same page.
/// </summary>
[EnableRateLimiting(AnswerPace.Name)]
public sealed class AnswerModel(PerfEvalDbContext db, TimeProvider time) : PageModel
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    /// <summary>The project with its survey; null when nothing can be answered here.</summary>
    public Project? Project { get; private set; }

    public Survey Survey => Project!.Survey!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        await LoadAsync(token, cancel);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        // One after the other: 送审, 结束 and the limit count for the answer that comes in the same moment too.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        var stored = await LoadAsync(token, cancel);
        if (Project is null)
        {
            return Show();
        }

        if (await db.Set<SurveySheet>().AnyAsync(s => s.Id == Form.Id, cancel) || !string.IsNullOrEmpty(Form.Website))
        {
            return RedirectToPage(SurveyLinks.Thanks);
        }

        if (ModelState.IsValid && await this.TryAsync(nameof(Form), async () =>
        {
            Project.TakeLinkSheet(Form.Id, new(Form.Marks, Form.Texts), stored, time.GetUtcNow().Day());
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }))
        {
            return RedirectToPage(SurveyLinks.Thanks);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Show()
    {
        Response.StatusCode = Project is null ? StatusCodes.Status404NotFound : Response.StatusCode;
        return Page();
    }

    /// <summary>Finds what the link leads to, and how many sheets came by it.</summary>
    private async Task<int> LoadAsync(string token, CancellationToken cancel)
    {
        var found = token.Length != Survey.TokenLength ? null : await db.Projects.Where(p => p.Survey!.Token == token)
            .Include(p => p.Organisation).Include(p => p.Evaluation).Include(p => p.Survey!).ThenInclude(s => s.Questions.OrderBy(q => q.Position))
            .FirstOrDefaultAsync(cancel);
        if (found is null || !found.TakesAnswers(time.GetUtcNow().Day()))
        {
            return 0;
        }

        var stored = await db.Set<SurveySheet>().CountAsync(s => s.SurveyId == found.Survey!.Id && s.Source == SheetSource.Link, cancel);
        Project = stored < found.Survey!.LinkLimit ? found : null;
        return stored;
    }
}

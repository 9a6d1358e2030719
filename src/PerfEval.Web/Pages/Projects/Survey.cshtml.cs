using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>满意度调查: where it stands and what came back.</summary>
public sealed class SurveyModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time) : PageModel
{
    /// <summary>Sheets with answers in words that are shown.</summary>
    public const int MostTexts = 100;

    public ProjectFrame Frame { get; private set; } = null!;

    public Survey? Survey => Frame.Project.Survey;

    public SurveyStatistics? Statistics { get; private set; }

    /// <summary>Answers in words, per 文字 question.</summary>
    public IReadOnlyList<(SurveyQuestion Question, IReadOnlyList<string> Texts)> Written { get; private set; } = [];

    /// <summary>True when the link takes answers today.</summary>
    public bool TakesAnswers => Frame.Project.TakesAnswers(time.GetUtcNow().Day());

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => ShowAsync(id, cancel);

    public Task<IActionResult> OnPostOpenAsync(int id, long seen, CancellationToken cancel) =>
        ActAsync(id, "开始满意度调查", p => p.OpenSurvey(seen), cancel);

    public Task<IActionResult> OnPostCloseAsync(int id, long seen, CancellationToken cancel) =>
        ActAsync(id, "结束满意度调查", p => p.CloseSurvey(seen), cancel);

    public Task<IActionResult> OnPostReviseAsync(int id, long seen, CancellationToken cancel) =>
        ActAsync(id, "满意度调查退回草稿", p => p.ReviseSurvey(seen), cancel);

    public Task<IActionResult> OnPostRenewAsync(int id, long seen, CancellationToken cancel) =>
        ActAsync(id, "更换问卷链接", p => p.RenewSurveyLink(seen), cancel);

    private async Task<IActionResult> ActAsync(int id, string act, Action<Project> change, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        // Answers from the link leave no audit row of their own: the trail says how many there were at each step.
        var sheets = project.Survey?.Statistics?.Sheets;
        if (await this.SaveAsync(db, project, act, "", () => change(project), sheets, cancel))
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To(SurveyLinks.Results, id);
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(id, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "survey", me.Actor);
        Statistics = project.Survey?.Statistics;
        if (project.Survey is { Written.Count: > 0 } survey)
        {
            var texts = await db.Set<SurveySheet>().Where(s => s.SurveyId == survey.Id && s.Texts != null)
                .OrderByDescending(s => s.ReceivedOn).ThenBy(s => s.Id).Take(MostTexts).Select(s => s.Texts!).ToListAsync(cancel);
            Written = [.. survey.Written.Select((q, i) => (q, (IReadOnlyList<string>)[.. texts.Select(t => t.ElementAtOrDefault(i) ?? "").Where(t => t.Length > 0)]))];
        }

        return Page();
    }
}

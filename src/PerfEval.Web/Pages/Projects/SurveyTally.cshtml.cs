using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>Totals that were counted by hand, for offices that have no single sheets any more.</summary>
public sealed class SurveyTallyModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public SurveyTallyForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public Survey Survey => Frame.Project.Survey!;

    public bool MayType => Frame.MayEnter && Survey.Status == SurveyStatus.Open;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        Form = SurveyTallyForm.Of(Survey);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel) =>
        ActAsync(id, "录入问卷汇总数", () => this.Accepts(Form, new SurveyTallyFormRules(), nameof(Form)), p => p.TallySurvey(Form.SeenVersion, Form.ToTally()), cancel);

    public Task<IActionResult> OnPostClearAsync(int id, long seen, CancellationToken cancel)
    {
        ModelState.ClearOther("", nameof(Form));
        return ActAsync(id, "清空问卷汇总数", () => true, p => p.TallySurvey(seen, null), cancel);
    }

    private async Task<IActionResult> ActAsync(int id, string act, Func<bool> accepts, Action<Project> change, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var project = Frame.Project;
        if (accepts() && await this.SaveAsync(db, project, act, nameof(Form), () => change(project), cancel: cancel))
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To(SurveyLinks.Results, id);
        }

        db.ChangeTracker.Clear();
        await LoadAsync(id, cancel);
        var (stored, stale) = (SurveyTallyForm.Of(Survey), Response.StatusCode == StatusCodes.Status409Conflict);
        Form.Rows = [.. stored.Rows.Select((row, i) => new TallyRowForm { Options = [.. row.Options.Select((_, o) => Form.Rows.ElementAtOrDefault(i)?.Options.ElementAtOrDefault(o))] })];
        if (stale)
        {
            Form.SeenVersion = stored.SeenVersion;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.SeenVersion)}");
        }

        return Page();
    }

    private async Task<IActionResult?> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { Survey: not null } project)
        {
            return NotFound();
        }

        Frame = new(project, "survey", me.Actor);
        return null;
    }
}

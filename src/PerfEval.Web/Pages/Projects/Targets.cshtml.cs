using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class TargetsModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public ObjectiveForm Goal { get; set; } = new();

    [BindProperty]
    public TargetForm Form { get; set; } = new();

    [BindProperty]
    public AchievementForm Result { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, Guid? target, Guid? result, Guid? answer, CancellationToken cancel) =>
        ShowAsync(id, target, result, answer, cancel);

    public Task<IActionResult> OnPostObjectiveAsync(int id, CancellationToken cancel) => ActAsync(
        id, "保存绩效目标", nameof(Goal), () => this.Accepts(Goal, new ObjectiveFormRules(), nameof(Goal)),
        project => project.SaveObjective(Goal.Kind, Goal.SeenVersion, Goal.Text), "objectives", cancel);

    public Task<IActionResult> OnPostTargetAsync(int id, CancellationToken cancel) => ActAsync(
        id, "保存年度目标", nameof(Form), () => this.Accepts(Form, new TargetFormRules(), nameof(Form)),
        project => project.SaveTarget(Form.Id, Form.SeenVersion, Form.ToEntry()), "targets", cancel);

    public Task<IActionResult> OnPostRemoveTargetAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除年度目标", "", () => true, project => project.RemoveTarget(row, seen), "targets", cancel);

    public Task<IActionResult> OnPostAchievementAsync(int id, CancellationToken cancel) => ActAsync(
        id, "保存完成情况", nameof(Result), () => this.Accepts(Result, new AchievementFormRules(), nameof(Result)),
        project => project.SaveAchievement(Result.Id, Result.SeenVersion, Result.ToEntry()), "results", cancel);

    public Task<IActionResult> OnPostRemoveAchievementAsync(int id, Guid row, long seen, CancellationToken cancel) =>
        ActAsync(id, "删除完成情况", "", () => true, project => project.RemoveAchievement(row, seen), "results", cancel);

    private async Task<IActionResult> ActAsync(
        int id, string act, string prefix, Func<bool> accepts, Action<Project> change, string fragment, CancellationToken cancel)
    {
        ModelState.ClearOther(prefix, nameof(Goal), nameof(Form), nameof(Result));
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var done = accepts() && await this.SaveAsync(db, project, act, prefix, () => change(project), cancel: cancel);
        if (done)
        {
            TempData["Flash"] = $"已{act}。";
            return ProjectLinks.To(ProjectLinks.Targets, id, fragment);
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(id, null, null, null, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, Guid? target, Guid? result, Guid? answer, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "targets", me.Actor);
        var (edited, stored) = (project.Targets.FirstOrDefault(t => t.Id == target), project.Achievements.FirstOrDefault(a => a.Id == result));
        var answered = project.Targets.FirstOrDefault(t => t.Id == answer);
        if ((target is not null && edited is null) || (result is not null && stored is null) || (answer is not null && answered is null))
        {
            return NotFound();
        }

        Form = edited is null ? Form : TargetForm.Of(edited);
        Result = stored is not null ? AchievementForm.Of(stored) : answered is not null ? AchievementForm.For(answered) : Result;
        Conflict = this.Meet(nameof(Form), project.Targets.FirstOrDefault(t => t.Id == Form.Id), TargetForm.Words, version => Form.SeenVersion = version)
            ?? this.Meet(nameof(Result), project.Achievements.FirstOrDefault(a => a.Id == Result.Id), AchievementForm.Words, version => Result.SeenVersion = version)
            ?? this.Meet(nameof(Goal), project.Objectives.FirstOrDefault(o => o.Kind == Goal.Kind), o => [(o.Kind.Word(), o.Text)], version => Goal.SeenVersion = version);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Web.Checks;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>体检: everything that does not add up, each with the way to its place and the unit's answer.</summary>
public sealed class CheckModel(PerfEvalDbContext db, CurrentPerson me, TimeProvider time, ProjectChecks checks) : PageModel
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    /// <summary>The findings under their headings: what stops first, what was answered last.</summary>
    public IEnumerable<FindingGroup> Groups => FindingGroup.Of(Findings);

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => ShowAsync(id, cancel);

    public Task<IActionResult> OnPostAnswerAsync(int id, CancellationToken cancel) => ActAsync(id, "答复体检", async project =>
    {
        var check = await checks.OfAsync(project, cancel);
        var finding = check.Findings.FirstOrDefault(f => f.Key() == Form.Key)
            ?? throw new RowStale("这处的数字");
        project.Answer(finding, Form.SeenVersion, Form.Reason, me.Actor, time.GetUtcNow().UtcDateTime);
        return Next(project, check, finding);
    }, "已记下答复。", cancel);

    public Task<IActionResult> OnPostTakeBackAsync(int id, Guid row, long seen, CancellationToken cancel)
    {
        ModelState.ClearOther("", nameof(Form));
        return ActAsync(id, "收回体检答复", project =>
        {
            project.TakeBackAnswer(row, seen);
            return Task.FromResult<string?>(null);
        }, "已收回答复。", cancel);
    }

    // Who answers one after the other goes on with the next of the list; after the last one the page is shown from its top.
    private static string Next(Domain.Projects.Project project, CheckResult check, Finding answered) =>
        check.Findings.SkipWhile(f => f != answered).FirstOrDefault(f => f.Severity == answered.Severity && f.IsAnswerable && !project.IsAnswered(f)) is { } next
            ? $"finding-{next.Key()}" : "main";

    private async Task<IActionResult> ActAsync(int id, string act, Func<Domain.Projects.Project, Task<string?>> change, string done, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        var place = (string?)null;
        if (ModelState.IsValid && await this.TryAsync(nameof(Form), async () =>
        {
            place = await change(project);
            await db.Doing(Data.Auditing.AuditChain.Of(project), act, Form.Reason).SaveChangesAsync(cancel);
        }))
        {
            TempData["Flash"] = done;
            return ProjectLinks.To(CheckLinks.Check, id, place);
        }

        Response.StatusCode = Response.StatusCode == StatusCodes.Status409Conflict ? Response.StatusCode : StatusCodes.Status400BadRequest;
        db.ChangeTracker.Clear();
        return await ShowAsync(id, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "check", me.Actor);
        var facts = await checks.FactsAsync(project, cancel);
        Findings = FindingView.Of(Url, facts, ProjectCheck.Of(facts));
        return Page();
    }
}

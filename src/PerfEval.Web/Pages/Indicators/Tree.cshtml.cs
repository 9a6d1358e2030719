using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Access;
using PerfEval.Domain.Indicators;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Pages.Projects;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>One tree: its designer while it is a draft, else for reading.</summary>
public sealed class TreeModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public TreeEdit Edit { get; set; } = new();

    [BindProperty]
    public SettingsForm Settings { get; set; } = new();

    public IndicatorTree Tree { get; private set; } = null!;

    public TreeBalance Balance { get; private set; } = null!;

    /// <summary>What keeps the draft from being published.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>What somebody else saved in the settings meanwhile.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>True after a save of the table that somebody else was faster than: theirs stands beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public int Projects { get; private set; }

    public bool MayChange => me.Role == Role.Reviewer;

    public bool MayDesign => MayChange && Tree.Status == TreeStatus.Draft;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancel) => ActAsync(id, nameof(Edit), () => true, async () =>
    {
        var (at, done) = Edit.ApplyTo(Tree);
        await db.SaveTreeAsync(Tree, done is null ? "修改指标体系" : "调整指标体系", cancel, done);
        return (at is null ? IndicatorLinks.Tree(id) : IndicatorLinks.Node(id, at.Id), $"{done ?? "已保存"}。");
    }, cancel);

    public Task<IActionResult> OnPostSettingsAsync(int id, CancellationToken cancel) =>
        ActAsync(id, nameof(Settings), () => this.Accepts(Settings, new SettingsFormRules(), nameof(Settings)), async () =>
        {
            if (Settings.Code!.Trim() != Tree.Code)
            {
                await db.RefuseTakenCodeAsync(Settings.Code, id, cancel);
            }

            Settings.ApplyTo(Tree);
            await db.SaveTreeAsync(Tree, "修改指标体系的设置", cancel);
            return (IndicatorLinks.Tree(id), "设置已保存。");
        }, cancel);

    public Task<IActionResult> OnPostPublishAsync(int id, long seen, CancellationToken cancel) =>
        StepAsync(id, seen, "发布指标体系", Publish, IndicatorLinks.Tree(id), "已发布，各单位可以选用。", cancel);

    public Task<IActionResult> OnPostRetireAsync(int id, long seen, CancellationToken cancel) =>
        StepAsync(id, seen, "停用指标体系", () => Tree.Retire(), IndicatorLinks.Index, "已停用，新的评价不能再选用。", cancel);

    public Task<IActionResult> OnPostDeleteAsync(int id, long seen, CancellationToken cancel) =>
        StepAsync(id, seen, "删除指标体系草稿", () =>
        {
            Tree.RefuseUnlessDraft();
            db.Trees.Remove(Tree);
        }, IndicatorLinks.Index, "草稿已删除。", cancel);

    // The faults name indicators, not fields of a form; the designer beside the list leads to them.
    private void Publish()
    {
        try
        {
            Tree.Publish();
        }
        catch (RuleBroken refused)
        {
            throw new RuleBroken([.. refused.Faults.Select(f => f with { Field = "" })]);
        }
    }

    private Task<IActionResult> StepAsync(int id, long seen, string act, Action change, string then, string told, CancellationToken cancel) =>
        ActAsync(id, "", () => true, async () =>
        {
            RowStale.Refuse(Tree, seen, $"指标体系“{Tree.Name}”");
            change();
            await db.SaveTreeAsync(Tree, act, cancel);
            return (then, told);
        }, cancel);

    private async Task<IActionResult> ActAsync(int id, string form, Func<bool> accepts, Func<Task<(string Then, string Told)>> act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.ClearOther(form, nameof(Edit), nameof(Settings));
        (string Then, string Told) done = default;
        if (ModelState.IsValid && accepts() && await this.TryAsync(form, async () => done = await act()))
        {
            TempData["Flash"] = done.Told;
            return Redirect(done.Then!);
        }

        // From the store again: what a refused act began must not be shown as done.
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : Response.StatusCode;
        IsStale = form == nameof(Edit) && Response.StatusCode == StatusCodes.Status409Conflict;
        Conflict = this.Meet(nameof(Settings), Tree, SettingsForm.Words, version => Settings.SeenVersion = version!.Value);
        return await ShowAsync(cancel, form);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel) =>
        (Tree = (await db.Trees.VisibleTo(me.Actor).LoadTreeAsync(id, cancel))!) is not null;

    private async Task<IActionResult> ShowAsync(CancellationToken cancel, string sent = "")
    {
        if (IsStale)
        {
            ModelState.Forget(nameof(Edit));
        }

        Edit = sent == nameof(Edit) ? Edit.Onto(Tree) : TreeEdit.Of(Tree);
        Settings = sent == nameof(Settings) ? Settings : SettingsForm.Of(Tree);
        (Balance, Faults) = (TreeBalance.Of(Tree), TreeCheck.Faults(Tree));
        Projects = await db.Evaluations.CountAsync(e => e.TreeId == Tree.Id, cancel);
        return Page();
    }
}

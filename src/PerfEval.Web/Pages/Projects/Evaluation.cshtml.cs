using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The scores of a project: the unit's own, and what the reviewers of departments and of the finance bureau put in their place.</summary>
public sealed class EvaluationModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public List<LeafForm> Leaves { get; set; } = [];

    [BindProperty]
    public OverrideForm Form { get; set; } = new();

    public ScoringView View { get; private set; } = null!;

    public ProjectFrame Frame => View.Frame;

    public IndicatorTree? Tree => View.Tree;

    public Evaluation Evaluation => Frame.Project.Evaluation;

    public IReadOnlyList<(int Id, string Name)> Trees { get; private set; } = [];

    /// <summary>Leaves that somebody else saved meanwhile: theirs is shown above what was typed.</summary>
    public HashSet<int> Conflicts { get; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        FillForms([]);
        return Page();
    }

    public async Task<IActionResult> OnPostTreeAsync(int id, int treeId, CancellationToken cancel)
    {
        var refused = await LoadAsync(id, cancel);
        return refused ?? (Trees.All(t => t.Id != treeId)
            ? NotFound()
            : await SaveAsync(id, "选定指标体系", "", () => Evaluation.ScoreBy(treeId), null, cancel));
    }

    public async Task<IActionResult> OnPostEnterAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearOther(nameof(Leaves), nameof(Form));
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var leaves = Tree?.Leaves() ?? [];
        if (Leaves.RemoveAll(l => leaves.All(k => k.Id != l.IndicatorId)) + Leaves.RemoveAll(l => Leaves.Find(o => o.IndicatorId == l.IndicatorId) != l) > 0)
        {
            ModelState.AddModelError("", "有的指标不在当前的指标体系中，或填了两次；体系可能刚被换用。请核对下面的内容后重新保存");
        }

        return await SaveAsync(id, "自评", "", () => LeafEntries.Enter(this, Frame.Project, leaves, Leaves, nameof(Leaves)), null, cancel);
    }

    public async Task<IActionResult> OnPostOverrideAsync(int id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        if (Tree?.Leaves().FirstOrDefault(l => l.Id == Form.IndicatorId) is not { } leaf)
        {
            return NotFound();
        }

        ModelState.ClearOther(nameof(Form), nameof(Leaves));
        var entry = Form.Read(leaf, ModelState, nameof(Form));
        var act = me.Actor.IsDepartment ? $"部门评价 {leaf.Code}" : $"改分 {leaf.Code}";
        return await SaveAsync(id, act, nameof(Form), () =>
        {
            Frame.Project.Review(me.Actor, leaf.Id, Form.SeenVersion, leaf.Weight, entry);
            try
            {
                Evaluation.Keep(ScoreSheets.ComputeNow(Frame.Project, Tree, View.Sheet?.Of(EvaluationKind.SelfEvaluation)));
            }
            catch (RuleBroken broken)
            {
                throw new RuleBroken(broken.Message, nameof(OverrideForm.OverridePoints));
            }
        }, entry.Reason, cancel, $"leaf-{leaf.Id}");
    }

    private async Task<IActionResult> SaveAsync(
        int id, string act, string prefix, Action change, string? reason, CancellationToken cancel, string? fragment = null)
    {
        if (ModelState.IsValid && await this.SaveAsync(db, Frame.Project, act, prefix, change, reason, cancel))
        {
            TempData["Flash"] = $"已保存：{act}。";
            return ProjectLinks.To(ProjectLinks.Scores, id, fragment);
        }

        Response.StatusCode = Response.StatusCode == StatusCodes.Status409Conflict ? Response.StatusCode : StatusCodes.Status400BadRequest;
        db.ChangeTracker.Clear();
        var typed = Leaves.Where(l => l.IsTouched).ToDictionary(l => l.IndicatorId);
        await LoadAsync(id, cancel);
        FillForms(typed);
        return Page();
    }

    /// <summary>One form per leaf of the tree: what was typed, else what is stored. Where somebody else was faster, it starts from what they saved, which is shown beside it.</summary>
    private void FillForms(Dictionary<int, LeafForm> typed)
    {
        Leaves = [.. Tree?.Leaves().Select(l => LeafForm.Of(l, Evaluation.Scores.FirstOrDefault(s => s.IndicatorId == l.Id))).Select(stored =>
        {
            if (!typed.TryGetValue(stored.IndicatorId, out var mine))
            {
                return stored;
            }

            if (Response.StatusCode == StatusCodes.Status409Conflict && mine.SeenVersion != stored.SeenVersion)
            {
                mine.SeenVersion = stored.SeenVersion;
                Conflicts.Add(mine.IndicatorId);
            }

            return mine;
        }) ?? []];
    }

    private async Task<IActionResult?> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        View = await ScoringView.OfAsync(db, new(project, "evaluation", me.Actor), cancel);
        Trees = await db.TreesAsync(cancel);
        return null;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

public sealed class EvaluationModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public List<LeafForm> Leaves { get; set; } = [];

    [BindProperty]
    public OverrideForm Form { get; set; } = new();

    public ProjectFrame Frame { get; private set; } = null!;

    public IndicatorTree? Tree { get; private set; }

    public ScoreSheet? Sheet { get; private set; }

    public IReadOnlyList<(int Id, string Name)> Trees { get; private set; } = [];

    public Evaluation Evaluation => Frame.Project.Evaluation;

    /// <summary>Leaves that somebody else saved meanwhile: theirs is shown above what was typed.</summary>
    public HashSet<int> Conflicts { get; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        FillForms();
        return Page();
    }

    public async Task<IActionResult> OnPostTreeAsync(int id, int treeId, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        if (Trees.All(t => t.Id != treeId))
        {
            return NotFound();
        }

        return await SaveAsync(id, "选定指标体系", "", () => Evaluation.ScoreBy(treeId), null, cancel);
    }

    public async Task<IActionResult> OnPostEnterAsync(int id, CancellationToken cancel)
    {
        ModelState.ClearOther(nameof(Leaves), nameof(Form));
        if (await LoadAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var leaves = Tree?.Leaves().ToDictionary(l => l.Id) ?? [];
        if (Leaves.RemoveAll(l => !leaves.ContainsKey(l.IndicatorId)) + Leaves.RemoveAll(l => Leaves.Find(o => o.IndicatorId == l.IndicatorId) != l) > 0)
        {
            ModelState.AddModelError("", "有的指标不在当前的指标体系中，或填了两次；体系可能刚被换用。请核对下面的内容后重新保存");
        }

        return await SaveAsync(id, "自评", "", () => LeafEntries.Enter(this, Evaluation, leaves, Leaves, nameof(Leaves)), null, cancel);
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
        if (!string.IsNullOrWhiteSpace(Form.OverridePoints) && FormRules.ToNumber(Form.OverridePoints) is null)
        {
            ModelState.AddModelError("Form.OverridePoints", $"“改为”填写的“{Form.OverridePoints}”不是数字");
            if (string.IsNullOrWhiteSpace(Form.OverrideReason))
            {
                ModelState.AddModelError("Form.OverrideReason", "调整得分必须写明理由，理由会印在报告中");
            }
        }

        return await SaveAsync(id, $"改分 {leaf.Code}", nameof(Form), () =>
        {
            Evaluation.RequireReviewer(me.Actor);
            Evaluation.Override(leaf.Id, Form.SeenVersion, leaf.Weight, FormRules.ToNumber(Form.OverridePoints), Form.OverrideReason);
            try
            {
                Evaluation.Keep(ScoreSheets.ComputeNow(Frame.Project, Tree));
            }
            catch (RuleBroken broken)
            {
                throw new RuleBroken(broken.Message, nameof(OverrideForm.OverridePoints));
            }
        }, Form.OverrideReason, cancel, $"leaf-{leaf.Id}");
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
        var typed = Leaves;
        await LoadAsync(id, cancel);
        FillForms();
        if (typed.Count > 0)
        {
            var stored = Leaves.ToDictionary(l => l.IndicatorId);
            Leaves = [.. typed.Where(t => stored.ContainsKey(t.IndicatorId)).Select(t => t.IsTouched ? Meet(t, stored[t.IndicatorId].SeenVersion) : stored[t.IndicatorId])];
        }

        return Page();
    }

    /// <summary>What was typed; where somebody else was faster, it starts from what they saved, which is shown beside it.</summary>
    private LeafForm Meet(LeafForm typed, long? stored)
    {
        if (Response.StatusCode == StatusCodes.Status409Conflict && typed.SeenVersion != stored)
        {
            typed.SeenVersion = stored;
            Conflicts.Add(typed.IndicatorId);
        }

        return typed;
    }

    private void FillForms() =>
        Leaves = [.. Tree?.Leaves().Select(l => LeafForm.Of(l, Evaluation.Scores.FirstOrDefault(s => s.IndicatorId == l.Id))) ?? []];

    private async Task<IActionResult?> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        Frame = new(project, "evaluation", me.Actor);
        Tree = await db.TreeOfAsync(project, cancel);
        Sheet = await db.SheetOfAsync(project, Tree, cancel);
        Trees = [.. (await db.Trees.Where(t => t.Status == TreeStatus.Published).OrderBy(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.VersionNumber }).ToListAsync(cancel)).Select(t => (t.Id, $"{t.Name}（第{t.VersionNumber}版）"))];
        return null;
    }
}

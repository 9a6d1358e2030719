using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Domain;
using PerfEval.Domain.Access;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>The rule of one leaf: written by a reviewer while the tree is a draft, read by everybody once it is published.</summary>
public sealed class RuleModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    private static readonly RuleFormValidator Validator = new();

    [BindProperty]
    public RuleForm Form { get; set; } = new();

    public IndicatorTree Tree { get; private set; } = null!;

    public Indicator Leaf { get; private set; } = null!;

    /// <summary>From level 1 down to the parent of the leaf.</summary>
    public IReadOnlyList<Indicator> Above { get; private set; } = [];

    /// <summary>The leaves before and after this one; null at the ends.</summary>
    public (Indicator? Before, Indicator? After) Beside { get; private set; }

    public RulePreview Preview { get; private set; } = null!;

    /// <summary>What was read from a text; null when nobody asked.</summary>
    public RuleReading? Reading { get; private set; }

    /// <summary>Id of the control where the person goes on after a button in the form.</summary>
    public string? GoOn { get; private set; }

    public bool MayWrite => me.Role == Role.Reviewer && Tree.Status == TreeStatus.Draft;

    /// <summary>The figures that the rule as typed can take, and the one it has.</summary>
    public IEnumerable<Figure> Figures => Enum.GetValues<Figure>().Where(f => Preview.Rule?.Takes(f) == true || f == Form.Figure);

    public async Task<IActionResult> OnGetAsync(int id, [FromRoute] int leafId, CancellationToken cancel)
    {
        if (!await LoadAsync(id, leafId, cancel))
        {
            return NotFound();
        }

        Form = RuleForm.Of(Leaf, Tree.Version);
        Preview = new(Leaf.Rule, Leaf.Weight, Tree.LeafPlaces, Leaf.Name, [], Leaf.Standard);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, [FromRoute] int leafId, CancellationToken cancel)
    {
        if (!await LoadAsync(id, leafId, cancel))
        {
            return NotFound();
        }

        var rule = Read(shown: true);
        if (this.Accepts(Form, Validator, nameof(Form)) && await this.TryAsync(nameof(Form), async () =>
        {
            RowStale.Refuse(Tree, Form.SeenVersion, $"指标体系“{Tree.Name}”");
            Tree.Revise(Leaf, Form.ToContent(Leaf, rule));
            await db.Doing(AuditChain.Templates, $"修改评分规则 {Leaf.Code}", $"{Tree.Name}第{Tree.VersionNumber}版").SaveChangesAsync(cancel);
        }))
        {
            TempData["Flash"] = $"已保存：{Leaf.Code} {Leaf.Name}。";
            return RedirectToPage(new { id, leafId });
        }

        // Whoever was told that somebody else was faster, and saves again, has decided.
        Form.SeenVersion = Tree.Version;
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.SeenVersion)}");
        return Page();
    }

    /// <summary>Shows what the rule as typed would do, after what a button in the form asks for; nothing is saved.</summary>
    /// <param name="id">The tree.</param>
    /// <param name="leafId">The leaf.</param>
    /// <param name="act">See <see cref="RuleActs"/>; empty: nothing but a look.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnPostPreviewAsync(int id, [FromRoute] int leafId, string? act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, leafId, cancel))
        {
            return NotFound();
        }

        Reading = RuleReading.Of(Form, Leaf, act);
        GoOn = act is not ("read" or "answer" or "fill") ? Form.Do(act) : Reading?.FillInto(Form, act) == true ? "rule-kind" : "rule-reading";
        var read = ModelState.Where(e => e.Value!.Errors.Count > 0).SelectMany(e => e.Value!.Errors, (e, error) => new Fault(e.Key, error.ErrorMessage)).ToList();
        ModelState.Clear();
        Read(shown: string.IsNullOrEmpty(act));
        foreach (var fault in read.Concat(Reading?.Faults ?? []))
        {
            ModelState.AddModelError(fault.Field, fault.Message);
        }

        ViewData["ErrorTitle"] = "还不能预览，请先填好以下各处（没有保存）";
        return Request.WantsPart() ? Partial("_RuleWork", this) : Page();
    }

    /// <summary>Reads the rule, prepares its preview, and puts what is wrong beside the fields.</summary>
    private ScoringRule? Read(bool shown)
    {
        var (rule, faults) = RuleFormReader.Read(Form, Leaf.Weight);
        Preview = new(rule, Leaf.Weight, Tree.LeafPlaces, Leaf.Name, faults, Form.Standard);
        if (rule is not null && Form.Figure is { } figure && figure != Leaf.Binding?.Figure && !rule.Takes(figure))
        {
            faults = [new(nameof(Form.Figure), $"“{rule.Name}”不能用{figure.Word()}作计分依据，请改选，或选“人工填列”")];
        }

        foreach (var fault in shown ? faults : [])
        {
            ModelState.AddModelError(fault.Field.Length == 0 ? "" : $"{nameof(Form)}.{fault.Field}", fault.Message);
        }

        return rule;
    }

    private async Task<bool> LoadAsync(int id, int leafId, CancellationToken cancel)
    {
        var tree = await db.Trees.Include(t => t.Indicators).FirstOrDefaultAsync(t => t.Id == id && (t.Status != TreeStatus.Draft || me.Role == Role.Reviewer), cancel);
        var leaves = tree?.Leaves() ?? [];
        var at = leaves.ToList().FindIndex(l => l.Id == leafId);
        if (at < 0)
        {
            return false;
        }

        (Tree, Leaf) = (tree!, leaves[at]);
        Beside = (at > 0 ? leaves[at - 1] : null, at + 1 < leaves.Count ? leaves[at + 1] : null);
        var above = new List<Indicator>();
        for (var node = Parent(Leaf); node is not null; node = Parent(node))
        {
            above.Insert(0, node);
        }

        Above = above;
        return true;

        Indicator? Parent(Indicator node) => Tree.Indicators.FirstOrDefault(i => i.Id == node.ParentId);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>新建指标体系: an empty draft, or a copy of another tree under a code of its own.</summary>
public sealed class NewModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    [BindProperty]
    public TreeForm Form { get; set; } = new();

    public IndicatorTree? Source { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? from, CancellationToken cancel)
    {
        Form.SourceId = from;
        if (!await FindSourceAsync(cancel))
        {
            return NotFound();
        }

        if (Source is not null)
        {
            (Form.Name, Form.Provenance) = ($"{Source.Name}（副本）", Source.Provenance);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindSourceAsync(cancel))
        {
            return NotFound();
        }

        IndicatorTree? made = null;
        var done = this.Accepts(Form, new TreeFormRules(), nameof(Form)) && await this.TryAsync(nameof(Form), async () =>
        {
            await db.RefuseTakenCodeAsync(Form.Code, null, cancel);
            made = Source?.CopyAs(Form.Code!, Form.Name!) ?? new IndicatorTree(Form.Code!, Form.Name!);
            made.Rename(made.Code, made.Name, Form.Provenance, made.NeedsVerification);
            db.Trees.Add(made);
            await db.SaveTreeAsync(made, Source is null ? "新建指标体系" : "复制指标体系", cancel, Source is null ? null : $"复制自{Source.Name}{Source.VersionWord()}");
        });
        if (!done)
        {
            return Page();
        }

        TempData["Flash"] = Source is null ? "已新建，请添加指标。" : $"已复制，共{made!.Indicators.Count}个指标。";
        return Redirect(IndicatorLinks.Tree(made!.Id));
    }

    /// <summary>起草新版本: the same tree, one number on.</summary>
    public async Task<IActionResult> OnPostNextAsync(int treeId, CancellationToken cancel)
    {
        ModelState.ClearOther("", nameof(Form));
        Form = new() { SourceId = treeId };
        if (!await FindSourceAsync(cancel))
        {
            return NotFound();
        }

        var source = Source!;
        IndicatorTree? next = null;
        if (ModelState.IsValid && await this.TryAsync("", async () =>
        {
            var versions = await db.Trees.Where(t => t.Code == source.Code).Select(t => new { t.VersionNumber, t.Status }).ToListAsync(cancel);
            if (versions.Any(v => v.Status == TreeStatus.Draft))
            {
                throw new RuleBroken($"“{source.Name}”已有一个新版本的草稿，请在那个草稿上修改");
            }

            next = source.NextVersion(versions.Max(v => v.VersionNumber) + 1);
            db.Trees.Add(next);
            await db.SaveTreeAsync(next, "起草指标体系新版本", cancel);
        }))
        {
            TempData["Flash"] = $"已起草{next!.VersionWord()}，可以修改。";
            return Redirect(IndicatorLinks.Tree(next!.Id));
        }

        Form.Name = $"{source.Name}（副本）";
        return Page();
    }

    private async Task<bool> FindSourceAsync(CancellationToken cancel)
    {
        Source = Form.SourceId is { } id ? await db.Trees.VisibleTo(me.Actor).LoadTreeAsync(id, cancel) : null;
        return Form.SourceId is null || Source is not null;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;
using PerfEval.Web.Evidence;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;
using PerfEval.Web.Setup;

namespace PerfEval.Web.Pages.Projects;

/// <summary>佐证材料: several files at once, by form or by script; the script asks for JSON and sends them one by one.</summary>
[LargestBody(EvidenceSetup.LargestBody)]
public sealed class EvidenceModel(PerfEvalDbContext db, CurrentPerson me, EvidenceUploads uploads, EvidenceLimits limits) : PageModel
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Where the files belong, as <see cref="EvidencePlace"/> writes it.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>The one place that the page shows; empty for all.</summary>
    [BindProperty]
    public string? Only { get; set; }

    public ProjectFrame Frame { get; private set; } = null!;

    public EvidenceLimits Limits => limits;

    internal EvidencePlaces Places { get; private set; } = null!;

    public EvidencePlace? Filter => EvidencePlace.Parse(Only) is { } only && Places.Has(only) ? only : null;

    public IReadOnlyList<EvidenceGroup> Groups => [.. Places.Groups().Where(g => Filter is null || g.Place == Filter)];

    public async Task<IActionResult> OnGetAsync(int id, Guid? line, Guid? target, int? leaf, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var asked = line is { } l ? EvidencePlace.Line(l) : target is { } t ? EvidencePlace.Target(t) : leaf is { } i ? EvidencePlace.Leaf(i) : null;
        if (asked is not null && !Places.Has(asked))
        {
            return NotFound();
        }

        Only = Place = asked?.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || EvidencePlace.Parse(Place) is not { } place || !Places.Has(place))
        {
            return NotFound();
        }

        var outcomes = new List<UploadOutcome>();
        await this.TryAsync("", async () =>
        {
            Frame.Project.Evaluation.RefuseUnlessOpen();
            foreach (var file in Files)
            {
                outcomes.Add(await uploads.TakeAsync(Frame.Project, place, p => Places.Words(p), file, me.Actor, cancel));
            }
        });
        foreach (var refused in outcomes.Where(o => !o.Stored))
        {
            ModelState.AddModelError(nameof(Files), refused.Message!);
        }

        if (Files.Count == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Files), "请选择要上传的文件，可以一次选多个");
        }

        var stored = outcomes.Count(o => o.Stored);
        var remarks = outcomes.Where(o => o.Stored && o.Message is not null).ToList();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK
            : Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : Response.StatusCode;
        if (Request.WantsJson())
        {
            return new JsonResult(new { faults = Said(), remarks = remarks.Select(r => r.Message) }) { StatusCode = Response.StatusCode };
        }

        if (ModelState.IsValid)
        {
            TempData["Flash"] = $"已上传{stored}个佐证材料到“{Places.Words(place)}”。";
            TempData["FlashDoubt"] = remarks.Count > 0 ? string.Join("；", remarks.Select(r => $"“{r.Name}”{r.Message}")) : null;
            return Back(id);
        }

        ViewData["ErrorTitle"] = stored > 0 ? $"已上传{stored}个，下面的没有上传：" : "没有上传：";
        return await ShowAgainAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid row, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        EvidenceFile? gone = null;
        if (await this.SaveAsync(db, Frame.Project, "删除佐证材料", "", () => gone = Frame.Project.Detach(row), cancel: cancel))
        {
            TempData["Flash"] = $"已删除“{gone!.Name}”。文件名、大小和 SHA-256 留在审计记录中。";
            return Back(id);
        }

        ViewData["ErrorTitle"] = "没有删除：";
        return await ShowAgainAsync(id, cancel);
    }

    private RedirectToPageResult Back(int id) => Filter is { } only ? ProjectLinks.ToEvidence(id, only) : ProjectLinks.To(ProjectLinks.Evidence, id);

    private List<string> Said() => [.. ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage)];

    private async Task<IActionResult> ShowAgainAsync(int id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return false;
        }

        Frame = new(project, "evidence", me.Actor);
        Places = new(project, await db.TreeOfAsync(project, cancel));
        return true;
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Domain;
using PerfEval.Domain.Organisations;
using PerfEval.Web.Filters;
using PerfEval.Web.Security;
using ImportedRow = PerfEval.Domain.Organisations.OrganisationRow;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>批量导入单位: first a preview of the whole list, then all of it or nothing.</summary>
public sealed class ImportModel(PerfEvalDbContext db, IDataProtectionProvider protection, CurrentPerson me) : PageModel
{
    private static readonly string[] Columns = ["单位编码", "单位名称", "单位类别", "上级单位"];

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The previewed rows, sealed.</summary>
    [BindProperty]
    public string? Rows { get; set; }

    [BindProperty]
    public bool Commit { get; set; }

    public OrganisationImport? Plan { get; private set; }

    public string FileName { get; private set; } = "";

    private Upload Upload => new(protection, "organisations", me.Actor.UserId);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await this.TryAsync("", () => Commit ? CarryAsync(cancel) : PreviewAsync(cancel)) || !Commit)
        {
            return Page();
        }

        var founded = Plan!.Steps.Count(s => s.Existing is null);
        TempData["Flash"] = $"已导入：新建{founded}个单位，更新{Plan.Steps.Count - founded}个。";
        return RedirectToPage("/Admin/Organisations/Index");
    }

    private async Task PreviewAsync(CancellationToken cancel)
    {
        var table = await Upload.ReadAsync(Sheet, nameof(Sheet), Columns, cancel);
        var rows = table.Rows.Select(r => new ImportedRow(r.Number, r["单位编码"], r["单位名称"], r["单位类别"], r["上级单位"])).ToList();
        Plan = OrganisationImport.Plan(rows, await db.Organisations.AsNoTracking().ToListAsync(cancel));
        FileName = Sheet!.FileName;
        if (Plan.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Rows = Upload.Pack(rows);
        ModelState.Remove(nameof(Rows));
    }

    // Understood again: somebody may have changed the units since the preview.
    private async Task CarryAsync(CancellationToken cancel)
    {
        var plan = OrganisationImport.Plan(Upload.Unpack<ImportedRow>(Rows), await db.Organisations.ToListAsync(cancel));
        if (plan.Faults.Count > 0)
        {
            throw new RuleBroken([.. plan.Faults.Select(f => f with { Field = "" })]);
        }

        var before = plan.Steps.Count(s => s.Existing is not null);
        db.Organisations.AddRange(plan.Carry());
        await new Units(db).SaveAsync("导入单位", $"新建{plan.Steps.Count - before}个，更新{before}个", cancel);
        Plan = plan;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Excel;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>A tree as a workbook that can be changed and imported again.</summary>
public sealed class ExportModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Trees.VisibleTo(me.Actor).LoadTreeAsync(id, cancel) is not { } tree)
        {
            return NotFound();
        }

        await db.RecordAsync(AuditChain.Templates, "导出指标体系", $"{tree.Name}{tree.VersionWord()}", cancel);
        return File(TreeWorkbook.Export(tree), SpendingWorkbook.MediaType, $"{tree.Name}（{tree.VersionWord()}）.xlsx");
    }
}

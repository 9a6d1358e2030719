using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Excel;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The spending lines as a workbook.</summary>
public sealed class SpendingExportModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        await db.RecordAsync(AuditChain.Of(project), "导出支出明细", $"{project.Lines.Count}行", cancel);
        return File(SpendingWorkbook.Export(project), SpendingWorkbook.MediaType, $"{project.Name}（{project.FiscalYear}）支出明细.xlsx");
    }
}

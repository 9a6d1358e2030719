using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Excel;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The spending lines as a workbook with empty rows, to be filled in and uploaded.</summary>
public sealed class SpendingTemplateModel(PerfEvalDbContext db, CurrentPerson me) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        await db.RecordAsync(AuditChain.Of(project), "下载支出明细模板", $"{project.Lines.Count}行", cancel);
        return File(SpendingWorkbook.Template(project), SpendingWorkbook.MediaType, $"{project.Name}（{project.FiscalYear}）支出明细模板.xlsx");
    }
}

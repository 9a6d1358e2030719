using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Writing;
using PerfEval.Domain;
using PerfEval.Web.Reports;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>The PDF itself. Each one that leaves the house leaves an audit row with its hash.</summary>
public sealed class ReportFileModel(PerfEvalDbContext db, CurrentPerson me, ProjectReports reports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, bool save, CancellationToken cancel)
    {
        if (await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel) is not { } project)
        {
            return NotFound();
        }

        try
        {
            var pdf = await reports.PdfAsync(project, cancel);
            await db.RecordAsync(AuditChain.Of(project), save ? "下载报告" : "查看报告", $"SHA-256 {ReportPrinter.Fingerprint(pdf)}", cancel);
            Response.IsFile(ProjectReports.FileName(project), MediaTypeNames.Application.Pdf, shown: !save);
            return File(pdf, MediaTypeNames.Application.Pdf);
        }
        catch (RuleBroken broken)
        {
            return new ContentResult { Content = broken.Message, ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Queries;
using PerfEval.Documents.Excel;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Projects;

/// <summary>导入支出明细: upload, preview, then everything in one save or nothing.</summary>
[RequestSizeLimit(LargestRequest)]
public sealed class SpendingImportModel(PerfEvalDbContext db, CurrentPerson me, WaitingUploads uploads) : PageModel
{
    // Above the largest file, so that a person who is a little over is told so by the page.
    private const long LargestRequest = 64 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>Names the file that was uploaded for the preview.</summary>
    [BindProperty]
    public Guid Ticket { get; set; }

    /// <summary>The unit a person chose when the amounts looked wrong.</summary>
    [BindProperty]
    public AmountUnit? Unit { get; set; }

    /// <summary>Fingerprint of what the preview showed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Rows of the file that shall win over what was changed meanwhile.</summary>
    [BindProperty]
    public List<int> Overwrite { get; set; } = [];

    public ProjectFrame Frame { get; private set; } = null!;

    public SpendingPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (await this.TryAsync("", () => LookAsync(cancel)) && Preview!.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostMarkedAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Sheet = null;
        return await this.TryAsync("", () => LookAsync(cancel)) && Preview!.Faults.Count > 0
            ? File(Preview.Marked(), SpendingWorkbook.MediaType, Path.GetFileNameWithoutExtension(Preview.FileName) + "（已标注错误）.xlsx")
            : Page();
    }

    public async Task<IActionResult> OnPostCommitAsync(int id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Sheet = null;
        if (await this.TryAsync("", () => CommitAsync(cancel)) && Response.StatusCode == StatusCodes.Status200OK)
        {
            uploads.Drop(me.Actor.UserId, id);
            return ProjectLinks.To(ProjectLinks.Spending, id);
        }

        // What is shown again is compared with what is stored now.
        db.ChangeTracker.Clear();
        var status = Response.StatusCode;
        if (await LoadAsync(id, cancel) && ModelState.ErrorCount == 1 && status == StatusCodes.Status409Conflict)
        {
            await this.TryAsync("", () => LookAsync(cancel));
            Response.StatusCode = status;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        var project = await db.Projects.VisibleTo(me.Actor).LoadWholeAsync(id, cancel);
        Frame = project is null ? null! : new(project, "spending", me.Actor);
        return project is not null;
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var project = Frame.Project;
        project.Evaluation.RefuseUnlessOpen();
        if (Sheet is not null)
        {
            var upload = await WaitingUpload.ReadAsync(Sheet, nameof(Sheet), cancel);
            Preview = SpendingPreview.Of(project, upload, Unit);
            Ticket = await uploads.KeepAsync(me.Actor.UserId, project.Id, upload, cancel);
            return;
        }

        var waiting = Ticket == Guid.Empty ? throw new RuleBroken("请选择文件（.xlsx、.xls 或 .csv）", nameof(Sheet))
            : await uploads.OpenAsync(me.Actor.UserId, project.Id, Ticket, cancel) ?? throw new RuleBroken("上传的文件已过期（保留一小时），请重新选择文件", nameof(Sheet));
        Preview = SpendingPreview.Of(project, waiting, Unit);
    }

    private async Task CommitAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        var (project, plan) = (Frame.Project, Preview!.Plan);
        if (!Preview.MayCommit)
        {
            throw new RuleBroken("文件还有错误或待确认之处，没有导入");
        }

        var changes = plan.Changes(Overwrite.ToHashSet());
        if (plan.Fingerprint != Seen || !project.Apply(changes).Applied)
        {
            ModelState.AddModelError("", "预览之后，有人改动了本项目的支出明细，没有导入。下面是按最新内容重新比较的结果，请核对后再导入。");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        var added = changes.Rows.Count(r => r.SeenVersion is null);
        var counts = $"新增{added}行、修改{changes.Rows.Count - added}行";
        await db.Doing(AuditChain.Of(project), "导入支出明细", $"{Preview.FileName}：{counts}，未变{plan.Count(LineStepKind.Unchanged)}行，SHA-256 {Preview.Hash}").SaveChangesAsync(cancel);
        TempData["Flash"] = changes.Rows.Count == 0 ? "没有需要导入的内容，支出明细没有变动。" : $"已导入：{counts}。";
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Web.Filters;
using PerfEval.Web.Links;
using PerfEval.Web.Pages.Admin;
using PerfEval.Web.Pages.Projects;
using PerfEval.Web.Security;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>从 Excel 导入指标体系: upload, preview with everything that is wrong, then a new draft.</summary>
[RequestSizeLimit(LargestRequest)]
public sealed class ImportModel(PerfEvalDbContext db, IDataProtectionProvider protection, CurrentPerson me) : PageModel
{
    // Above the largest file, so that a person who is a little over is told so by the page.
    private const long LargestRequest = 64 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>The previewed tree, sealed.</summary>
    [BindProperty]
    public string? Rows { get; set; }

    [BindProperty]
    public TreeForm Form { get; set; } = new();

    /// <summary>What was found in the file; null before a file was read.</summary>
    public TreeSheet? Found { get; private set; }

    public string FileName { get; private set; } = "";

    private Upload Upload => new(protection, "indicators", me.Actor.UserId);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        ModelState.ClearOther("", nameof(Form));
        if (await this.TryAsync("", () => ReadAsync(cancel)) && Found!.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCommitAsync(CancellationToken cancel)
    {
        IndicatorTree? tree = null;
        if (await this.TryAsync("", () => Task.FromResult(tree = Unpack()))
            && this.Accepts(Form, new TreeFormRules(), nameof(Form))
            && await this.TryAsync(nameof(Form), async () =>
            {
                await db.RefuseTakenCodeAsync(Form.Code, null, cancel);
                tree!.Rename(Form.Code!, Form.Name!, Form.Provenance, tree.NeedsVerification);
                db.Trees.Add(tree);
                await db.SaveTreeAsync(tree, "导入指标体系", cancel, $"{tree.Indicators.Count}个指标");
            }))
        {
            TempData["Flash"] = $"已导入为草稿，共{tree!.Indicators.Count}个指标；核对之后可以发布。";
            return Redirect(IndicatorLinks.Tree(tree.Id));
        }

        Found = tree is null ? null : new(tree, [], [], new Dictionary<string, LeafOrigin>());
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var file = await WaitingUpload.ReadAsync(Sheet ?? throw new RuleBroken("请选择文件（.xlsx、.xls 或 .csv）", nameof(Sheet)), nameof(Sheet), cancel);
        FileName = file.Name;
        try
        {
            Found = TreeReader.Read(file.Content, file.Name);
        }
        catch (UnreadableTable unreadable)
        {
            throw new RuleBroken(unreadable.Message, nameof(Sheet));
        }

        if (Found.Faults.Count == 0)
        {
            Rows = Upload.Pack([JsonSerializer.Serialize(TreeDocument.From(Found.Tree), ScoringJson.Options)]);
            var code = Found.Tree.Code;
            var taken = code == "NEW" || await db.Trees.AnyAsync(t => t.Code == code, cancel);
            Form = new() { Code = taken ? null : Found.Tree.Code, Name = Found.Tree.Name, Provenance = Found.Tree.Provenance };
            ModelState.Clear();
        }
    }

    private IndicatorTree Unpack() =>
        JsonSerializer.Deserialize<TreeDocument>(Upload.Unpack<string>(Rows)[0], ScoringJson.Options)!.ToDraft();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Checks;
using PerfEval.Web.Checks;
using PerfEval.Web.Filters;

namespace PerfEval.Web.Pages;

/// <summary>文稿核对: a pasted text or a file is checked on the spot. Nothing is stored, so there is nothing to redirect to.</summary>
[LargestBody(ReadableText.LargestFile + (4 * 1024 * 1024))]
public sealed class CheckModel : PageModel
{
    /// <summary>Longest text that is pasted, characters; longer ones come as a file.</summary>
    public const int LongestPaste = 200_000;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Document { get; set; }

    public CheckedFile? Shown { get; private set; }

    /// <summary>Findings in the order of their numbers: the gravest first, then in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings => [.. Shown!.Result.Findings.OrderBy(f => f.Severity)];

    /// <summary>The text with its marks.</summary>
    public IReadOnlyList<TextRun> Runs => MarkedText.Of(Shown!.Text, Findings, Shown.Result.Verified);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await this.TryAsync("", async () => Shown = Document is { Length: > 0 } or { FileName.Length: > 0 } ? await ReadAsync(Document, cancel) : Pasted());
        return Page();
    }

    private static async Task<CheckedFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var name = Path.GetFileName(file.FileName.Replace("%22", "\"", StringComparison.Ordinal));
        try
        {
            if (file.Length > ReadableText.LargestFile)
            {
                throw ReadableText.TooLarge(name);
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancel);
            return CheckedFile.Of(content.ToArray(), name);
        }
        catch (UnreadableTable unreadable)
        {
            throw new RuleBroken(unreadable.Message, nameof(Document));
        }
    }

    private CheckedFile Pasted() =>
        string.IsNullOrWhiteSpace(Text) ? throw new RuleBroken("请粘贴要核对的文字，或选择一个文件", nameof(Text))
        : Text.Length > LongestPaste ? throw new RuleBroken($"粘贴的文字有{Text.Length}个字，超过{LongestPaste}个字；请存为 .txt 或 .docx 后上传", nameof(Text))
        : CheckedFile.Of(Text, "粘贴的文字");
}

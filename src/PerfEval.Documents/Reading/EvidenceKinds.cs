using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>What a file was found to be.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="MediaType">What a browser is told.</param>
/// <param name="Ending">The ending that such files have.</param>
public sealed record RecognisedKind(EvidenceKind Kind, string MediaType, string Ending);

/// <summary>
/// Recognises an uploaded file by its content and refuses what cannot be evidence: programs, scripts, web pages, and
/// files whose name promises something else. What the browser that sent it called it is never asked.
/// </summary>
public static class EvidenceKinds
{
    private const int Looked = 4096;
    private const string Allowed = "PDF、OFD、图片、Word、Excel、PPT、WPS、文本、音视频和压缩包（zip、rar、7z）";

    /// <summary>Browsers show these themselves; everything else is only downloaded.</summary>
    private static readonly HashSet<string> Shown = ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"];

    /// <summary>True when the browser can show it in the page.</summary>
    public static bool IsShown(string mediaType) => Shown.Contains(mediaType);

    /// <summary>
    /// The kind of the file. A name without a known ending gets the right one, so that it can be opened after a download.
    /// </summary>
    /// <param name="content">Seekable; left at any position.</param>
    /// <param name="name">As <see cref="EvidenceFile.CleanName"/> gives it.</param>
    /// <returns>The kind, and the name to store.</returns>
    /// <exception cref="RuleBroken">It cannot be evidence; the message says why and what to do.</exception>
    public static (RecognisedKind Kind, string Name) Recognise(Stream content, string name)
    {
        var ending = EvidenceNames.EndingOf(name);
        if (EvidenceNames.IsProgram(ending))
        {
            throw new RuleBroken($"文件“{name}”是程序、脚本、网页或带宏的文档（{ending}），不能上传；请上传{Allowed}");
        }

        var head = new byte[(int)Math.Min(content.Length, Looked)];
        content.Position = 0;
        content.ReadExactly(head);
        if (head.Length == 0)
        {
            throw new RuleBroken($"文件“{name}”是空的，请确认内容已保存后重新上传");
        }

        if (EvidenceSignatures.IsProgram(head))
        {
            throw new RuleBroken($"文件“{name}”的内容是程序或脚本，不能上传");
        }

        if (EvidenceSignatures.IsWebPage(head))
        {
            // Some systems export web pages and call them .xls.
            throw new RuleBroken($"文件“{name}”的内容是网页或 SVG，不能上传；请用 Excel、WPS 打开后另存，或打印为 PDF 后上传");
        }

        var promised = EvidenceNames.KindOf(ending);
        var found = FileKinds.Of(head) switch
        {
            FileKind.Zip => ZipContent.Of(content, name),
            FileKind.Ole => CompoundFile.Of(content, promised),
            _ => EvidenceSignatures.Of(head) ?? PlainText(head, ending),
        } ?? throw new RuleBroken($"文件“{name}”不能识别；可以上传{Allowed}");
        if (promised is { } said && said != found.Kind)
        {
            throw new RuleBroken(
                $"文件“{name}”的扩展名是 {ending}，内容却是{found.Kind.Word()}，下载后会打不开；请把扩展名改为 {found.Ending}，或用原来的软件另存后重新上传");
        }

        return (found, promised is null ? Ended(name, found.Ending) : name);
    }

    private static RecognisedKind? PlainText(ReadOnlySpan<byte> head, string ending) =>
        EvidenceNames.KindOf(ending) is EvidenceKind.Text && EvidenceSignatures.IsText(head)
            ? new(EvidenceKind.Text, "text/plain", ending.ToLowerInvariant()) : null;

    private static string Ended(string name, string ending) =>
        (name.Length + ending.Length > EvidenceFile.NameLength ? name[..(EvidenceFile.NameLength - ending.Length)] : name) + ending;
}

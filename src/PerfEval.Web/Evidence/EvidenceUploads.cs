using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Evidence;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Access;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Evidence;

/// <summary>What became of one uploaded file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stored">True when it is stored.</param>
/// <param name="Message">What to say about it; null when nothing is remarkable.</param>
public sealed record UploadOutcome(string Name, bool Stored, string? Message);

/// <summary>
/// Takes uploaded files into a project, one by one: each is stored whole with its audit row or not at all, so that one
/// wrong file does not cost the person the others.
/// </summary>
public sealed class EvidenceUploads(PerfEvalDbContext db, TimeProvider time, EvidenceLimits limits)
{
    /// <summary>Recognises, fingerprints, attaches and stores a file.</summary>
    /// <param name="project">With all its rows, tracked.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="words">The place in the users' words, for the audit trail.</param>
    /// <param name="upload">As the browser sent it; the framework keeps what is above 64 KB in a temporary file.</param>
    /// <param name="by">Who uploads it.</param>
    /// <param name="cancel">Stops the work; nothing is stored then.</param>
    public async Task<UploadOutcome> TakeAsync(
        Project project, EvidencePlace place, Func<EvidencePlace, string> words, IFormFile upload, Actor by, CancellationToken cancel)
    {
        // Browsers write a quotation mark in a name as %22 (HTML standard, multipart/form-data).
        var name = upload.FileName.Replace("%22", "\"", StringComparison.Ordinal);
        try
        {
            name = EvidenceFile.CleanName(name);
            await using var content = upload.OpenReadStream();
            var (file, twin) = project.Attach(Guid.NewGuid(), place, await LookAsync(content, name, cancel), by, time.GetUtcNow().UtcDateTime, limits);
            await db.Doing(AuditChain.Of(project), "上传佐证材料", words(place)).SaveWithContentAsync(file, content, cancel);
            return new(file.Name, true, twin is null ? null : $"与{words(twin.Place)}的“{twin.Name}”是同一文件，两处都保留");
        }
        catch (RuleBroken broken)
        {
            return new(name, false, broken.Message);
        }
    }

    /// <summary>What cannot be stored for its size needs no look at its content.</summary>
    private async Task<EvidenceContent> LookAsync(Stream content, string name, CancellationToken cancel)
    {
        if (content.Length > limits.LargestFile)
        {
            return new(name, default, "", content.Length, "");
        }

        var (kind, stored) = EvidenceKinds.Recognise(content, name);
        return new(stored, kind.Kind, kind.MediaType, content.Length, await EvidenceStore.FingerprintAsync(content, cancel));
    }
}

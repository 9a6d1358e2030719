using PerfEval.Documents.Reading;
using PerfEval.Domain;

namespace PerfEval.Web.Pages.Projects;

/// <summary>A file that somebody uploaded and has not imported yet.</summary>
/// <param name="Content">The file.</param>
/// <param name="Name">Its name on the person's machine, without folders.</param>
internal sealed record WaitingUpload(byte[] Content, string Name)
{
    /// <summary>Takes the file out of a form.</summary>
    /// <exception cref="RuleBroken">It is too large; then it is not read.</exception>
    public static async Task<WaitingUpload> ReadAsync(IFormFile file, string field, CancellationToken cancel)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (SpendingReader.Refuses(file.Length, name) is { } refusal)
        {
            throw new RuleBroken(refusal, field);
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return new(content.ToArray(), name);
    }
}

/// <summary>
/// Keeps an uploaded workbook between preview, marked copy and import: 20 MB do not fit into a hidden field. Each is one
/// file of one person for one project, found by an unguessable ticket, gone after an hour, after the import, and with
/// the person's next upload.
/// </summary>
public sealed class WaitingUploads(string folder, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Keeps a file.</summary>
    /// <returns>Its ticket.</returns>
    internal async Task<Guid> KeepAsync(int user, int project, WaitingUpload upload, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        Sweep($"{user}-{project}-");
        var ticket = Guid.NewGuid();
        foreach (var (path, content) in new[] { (PathOf(user, project, ticket), upload.Content), (NameOf(user, project, ticket), System.Text.Encoding.UTF8.GetBytes(upload.Name)) })
        {
            await File.WriteAllBytesAsync(path, content, cancel);
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }

        return ticket;
    }

    /// <summary>The file of a ticket; null when it has expired or belongs to somebody else.</summary>
    internal async Task<WaitingUpload?> OpenAsync(int user, int project, Guid ticket, CancellationToken cancel)
    {
        var (path, name) = (PathOf(user, project, ticket), NameOf(user, project, ticket));
        return File.Exists(path) && File.Exists(name) && !IsOld(path)
            ? new(await File.ReadAllBytesAsync(path, cancel), await File.ReadAllTextAsync(name, cancel)) : null;
    }

    /// <summary>Throws away what this person uploaded for the project, and what is too old.</summary>
    internal void Drop(int user, int project) => Sweep($"{user}-{project}-");

    private string PathOf(int user, int project, Guid ticket) => Path.Combine(folder, $"{user}-{project}-{ticket:N}.upload");

    private string NameOf(int user, int project, Guid ticket) => Path.Combine(folder, $"{user}-{project}-{ticket:N}.name");

    private bool IsOld(string path) => time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > Kept;

    private void Sweep(string mine)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f).StartsWith(mine, StringComparison.Ordinal) || IsOld(f)).ToList())
        {
            try
            {
                File.Delete(path);
            }
            catch (IOException)
            {
                // Somebody is reading it: the next upload sweeps again.
            }
        }
    }
}

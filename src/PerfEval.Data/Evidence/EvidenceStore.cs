using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PerfEval.Domain.Projects;

namespace PerfEval.Data.Evidence;

/// <summary>The bytes of evidence in the database, in chunks: one backup holds everything.</summary>
public static class EvidenceStore
{
    /// <summary>SHA-256 of a content, hexadecimal, lower case.</summary>
    public static async Task<string> FingerprintAsync(Stream content, CancellationToken cancel = default)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    /// <summary>
    /// Saves everything that waits in the context, the attached file among it, with the file's bytes: rows, audit row and
    /// chunks in one transaction. One chunk is in memory at a time.
    /// </summary>
    /// <param name="db">With the file attached to its project.</param>
    /// <param name="file">The file.</param>
    /// <param name="content">Its bytes; seekable.</param>
    /// <param name="cancel">Stops the work; nothing is stored then.</param>
    /// <exception cref="InvalidDataException">The bytes are not those that were fingerprinted.</exception>
    public static async Task SaveWithContentAsync(this PerfEvalDbContext db, EvidenceFile file, Stream content, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var fingerprint = await WriteAsync(db, file.Id, content, cancel);
        if (fingerprint != file.Sha256)
        {
            throw new InvalidDataException($"The content of evidence {file.Id} changed while it was stored.");
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The bytes of a file, read chunk by chunk as they are asked for.</summary>
    public static Stream OpenEvidence(this PerfEvalDbContext db, EvidenceFile file) => new EvidenceStream(db, file.Id, file.Size);

    /// <summary>Writes the chunks; while it does, the context looks for no other changes: once per chunk that would be most of the work.</summary>
    private static async Task<string> WriteAsync(PerfEvalDbContext db, Guid file, Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[EvidenceChunk.Full];
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel) is > 0 and var read; number++)
            {
                hash.AppendData(buffer, 0, read);
                var chunk = db.Add(new EvidenceChunk(file, number, buffer[..read]));
                await db.WriteBytesAsync(cancel);
                chunk.State = EntityState.Detached;
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

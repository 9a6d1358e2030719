using Microsoft.EntityFrameworkCore;

namespace PerfEval.Data.Evidence;

/// <summary>Reads evidence from its chunks; seekable, so that a browser may ask for a part.</summary>
internal sealed class EvidenceStream(PerfEvalDbContext db, Guid evidenceId, long size) : Stream
{
    private byte[] chunk = [];
    private int number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= size || buffer.Length == 0)
        {
            return 0;
        }

        var wanted = (int)(Position / EvidenceChunk.Full);
        if (wanted != number)
        {
            chunk = await db.Set<EvidenceChunk>().Where(c => c.EvidenceId == evidenceId && c.Number == wanted).Select(c => c.Bytes).FirstOrDefaultAsync(cancellationToken)
                ?? throw new EndOfStreamException($"Chunk {wanted} of evidence {evidenceId} is missing.");
            number = wanted;
        }

        var at = (int)(Position % EvidenceChunk.Full);
        var count = Math.Min(buffer.Length, chunk.Length - at);
        chunk.AsMemory(at, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Use ReadAsync.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

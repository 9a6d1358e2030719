using System.Security.Cryptography;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Evidence;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Storage;

/// <summary>Tests that look at the whole process run when no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>A file is never whole in memory.</summary>
[Collection(Alone.Name)]
public sealed class EvidenceMemoryTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private readonly Database database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_file_of_20_MB_passes_through_a_few_hundred_kilobytes()
    {
        // Warm: what the first file costs once (queries, pools) is not the file.
        await StoreAsync(new Flow(Megabyte, 1));
        var content = new Flow(20 * Megabyte, 2);
        var file = await StoreAsync(content);
        Assert.True(content.Grown < 3 * Megabyte, $"Storing held {content.Grown / 1024} KB.");

        await using var db = database.Open();
        await using var stored = db.OpenEvidence(file);
        var (before, most) = (GC.GetTotalMemory(true), 0L);
        var buffer = new byte[80 * 1024];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var looked = 0; await stored.ReadAsync(buffer) is > 0 and var read; looked++)
        {
            hash.AppendData(buffer, 0, read);
            most = looked % 40 == 0 ? Math.Max(most, GC.GetTotalMemory(true) - before) : most;
        }

        Assert.Equal(file.Sha256, Convert.ToHexStringLower(hash.GetHashAndReset()));
        Assert.True(most < 3 * Megabyte, $"Reading held {most / 1024} KB.");
    }

    private async Task<EvidenceFile> StoreAsync(Stream content)
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        var file = Attach(project, content.Length, await EvidenceStore.FingerprintAsync(content));
        await db.Doing(AuditChain.Of(project), "上传佐证材料").SaveWithContentAsync(file, content);
        return file;
    }

    private async Task<Project> LoadAsync(PerfEvalDbContext db) => (await db.Projects.LoadWholeAsync(database.ProjectId))!;

    private static EvidenceFile Attach(Project project, long size, string hash) =>
        project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Found(size, hash), Database.Me, DateTime.UtcNow, new()).File;

    private static EvidenceContent Found(long size, string hash) => new("合同.pdf", EvidenceKind.Pdf, "application/pdf", size, hash);

    /// <summary>A content that is made as it is read, and looks at the memory every 2 MB of its second reading.</summary>
    private sealed class Flow(long length, int seed) : Stream
    {
        private long before;
        private long next;
        private int readings;

        public long Grown { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Position == 0 && ++readings == 2)
            {
                (before, next) = (GC.GetTotalMemory(true), 2 * Megabyte);
            }

            if (readings == 2 && Position >= next)
            {
                (Grown, next) = (Math.Max(Grown, GC.GetTotalMemory(true) - before), next + (2 * Megabyte));
            }

            var count = (int)Math.Min(buffer.Length, length - Position);
            for (var i = 0; i < count; i++)
            {
                buffer[i] = (byte)((Position + i) * 31 / 7 + seed);
            }

            Position += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

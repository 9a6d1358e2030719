using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Data.Evidence;
using PerfEval.Data.Queries;
using PerfEval.Domain.Projects;

namespace PerfEval.Tests.Storage;

/// <summary>The bytes of evidence: exact, all or nothing.</summary>
public sealed class EvidenceStorageTests : IAsyncLifetime
{
    private readonly Database database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData(1), InlineData(EvidenceChunk.Full - 1), InlineData(EvidenceChunk.Full), InlineData(EvidenceChunk.Full + 1), InlineData(3 * EvidenceChunk.Full)]
    public async Task Bytes_come_back_as_they_went_in(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var file = await StoreAsync(new MemoryStream(bytes));
        await using var db = database.Open();
        await using var stored = db.OpenEvidence(file);
        using var back = new MemoryStream();
        await stored.CopyToAsync(back);
        Assert.Equal(bytes, back.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
        Assert.Equal((size + EvidenceChunk.Full - 1) / EvidenceChunk.Full, await db.Set<EvidenceChunk>().CountAsync(c => c.EvidenceId == file.Id));

        stored.Position = size / 2;
        Assert.Equal(1, await stored.ReadAsync(new byte[1]));
        Assert.Equal(size / 2 + 1, stored.Position);
    }

    [Fact]
    public async Task A_content_that_changes_on_the_way_leaves_nothing_behind()
    {
        await using var db = database.Open();
        var (project, content) = (await LoadAsync(db), new MemoryStream(RandomNumberGenerator.GetBytes(200_000)));
        var file = Attach(project, content.Length, new string('0', 64));
        await Assert.ThrowsAsync<InvalidDataException>(() => db.Doing(AuditChain.Of(project), "上传佐证材料").SaveWithContentAsync(file, content));
        await using var fresh = database.Open();
        Assert.Empty((await LoadAsync(fresh)).Evidence);
        Assert.False(await fresh.Set<EvidenceChunk>().AnyAsync());
        Assert.False(await fresh.Audit.AnyAsync(a => a.Act == "上传佐证材料"));
        Assert.Empty(await AuditTrail.VerifyAsync(fresh));
    }

    [Fact]
    public async Task The_audit_rows_say_name_size_and_hash_and_hold_no_bytes()
    {
        var file = await StoreAsync(new MemoryStream(RandomNumberGenerator.GetBytes(100_000)));
        await using (var db = database.Open())
        {
            var project = await LoadAsync(db);
            project.Detach(file.Id);
            await db.Doing(AuditChain.Of(project), "删除佐证材料").SaveChangesAsync();
        }

        await using var fresh = database.Open();
        Assert.False(await fresh.Set<EvidenceChunk>().AnyAsync());
        var rows = await fresh.Audit.Where(a => a.Act == "上传佐证材料" || a.Act == "删除佐证材料").OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["上传佐证材料", "删除佐证材料"], rows.Select(r => r.Act));
        Assert.All(rows, row =>
        {
            Assert.Contains("合同.pdf", row.Changes, StringComparison.Ordinal);
            Assert.Contains("100000", row.Changes, StringComparison.Ordinal);
            Assert.Contains(file.Sha256, row.Changes, StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(EvidenceChunk), row.Changes, StringComparison.Ordinal);
            Assert.True(row.Changes.Length < 2000);
        });
        Assert.Empty(await AuditTrail.VerifyAsync(fresh));
    }

    [Fact]
    public async Task A_deleted_line_gives_its_files_to_the_project_in_the_same_save()
    {
        await using var db = database.Open();
        var project = await LoadAsync(db);
        var line = project.Lines[3];
        var content = new MemoryStream([1, 2, 3]);
        var file = project.Attach(Guid.NewGuid(), EvidencePlace.Line(line.Id), Found(3, await EvidenceStore.FingerprintAsync(content)), Database.Me, DateTime.UtcNow, new()).File;
        await db.SaveWithContentAsync(file, content);
        Assert.True(project.Apply(LineChanges.Of(new(line.Id, line.Version, null))).Applied);
        await db.SaveChangesAsync();

        await using var fresh = database.Open();
        var again = Assert.Single((await LoadAsync(fresh)).Evidence);
        Assert.Equal((EvidencePlace.Whole, "支出明细“第4项”"), (again.Place, again.FormerPlace));
        Assert.Contains("FormerPlace", (await fresh.Audit.OrderBy(a => a.Id).LastAsync()).Changes, StringComparison.Ordinal);
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
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Data.Evidence;
using PerfEval.Data.Identity;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;

namespace PerfEval.Data.Mappings;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<EvidenceChunk>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.ToTable("EvidenceFiles");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Name).HasMaxLength(EvidenceFile.NameLength);
        file.Property(f => f.MediaType).HasMaxLength(EvidenceFile.MediaTypeLength);
        file.Property(f => f.Sha256).HasMaxLength(EvidenceFile.Sha256Length).IsUnicode(false);
        file.Property(f => f.FormerPlace).HasMaxLength(EvidenceFile.FormerPlaceLength);
        file.Property(f => f.UploadedByName).HasMaxLength(User.DisplayNameLength);
        file.Ignore(f => f.Place);
        file.HasIndex(f => new { f.ProjectId, f.UploadedAt });

        // No key to line or target: the domain lets go of deleted ones, and who attaches to a line in the moment in which a
        // colleague deletes it must not meet an error but find the file with the project.
        file.HasOne<Indicator>().WithMany().HasForeignKey(f => f.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        file.HasMany<EvidenceChunk>().WithOne().HasForeignKey(c => c.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EvidenceChunk> chunk)
    {
        chunk.ToTable("EvidenceChunks");
        chunk.HasKey(c => new { c.EvidenceId, c.Number });
        chunk.Property(c => c.Number).ValueGeneratedNever();
    }
}

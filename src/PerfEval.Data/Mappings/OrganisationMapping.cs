using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Domain.Organisations;

namespace PerfEval.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Code).HasMaxLength(Organisation.CodeLength);
        organisation.Property(o => o.Name).HasMaxLength(Organisation.NameLength);
        organisation.Property(o => o.Path).HasMaxLength(Organisation.PathLength);
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => o.Path);
        organisation.HasIndex(o => new { o.ParentId, o.Name }).IsUnique();
        organisation.HasOne(o => o.Parent).WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

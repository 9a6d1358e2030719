using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;

namespace PerfEval.Data.Mappings;

internal sealed class UserMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users");
        user.Property(u => u.DisplayName).HasMaxLength(User.DisplayNameLength);
        user.HasOne(u => u.Organisation).WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne(u => u.ScopeOrganisation).WithMany().HasForeignKey(u => u.ScopeOrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("Audit");
        row.Property(a => a.Chain).HasMaxLength(AuditRow.ChainLength);
        row.Property(a => a.Act).HasMaxLength(AuditRow.ActLength);
        row.Property(a => a.UserName).HasMaxLength(User.DisplayNameLength);
        row.Property(a => a.Address).HasMaxLength(45);
        row.Property(a => a.PreviousHash).HasMaxLength(64).IsUnicode(false);
        row.Property(a => a.Hash).HasMaxLength(64).IsUnicode(false);
        row.HasIndex(a => new { a.Chain, a.Sequence }).IsUnique();
        row.HasIndex(a => a.At);
    }

    public void Configure(EntityTypeBuilder<Installation> fact)
    {
        fact.ToTable("Installation");
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(Installation.Length);
        fact.Property(f => f.Value).HasMaxLength(Installation.Length);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Domain.Indicators;

namespace PerfEval.Data.Mappings;

internal sealed class TreeMapping : IEntityTypeConfiguration<IndicatorTree>, IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<IndicatorTree> tree)
    {
        tree.ToTable("IndicatorTrees");
        tree.Property(t => t.Code).HasMaxLength(IndicatorTree.CodeLength);
        tree.Property(t => t.Name).HasMaxLength(IndicatorTree.NameLength);
        tree.Property(t => t.Provenance).HasMaxLength(IndicatorTree.ProvenanceLength);
        tree.Property(t => t.Version).IsConcurrencyToken();
        tree.Property(t => t.Caps).AsJson();
        tree.Ignore(t => t.Scheme);
        tree.HasIndex(t => new { t.Code, t.VersionNumber }).IsUnique();
        tree.HasMany(t => t.Indicators).WithOne().HasForeignKey("TreeId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("Indicators");
        indicator.Property(i => i.Code).HasMaxLength(Indicator.CodeLength);
        indicator.Property(i => i.StatedCode).HasMaxLength(Indicator.CodeLength);
        indicator.Property(i => i.Name).HasMaxLength(Indicator.NameLength);
        indicator.Property(i => i.PrintedName).HasMaxLength(Indicator.NameLength + Indicator.CodeLength);
        indicator.Property(i => i.Explanation).HasMaxLength(Indicator.TextLength);
        indicator.Property(i => i.Standard).HasMaxLength(Indicator.TextLength);
        indicator.Property(i => i.EvidenceNeeded).HasMaxLength(Indicator.TextLength);
        indicator.Property(i => i.Weight).HasPrecision(9, 4);
        indicator.Property(i => i.Rule).AsJson();
        indicator.Property(i => i.Binding).AsJson();
        indicator.Ignore(i => i.Content);

        // Not unique: new codes for all of a draft pass through each other. A published tree was checked as a whole.
        indicator.HasIndex("TreeId", nameof(Indicator.Code));
        indicator.HasOne(i => i.Parent).WithMany().HasForeignKey(i => i.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

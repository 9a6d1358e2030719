using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;

namespace PerfEval.Data.Mappings;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.Property(p => p.Name).HasMaxLength(Project.NameLength);
        project.Property(p => p.SupervisingDepartment).HasMaxLength(Project.SupervisingDepartmentLength);
        project.Property(p => p.Background).HasMaxLength(Project.TextLength);
        project.Property(p => p.Purpose).HasMaxLength(Project.TextLength);
        project.Property(p => p.Version).IsConcurrencyToken();
        project.ComplexProperty(p => p.Header, header =>
        {
            header.Property(h => h.Title).HasMaxLength(ReportHeader.TitleLength);
            header.Property(h => h.AnnexLabel).HasMaxLength(ReportHeader.AnnexLabelLength);
            header.Property(h => h.Signatory).HasMaxLength(ReportHeader.SignatoryLength);
        });
        project.ComplexProperty(p => p.Stated);
        project.ComplexProperty(p => p.Kept);
        project.HasIndex(p => p.ChainId).IsUnique();
        project.HasIndex(p => new { p.OrganisationId, p.FiscalYear, p.Name }).IsUnique();
        project.HasIndex(p => new { p.FiscalYear, p.Id });
        project.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne<Project>().WithMany().HasForeignKey(p => p.CarriedFromId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne(p => p.Evaluation).WithOne().HasForeignKey<Evaluation>(e => e.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Funding).WithOne().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Objectives).WithOne().HasForeignKey(o => o.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Targets).WithOne().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Achievements).WithOne().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Implementation).WithOne().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Evidence).WithOne().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Answers).WithOne().HasForeignKey(a => a.ProjectId).OnDelete(DeleteBehavior.Cascade);
        project.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FundingSourceMapping : IEntityTypeConfiguration<FundingSource>, IEntityTypeConfiguration<BudgetAdjustment>
{
    public void Configure(EntityTypeBuilder<FundingSource> source)
    {
        source.Property(f => f.Id).ValueGeneratedNever();
        source.Property(f => f.Name).HasMaxLength(FundingSource.NameLength);
        source.Property(f => f.Note).HasMaxLength(FundingSource.NoteLength);
        source.Property(f => f.Version).IsConcurrencyToken();
        source.HasMany(f => f.Adjustments).WithOne().HasForeignKey(a => a.FundingSourceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BudgetAdjustment> adjustment)
    {
        adjustment.ToTable("BudgetAdjustments");
        adjustment.Property(a => a.Id).ValueGeneratedNever();
        adjustment.Property(a => a.Document).HasMaxLength(BudgetAdjustment.DocumentLength);
    }
}

internal sealed class BudgetLineMapping : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> line)
    {
        line.ToTable("BudgetLines");
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.ActivityGroup).HasMaxLength(BudgetLine.ActivityGroupLength);
        line.Property(l => l.Item).HasMaxLength(BudgetLine.ItemLength);
        line.Property(l => l.ImplementingUnit).HasMaxLength(BudgetLine.ImplementingUnitLength);
        line.Property(l => l.Measure).HasMaxLength(BudgetLine.MeasureLength);
        line.Property(l => l.BalanceReason).HasMaxLength(BudgetLine.BalanceReasonLength);
        line.Property(l => l.Quantity).HasPrecision(18, 4);
        line.Property(l => l.Version).IsConcurrencyToken();
        line.HasIndex(l => new { l.ProjectId, l.Position });
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<Achievement>,
    IEntityTypeConfiguration<Objective>, IEntityTypeConfiguration<ImplementationNote>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Id).ValueGeneratedNever();
        target.Property(t => t.ImplementingUnit).HasMaxLength(Target.ImplementingUnitLength);
        target.Property(t => t.Activity).HasMaxLength(Target.ActivityLength);
        target.Property(t => t.Goal).HasMaxLength(Target.GoalLength);
        target.Property(t => t.IndicatorName).HasMaxLength(Target.IndicatorNameLength);
        target.Property(t => t.Measure).HasMaxLength(Target.MeasureLength);
        target.Property(t => t.TargetValue).HasPrecision(18, 4);
        target.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Achievement> achievement)
    {
        achievement.ToTable("Achievements");
        achievement.Property(a => a.Id).ValueGeneratedNever();
        achievement.Property(a => a.ImplementingUnit).HasMaxLength(Target.ImplementingUnitLength);
        achievement.Property(a => a.Activity).HasMaxLength(Target.ActivityLength);
        achievement.Property(a => a.Result).HasMaxLength(Achievement.ResultLength);
        achievement.Property(a => a.StateText).HasMaxLength(Achievement.StateTextLength);
        achievement.Property(a => a.ActualValue).HasPrecision(18, 4);
        achievement.Property(a => a.Version).IsConcurrencyToken();

        // SQL Server allows one cascade path from the project; the domain lets go of a deleted target itself.
        achievement.HasOne<Target>().WithMany().HasForeignKey(a => a.TargetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Objective> objective)
    {
        objective.ToTable("Objectives");
        objective.Property(o => o.Id).ValueGeneratedNever();
        objective.Property(o => o.Text).HasMaxLength(Objective.TextLength);
        objective.Property(o => o.Version).IsConcurrencyToken();
        objective.HasIndex(o => new { o.ProjectId, o.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImplementationNote> note)
    {
        note.ToTable("ImplementationNotes");
        note.Property(i => i.Id).ValueGeneratedNever();
        note.Property(i => i.ImplementingUnit).HasMaxLength(Target.ImplementingUnitLength);
        note.Property(i => i.Activity).HasMaxLength(Target.ActivityLength);
        note.Property(i => i.Description).HasMaxLength(ImplementationNote.DescriptionLength);
        note.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class NarrativeMapping : IEntityTypeConfiguration<ReportOutline>, IEntityTypeConfiguration<OutlineItem>, IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<ReportOutline> outline)
    {
        outline.Property(o => o.Code).HasMaxLength(ReportOutline.CodeLength);
        outline.Property(o => o.Name).HasMaxLength(ReportOutline.NameLength);
        outline.HasIndex(o => o.Code).IsUnique();
        outline.HasMany(o => o.Items).WithOne().HasForeignKey(i => i.OutlineId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OutlineItem> item)
    {
        item.ToTable("OutlineItems");
        item.Property(i => i.Heading).HasMaxLength(Section.HeadingLength);
        item.Property(i => i.Guidance).HasMaxLength(OutlineItem.GuidanceLength);
    }

    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.ToTable("Sections");
        section.Property(s => s.Id).ValueGeneratedNever();
        section.Property(s => s.Heading).HasMaxLength(Section.HeadingLength);
        section.Property(s => s.StatedNumber).HasMaxLength(20);
        section.Property(s => s.Guidance).HasMaxLength(OutlineItem.GuidanceLength);

        // SQL Server's nvarchar(n) ends at 4000; the domain's limit is the fence here.
        section.Property(s => s.Version).IsConcurrencyToken();
        section.HasIndex(s => new { s.ProjectId, s.Position });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Data.Identity;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;

namespace PerfEval.Data.Mappings;

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>, IEntityTypeConfiguration<LeafScore>,
    IEntityTypeConfiguration<EvaluationEvent>, IEntityTypeConfiguration<FrozenSheet>, IEntityTypeConfiguration<ApprovedReport>
{
    public void Configure(EntityTypeBuilder<Evaluation> evaluation)
    {
        evaluation.Property(e => e.KeptScore).HasPrecision(9, 4);
        evaluation.Property(e => e.StatedScore).HasPrecision(9, 4);
        evaluation.Property(e => e.SelfScore).HasPrecision(9, 4);
        evaluation.Property(e => e.Version).IsConcurrencyToken();
        evaluation.HasIndex(e => e.State);
        evaluation.HasIndex(e => e.ReviewerId);
        evaluation.HasOne<IndicatorTree>().WithMany().HasForeignKey(e => e.TreeId).OnDelete(DeleteBehavior.Restrict);
        evaluation.HasOne<User>().WithMany().HasForeignKey(e => e.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        evaluation.HasOne<Organisation>().WithMany().HasForeignKey(e => e.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        evaluation.HasMany(e => e.Scores).WithOne().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        evaluation.HasMany(e => e.Events).WithOne().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        evaluation.HasMany(e => e.Sheets).WithOne().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LeafScore> score)
    {
        score.ToTable("LeafScores");
        score.Property(s => s.Id).ValueGeneratedNever();
        score.Property(s => s.Input).AsJson();
        score.Property(s => s.DepartmentInput).AsJson();
        score.Property(s => s.FinanceInput).AsJson();
        score.Property(s => s.DepartmentPoints).HasPrecision(9, 4);
        score.Property(s => s.DepartmentReason).HasMaxLength(Evaluation.ReasonLength);
        score.Ignore(s => s.Department);
        score.Ignore(s => s.Finance);
        score.Property(s => s.OverridePoints).HasPrecision(9, 4);
        score.Property(s => s.Stated).HasPrecision(9, 4);
        score.Property(s => s.OverrideReason).HasMaxLength(Evaluation.ReasonLength);
        score.Property(s => s.Note).HasMaxLength(LeafScore.NoteLength);
        score.Property(s => s.Evidence).HasMaxLength(LeafScore.NoteLength);
        score.Property(s => s.Version).IsConcurrencyToken();
        score.HasIndex(s => new { s.EvaluationId, s.IndicatorId }).IsUnique();

        // SQL Server allows one cascade path from the project; the domain lets go of a deleted target itself.
        score.HasOne<Target>().WithMany().HasForeignKey(s => s.TargetId).OnDelete(DeleteBehavior.Restrict);
        score.HasOne<Indicator>().WithMany().HasForeignKey(s => s.IndicatorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvaluationEvent> step)
    {
        step.ToTable("EvaluationEvents");
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.UserName).HasMaxLength(User.DisplayNameLength);
        step.Property(s => s.Reason).HasMaxLength(Evaluation.ReasonLength);
    }

    public void Configure(EntityTypeBuilder<ApprovedReport> report)
    {
        report.ToTable("ApprovedReports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Sha256).HasMaxLength(64).IsUnicode(false);
        report.Property(r => r.Code).HasMaxLength(ApprovedReport.CodeLength).IsUnicode(false);
        report.Property(r => r.Engine).HasMaxLength(20);
        report.HasIndex(r => r.Code);
        report.HasOne<Evaluation>().WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FrozenSheet> sheet)
    {
        sheet.ToTable("FrozenSheets");
        sheet.Property(s => s.Id).ValueGeneratedNever();
        sheet.Property(s => s.Sheet).AsJson();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;

namespace PerfEval.Data.Mappings;

internal sealed class SurveyMapping : IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<SurveyQuestion>, IEntityTypeConfiguration<SurveySheet>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.ToTable("Surveys");
        survey.Property(s => s.Id).ValueGeneratedNever();
        survey.Property(s => s.Title).HasMaxLength(Survey.TitleLength);
        survey.Property(s => s.Introduction).HasMaxLength(Survey.IntroductionLength);
        survey.Property(s => s.TargetGroup).HasMaxLength(Survey.TargetGroupLength);
        survey.Property(s => s.Token).HasMaxLength(Survey.TokenLength).IsUnicode(false);
        survey.Property(s => s.Tally).AsJson();
        survey.Property(s => s.Version).IsConcurrencyToken();
        survey.Ignore(s => s.Counts).Ignore(s => s.Closed).Ignore(s => s.Written).Ignore(s => s.Statistics).Ignore(s => s.Entry);
        survey.HasIndex(s => s.Token).IsUnique();
        survey.HasOne<Project>().WithOne(p => p.Survey).HasForeignKey<Survey>(s => s.ProjectId).OnDelete(DeleteBehavior.Cascade);
        survey.HasMany(s => s.Questions).WithOne().HasForeignKey(q => q.SurveyId).OnDelete(DeleteBehavior.Cascade);
        survey.HasMany(s => s.Sheets).WithOne().HasForeignKey(s => s.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SurveyQuestion> question)
    {
        question.ToTable("SurveyQuestions");
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Property(q => q.Text).HasMaxLength(SurveyQuestion.TextLength);
        question.Property(q => q.Options).AsJson();
        question.Property(q => q.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SurveySheet> sheet)
    {
        sheet.ToTable("SurveySheets");
        sheet.Property(s => s.Id).ValueGeneratedNever();
        sheet.Property(s => s.Marks).HasMaxLength(SurveySheet.MarksLength).IsUnicode(false);
        sheet.Property(s => s.Texts).AsJson();
        sheet.HasIndex(s => new { s.SurveyId, s.Number }).IsUnique();

        // Statistics group by these and read nothing else: thousands of sheets are added up inside the index.
        sheet.HasIndex(s => new { s.SurveyId, s.Marks, s.IsValid, s.Source });
    }
}

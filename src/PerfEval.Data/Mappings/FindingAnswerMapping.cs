using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerfEval.Data.Identity;
using PerfEval.Domain.Checks;

namespace PerfEval.Data.Mappings;

internal sealed class FindingAnswerMapping : IEntityTypeConfiguration<FindingAnswer>
{
    public void Configure(EntityTypeBuilder<FindingAnswer> answer)
    {
        answer.ToTable("FindingAnswers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Key).HasMaxLength(FindingKey.Length).IsUnicode(false);
        answer.Property(a => a.Code).HasMaxLength(FindingAnswer.CodeLength);
        answer.Property(a => a.Explanation).HasMaxLength(FindingAnswer.ExplanationLength);
        answer.Property(a => a.Reason).HasMaxLength(FindingAnswer.ReasonLength);
        answer.Property(a => a.UserName).HasMaxLength(User.DisplayNameLength);
        answer.Property(a => a.Version).IsConcurrencyToken();

        // One answer per finding: whoever answers second meets the first.
        answer.HasIndex(a => new { a.ProjectId, a.Key }).IsUnique();
    }
}

using FluentValidation;
using PerfEval.Domain.Narratives;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed as the text of a section.</summary>
public sealed class SectionForm
{
    public Guid Id { get; set; }

    public long SeenVersion { get; set; }

    public string? Body { get; set; }

    /// <summary>保存并写下一节.</summary>
    public bool GoOn { get; set; }
}

internal sealed class SectionFormRules : AbstractValidator<SectionForm>
{
    public SectionFormRules() => RuleFor(f => f.Body).Words("正文", Section.BodyLength);
}

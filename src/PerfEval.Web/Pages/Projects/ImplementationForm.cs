using FluentValidation;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed about what was done.</summary>
public sealed class ImplementationForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? Activity { get; set; }

    public string? Description { get; set; }
}

internal sealed class ImplementationFormRules : AbstractValidator<ImplementationForm>
{
    public ImplementationFormRules()
    {
        RuleFor(f => f.ImplementingUnit).Words("实施单位", Target.ImplementingUnitLength, required: true);
        RuleFor(f => f.Activity).Words("项目名称", Target.ActivityLength);
        RuleFor(f => f.Description).Words("项目实施情况", ImplementationNote.DescriptionLength, required: true);
    }
}

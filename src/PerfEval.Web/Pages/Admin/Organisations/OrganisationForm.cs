using FluentValidation;
using PerfEval.Domain.Organisations;

namespace PerfEval.Web.Pages.Admin.Organisations;

/// <summary>What is filled in about a unit.</summary>
public sealed class OrganisationForm
{
    /// <summary>Only when the unit is new; it never changes.</summary>
    public string? Code { get; set; }

    public string? Name { get; set; }

    public OrganisationKind? Kind { get; set; }

    /// <summary>Null for a root.</summary>
    public int? ParentId { get; set; }

    public long Version { get; set; }
}

internal sealed class OrganisationFormRules : AbstractValidator<OrganisationForm>
{
    public OrganisationFormRules(bool isNew)
    {
        if (isNew)
        {
            RuleFor(f => f.Code).Words("单位编码", Organisation.CodeLength, required: true);
        }

        RuleFor(f => f.Name).Words("单位名称", Organisation.NameLength, required: true);
        RuleFor(f => f.Kind).Cascade(CascadeMode.Stop).NotNull().WithMessage("请选择单位类别").IsInEnum().WithMessage("请选择单位类别");
    }
}

using FluentValidation;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What to take over to the next year, and what the new project is called.</summary>
public sealed class CarryOverForm
{
    public string? FiscalYear { get; set; }

    public string? Name { get; set; }

    public int? TreeId { get; set; }

    public int? OutlineId { get; set; }

    public bool Reasons { get; set; }

    public bool Funding { get; set; }

    public bool InitialBudget { get; set; }

    public bool Lines { get; set; }

    public bool Objectives { get; set; }

    public bool Targets { get; set; }

    public bool Implementation { get; set; }

    public bool Narrative { get; set; }

    public int Year => (int)(FormRules.ToNumber(FiscalYear) ?? 0);

    public CarryChoice ToChoice() => new(Reasons, Funding, Funding && InitialBudget, Lines, Objectives, Targets, Implementation, Narrative);

    public static CarryOverForm Of(Project source, CarryChoice usual)
    {
        var year = source.FiscalYear + 1;
        return new()
        {
            FiscalYear = $"{year}",
            Name = CarryOver.NameFor(source, year),
            Reasons = usual.Reasons,
            Funding = usual.Funding,
            InitialBudget = usual.InitialBudget,
            Lines = usual.Lines,
            Objectives = usual.Objectives,
            Targets = usual.Targets,
            Implementation = usual.Implementation,
            Narrative = usual.Narrative,
        };
    }
}

internal sealed class CarryOverFormRules : AbstractValidator<CarryOverForm>
{
    public CarryOverFormRules()
    {
        RuleFor(f => f.FiscalYear).FiscalYear();
        RuleFor(f => f.Name).Words("项目名称", Project.NameLength, required: true);
        RuleFor(f => f.TreeId).NotNull().WithMessage("请选择评价指标体系");
        RuleFor(f => f.OutlineId).NotNull().WithMessage("请选择报告提纲");
    }
}

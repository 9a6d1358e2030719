using FluentValidation;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed about a project and the head of its report.</summary>
public sealed class ProjectForm
{
    public string? FiscalYear { get; set; }

    public string? Name { get; set; }

    public string? SupervisingDepartment { get; set; }

    public string? Background { get; set; }

    public string? Purpose { get; set; }

    public int? TreeId { get; set; }

    public int? OutlineId { get; set; }

    public string? Title { get; set; }

    public string? AnnexLabel { get; set; }

    public string? Signatory { get; set; }

    public string? SignedOn { get; set; }

    public bool WithChecks { get; set; }

    public long SeenVersion { get; set; }

    public ProjectEntry ToEntry() => new(
        (int)(FormRules.ToNumber(FiscalYear) ?? 0), Name ?? "", SupervisingDepartment, Background, Purpose);

    public ReportHeader ToHeader() => new()
    {
        Title = string.IsNullOrWhiteSpace(Title) ? null : Title.ReplaceLineEndings("\n").Trim(),
        AnnexLabel = string.IsNullOrWhiteSpace(AnnexLabel) ? null : AnnexLabel.Trim(),
        Signatory = string.IsNullOrWhiteSpace(Signatory) ? null : Signatory.Trim(),
        SignedOn = FormRules.ToDay(SignedOn),
        WithChecks = WithChecks,
    };

    public static (string Label, string? Value)[] Words(Project project) =>
    [
        ("项目名称", project.Name), ("预算年度", $"{project.FiscalYear}"), ("主管部门", project.SupervisingDepartment), ("立项背景", project.Background),
        ("立项目的", project.Purpose), ("报告标题", project.Header.Title), ("附件编号", project.Header.AnnexLabel), ("署名", project.Header.Signatory),
        ("成文日期", project.Header.SignedOn?.ToString("yyyy-MM-dd")),
    ];

    public static ProjectForm Of(Project project) => new()
    {
        FiscalYear = $"{project.FiscalYear}",
        Name = project.Name,
        SupervisingDepartment = project.SupervisingDepartment,
        Background = project.Background,
        Purpose = project.Purpose,
        Title = project.Header.Title,
        AnnexLabel = project.Header.AnnexLabel,
        Signatory = project.Header.Signatory,
        SignedOn = project.Header.SignedOn?.ToString("yyyy-MM-dd"),
        WithChecks = project.Header.WithChecks,
        SeenVersion = project.Version,
    };
}

internal sealed class ProjectFormRules : AbstractValidator<ProjectForm>
{
    public ProjectFormRules(bool isNew)
    {
        RuleFor(f => f.FiscalYear).FiscalYear();
        RuleFor(f => f.Name).Words("项目名称", Project.NameLength, required: true);
        RuleFor(f => f.SupervisingDepartment).Words("主管部门", Project.SupervisingDepartmentLength);
        RuleFor(f => f.Background).Words("立项背景", Project.TextLength);
        RuleFor(f => f.Purpose).Words("立项目的", Project.TextLength);
        RuleFor(f => f.Title).Words("报告标题", ReportHeader.TitleLength);
        RuleFor(f => f.AnnexLabel).Words("附件编号", ReportHeader.AnnexLabelLength);
        RuleFor(f => f.Signatory).Words("署名", ReportHeader.SignatoryLength);
        RuleFor(f => f.SignedOn).Day("成文日期");
        if (isNew)
        {
            RuleFor(f => f.TreeId).NotNull().WithMessage("请选择评价指标体系");
            RuleFor(f => f.OutlineId).NotNull().WithMessage("请选择报告提纲");
        }
    }
}

using FluentValidation;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What is typed as an objective.</summary>
public sealed class ObjectiveForm
{
    public ObjectiveKind Kind { get; set; }

    public long? SeenVersion { get; set; }

    public string? Text { get; set; }
}

/// <summary>What is typed about a yearly target.</summary>
public sealed class TargetForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? Activity { get; set; }

    public string? Goal { get; set; }

    public string? IndicatorName { get; set; }

    public TargetDirection Direction { get; set; }

    public string? TargetValue { get; set; }

    public string? Measure { get; set; }

    public TargetEntry ToEntry() => new(
        ImplementingUnit, Activity, Goal, IndicatorName, Direction, FormRules.ToNumber(TargetValue), Measure);

    public static (string Label, string? Value)[] Words(Target target) =>
    [
        ("实施单位", target.ImplementingUnit), ("项目名称", target.Activity), ("年度目标", target.Goal), ("指标名称", target.IndicatorName), ("年度指标值", target.Shown),
    ];

    public static TargetForm Of(Target target) => new()
    {
        Id = target.Id,
        SeenVersion = target.Version,
        ImplementingUnit = target.ImplementingUnit,
        Activity = target.Activity,
        Goal = target.Goal,
        IndicatorName = target.IndicatorName,
        Direction = target.Direction,
        TargetValue = target.TargetValue is { } value ? Numbers.Plainly(value) : null,
        Measure = target.Measure,
    };
}

/// <summary>What is typed about a result.</summary>
public sealed class AchievementForm
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public long? SeenVersion { get; set; }

    public Guid? TargetId { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? Activity { get; set; }

    public string? Result { get; set; }

    public string? ActualValue { get; set; }

    public CompletionState State { get; set; }

    public string? StateText { get; set; }

    public AchievementEntry ToEntry() => new(
        TargetId, ImplementingUnit, Activity, Result, FormRules.ToNumber(ActualValue), State, StateText);

    public static AchievementForm For(Target target) => new()
    {
        TargetId = target.Id,
        ImplementingUnit = target.ImplementingUnit,
        Activity = target.Activity,
    };

    public static (string Label, string? Value)[] Words(Achievement achievement) =>
    [
        ("实施单位", achievement.ImplementingUnit), ("项目名称", achievement.Activity), ("主要绩效", achievement.Result),
        ("实际完成值", achievement.ActualValue is { } value ? Numbers.Plainly(value) : null), ("完成情况", achievement.ShownState),
    ];

    public static AchievementForm Of(Achievement achievement) => new()
    {
        Id = achievement.Id,
        SeenVersion = achievement.Version,
        TargetId = achievement.TargetId,
        ImplementingUnit = achievement.ImplementingUnit,
        Activity = achievement.Activity,
        Result = achievement.Result,
        ActualValue = achievement.ActualValue is { } value ? Numbers.Plainly(value) : null,
        State = achievement.State,
        StateText = achievement.StateText,
    };
}

internal sealed class ObjectiveFormRules : AbstractValidator<ObjectiveForm>
{
    public ObjectiveFormRules() => RuleFor(f => f.Text).Words("绩效目标", Objective.TextLength);
}

internal sealed class TargetFormRules : AbstractValidator<TargetForm>
{
    public TargetFormRules()
    {
        RuleFor(f => f.ImplementingUnit).Words("实施单位", Target.ImplementingUnitLength);
        RuleFor(f => f.Activity).Words("项目名称", Target.ActivityLength);
        RuleFor(f => f.Goal).Words("年度目标", Target.GoalLength, required: true);
        RuleFor(f => f.IndicatorName).Words("指标名称", Target.IndicatorNameLength);
        RuleFor(f => f.Measure).Words("度量单位", Target.MeasureLength);
        RuleFor(f => f.TargetValue).Number("年度指标值");
        RuleFor(f => f.TargetValue).NotEmpty().When(f => f.Direction != TargetDirection.Qualitative)
            .WithMessage("选了指标方向就要填“年度指标值”；没有数值的目标请选“定性”");
        RuleFor(f => f.Direction).IsInEnum().WithMessage("请选择指标方向");
    }
}

internal sealed class AchievementFormRules : AbstractValidator<AchievementForm>
{
    public AchievementFormRules()
    {
        RuleFor(f => f.ImplementingUnit).Words("实施单位", Target.ImplementingUnitLength);
        RuleFor(f => f.Activity).Words("项目名称", Target.ActivityLength);
        RuleFor(f => f.Result).Words("主要绩效", Achievement.ResultLength, required: true);
        RuleFor(f => f.ActualValue).Number("实际完成值");
        RuleFor(f => f.StateText).Words("情况说明", Achievement.StateTextLength);
        RuleFor(f => f.State).IsInEnum().WithMessage("请选择完成情况");
    }
}

namespace PerfEval.Domain.Projects;

/// <summary>指标方向: how an actual value is compared with its target.</summary>
public enum TargetDirection
{
    /// <summary>定性, no number.</summary>
    Qualitative,

    /// <summary>≥ 正向指标.</summary>
    AtLeast,

    /// <summary>≤ 反向指标.</summary>
    AtMost,

    /// <summary>＝.</summary>
    Exactly,
}

/// <summary>What a person enters for a yearly target.</summary>
/// <param name="ImplementingUnit">实施单位.</param>
/// <param name="Activity">项目名称 (子项目).</param>
/// <param name="Goal">年度目标 in words.</param>
/// <param name="IndicatorName">指标名称, when there is a number.</param>
/// <param name="Direction">How the number is meant.</param>
/// <param name="TargetValue">年度指标值.</param>
/// <param name="Measure">度量单位.</param>
public sealed record TargetEntry(
    string? ImplementingUnit, string? Activity, string? Goal, string? IndicatorName, TargetDirection Direction,
    decimal? TargetValue, string? Measure);

/// <summary>年度目标: what a unit promised to reach, in words and where possible in a number.</summary>
public sealed class Target : IVersioned
{
    /// <summary>Most characters of the implementing unit.</summary>
    public const int ImplementingUnitLength = 100;

    /// <summary>Most characters of the activity.</summary>
    public const int ActivityLength = 200;

    /// <summary>Most characters of the goal.</summary>
    public const int GoalLength = 2000;

    /// <summary>Most characters of the indicator's name.</summary>
    public const int IndicatorNameLength = 200;

    /// <summary>Most characters of a measure.</summary>
    public const int MeasureLength = 20;

    private Target()
    {
    }

    internal Target(Guid id, int position, TargetEntry entry)
    {
        Id = id;
        Position = position;
        Set(entry);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>实施单位.</summary>
    public string ImplementingUnit { get; private set; } = "";

    /// <summary>项目名称.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>年度目标.</summary>
    public string Goal { get; private set; } = "";

    /// <summary>指标名称.</summary>
    public string? IndicatorName { get; private set; }

    /// <summary>指标方向.</summary>
    public TargetDirection Direction { get; private set; }

    /// <summary>年度指标值.</summary>
    public decimal? TargetValue { get; private set; }

    /// <summary>度量单位.</summary>
    public string? Measure { get; private set; }

    /// <summary>Year from which the row was copied; null once somebody edited or confirmed it.</summary>
    public int? CarriedFrom { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The target as a table shows it: ≥12场; empty for words only.</summary>
    public string Shown => TargetValue is not { } value ? "" : Direction switch
    {
        TargetDirection.AtLeast => "≥",
        TargetDirection.AtMost => "≤",
        TargetDirection.Exactly => "＝",
        _ => "",
    } + Numbers.Plainly(value) + Measure;

    /// <summary>The target as a person enters it.</summary>
    internal TargetEntry Entry => new(ImplementingUnit, Activity, Goal, IndicatorName, Direction, TargetValue, Measure);

    internal void Set(TargetEntry entry)
    {
        var before = Entry;
        ImplementingUnit = entry.ImplementingUnit?.Trim() ?? "";
        Activity = entry.Activity?.Trim() ?? "";
        Goal = Text.Lines(entry.Goal);
        IndicatorName = string.IsNullOrWhiteSpace(entry.IndicatorName) ? null : entry.IndicatorName.Trim();
        (Direction, TargetValue) = (entry.Direction, entry.Direction == TargetDirection.Qualitative ? null : entry.TargetValue);
        Measure = string.IsNullOrWhiteSpace(entry.Measure) ? null : entry.Measure.Trim();
        CarriedFrom = before == Entry ? CarriedFrom : null;
    }

    internal void CarryFrom(int? year) => CarriedFrom = year;
}

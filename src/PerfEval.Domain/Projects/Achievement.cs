namespace PerfEval.Domain.Projects;

/// <summary>完成情况.</summary>
public enum CompletionState
{
    /// <summary>完成</summary>
    Completed,

    /// <summary>部分完成</summary>
    PartlyCompleted,

    /// <summary>未完成</summary>
    NotCompleted,

    /// <summary>取消</summary>
    Cancelled,
}

/// <summary>The states in the users' words.</summary>
public static class CompletionStateWords
{
    /// <summary>完成, 取消, …</summary>
    public static string Word(this CompletionState state) => state switch
    {
        CompletionState.Completed => "完成",
        CompletionState.PartlyCompleted => "部分完成",
        CompletionState.NotCompleted => "未完成",
        _ => "取消",
    };
}

/// <summary>What a person enters for a result.</summary>
/// <param name="TargetId">The target it answers; null when the paper pairs none.</param>
/// <param name="ImplementingUnit">实施单位.</param>
/// <param name="Activity">项目名称.</param>
/// <param name="Result">主要绩效 in words.</param>
/// <param name="ActualValue">实际完成值.</param>
/// <param name="State">完成情况.</param>
/// <param name="StateText">完成情况 in the unit's words (受疫情影响，取消); empty means the state's own word.</param>
public sealed record AchievementEntry(
    Guid? TargetId, string? ImplementingUnit, string? Activity, string? Result, decimal? ActualValue, CompletionState State,
    string? StateText);

/// <summary>实际完成情况: what was reached, in words and where there is a target in a number.</summary>
public sealed class Achievement : IVersioned
{
    /// <summary>Most characters of the result.</summary>
    public const int ResultLength = 2000;

    /// <summary>Most characters of the state in words.</summary>
    public const int StateTextLength = 200;

    private Achievement()
    {
    }

    internal Achievement(Guid id, int position, AchievementEntry entry)
    {
        Id = id;
        Position = position;
        Set(entry);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>The target it answers.</summary>
    public Guid? TargetId { get; private set; }

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>实施单位.</summary>
    public string ImplementingUnit { get; private set; } = "";

    /// <summary>项目名称.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>主要绩效.</summary>
    public string Result { get; private set; } = "";

    /// <summary>实际完成值.</summary>
    public decimal? ActualValue { get; private set; }

    /// <summary>完成情况.</summary>
    public CompletionState State { get; private set; }

    /// <summary>完成情况 in the unit's words.</summary>
    public string? StateText { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>完成情况 as a table shows it.</summary>
    public string ShownState => StateText ?? State.Word();

    /// <summary>The result as a person enters it.</summary>
    internal AchievementEntry Entry => new(TargetId, ImplementingUnit, Activity, Result, ActualValue, State, StateText);

    internal void Set(AchievementEntry entry)
    {
        (TargetId, ActualValue, State) = (entry.TargetId, entry.ActualValue, entry.State);
        ImplementingUnit = entry.ImplementingUnit?.Trim() ?? "";
        Activity = entry.Activity?.Trim() ?? "";
        Result = entry.Result?.Trim() ?? "";
        StateText = string.IsNullOrWhiteSpace(entry.StateText) ? null : entry.StateText.Trim();
    }

    internal void LetGoOfTarget() => TargetId = null;
}

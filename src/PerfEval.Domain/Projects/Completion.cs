namespace PerfEval.Domain.Projects;

/// <summary>完成率 of one target: actual against target, by direction (domain.md §1.5).</summary>
public static class Completion
{
    /// <summary>
    /// Percent reached, exact, may exceed 100. 正向 and ＝: actual ÷ target. 反向: 100 when not above the target, else
    /// (1 − excess ÷ target), not below 0 (A式). Negative actual values count as 0. Null without numbers, and for a
    /// target of 0 where a ratio has no meaning unless it is met.
    /// </summary>
    /// <param name="direction">How the target is meant.</param>
    /// <param name="target">年度指标值.</param>
    /// <param name="actual">实际完成值.</param>
    public static decimal? Rate(TargetDirection direction, decimal? target, decimal? actual)
    {
        if (direction == TargetDirection.Qualitative || target is not { } t || actual is not { } a)
        {
            return null;
        }

        a = Math.Max(a, 0);
        if (t == 0)
        {
            return (direction == TargetDirection.AtLeast || a == 0) ? 100m : direction == TargetDirection.AtMost ? 0m : null;
        }

        return direction == TargetDirection.AtMost
            ? a <= t ? 100m : Math.Max(0m, (1 - ((a - t) / t)) * 100m)
            : a / t * 100m;
    }

    /// <summary>The state that the numbers suggest; null where there are none.</summary>
    public static CompletionState? Suggested(TargetDirection direction, decimal? target, decimal? actual)
    {
        if (direction == TargetDirection.Qualitative || target is not { } t || actual is not { } a)
        {
            return null;
        }

        var met = direction switch
        {
            TargetDirection.AtLeast => a >= t,
            TargetDirection.AtMost => a <= t,
            _ => a == t,
        };
        return met ? CompletionState.Completed : a > 0 ? CompletionState.PartlyCompleted : CompletionState.NotCompleted;
    }
}

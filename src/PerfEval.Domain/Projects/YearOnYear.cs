using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Projects;

/// <summary>An amount or target that is far from last year's.</summary>
/// <param name="Place">The page on which it stands.</param>
/// <param name="Figure">What is compared: 年初预算, 实际拨款, 年度指标值.</param>
/// <param name="What">Whose it is.</param>
/// <param name="Before">Last year's, as shown.</param>
/// <param name="Now">This year's, as shown.</param>
public sealed record YearOnYearChange(ReadinessPlace Place, string Figure, string What, string Before, string Now);

/// <summary>
/// Compares a project with the one it was carried over from. Rows meet by what they are called in both years, so that
/// nothing of last year is stored twice; a row that was renamed, or whose name stands twice, is a different thing.
/// </summary>
public static class YearOnYear
{
    /// <summary>A change is large above this part of last year's figure, in percent.</summary>
    public const decimal LargePercent = 30;

    /// <summary>Every large change, in the order of the pages. Where last year's figure is 0 there is no rate.</summary>
    /// <param name="project">This year's, with all its rows.</param>
    /// <param name="before">Last year's, with all its rows.</param>
    public static IEnumerable<YearOnYearChange> Large(Project project, Project before)
    {
        var sources = Pairs(project.Funding, before.Funding, f => (f.Kind, f.Name), f => f.InitialBudget)
            .Select(p => new YearOnYearChange(ReadinessPlace.Funding, "年初预算", p.Now.Name, Yuan(p.Before.InitialBudget), Yuan(p.Now.InitialBudget)));
        var lines = Pairs(project.Lines, before.Lines, l => (l.ActivityGroup, l.Item, l.ImplementingUnit), l => l.Allocated)
            .Select(p => new YearOnYearChange(ReadinessPlace.Spending, "实际拨款", p.Now.Item, Yuan(p.Before.Allocated), Yuan(p.Now.Allocated)));
        var targets = Pairs(project.Targets, before.Targets, t => (t.ImplementingUnit, t.Activity, t.IndicatorName ?? t.Goal, t.Measure), t => t.TargetValue)
            .Select(p => new YearOnYearChange(ReadinessPlace.Targets, "年度指标值", p.Now.IndicatorName ?? p.Now.Activity, p.Before.Shown, p.Now.Shown));
        return sources.Concat(lines).Concat(targets);
    }

    private static IEnumerable<(T Now, T Before)> Pairs<T, TKey>(
        IEnumerable<T> now, IEnumerable<T> before, Func<T, TKey> key, Func<T, decimal?> figure) where TKey : notnull
    {
        var old = Unique(before, key).ToDictionary(key);
        return Unique(now, key).Where(n => old.TryGetValue(key(n), out var o) && IsLarge(figure(o), figure(n))).Select(n => (n, old[key(n)]));
    }

    private static IEnumerable<T> Unique<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key) =>
        rows.GroupBy(key).Where(g => g.Count() == 1).Select(g => g.First());

    private static bool IsLarge(decimal? before, decimal? now) =>
        before is { } b && now is { } n && b != 0 && Math.Abs(n - b) > Math.Abs(b) / 100 * LargePercent;

    private static string Yuan(decimal? amount) => $"{Money.Show(amount!.Value)}元";
}

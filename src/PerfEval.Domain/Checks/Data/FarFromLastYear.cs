using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>Figures that are far from last year's.</summary>
public static class FarFromLastYear
{
    private const int MostChanges = 3;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-YEAR", "与上年相差较大", $"与上年相差超过{YearOnYear.LargePercent}%的，须说明原因");

    /// <summary>One finding per page and kind of figure.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) => facts.LastYear is not { } before ? [] :
        YearOnYear.Large(facts.Project, before).GroupBy(c => (c.Place, c.Figure)).Select(changes => new Finding(
            Rule, Severity.Doubt, Places.Page(changes.Key.Place),
            $"{changes.Count()}项{changes.Key.Figure}与{before.FiscalYear}年相差超过{YearOnYear.LargePercent}%："
            + string.Join("；", changes.Take(MostChanges).Select(c => $"{c.What} {c.Before} → {c.Now}")) + (changes.Count() > MostChanges ? "……" : ""),
            "在报告正文说明原因，或在此答复")
        { Subject = changes.Key.Figure });
}

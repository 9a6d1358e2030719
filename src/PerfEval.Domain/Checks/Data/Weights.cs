namespace PerfEval.Domain.Checks.Data;

/// <summary>V11: weights add up to 100, and those below a node to its own.</summary>
public static class Weights
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V11", "权重合计", "分值合计100，下级分值合计等于上级分值");

    /// <summary>Every node whose weights do not add up.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        if (facts.Sheet is not { Rows.Count: > 0 } sheet)
        {
            yield break;
        }

        var whole = sheet.Rows.Where(r => r.IsLeaf).Sum(r => r.Weight);
        if (whole != Indicators.TreeCheck.Whole)
        {
            yield return Finding("", "各指标分值合计", whole, Indicators.TreeCheck.Whole);
        }

        foreach (var row in sheet.Rows.Where(r => !r.IsLeaf))
        {
            var below = sheet.Rows.Where(r => r.ParentId == row.IndicatorId).Sum(r => r.Weight);
            if (below != row.Weight)
            {
                yield return Finding(row.Code, $"“{row.Code} {row.Name}”下级分值合计", below, row.Weight);
            }
        }
    }

    private static Finding Finding(string code, string what, decimal sum, decimal due) =>
        new(Rule, Severity.Error, new CheckPlace.Leaf(code), $"{what}{Numbers.Plainly(sum)}分，应为{Numbers.Plainly(due)}分", "换用分值正确的指标体系，或请财政局改正体系后重新发布")
        { Stated = $"{Numbers.Plainly(sum)}分", Computed = $"{Numbers.Plainly(due)}分" };
}

using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>What a tree must satisfy before it is published (domain.md §4.2 V11, §5.3).</summary>
public static class TreeCheck
{
    /// <summary>Points of a whole tree.</summary>
    public const decimal Whole = 100m;

    /// <summary>
    /// Everything that keeps the tree from being published, in the order of the tree; <see cref="Fault.Field"/> is the
    /// code of the indicator, empty for the tree itself.
    /// </summary>
    public static IReadOnlyList<Fault> Faults(IndicatorTree tree)
    {
        var faults = new List<Fault>();
        var ordered = tree.Ordered();
        if (ordered.Count == 0)
        {
            return [new Fault("", "指标体系中还没有指标。")];
        }

        Sum(faults, "", "权重合计", ordered.Where(tree.IsLeaf).Sum(i => i.Weight), Whole);
        foreach (var twins in ordered.GroupBy(i => i.Code).Where(g => g.Count() > 1))
        {
            faults.Add(new Fault(twins.Key, $"代码“{twins.Key}”用了{twins.Count()}次：{string.Join("、", twins.Select(i => i.Name))}。"));
        }

        foreach (var indicator in ordered)
        {
            if (indicator.Name == IndicatorTree.UnwrittenName)
            {
                faults.Add(new Fault(indicator.Code, $"“{indicator.Code}”还没有写名称。"));
            }

            var children = tree.ChildrenOf(indicator);
            if (children.Count > 0)
            {
                Sum(faults, indicator.Code, $"“{indicator.Code}{indicator.Name}”下级权重合计", children.Sum(c => c.Weight), indicator.Weight);
            }
            else if (indicator.Rule is null)
            {
                faults.Add(new Fault(indicator.Code, $"末级指标“{indicator.Code}{indicator.Name}”没有评分规则。"));
            }
            else if (indicator.Binding is not null && !IndicatorCheck.TakesFigure(indicator.Rule))
            {
                faults.Add(new Fault(indicator.Code, $"“{indicator.Code}{indicator.Name}”按“{indicator.Rule.Name}”计分，不能由项目数据自动取值。"));
            }
        }

        return faults;
    }

    private static void Sum(List<Fault> faults, string code, string what, decimal sum, decimal due)
    {
        if (sum != due)
        {
            var apart = sum > due ? $"多{Wording.Points(sum - due)}" : $"少{Wording.Points(due - sum)}";
            faults.Add(new Fault(code, $"{what}{Wording.Points(sum)}，应为{Wording.Points(due)}，{apart}。"));
        }
    }
}

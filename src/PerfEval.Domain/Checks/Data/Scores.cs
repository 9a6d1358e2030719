using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V12: scores within their weights, stated scores against the rules, overrides with reasons, total and grade.</summary>
public static class Scores
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V12", "得分与规则", "得分≤分值；得分与规则复算一致，不一致须写调整理由");

    /// <summary>Every score that does not follow.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) => Leaves(facts).Concat(Total(facts));

    private static IEnumerable<Finding> Leaves(ProjectFacts facts)
    {
        foreach (var row in facts.Sheet?.Rows.Where(r => r.IsLeaf) ?? [])
        {
            var place = new CheckPlace.Leaf(row.Code);
            if (row.Points > row.Weight || row.Stated > row.Weight)
            {
                yield return new(Rule, Severity.Error, place, $"{row.Code} {row.Name}得{Points(Math.Max(row.Points ?? 0, row.Stated ?? 0))}，超过分值{Points(row.Weight)}", "改正得分");
            }

            var reasoned = !string.IsNullOrWhiteSpace(row.OverrideReason);
            if (row.Overridden && !reasoned)
            {
                yield return new(Rule, Severity.Error, place, $"{row.Code} {row.Name}改为{Points(row.OverridePoints ?? row.Points ?? 0)}，没有写理由", "写明调整理由，或恢复规则得分");
            }
            else if (row.Stated is { } stated && row.Rounded is { } computed && stated != computed)
            {
                yield return new(Rule, reasoned ? Severity.Hint : Severity.Doubt, place,
                    $"{row.Code} {row.Name}原文{Points(stated)}，按规则复算{Points(computed)}" + (reasoned ? $"；理由：{row.OverrideReason}" : ""),
                    "核对计分依据；确有调整的，写明调整理由")
                { Stated = Points(stated), Computed = Points(computed) };
            }
        }
    }

    private static IEnumerable<Finding> Total(ProjectFacts facts)
    {
        var evaluation = facts.Project.Evaluation;
        if (evaluation.StatedScore is { } score && evaluation.StatedGrade is { } grade && Grades.Of(score) != grade)
        {
            yield return new(Rule, Severity.Error, new CheckPlace.Leaf(""), $"原文得分{Points(score)}、等级“{grade.Word()}”，{Points(score)}应为“{Grades.Of(score).Word()}”", "改正得分或等级")
            { Stated = grade.Word(), Computed = Grades.Of(score).Word() };
        }

        var leaves = facts.Sheet?.Rows.Where(r => r.IsLeaf).ToList() ?? [];
        if (evaluation.StatedScore is { } total && leaves.Count > 0 && leaves.All(l => l.Stated is not null) && leaves.Sum(l => l.Stated) is { } sum && sum != total)
        {
            yield return new(Rule, Severity.Error, new CheckPlace.Leaf(""), $"原文总分{Points(total)}，各项得分相加为{Points(sum)}", "逐项核对得分，改正总分") { Stated = Points(total), Computed = Points(sum) };
        }
    }

    private static string Points(decimal points) => $"{Numbers.Plainly(points)}分";
}

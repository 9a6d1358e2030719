using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Checks.Data;

/// <summary>Leaves that a person scored without naming or uploading anything that proves it, counted once (domain.md §5.2 no. 8).</summary>
public static class EvidenceGiven
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-EVIDENCE", "评分佐证", "自评得分须有佐证材料");

    /// <summary>One finding for all leaves, because one act repairs them: uploading, or saying where the papers are.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var project = facts.Project;
        var bare = project.Evaluation.Scores.Select(s => s.IndicatorId).Where(leaf => LeafStandings.LacksEvidence(project, leaf)).ToHashSet();
        var codes = facts.Sheet?.Rows.Where(r => bare.Contains(r.IndicatorId)).Select(r => r.Code).ToList() ?? [];
        if (bare.Count > 0)
        {
            yield return new(Rule, Severity.Doubt, Places.Page(ReadinessPlace.Scoring),
                $"{bare.Count}个指标的自评没有写佐证，也没有上传佐证材料" + (codes.Count > 0 ? $"：{Wording.Some(codes, 8)}" : ""), "上传佐证材料或写明出处；纸质材料另行报送的，答复说明")
            { Related = [.. codes.Select(c => (CheckPlace)new CheckPlace.Leaf(c))] };
        }
    }
}

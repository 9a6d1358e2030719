using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>How a leaf stands while somebody works through the scores.</summary>
public enum LeafStanding
{
    /// <summary>未评: no points, and it does apply.</summary>
    Unscored,

    /// <summary>有改分: a reviewer put something in the place of what was there.</summary>
    Changed,

    /// <summary>有疑: scored, and something about it will be asked.</summary>
    Doubtful,

    /// <summary>缺佐证: scored, nothing doubtful, but nothing proves it yet.</summary>
    Unproven,

    /// <summary>已评.</summary>
    Scored,
}

/// <summary>Where a leaf stands, and what is doubtful about it.</summary>
public static class LeafStandings
{
    /// <summary>未评, 有改分, 有疑, 缺佐证 or 已评, the first that is true.</summary>
    /// <param name="project">With its evaluation and evidence.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="row">As it is scored.</param>
    public static LeafStanding Of(Project project, Indicator leaf, ScoreRow row) =>
        row is { Points: null, NotApplicable: false } ? LeafStanding.Unscored
        : row.IsChanged && !project.Evaluation.IsFiled ? LeafStanding.Changed
        : Doubts(project, leaf, row).Count > 0 ? LeafStanding.Doubtful
        : LacksEvidence(project, leaf.Id) ? LeafStanding.Unproven
        : LeafStanding.Scored;

    /// <summary>
    /// Whether the unit scored a leaf itself and neither names nor uploads what proves it. The page and 体检 ask here; that
    /// a leaf does not apply needs its reason, no proof.
    /// </summary>
    /// <param name="project">With its evaluation and evidence.</param>
    /// <param name="leaf">Key of the leaf.</param>
    public static bool LacksEvidence(Project project, int leaf) => !project.Evaluation.IsFiled
        && project.Evaluation.Scores.FirstOrDefault(s => s.IndicatorId == leaf) is { Input: not (null or NotApplicableInput), Evidence: null }
        && !project.EvidenceOf(EvidencePlace.Leaf(leaf)).Any();

    /// <summary>What the reviewers will ask about a scored leaf; empty when nothing is doubtful. Missing evidence is told apart, see <see cref="LacksEvidence"/>.</summary>
    /// <param name="project">With its evaluation and evidence.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="row">As it is scored.</param>
    public static IReadOnlyList<string> Doubts(Project project, Indicator leaf, ScoreRow row)
    {
        var stored = project.Evaluation.Scores.FirstOrDefault(s => s.IndicatorId == leaf.Id);
        var doubts = new List<string>();
        if (project.Evaluation.IsFiled)
        {
            if (row is { Stated: { } stated, Rounded: { } computed } && stated != computed)
            {
                doubts.Add($"报告原文{Wording.Points(stated)}，按规则{Wording.Points(computed)}");
            }

            return doubts;
        }

        if (leaf.Binding is not null && stored?.Input is not null and not NotApplicableInput)
        {
            doubts.Add("本指标可以取自项目数据，现为人工填列");
        }

        return doubts;
    }

    /// <summary>未评, 改分, 有疑, 缺佐证 or 已评.</summary>
    public static string Word(this LeafStanding standing) => standing switch
    {
        LeafStanding.Unscored => "未评",
        LeafStanding.Changed => "改分",
        LeafStanding.Doubtful => "有疑",
        LeafStanding.Unproven => "缺佐证",
        _ => "已评",
    };
}

using PerfEval.Domain.Access;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Projects;

/// <summary>送审, 受理, 退回, 定稿 and the other acts.</summary>
public sealed partial class Project
{
    /// <summary>Takes a step of <see cref="Workflow"/>.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="reason">Why, where the table asks for it.</param>
    /// <param name="sheet">The score sheet as computed now; frozen by 送审 and 定稿.</param>
    /// <param name="check">体检 as it came out now; null to check here, without tree and last year.</param>
    /// <exception cref="RuleBroken">No such step, something is missing, wrong or unanswered, or they would review their own unit's work.</exception>
    public void Take(Act act, Actor by, DateTime at, string? reason, ScoreSheet? sheet, CheckResult? check = null)
    {
        Workflow.Find(Evaluation.State, act, by.Role);
        RefuseOwnUnit(by);
        if (by.IsDepartment)
        {
            throw new RuleBroken($"部门评审只填写部门评价，{act.Word()}由财政部门办理");
        }

        if (act is Act.Submit or Act.Approve && Readiness.Stops(this, check ?? ProjectCheck.Of(this, sheet), act) is { Count: > 0 } stops)
        {
            throw new RuleBroken(stops);
        }

        Evaluation.Take(act, by, at, reason, sheet);
    }

    /// <summary>What a reviewer enters for a leaf: 部门评价 for a department's reviewer, else 财政评价.</summary>
    /// <param name="by">Who.</param>
    /// <param name="indicatorId">The leaf.</param>
    /// <param name="seen">Version the person saw; null when there was no entry.</param>
    /// <param name="weight">分值 of the leaf.</param>
    /// <param name="entry">Their own input or points with a reason; empty takes back what they had entered.</param>
    /// <exception cref="RuleBroken">Not theirs to enter, not now, no reason, or points outside the weight.</exception>
    public LeafScore Review(Actor by, int indicatorId, long? seen, decimal weight, ReviewEntry entry)
    {
        RefuseOwnUnit(by);
        return Evaluation.Review(by, indicatorId, seen, weight, entry);
    }

    private void RefuseOwnUnit(Actor by)
    {
        if (by.Role == Role.Reviewer && by.OrganisationId == OrganisationId)
        {
            throw new RuleBroken("不能评审本单位的项目，请由其他单位的评审人员办理");
        }
    }
}

using PerfEval.Domain.Access;

namespace PerfEval.Domain.Evaluations;

/// <summary>部门评价 and 财政评价: what reviewers put in the place of 自评, leaf by leaf.</summary>
public sealed partial class Evaluation
{
    /// <summary>The department that gives 部门评价: the first to enter something; null while none has.</summary>
    public int? DepartmentId { get; private set; }

    /// <summary>True once 财政评价 is there: from 受理 on, and after 退回 where it had changed something.</summary>
    public bool HasFinanceKind => State is EvaluationState.UnderReview or EvaluationState.Approved or EvaluationState.Published
        || scores.Any(s => !s.Finance.IsEmpty);

    /// <summary>Which kind of evaluation a reviewer can enter now; null for everybody else and in every other state.</summary>
    /// <param name="by">Who asks.</param>
    public EvaluationKind? Reviewable(Actor by) => SubmittedById == by.UserId ? null : (by.Role, State, by.IsDepartment) switch
    {
        (Role.Reviewer, EvaluationState.Submitted, true) => DepartmentId is null || DepartmentId == by.OrganisationId
            ? EvaluationKind.DepartmentEvaluation : null,
        (Role.Reviewer, EvaluationState.UnderReview, false) => ReviewerId == by.UserId ? EvaluationKind.FinanceEvaluation : null,
        _ => null,
    };

    /// <summary>The finance bureau's own score for a leaf instead of the computed one; both empty takes it back.</summary>
    /// <param name="indicatorId">The leaf.</param>
    /// <param name="seen">Version the person saw; null when there was no entry.</param>
    /// <param name="weight">分值 of the leaf.</param>
    /// <param name="points">The score, 0 to weight; null takes the override back.</param>
    /// <param name="reason">Why; printed in the report.</param>
    /// <exception cref="RuleBroken">Not under review, no reason, or points outside the weight.</exception>
    public LeafScore Override(int indicatorId, long? seen, decimal weight, decimal? points, string? reason) =>
        Review(EvaluationKind.FinanceEvaluation, indicatorId, seen, weight, new(scores.FirstOrDefault(s => s.IndicatorId == indicatorId)?.FinanceInput, points, reason));

    /// <summary>Refuses a reviewer who did not take the review.</summary>
    /// <exception cref="RuleBroken">Somebody else reviews it.</exception>
    public void RequireReviewer(Actor by)
    {
        if (ReviewerId != by.UserId)
        {
            throw new RuleBroken("该项目由其他评审人员受理，不能由您改分");
        }
    }

    /// <summary>What a reviewer enters for a leaf; <see cref="Projects.Project.Review"/> is the door.</summary>
    /// <exception cref="RuleBroken">Not theirs to enter, or not now.</exception>
    internal LeafScore Review(Actor by, int indicatorId, long? seen, decimal weight, ReviewEntry entry)
    {
        if (by.Role != Role.Reviewer)
        {
            throw new RuleBroken("只有评审人员可以填写部门评价和财政评价");
        }

        if (SubmittedById == by.UserId)
        {
            throw new RuleBroken("不能评审自己送审的项目，请由其他评审人员办理");
        }

        if (!by.IsDepartment)
        {
            RequireUnderReview();
            RequireReviewer(by);
            return Review(EvaluationKind.FinanceEvaluation, indicatorId, seen, weight, entry);
        }

        if (State != EvaluationState.Submitted)
        {
            throw new RuleBroken(State == EvaluationState.UnderReview
                ? "财政部门已经受理，部门评价不能再改"
                : $"“{State.Word()}”的评价不能填写部门评价，部门评价在送审之后、财政部门受理之前填写");
        }

        if (DepartmentId is { } other && other != by.OrganisationId)
        {
            throw new RuleBroken("该项目的部门评价由其他部门填写，不能由您修改");
        }

        var leaf = Review(EvaluationKind.DepartmentEvaluation, indicatorId, seen, weight, entry);
        DepartmentId = scores.Any(s => !s.Department.IsEmpty) ? by.OrganisationId : null;
        return leaf;
    }

    /// <summary>A deleted target feeds no leaf any more.</summary>
    internal void LetGoOf(Guid target) => scores.ForEach(s => s.LetGoOf(target));

    private LeafScore Review(EvaluationKind kind, int indicatorId, long? seen, decimal weight, ReviewEntry entry)
    {
        if (kind == EvaluationKind.FinanceEvaluation)
        {
            RequireUnderReview();
        }

        var faults = new List<Fault>();
        if (!entry.IsEmpty && string.IsNullOrWhiteSpace(entry.Reason))
        {
            faults.Add(new(nameof(LeafScore.OverrideReason), entry.Points is null
                ? "评审填写的依据与自评不同，必须写明理由，理由会印在报告中"
                : "调整得分必须写明理由，理由会印在报告中"));
        }

        if (entry.Points < 0 || entry.Points > weight)
        {
            faults.Add(new(nameof(LeafScore.OverridePoints), $"得分应在0至{Numbers.Plainly(weight)}分之间"));
        }

        if (entry.Reason?.Trim().Length > ReasonLength)
        {
            faults.Add(new(nameof(LeafScore.OverrideReason), $"理由请缩短到{ReasonLength}个字以内"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        var leaf = Leaf(indicatorId, seen);
        leaf.Review(kind, entry);
        return leaf;
    }

    private void RequireUnderReview()
    {
        if (State != EvaluationState.UnderReview)
        {
            throw new RuleBroken($"“{State.Word()}”的评价不能改分，须先受理");
        }
    }
}

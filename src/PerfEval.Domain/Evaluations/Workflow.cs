using PerfEval.Domain.Access;

namespace PerfEval.Domain.Evaluations;

/// <summary>One permitted step: in this state, this role may do this, and it leads there.</summary>
/// <param name="From">State before.</param>
/// <param name="Act">What is done.</param>
/// <param name="Role">Who may do it.</param>
/// <param name="To">State after.</param>
/// <param name="NeedsReason">True when a reason must be given.</param>
public sealed record Step(EvaluationState From, Act Act, Role Role, EvaluationState To, bool NeedsReason);

/// <summary>
/// State × act × role as one table, the same as in docs/workflow.md (a test compares them). What is not in the table
/// cannot be done.
/// </summary>
public static class Workflow
{
    /// <summary>Every permitted step.</summary>
    public static IReadOnlyList<Step> Steps { get; } =
    [
        new(EvaluationState.Draft, Act.Submit, Role.Accountant, EvaluationState.Submitted, false),
        new(EvaluationState.Returned, Act.Submit, Role.Accountant, EvaluationState.Submitted, false),
        new(EvaluationState.Submitted, Act.Withdraw, Role.Accountant, EvaluationState.Draft, false),
        new(EvaluationState.Submitted, Act.Accept, Role.Reviewer, EvaluationState.UnderReview, false),
        new(EvaluationState.UnderReview, Act.Return, Role.Reviewer, EvaluationState.Returned, true),
        new(EvaluationState.UnderReview, Act.Approve, Role.Reviewer, EvaluationState.Approved, false),
        new(EvaluationState.Approved, Act.Revoke, Role.Leader, EvaluationState.UnderReview, true),
        new(EvaluationState.Approved, Act.Publish, Role.Leader, EvaluationState.Published, false),
    ];

    /// <summary>The steps that a role has in a state.</summary>
    public static IEnumerable<Step> For(EvaluationState state, Role? role) => Steps.Where(s => s.From == state && s.Role == role);

    /// <summary>The step, or a sentence why there is none.</summary>
    /// <exception cref="RuleBroken">The table has no such step.</exception>
    public static Step Find(EvaluationState state, Act act, Role? role) =>
        For(state, role).FirstOrDefault(s => s.Act == act)
        ?? throw new RuleBroken(
            $"“{state.Word()}”的评价不能由{(role is { } r ? r.Word() : "未授权人员")}{act.Word()}"
            + (Steps.FirstOrDefault(s => s.From == state && s.Act == act) is { } other ? $"，应由{other.Role.Word()}办理" : ""));
}

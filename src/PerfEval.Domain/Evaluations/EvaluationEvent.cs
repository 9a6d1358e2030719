using PerfEval.Domain.Access;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>One step that was taken: who, when, what, why.</summary>
public sealed class EvaluationEvent
{
    private EvaluationEvent()
    {
    }

    internal EvaluationEvent(Act act, EvaluationState from, EvaluationState to, Actor by, DateTime at, string? reason) =>
        (Id, Act, From, To, UserId, UserName, Role, At, Reason) =
        (Guid.NewGuid(), act, from, to, by.UserId, by.Name, by.Role, at, Text.OrNull(reason));

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The evaluation.</summary>
    public int EvaluationId { get; private set; }

    /// <summary>What was done.</summary>
    public Act Act { get; private set; }

    /// <summary>State before.</summary>
    public EvaluationState From { get; private set; }

    /// <summary>State after.</summary>
    public EvaluationState To { get; private set; }

    /// <summary>Who.</summary>
    public int UserId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Their role at that time.</summary>
    public Role? Role { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }
}

/// <summary>评分表 as it was at 送审 or 定稿. Never changed.</summary>
public sealed class FrozenSheet
{
    private FrozenSheet()
    {
    }

    internal FrozenSheet(Act act, DateTime at, ScoreSheet sheet) => (Id, Act, At, Sheet) = (Guid.NewGuid(), act, at, sheet);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The evaluation.</summary>
    public int EvaluationId { get; private set; }

    /// <summary>送审 or 定稿.</summary>
    public Act Act { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Every node with input, rule, points and sentence.</summary>
    public ScoreSheet Sheet { get; private set; } = null!;
}

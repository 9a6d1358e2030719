using PerfEval.Domain.Access;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Evaluations;

/// <summary>
/// 绩效评价 of one project: its state, the leaf scores, the acts that were done and the score sheets frozen at 送审 and
/// 定稿. Later edits of rules never change a frozen sheet.
/// </summary>
public sealed partial class Evaluation : IVersioned
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 1000;

    private readonly List<LeafScore> scores = [];
    private readonly List<EvaluationEvent> events = [];
    private readonly List<FrozenSheet> sheets = [];

    private Evaluation()
    {
    }

    internal Evaluation(EvaluationKind kind) => Kind = kind;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>评价方式.</summary>
    public EvaluationKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public EvaluationState State { get; private set; }

    /// <summary>The published tree by which it is scored; null while none is chosen, and for papers without a score.</summary>
    public int? TreeId { get; private set; }

    /// <summary>Who took the review; null until 受理.</summary>
    public int? ReviewerId { get; private set; }

    /// <summary>Who submitted it last; they may not review it.</summary>
    public int? SubmittedById { get; private set; }

    /// <summary>Time of the last 送审, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>得分 kept for lists: the frozen one after 定稿, the running one before; null while leaves are missing.</summary>
    public decimal? KeptScore { get; private set; }

    /// <summary>等级 kept for lists.</summary>
    public Grade? KeptGrade { get; private set; }

    /// <summary>By which kind <see cref="KeptScore"/> was given; null while it is not complete, and where nobody told.</summary>
    public EvaluationKind? KeptKind { get; private set; }

    /// <summary>In how many leaves a reviewer put something in the place of what the unit's entries give; kept for lists.</summary>
    public int KeptChanges { get; private set; }

    /// <summary>自评得分 at the last 送审; kept for lists.</summary>
    public decimal? SelfScore { get; private set; }

    /// <summary>True for a published paper that was filed here: its report prints what was stated.</summary>
    public bool IsFiled { get; private set; }

    /// <summary>得分 as a published paper prints it.</summary>
    public decimal? StatedScore { get; private set; }

    /// <summary>等级 as a published paper prints it.</summary>
    public Grade? StatedGrade { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Input, override and note per leaf.</summary>
    public IReadOnlyList<LeafScore> Scores => scores;

    /// <summary>What was done, in the order of time.</summary>
    public IReadOnlyList<EvaluationEvent> Events => events;

    /// <summary>Sheets frozen at 送审 and 定稿.</summary>
    public IReadOnlyList<FrozenSheet> Sheets => sheets;

    /// <summary>True while the unit may change the project.</summary>
    public bool IsOpen => State is EvaluationState.Draft or EvaluationState.Returned;

    /// <summary>Refuses changes of a project that lies with the reviewers or is final.</summary>
    /// <exception cref="RuleBroken">The project is not open.</exception>
    public void RefuseUnlessOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken(State == EvaluationState.Submitted
                ? "项目已送审，不能修改；如需修改请先撤回"
                : $"项目{State.Word()}，不能修改");
        }
    }

    /// <summary>Chooses the tree. Scores of another tree are dropped.</summary>
    /// <param name="treeId">A published tree.</param>
    public void ScoreBy(int treeId)
    {
        RefuseUnlessOpen();
        if (TreeId != treeId)
        {
            scores.Clear();
            (TreeId, KeptScore, KeptGrade, KeptKind, KeptChanges, DepartmentId) = (treeId, null, null, null, 0, null);
        }
    }

    /// <summary>The unit's own entry for a leaf (自评).</summary>
    /// <param name="indicatorId">The leaf.</param>
    /// <param name="seen">Version the person saw; null when there was no entry.</param>
    /// <param name="input">What the rule scores; null for nothing yet, or for the bound figure.</param>
    /// <param name="note">评分说明.</param>
    /// <param name="evidence">佐证 in words.</param>
    /// <param name="target">The target that feeds a leaf bound to one, of the same project; null: the one of the same name.</param>
    public LeafScore Enter(int indicatorId, long? seen, ScoringInput? input, string? note, string? evidence, Guid? target = null)
    {
        RefuseUnlessOpen();
        if (scores.FirstOrDefault(s => s.IndicatorId == indicatorId) is { } done && done.Version != seen && done.Holds(input, note, evidence, target))
        {
            // Sent again because the answer was lost: it is stored already.
            return done;
        }

        var leaf = Leaf(indicatorId, seen);
        leaf.Enter(input, note, evidence, target);
        return leaf;
    }

    /// <summary>Keeps the running score for lists.</summary>
    public void Keep(ScoreSheet sheet) => (KeptScore, KeptGrade, KeptKind, KeptChanges) =
        (sheet.Complete ? sheet.Total : null, sheet.Grade, sheet.Complete ? sheet.Kind : null, IsFiled ? 0 : sheet.Changed.Count());

    /// <summary>Takes a step of <see cref="Workflow"/>; <see cref="Projects.Project.Take"/> is the door.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="reason">Why, where the table asks for it.</param>
    /// <param name="sheet">The sheet as computed now: frozen by 送审 and 定稿.</param>
    /// <exception cref="RuleBroken">The table has no such step, the reason is missing, or they would review their own work.</exception>
    internal void Take(Act act, Actor by, DateTime at, string? reason, ScoreSheet? sheet)
    {
        var step = Workflow.Find(State, act, by.Role);
        if (step.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken($"请写明{act.Word()}的理由", "Reason");
        }

        if (reason?.Trim().Length > ReasonLength)
        {
            throw new RuleBroken($"理由请缩短到{ReasonLength}个字以内", "Reason");
        }

        if (by.Role == Role.Reviewer)
        {
            RefuseSelfReview(act, by);
        }

        switch (act)
        {
            case Act.Submit:
                (SubmittedById, SubmittedAt) = (by.UserId, at);
                Freeze(act, sheet, at);
                SelfScore = sheet?.Kinds.First() is { Complete: true } own ? own.Total : null;
                break;
            case Act.Accept:
                ReviewerId = by.UserId;
                break;
            case Act.Approve:
                Freeze(act, sheet, at);
                break;
        }

        events.Add(new EvaluationEvent(act, step.From, step.To, by, at, reason));
        State = step.To;
    }

    /// <summary>Files a published paper: its score as printed, its state, and the sheet that can be computed from it.</summary>
    /// <param name="treeId">The tree, when the paper scores.</param>
    /// <param name="entries">The leaves as filed.</param>
    /// <param name="score">得分 as printed.</param>
    /// <param name="grade">等级 as printed.</param>
    public void File(int? treeId, IEnumerable<LeafScore> entries, decimal? score, Grade? grade)
    {
        RefuseUnlessOpen();
        (IsFiled, TreeId, StatedScore, StatedGrade) = (true, treeId, score, grade);
        scores.AddRange(entries);
    }

    /// <summary>Closes a filed paper as 已公开.</summary>
    public void CloseAsPublished(ScoreSheet? sheet, Actor by, DateTime at)
    {
        if (sheet is not null)
        {
            Freeze(Act.Approve, sheet, at);
        }

        events.Add(new EvaluationEvent(Act.Publish, State, EvaluationState.Published, by, at, "录入已公开的评价报告"));
        State = EvaluationState.Published;
    }

    private void RefuseSelfReview(Act act, Actor by)
    {
        if (SubmittedById == by.UserId)
        {
            throw new RuleBroken("不能评审自己送审的项目，请由其他评审人员办理");
        }

        if (act != Act.Accept && ReviewerId != by.UserId)
        {
            throw new RuleBroken($"该项目由其他评审人员受理，不能由您{act.Word()}");
        }
    }

    private void Freeze(Act at, ScoreSheet? sheet, DateTime when)
    {
        if (sheet is null)
        {
            throw new RuleBroken("还没有选定评价指标体系，不能" + at.Word());
        }

        Keep(sheet);

        // 送审 hands in 自评: what reviewers said in an earlier round is theirs and stays out of it.
        sheets.Add(new FrozenSheet(at, when, at == Act.Submit ? sheet.Kinds.First() : sheet));
    }

    private LeafScore Leaf(int indicatorId, long? seen)
    {
        var leaf = scores.FirstOrDefault(s => s.IndicatorId == indicatorId);
        if (leaf is null)
        {
            leaf = new LeafScore(Guid.NewGuid(), indicatorId);
            scores.Add(leaf);
        }
        else if (leaf.Version != seen)
        {
            throw new RowStale("该指标的评分");
        }

        return leaf;
    }
}

using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Evaluations;

/// <summary>Every state × act × role: what docs/workflow.md lists is done, everything else is refused.</summary>
public sealed class WorkflowTests
{
    /// <summary>Written down here a second time, so that the table itself cannot change unnoticed.</summary>
    private static readonly Dictionary<(EvaluationState, Act, Role), EvaluationState> Allowed = new()
    {
        [(EvaluationState.Draft, Act.Submit, Role.Accountant)] = EvaluationState.Submitted,
        [(EvaluationState.Returned, Act.Submit, Role.Accountant)] = EvaluationState.Submitted,
        [(EvaluationState.Submitted, Act.Withdraw, Role.Accountant)] = EvaluationState.Draft,
        [(EvaluationState.Submitted, Act.Accept, Role.Reviewer)] = EvaluationState.UnderReview,
        [(EvaluationState.UnderReview, Act.Return, Role.Reviewer)] = EvaluationState.Returned,
        [(EvaluationState.UnderReview, Act.Approve, Role.Reviewer)] = EvaluationState.Approved,
        [(EvaluationState.Approved, Act.Revoke, Role.Leader)] = EvaluationState.UnderReview,
        [(EvaluationState.Approved, Act.Publish, Role.Leader)] = EvaluationState.Published,
    };

    [Fact]
    public void Every_combination_is_done_or_refused_as_the_table_says()
    {
        var done = 0;
        foreach (var state in Enum.GetValues<EvaluationState>())
        {
            foreach (var act in Enum.GetValues<Act>())
            {
                foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
                {
                    var project = Some.In(state);
                    var events = project.Evaluation.Events.Count;
                    var refused = Record.Exception(() => project.Take(act, Some.By(role, user: 2), Some.Noon, "理由", Some.Sheet()));
                    if (role is { } r && Allowed.TryGetValue((state, act, r), out var next))
                    {
                        done++;
                        Assert.Null(refused);
                        Assert.Equal((next, events + 1), (project.Evaluation.State, project.Evaluation.Events.Count));
                        var step = project.Evaluation.Events[^1];
                        Assert.Equal((act, state, next, 2, role, "理由", Some.Noon), (step.Act, step.From, step.To, step.UserId, step.Role, step.Reason, step.At));
                    }
                    else
                    {
                        Assert.True(refused is RuleBroken, $"{state} {act} {role}: {refused}");
                        Assert.Equal((state, events), (project.Evaluation.State, project.Evaluation.Events.Count));
                    }
                }
            }
        }

        Assert.Equal(Allowed.Count, done);
    }

    [Theory]
    [InlineData(EvaluationState.UnderReview, Act.Return, Role.Reviewer, true), InlineData(EvaluationState.Approved, Act.Revoke, Role.Leader, true)]
    [InlineData(EvaluationState.Draft, Act.Submit, Role.Accountant, false), InlineData(EvaluationState.UnderReview, Act.Approve, Role.Reviewer, false)]
    [InlineData(EvaluationState.Submitted, Act.Withdraw, Role.Accountant, false), InlineData(EvaluationState.Approved, Act.Publish, Role.Leader, false)]
    [InlineData(EvaluationState.Submitted, Act.Accept, Role.Reviewer, false)]
    public void Returning_and_revoking_need_a_reason(EvaluationState state, Act act, Role role, bool needs)
    {
        foreach (var reason in new[] { null, "", "  " })
        {
            var project = Some.In(state);
            var refused = Record.Exception(() => project.Take(act, Some.By(role, user: 2), Some.Noon, reason, Some.Sheet()));
            Assert.Equal(needs, refused is RuleBroken { Faults: [{ Field: "Reason" }] });
            Assert.Equal(needs, project.Evaluation.State == state);
        }

        var chatty = Some.In(state);
        Assert.Throws<RuleBroken>(() => chatty.Take(act, Some.By(role, user: 2), Some.Noon, new('长', Evaluation.ReasonLength + 1), Some.Sheet()));
    }

    [Fact]
    public void Nobody_reviews_what_they_submitted_or_what_their_unit_did()
    {
        var own = Some.In(EvaluationState.Submitted);
        Assert.Contains("自己送审", Assert.Throws<RuleBroken>(() => own.Take(Act.Accept, Some.By(Role.Reviewer, user: 1), Some.Noon, null, Some.Sheet())).Message, StringComparison.Ordinal);
        Assert.Contains("本单位", Assert.Throws<RuleBroken>(() => own.Take(Act.Accept, Some.By(Role.Reviewer, user: 9, organisation: own.OrganisationId), Some.Noon, null, Some.Sheet())).Message, StringComparison.Ordinal);
        Assert.Null(own.Evaluation.ReviewerId);
    }

    [Theory]
    [InlineData(Act.Return), InlineData(Act.Approve)]
    public void Another_reviewer_finishes_nothing(Act act)
    {
        var project = Some.In(EvaluationState.UnderReview);
        Assert.Contains("其他评审人员受理", Assert.Throws<RuleBroken>(() => project.Take(act, Some.By(Role.Reviewer, user: 7), Some.Noon, "理由", Some.Sheet())).Message, StringComparison.Ordinal);
        Assert.Throws<RuleBroken>(() => project.Evaluation.RequireReviewer(Some.By(Role.Reviewer, user: 7)));
        project.Evaluation.RequireReviewer(Some.By(Role.Reviewer, user: 2));
        Assert.Equal(EvaluationState.UnderReview, project.Evaluation.State);
    }

    [Fact]
    public void Submitting_and_approving_freeze_the_sheet_and_later_steps_leave_it()
    {
        var project = Some.In(EvaluationState.Approved);
        project.Take(Act.Revoke, Some.By(Role.Leader, 3), Some.Noon, "复核", null);
        Assert.Equal([Act.Submit, Act.Approve], project.Evaluation.Sheets.Select(s => s.Act));
        project.Take(Act.Approve, Some.By(Role.Reviewer, 2), Some.Noon, null, Some.Sheet());
        Assert.Equal([Act.Submit, Act.Approve, Act.Approve], project.Evaluation.Sheets.Select(s => s.Act));
        Assert.Equal((91m, Domain.Scoring.Grade.Excellent), (project.Evaluation.KeptScore, project.Evaluation.KeptGrade));
    }

    [Theory]
    [InlineData(EvaluationState.UnderReview, "95", "理由", "")]
    [InlineData(EvaluationState.UnderReview, "0", "理由", "")]
    [InlineData(EvaluationState.UnderReview, "100", "理由", "")]
    [InlineData(EvaluationState.UnderReview, null, null, "")]
    [InlineData(EvaluationState.UnderReview, "95", " ", "OverrideReason")]
    [InlineData(EvaluationState.UnderReview, "-1", "理由", "OverridePoints")]
    [InlineData(EvaluationState.UnderReview, "100.01", null, "OverrideReason,OverridePoints")]
    [InlineData(EvaluationState.Draft, "95", "理由", "-")]
    [InlineData(EvaluationState.Submitted, "95", "理由", "-")]
    [InlineData(EvaluationState.Returned, "95", "理由", "-")]
    [InlineData(EvaluationState.Approved, "95", "理由", "-")]
    [InlineData(EvaluationState.Published, "95", "理由", "-")]
    public void An_override_is_bounded_reasoned_and_only_under_review(EvaluationState state, string? points, string? reason, string faults)
    {
        var evaluation = Some.In(state).Evaluation;
        decimal? value = points is null ? null : decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        var refused = Record.Exception(() => evaluation.Override(1, null, 100, value, reason));
        if (faults.Length == 0)
        {
            Assert.Null(refused);
            Assert.Equal((value, value is null ? null : reason), (evaluation.Scores[0].OverridePoints, evaluation.Scores[0].OverrideReason));
            Assert.Throws<RowStale>(() => evaluation.Override(1, 5, 100, 1, "理由"));
        }
        else
        {
            Assert.Equal(faults, string.Join(',', Assert.IsType<RuleBroken>(refused).Faults.Select(f => f.Field.Length == 0 ? "-" : f.Field)));
            Assert.DoesNotContain(evaluation.Scores, s => s.OverridePoints is not null);
        }
    }

    [Fact]
    public void Another_tree_drops_the_scores_and_the_same_tree_keeps_them()
    {
        var evaluation = Some.Complete().Evaluation;
        evaluation.Enter(1, null, new Domain.Scoring.JudgedInput(5, "材料"), null, null);
        evaluation.ScoreBy(1);
        Assert.Single(evaluation.Scores);
        evaluation.ScoreBy(2);
        Assert.Empty(evaluation.Scores);
    }

    /// <summary>What is missing and where; then what else stops 送审: doubts and errors.</summary>
    public static TheoryData<string, Action<Project>, bool, ReadinessPlace[], string> Incomplete => new()
    {
        { "nothing missing", _ => { }, true, [], "" },
        { "no funding", p => p.RemoveFunding(p.Funding[0].Id, 0), true, [ReadinessPlace.Funding], "" },
        { "no budget", p => p.SaveFunding(p.Funding[0].Id, 0, Some.Funds(null, 1)), true, [ReadinessPlace.Funding], "" },
        { "not received", p => p.SaveFunding(p.Funding[0].Id, 0, Some.Funds(1)), true, [ReadinessPlace.Funding], "" },
        { "neither", p => p.SaveFunding(p.Funding[0].Id, 0, Some.Funds(null)), true, [ReadinessPlace.Funding, ReadinessPlace.Funding], "" },
        { "no line", p => p.Apply(new([Some.Row(null, p.Lines[0].Id, 0), Some.Row(null, p.Lines[1].Id, 0)])), true, [ReadinessPlace.Spending], "" },
        { "open line", p => p.Apply(LineChanges.Of(Some.Row(Some.Line(spent: null)))), true, [ReadinessPlace.Spending], "" },
        { "doubtful line", p => p.Apply(LineChanges.Of(Some.Row(Some.Line(allocated: 1, spent: 5)))), true, [], "处疑点没有答复" },
        { "no target", p => p.RemoveTarget(p.Targets[0].Id, 0), true, [ReadinessPlace.Targets], "" },
        { "no result", p => p.RemoveAchievement(p.Achievements[0].Id, 0), true, [ReadinessPlace.Targets], "" },
        { "unwritten sections", p => p.Outline(Some.Outline()), true, [ReadinessPlace.Narrative], "" },
        { "leaf without score", _ => { }, false, [ReadinessPlace.Scoring], "" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Readiness_names_each_missing_part_and_stops_submitting(string name, Action<Project> spoil, bool scored, ReadinessPlace[] places, string besides)
    {
        var project = Some.Complete();
        spoil(project);
        var missing = Readiness.Of(project, Some.Sheet(scored));
        Assert.Equal(places, missing.Select(m => m.Place));
        var refused = Record.Exception(() => project.Take(Act.Submit, Some.By(Role.Accountant), Some.Noon, null, Some.Sheet(scored)));
        var said = (refused as RuleBroken)?.Faults.Select(f => f.Message).ToList() ?? [];
        Assert.True(places.Length == 0 && besides.Length == 0 ? refused is null : refused is RuleBroken, name);
        Assert.All(missing, m => Assert.Contains($"送审前须补上：{m.Message}", said));
        Assert.True(besides.Length == 0 || said.Exists(m => m.Contains(besides, StringComparison.Ordinal)), $"{name}: {string.Join(" | ", said)}");
    }

    [Fact]
    public void Readiness_of_an_empty_project_lists_everything_at_once()
    {
        var project = Some.Project();
        project.Outline(Some.Outline());
        Assert.Equal(
            [ReadinessPlace.Funding, ReadinessPlace.Spending, ReadinessPlace.Targets, ReadinessPlace.Targets, ReadinessPlace.Narrative, ReadinessPlace.Scoring],
            Readiness.Of(project, null).Select(m => m.Place));
        Assert.Contains("2个必填章节没有内容：基本情况；项目概况", Readiness.Of(project, null)[4].Message, StringComparison.Ordinal);
    }
}

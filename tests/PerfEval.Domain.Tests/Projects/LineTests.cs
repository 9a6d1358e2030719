using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class LineTests
{
    public static TheoryData<LineEntry, string[]> Unstorable => new()
    {
        { Some.Line(item: null), ["Item"] },
        { Some.Line(item: "  "), ["Item"] },
        { Some.Line(item: new('长', 501)), ["Item"] },
        { Some.Line() with { ActivityGroup = new('长', 101) }, ["ActivityGroup"] },
        { Some.Line() with { ImplementingUnit = new('长', 101) }, ["ImplementingUnit"] },
        { Some.Line() with { Measure = new('长', 21) }, ["Measure"] },
        { Some.Line() with { BalanceReason = new('长', 501) }, ["BalanceReason"] },
        { Some.Line() with { Quantity = -1 }, ["Quantity"] },
        { Some.Line() with { Quantity = 10_000_000_001m }, ["Quantity"] },
        { Some.Line(item: "") with { Quantity = -1, Measure = new('长', 21) }, ["Item", "Measure", "Quantity"] },
        { Some.Line(item: new('长', 500)) with { Measure = new('长', 20), BalanceReason = new('长', 500), ActivityGroup = new('长', 100) }, [] },
    };

    [Theory]
    [MemberData(nameof(Unstorable))]
    public void What_cannot_be_stored_is_refused_field_by_field(LineEntry entry, string[] fields)
    {
        var project = Some.Project();
        var outcome = project.Apply(LineChanges.Of(Some.Row(entry)));
        Assert.Equal(fields, outcome.Faults.Select(f => f.Fault.Field));
        Assert.Equal(fields.Length == 0, outcome.Applied);
        Assert.Equal(fields.Length == 0 ? 1 : 0, project.Lines.Count);
    }

    [Fact]
    public void All_faults_of_all_rows_come_back_and_nothing_is_applied()
    {
        var project = Some.Project().With((100, 100));
        var stored = project.Lines[0];
        var outcome = project.Apply(new(
        [
            Some.Row(Some.Line("好的")), Some.Row(Some.Line(item: "")), Some.Row(Some.Line("改"), stored.Id, 0), Some.Row(Some.Line() with { Quantity = -1, Measure = new('长', 21) }),
            Some.Row(Some.Line("旧"), stored.Id, 7), Some.Row(Some.Line("已被删"), Guid.NewGuid(), 1), Some.Row(null, stored.Id, 7), Some.Row(null, stored.Id, 0),
        ]));

        Assert.Equal([1, 3, 3], outcome.Faults.Select(f => f.Row));
        Assert.Equal([(4, stored), (5, null), (6, stored)], outcome.Stale);
        Assert.Empty(outcome.Touched);
        Assert.False(outcome.Applied);
        Assert.Equal("第1项", Assert.Single(project.Lines).Item);
    }

    [Fact]
    public void A_resent_row_never_overwrites_what_somebody_changed_since()
    {
        var project = Some.Project();
        var first = Some.Row(Some.Line(allocated: 100, spent: 100));
        project.Apply(LineChanges.Of(first));
        project.Apply(LineChanges.Of(first with { SeenVersion = 0, Entry = Some.Line(allocated: 100, spent: 60, reason: "同事改过") }));

        var resent = project.Apply(LineChanges.Of(first));

        var (row, theirs) = Assert.Single(resent.Stale);
        Assert.Equal((0, 60m), (row, theirs!.Spent));
        Assert.Equal(60m, project.Lines.Single().Spent);
    }

    /// <summary>The first sending was stored and its answer was lost: the same again is no conflict with oneself.</summary>
    [Fact]
    public void A_resent_change_or_deletion_whose_answer_was_lost_is_done_already()
    {
        var project = Some.Project().With((100, 100), (50, 50));
        var (line, gone) = (project.Lines[0], project.Lines[1]);
        LineChanges sending = new([Some.Row(Some.Line(" 改过 ", 100, 60), line.Id, 0), Some.Row(null, gone.Id, 0)]);
        Assert.True(project.Apply(sending).Applied);

        // As the data layer raises it.
        typeof(BudgetLine).GetProperty(nameof(BudgetLine.Version))!.SetValue(line, 1L);
        var resent = project.Apply(sending);

        Assert.True(resent.Applied);
        Assert.Equal([line], resent.Touched);
        Assert.Equal(("改过", 60m, 1L), (line.Item, line.Spent, line.Version));
        Assert.Same(line, Assert.Single(project.Lines));
        Assert.Equal([(0, line)], project.Apply(LineChanges.Of(Some.Row(Some.Line("改过", 100, 61), line.Id, 0))).Stale);
        Assert.Equal([(0, line)], project.Apply(LineChanges.Of(Some.Row(null, line.Id, 0))).Stale);
    }

    [Fact]
    public void A_resent_target_source_or_result_never_overwrites_what_somebody_changed_since()
    {
        var project = Some.Project();
        var (source, target, result, note) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        FundingEntry funds = new(FundingKind.Other, "其他", 1, null, null, null, null);
        TargetEntry goal = new("街道办", "演出", "演出12场", "场次", TargetDirection.AtLeast, 12, "场");
        AchievementEntry done = new(null, "街道办", "演出", "演出14场", 14, CompletionState.Completed, null);
        for (var sending = 0; sending < 2; sending++)
        {
            project.SaveFunding(source, null, funds);
            project.SaveTarget(target, null, goal);
            project.SaveAchievement(result, null, done);
            project.SaveImplementation(note, null, "街道办", "演出", "已演出");
        }

        Assert.Equal((1, 1, 1, 1), (project.Funding.Count, project.Targets.Count, project.Achievements.Count, project.Implementation.Count));
        Assert.Throws<RowStale>(() => project.SaveFunding(source, null, funds with { InitialBudget = 2 }));
        Assert.Throws<RowStale>(() => project.SaveTarget(target, null, goal with { TargetValue = 13 }));
        Assert.Throws<RowStale>(() => project.SaveAchievement(result, null, done with { ActualValue = 13 }));
        Assert.Throws<RowStale>(() => project.SaveImplementation(note, null, "街道办", "演出", "已演出14场"));
    }

    [Fact]
    public void A_resent_row_is_the_same_row_in_one_sending_and_in_two()
    {
        var project = Some.Project();
        var row = Some.Row(Some.Line("一"));
        Assert.True(project.Apply(new([row, row])).Applied);
        Assert.True(project.Apply(LineChanges.Of(row)).Applied);
        Assert.Equal(row.Id, Assert.Single(project.Lines).Id);
    }

    [Fact]
    public void Rows_are_added_changed_and_deleted_in_one_go()
    {
        var project = Some.Project().With((1, 1), (2, 2), (3, 3));
        var (first, second) = (project.Lines[0], project.Lines[1]);
        var outcome = project.Apply(new([Some.Row(null, first.Id, 0), Some.Row(Some.Line("换"), second.Id, 0), Some.Row(Some.Line("新"))]));

        Assert.Equal(["换", "新"], outcome.Touched.Select(l => l.Item));
        Assert.Equal([("换", 2), ("第3项", 3), ("新", 4)], project.Lines.OrderBy(l => l.Position).Select(l => (l.Item, l.Position)));
    }

    [Theory]
    [InlineData(0, null, "231"), InlineData(2, 0, "312"), InlineData(1, 2, "123"), InlineData(0, 2, "213"), InlineData(2, null, "123")]
    public void Lines_are_moved(int moved, int? before, string order)
    {
        var project = Some.Project().With((1, 1), (2, 2), (3, 3));
        var ids = project.Lines.Select(l => l.Id).ToList();
        project.MoveLine(ids[moved], before is { } b ? ids[b] : null);
        Assert.Equal(order, string.Concat(project.Lines.OrderBy(l => l.Position).Select(l => l.Item[1])));
        Assert.Equal([1, 2, 3], project.Lines.Select(l => l.Position).Order());
    }

    [Theory]
    [InlineData(EvaluationState.Draft, true), InlineData(EvaluationState.Returned, true), InlineData(EvaluationState.Submitted, false)]
    [InlineData(EvaluationState.UnderReview, false), InlineData(EvaluationState.Approved, false), InlineData(EvaluationState.Published, false)]
    public void Only_open_projects_change(EvaluationState state, bool open)
    {
        var project = Some.In(state);
        var line = project.Lines[0];
        var acts = new (string Name, Action Do)[]
        {
            ("line", () => project.Apply(LineChanges.Of(Some.Row(Some.Line("改"), line.Id, 0)))), ("move", () => project.MoveLine(line.Id, null)),
            ("project", () => project.Change(new(2024, "改", null, null, null), 0)), ("funding", () => project.SaveFunding(Guid.NewGuid(), null, Some.Funds(1))),
            ("adjust", () => project.AdjustBudget(project.Funding[0].Id, Guid.NewGuid(), new(2024, 8, 15), "文号", 1)),
            ("objective", () => project.SaveObjective(ObjectiveKind.Annual, null, "目标")), ("target", () => project.SaveTarget(Guid.NewGuid(), null, new(null, null, "甲", null, TargetDirection.Qualitative, null, null))),
            ("result", () => project.SaveAchievement(Guid.NewGuid(), null, new(null, null, null, "乙", null, CompletionState.Completed, null))),
            ("note", () => project.SaveImplementation(Guid.NewGuid(), null, "甲", "乙", "丙")), ("tree", () => project.Evaluation.ScoreBy(2)),
            ("remove target", () => project.RemoveTarget(project.Targets[0].Id, 0)), ("remove result", () => project.RemoveAchievement(project.Achievements[0].Id, 0)),
            ("remove funding", () => project.RemoveFunding(project.Funding[0].Id, 0)), ("enter", () => project.Evaluation.Enter(1, null, null, "说明", null)),
        };
        foreach (var (name, act) in acts)
        {
            var refused = Record.Exception(act);
            Assert.True(open ? refused is null : refused is RuleBroken, $"{state} {name}: {refused?.GetType().Name ?? "done"} {refused?.Message}");
        }
    }
}

using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class TreeReplayTests
{
    private static readonly LinearDecay Old = new(95, 1, 1, Cutoff: 60);

    /// <summary>Three leaves worth 100: a bound rate, a judgement of a person, an answer.</summary>
    private static IndicatorTree Tree(
        Action<IndicatorTree>? more = null, ScoringRule? rate = null, ScoringRule? met = null, decimal metWeight = 30, string metCode = "C", string metName = "制度健全性")
    {
        var tree = new IndicatorTree("T", "试表", 2);
        tree.Configure(1, NotApplicablePolicy.RedistributeWeight, ExecutionDenominator.AdjustedBudget);
        tree.AddIndicator(new("A", "预算执行率", 40, rate ?? Old, new(Figure.BudgetExecutionRate)), id: 11);
        tree.AddIndicator(new("B", "社会效益", 30, new Expert()), id: 12);
        tree.AddIndicator(new(metCode, metName, metWeight, met ?? new MetNotMet()), id: 13);
        more?.Invoke(tree);
        return tree;
    }

    private static FigureValue Rate(decimal? value) => new("预算执行率", value, "支出 ÷ 预算");

    private static ScoreSheet Frozen(decimal rate = 94, decimal? over = null, bool met = true)
    {
        var tree = Tree();
        return Scorer.Score(
            tree,
            [new(12, new JudgedInput(27, "材料")), new(13, new MetInput(met), over, over is null ? null : "抽查不符")],
            _ => Rate(rate));
    }

    private static Replay Play(IndicatorTree tree, ScoreSheet before, decimal rate = 94) => TreeReplay.Of(tree, before, _ => Rate(rate));

    [Fact]
    public void The_same_tree_changes_nothing()
    {
        var replay = Play(Tree(), Frozen());

        Assert.Equal(96.6m, replay.Before.Total);
        Assert.Equal((0m, 0m), (replay.Difference, replay.ByTotalLines));
        Assert.Empty(replay.Causes);
        Assert.Equal([Grade.Excellent], replay.GradesAfter);
        Assert.False(replay.GradeChanges || replay.GradeOpen);
    }

    [Fact]
    public void A_stricter_rule_shows_through_its_leaf_with_both_sentences()
    {
        // 100 − 94 = 6 个百分点, each 5% of 40 points: 12 instead of 0.4 taken off.
        var replay = Play(Tree(rate: new LinearDecay(100, 1, 5)), Frozen());

        var leaf = Assert.Single(replay.Causes);
        Assert.Equal(("A", "规则", -11.6m), (leaf.Code, leaf.Cause, leaf.Difference));
        Assert.Contains("满分线95%", leaf.Before!.Sentence);
        Assert.Contains("满分线100%", leaf.After!.Sentence);
        Assert.Equal((85m, -11.6m, 0m), (replay.After.Total, replay.Difference, replay.ByTotalLines));
        Assert.True(replay.GradeChanges);
        Assert.Equal([Grade.Good], replay.GradesAfter);
    }

    [Fact]
    public void A_figure_is_taken_anew_and_not_from_the_old_sheet()
    {
        var replay = Play(Tree(), Frozen(rate: 94), rate: 90);

        Assert.Equal(90m, Assert.IsType<ValueInput>(Assert.Single(replay.Causes).After!.Input).Value);
    }

    [Fact]
    public void A_leaf_that_is_no_longer_bound_keeps_the_value_of_then()
    {
        var tree = new IndicatorTree("T", "试表", 2);
        tree.AddIndicator(new("A", "预算执行率", 40, Old), id: 1);

        Assert.Equal(94m, Assert.IsType<ValueInput>(Play(tree, Frozen()).After.Rows[0].Input).Value);
    }

    [Fact]
    public void An_added_leaf_is_open_and_leaves_a_range()
    {
        var replay = Play(Tree(t => t.AddIndicator(new("D", "可持续影响", 10, new Expert()), id: 14), metWeight: 20), Frozen());

        Assert.Equal(["D 新增，需补填", "C 分值30→20"], replay.Causes.OrderByDescending(c => c.Code).Select(c => $"{c.Code} {c.Cause}"));
        Assert.Equal((86.6m, 86.6m, 96.6m), (replay.After.Total, replay.Lowest, replay.Highest));
        Assert.Equal([Grade.Excellent, Grade.Good], replay.GradesAfter);
        Assert.True(replay.GradeOpen);
        Assert.False(replay.GradeChanges);
    }

    [Fact]
    public void A_leaf_that_is_gone_takes_its_points_along()
    {
        var tree = Tree();
        tree.Remove(tree.Indicators.Single(i => i.Code == "B"));

        var leaf = Assert.Single(Play(tree, Frozen()).Causes);
        Assert.Equal(("B", "取消", -27m, (ScoreRow?)null), (leaf.Code, leaf.Cause, leaf.Difference, leaf.After));
    }

    [Fact]
    public void Renumbered_leaves_are_found_by_name_and_renamed_ones_by_code()
    {
        // The new leaf has taken code C; the old C is now D.
        var tree = Tree(t => t.AddIndicator(new("C", "可持续影响", 10, new Expert()), id: 14), metCode: "D");
        var replay = Play(tree, Frozen());
        Assert.Equal("C", Assert.Single(replay.Causes).Code);
        Assert.Equal(30m, replay.After.Rows.Single(r => r.Code == "D").Points);

        Assert.Empty(Play(Tree(metName: "管理制度健全性"), Frozen()).Causes);
    }

    [Fact]
    public void An_answer_that_the_new_rule_cannot_take_is_dropped_and_said()
    {
        var replay = Play(Tree(met: new Tiered([new("a", "健全", 100), new("b", "不健全", 0)])), Frozen());

        var leaf = Assert.Single(replay.Causes);
        Assert.Equal(("C", "需补填"), (leaf.Code, leaf.Cause));
        Assert.StartsWith("原来填的依据不能用于新规则：", leaf.Dropped);
        Assert.Equal((66.6m, 96.6m), (replay.Lowest, replay.Highest));
    }

    [Theory]
    [InlineData(30, 20, null)]
    [InlineData(25, 25, "原评审改分20分没有沿用：分值由30分改为25分。")]
    public void A_reviewers_points_stay_while_the_weight_stays(int weight, int points, string? dropped)
    {
        var before = Frozen(over: 20);
        Assert.Equal(86.6m, before.Total);

        var replay = Play(Tree(metWeight: weight), before);

        var leaf = replay.Leaves.Single(l => l.Code == "C");
        Assert.Equal((points, dropped), (leaf.After!.Points, leaf.Dropped));
    }

    [Fact]
    public void A_cap_is_told_apart_from_the_leaves()
    {
        var tree = Tree();
        tree.Configure(1, NotApplicablePolicy.RedistributeWeight, ExecutionDenominator.AdjustedBudget, [new ScoreCap(95, 79)]);

        var replay = Play(tree, Frozen());

        Assert.Empty(replay.Causes);
        Assert.Equal((79m, -17.6m, -17.6m), (replay.After.Total, replay.Difference, replay.ByTotalLines));
        Assert.Equal([Grade.Fair], replay.GradesAfter);
        Assert.True(replay.GradeChanges);
    }

    [Fact]
    public void What_did_not_apply_still_does_not()
    {
        var old = Tree();
        var before = Scorer.Score(old, [new(12, new JudgedInput(27, "材料")), new(13, new NotApplicableInput("没有采购"))], _ => Rate(94));

        var replay = Play(Tree(), before);

        Assert.Equal((0m, before.Total), (replay.Difference, replay.After.Total));
        Assert.True(replay.After.Rows.Single(r => r.Code == "C").NotApplicable);
    }

    [Fact]
    public void Full_marks_of_a_weight_with_more_places_than_its_points_stay_below_it()
    {
        var replay = Play(Tree(t => t.AddIndicator(new("D", "其他", 0.26m, new Expert()), id: 14)), Frozen());

        Assert.Equal((96.6m, 96.8m), (replay.Lowest, replay.Highest));
    }

    [Fact]
    public void Any_answer_to_open_leaves_lies_in_the_range()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var policy = (NotApplicablePolicy)random.Next(2);
            var tree = Tree(
                t =>
                {
                    t.AddIndicator(new("D", "其他", random.Next(1, 40), new Expert()), id: 14);
                    t.Configure(random.Next(0, 3), policy, ExecutionDenominator.Received, random.Next(2) == 0 ? [new ScoreCap(random.Next(1, 100), random.Next(0, 100))] : null);
                },
                rate: new LinearDecay(random.Next(60, 101), 1, random.Next(1, 10)));
            var before = Frozen(random.Next(50, 101), random.Next(3) == 0 ? random.Next(0, 31) : null, random.Next(2) == 0);
            var replay = Play(tree, before, random.Next(50, 101));
            var rate = replay.After.Rows.Single(r => r.Code == "A").Input;
            var answer = replay.Leaves.Select(l => l.After!).Select(r => new LeafEntry(
                r.IndicatorId, r.Code == "D" ? new JudgedInput(r.Weight * random.Next(0, 11) / 10m, "材料") : r.Input, r.OverridePoints, r.OverrideReason));

            var total = Scorer.Score(tree, [.. answer], _ => Rate(((ValueInput)rate!).Value)).Total;

            Assert.InRange(total, replay.Lowest, replay.Highest);
            Assert.Equal(replay.Difference, replay.Leaves.Sum(l => l.Difference) + replay.ByTotalLines);
        }
    }

    [Fact]
    public void The_whole_tree_of_report_004_replays_to_97_and_tells_a_tightened_execution_rate()
    {
        var tree = DongchuanTree.Build();
        var before = Scorer.Score(
            tree,
            [.. from leaf in tree.Leaves()
                let row = DongchuanTree.Rows.Single(r => r["代码(规范)"] == leaf.Code)
                let changed = leaf.Code is "C111" or "C112"
                select new LeafEntry(
                    leaf.Id, leaf.Binding is null ? DongchuanTree.Evidence(row) : null, changed ? decimal.Parse(row["得分(报告)"]) : null, changed ? "报告公布" : null)],
            Figures);
        var next = DongchuanTree.Build();
        var b13 = next.Indicators.Single(i => i.Code == "B13");
        next.Revise(b13, b13.Content with { Rule = new LinearDecay(100, 1, 10, StepMode: StepMode.Ceiling) });

        var same = TreeReplay.Of(DongchuanTree.Build(), before, Figures);
        var tightened = TreeReplay.Of(next, before, Figures);

        Assert.Equal((97.0m, 0m), (same.After.Total, same.Difference));
        var cause = Assert.Single(tightened.Causes);
        Assert.Equal(("B13", -0.8m, 96.2m), (cause.Code, cause.Difference, tightened.After.Total));
    }

    private static FigureValue Figures(FigureBinding binding) => binding.Figure == Figure.BudgetExecutionRate
        ? new("预算执行率", 96.87570716610154063218260019m, "实际支出 ÷ 实际拨款")
        : new("成果完成率", 91.66666666666666666666666667m, "22 ÷ 24");
}

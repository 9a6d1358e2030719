using System.Text.Json;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

public class ScorerTests
{
    private static readonly Func<FigureBinding, FigureValue> NoFigures = _ => new("预算执行率", null, "预算为0，不能计算。");

    /// <summary>1: A (60) with 2: A1 (40, expert) and 3: A2 (20, bound ratio); 4: B (40, expert, a leaf on level 1).</summary>
    private static IndicatorTree Tree(NotApplicablePolicy policy = NotApplicablePolicy.RedistributeWeight, int places = 1, params ScoreCap[] caps)
    {
        var tree = new IndicatorTree("T", "试表");
        tree.Configure(places, policy, ExecutionDenominator.Received, caps);
        var a = tree.AddIndicator(new("A", "甲", 60), id: 1);
        tree.AddIndicator(new("A1", "甲一", 40, new Expert()), a, 2);
        tree.AddIndicator(new("A2", "甲二", 20, new Ratio(100), new FigureBinding(Figure.BudgetExecutionRate)), a, 3);
        tree.AddIndicator(new("B", "乙", 40, new Expert()), id: 4);
        tree.Publish();
        return tree;
    }

    private static LeafEntry Judged(int id, decimal points) => new(id, new JudgedInput(points, "材料"));

    private static Func<FigureBinding, FigureValue> Rate(decimal rate) => b => new("预算执行率", rate, $"{b.Denominator}");

    [Fact]
    public void Nodes_come_depth_first_and_parents_sum_their_leaves()
    {
        var sheet = Scorer.Score(Tree(), [Judged(2, 38), Judged(4, 31.25m)], Rate(87.6m));

        Assert.Equal(["A", "A1", "A2", "B"], sheet.Rows.Select(r => r.Code));
        Assert.Equal([55.5m, 38m, 17.5m, 31.3m], sheet.Rows.Select(r => r.Points ?? -1));
        Assert.Equal([null, 1, 1, null], sheet.Rows.Select(r => r.ParentId));
        Assert.Equal([false, true, true, true], sheet.Rows.Select(r => r.IsLeaf));
        Assert.Equal((86.8m, Grade.Good, true), (sheet.Total, sheet.Grade, sheet.Complete));
        Assert.Equal(new ValueInput(87.6m), sheet.Rows[2].Input);
        Assert.Equal("Received", sheet.Rows[2].FigureFormula);
        Assert.Equal(("T", 1, 1), (sheet.TreeCode, sheet.TreeVersion, sheet.LeafPlaces));
        Assert.EndsWith("，保留1位小数得17.5分。", sheet.Rows[2].Sentence);
    }

    [Fact]
    public void Missing_leaves_are_listed_and_there_is_no_grade()
    {
        var sheet = Scorer.Score(Tree(), [Judged(2, 38) with { Stated = 39, Note = "说明" }], NoFigures);

        Assert.False(sheet.Complete);
        Assert.Null(sheet.Grade);
        Assert.Equal(38m, sheet.Total);
        Assert.Equal(["预算执行率不能计算：预算为0，不能计算。", "乙：还没有填写评审给分和理由。"], sheet.Missing.Select(m => m.Sentence));
        Assert.Equal((39m, "说明"), (sheet.Rows[1].Stated, sheet.Rows[1].Note));
    }

    [Fact]
    public void A_persons_input_goes_before_the_figure_and_says_so()
    {
        var sheet = Scorer.Score(Tree(), [new(3, new ValueInput(50))], Rate(100));
        Assert.Equal("人工填列：甲二50%，指标值100%，按完成比例计：50 ÷ 100 × 20 = 10分。", sheet.Rows[2].Sentence);
        Assert.Null(sheet.Rows[2].FigureFormula);
    }

    [Fact]
    public void An_override_replaces_the_points_and_keeps_the_computed_ones()
    {
        var row = Scorer.Score(Tree(), [new(3, OverridePoints: 12.5m, OverrideReason: "口径不同。")], Rate(50)).Rows[2];
        Assert.Equal((10m, 10m, 12.5m, true), (row.Exact, row.Rounded, row.Points, row.Overridden));
        Assert.EndsWith("规则计算10分，调整为12.5分，理由：口径不同。", row.Sentence);
    }

    [Fact]
    public void An_override_fills_a_leaf_that_could_not_be_computed()
    {
        var sheet = Scorer.Score(Tree(), [Judged(2, 38), new(3, OverridePoints: 12m, OverrideReason: "另有依据"), Judged(4, 40)], NoFigures);
        Assert.Equal((90m, true, Grade.Excellent), (sheet.Total, sheet.Complete, sheet.Grade));
        Assert.EndsWith("规则未能计算，调整为12分，理由：另有依据。", sheet.Rows[2].Sentence);
        Assert.Null(sheet.Rows[2].Exact);
    }

    [Theory]
    [InlineData(12, null, "甲二”改分必须写明理由")]
    [InlineData(12, " ", "改分必须写明理由")]
    [InlineData(20.1, "因", "改分应在0到20分之间，现为20.1分")]
    [InlineData(-1, "因", "改分应在0到20分之间")]
    [InlineData(12.55, "因", "改分最多保留1位小数，现为12.55分")]
    public void An_improper_override_is_refused(double points, string? reason, string message)
    {
        var refused = Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [new(3, null, (decimal)points, reason)], Rate(50)));
        Assert.Contains(message, refused.Message);
        Assert.Equal("A2", refused.Faults[0].Field);
    }

    [Fact]
    public void Improper_entries_are_all_told_at_once()
    {
        var refused = Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [Judged(2, 41), Judged(4, -1)], Rate(50)));
        Assert.Equal(["A1", "B"], refused.Faults.Select(f => f.Field));
        Assert.Contains("没有编号为1的末级指标", Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [Judged(1, 5)], Rate(50))).Message);
        Assert.Contains("编号为2的指标填了两次", Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [Judged(2, 5), Judged(2, 6)], Rate(50))).Message);
    }

    [Fact]
    public void Weight_that_does_not_apply_is_shared_by_the_rest_and_rounded_last()
    {
        var sheet = Scorer.Score(Tree(), [Judged(2, 40), new(3, new NotApplicableInput("无预算")), Judged(4, 35)], Rate(50));
        Assert.Equal((75m, 93.75m, true, Grade.Excellent), (sheet.LeafTotal, sheet.Total, sheet.Complete, sheet.Grade));
        Assert.Equal("不适用指标20分，其余80分折算为100分：75 ÷ 80 × 100 = 93.75分。", sheet.Redistribution!.Sentence);
        Assert.Equal("甲二：不适用，理由：无预算；20分不计入，由其余指标按比例分担。", sheet.Rows[2].Sentence);
        Assert.Equal((null, true), (sheet.Rows[2].Points, sheet.Rows[2].NotApplicable));

        var full = Scorer.Score(Tree(), [Judged(2, 40), new(3, new NotApplicableInput("无预算")), Judged(4, 40)], Rate(50));
        Assert.Equal(100m, full.Total);
        var odd = Scorer.Score(Tree(), [new(2, new NotApplicableInput("无")), Judged(4, 35)], Rate(50));
        Assert.Equal("不适用指标40分，其余60分折算为100分：45 ÷ 60 × 100 = 75分。", odd.Redistribution!.Sentence);
        var rounded = Scorer.Score(Tree(), [new(2, new NotApplicableInput("无")), Judged(4, 30)], Rate(50));
        Assert.Equal((66.67m, "不适用指标40分，其余60分折算为100分：40 ÷ 60 × 100 ≈ 66.6667分，保留2位小数得66.67分。"), (rounded.Total, rounded.Redistribution!.Sentence));
    }

    [Fact]
    public void Weight_that_does_not_apply_can_count_as_full_marks()
    {
        var sheet = Scorer.Score(Tree(NotApplicablePolicy.FullMarks), [Judged(2, 40), new(3, new NotApplicableInput("无预算")), Judged(4, 35)], Rate(50));
        Assert.Equal((95m, 20m), (sheet.Total, sheet.Rows[2].Points));
        Assert.Null(sheet.Redistribution);
        Assert.EndsWith("按满分计20分。", sheet.Rows[2].Sentence);
    }

    [Fact]
    public void Not_applicable_needs_a_reason_bars_overrides_and_cannot_be_everything()
    {
        Assert.Contains("必须写明理由", Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [new(2, new NotApplicableInput(""))], NoFigures)).Message);
        Assert.Contains("不能再改分", Assert.Throws<RuleBroken>(() => Scorer.Score(Tree(), [new(2, new NotApplicableInput("无"), 1, "因")], NoFigures)).Message);
        var nothing = Scorer.Score(Tree(), [.. new[] { 2, 3, 4 }.Select(id => new LeafEntry(id, new NotApplicableInput("无")))], NoFigures);
        Assert.Equal((0m, false, null), (nothing.Total, nothing.Complete, nothing.Grade));
    }

    [Theory]
    [InlineData(80, 96, null)]
    [InlineData(79.99, 89, "预算执行率79.99%，低于80%，总分不超过89分：96分按89分计。")]
    [InlineData(70, 89, "预算执行率70%，低于80%，总分不超过89分：96分按89分计。")]
    [InlineData(69.99, 79, "预算执行率69.99%，低于70%，总分不超过79分：96分按79分计。")]
    [InlineData(49, 59, "预算执行率49%，低于50%，总分不超过59分：96分按59分计。")]
    public void A_low_execution_rate_caps_the_total(double rate, int total, string? sentence)
    {
        var tree = Tree(NotApplicablePolicy.FullMarks, 1, new(80, 89), new(50, 59), new(70, 79), new(60, 69));
        var sheet = Scorer.Score(tree, [Judged(2, 38), new(3, new ValueInput(100)), Judged(4, 38)], Rate((decimal)rate));

        Assert.Equal(total, sheet.Total);
        Assert.Equal(96m, sheet.LeafTotal);
        Assert.Equal(sentence, sheet.Cap?.Sentence);
        Assert.Equal(Grades.Of(total), sheet.Grade);
    }

    [Fact]
    public void A_total_below_the_cap_and_an_unknown_rate_stay_as_they_are()
    {
        var tree = Tree(NotApplicablePolicy.FullMarks, 1, new ScoreCap(80, 89));
        Assert.Null(Scorer.Score(tree, [Judged(2, 38)], Rate(10)).Cap);
        Assert.Null(Scorer.Score(tree, [Judged(2, 40), Judged(4, 40), new(3, new ValueInput(100))], NoFigures).Cap);
    }

    [Fact]
    public void Rounding_a_leaf_never_lifts_it_above_its_weight()
    {
        var tree = new IndicatorTree("T", "试表");
        tree.Configure(0, NotApplicablePolicy.FullMarks, ExecutionDenominator.Allocated);
        tree.AddIndicator(new("A", "甲", 2.5m, new MetNotMet()), id: 1);
        Assert.Equal(2.5m, Scorer.Score(tree, [new(1, new MetInput(true))], NoFigures).Total);
    }

    [Fact]
    public void A_count_figure_feeds_a_counting_rule()
    {
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("A", "甲", 100, new DeductPerOccurrence(5, Matter: "取消的活动"), new FigureBinding(Figure.CancelledResults)), id: 1);
        tree.Publish();
        Assert.Equal(85m, Scorer.Score(tree, [], _ => new("取消的活动", 3, "3场")).Total);
        Assert.Throws<RuleBroken>(() => Scorer.Score(tree, [], _ => new("取消的活动", 2.5m, "")));
    }

    [Fact]
    public void A_sheet_survives_json()
    {
        var sheet = Scorer.Score(Tree(caps: new ScoreCap(80, 50)), [Judged(2, 40), new(4, new NotApplicableInput("无"))], Rate(50));
        var json = JsonSerializer.Serialize(sheet, ScoringJson.Options);
        var again = JsonSerializer.Deserialize<ScoreSheet>(json, ScoringJson.Options)!;
        Assert.Equal(json, JsonSerializer.Serialize(again, ScoringJson.Options));
        Assert.Equal(sheet.Rows, again.Rows);
        Assert.Equal((sheet.Cap, sheet.Redistribution, sheet.Total), (again.Cap, again.Redistribution, again.Total));
        Assert.NotNull(again.Cap);
        Assert.NotNull(again.Redistribution);
    }

    [Fact]
    public void A_tree_without_keys_cannot_be_scored()
    {
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("A", "甲", 50, new Expert()));
        tree.AddIndicator(new("B", "乙", 50, new Expert()));
        Assert.Contains("保存之后才能评分", Assert.Throws<RuleBroken>(() => Scorer.Score(tree, [], NoFigures)).Message);
    }
}

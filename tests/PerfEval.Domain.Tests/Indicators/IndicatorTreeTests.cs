using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class IndicatorTreeTests
{
    private static IndicatorTree Draft(decimal second = 40)
    {
        var tree = new IndicatorTree("T", "试表");
        var a = tree.AddIndicator(new("A", "甲", 60));
        tree.AddIndicator(new("B", "乙", second, new Expert()));
        tree.AddIndicator(new("A1", "甲一", 40, new Expert()), a);
        tree.AddIndicator(new("A2", "甲二", 20, new Ratio(100), new FigureBinding(Figure.BudgetExecutionRate)), a);
        return tree;
    }

    private static Indicator Find(IndicatorTree tree, string code) => tree.Indicators.Single(i => i.Code == code);

    [Fact]
    public void Order_is_depth_first_with_levels_and_positions()
    {
        var tree = Draft();
        Assert.Equal(["A 1 1", "A1 2 1", "A2 2 2", "B 1 2"], tree.Ordered().Select(i => $"{i.Code} {i.Level} {i.Position}"));
        Assert.Equal(["A1", "A2", "B"], tree.Leaves().Select(i => i.Code));
        Assert.Equal("A.甲", Find(tree, "A").Heading);
    }

    [Fact]
    public void A_sum_of_101_is_refused_with_the_numbers() =>
        Assert.Equal("权重合计101分，应为100分，多1分。", Assert.Throws<RuleBroken>(() => Draft(second: 41).Publish()).Message);

    [Fact]
    public void All_faults_of_a_tree_are_told_at_once()
    {
        var tree = Draft(second: 39.5m);
        tree.Revise(Find(tree, "A1"), new("B", "甲一", 30, new Expert()));
        tree.Revise(Find(tree, "A2"), new("A2", "甲二", 20, new MetNotMet(), new FigureBinding(Figure.Satisfaction)));
        tree.AddIndicator(new("C", "丙", 1));

        Assert.Equal(
            [
                "权重合计90.5分，应为100分，少9.5分。",
                "代码“B”用了2次：甲一、乙。",
                "“A甲”下级权重合计50分，应为60分，少10分。",
                "“A2甲二”按“是否达标”计分，不能由项目数据自动取值。",
                "末级指标“C丙”没有评分规则。",
            ],
            Assert.Throws<RuleBroken>(tree.Publish).Faults.Select(f => f.Message));
        Assert.Equal(TreeStatus.Draft, tree.Status);
        Assert.Equal("指标体系中还没有指标。", Assert.Throws<RuleBroken>(new IndicatorTree("T", "空").Publish).Message);
    }

    [Fact]
    public void A_published_tree_never_changes()
    {
        var tree = Draft();
        tree.Publish();
        var content = Find(tree, "B").Content;

        Action[] changes =
        [
            () => tree.AddIndicator(new("C", "丙", 1)),
            () => tree.Revise(Find(tree, "B"), content),
            () => tree.Remove(Find(tree, "B")),
            () => tree.Configure(1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received),
            tree.Publish,
        ];
        Assert.All(changes, change => Assert.Contains("第1版已发布，不能再改", Assert.Throws<RuleBroken>(change).Message));

        tree.Retire();
        Assert.All(changes, change => Assert.Contains("第1版已停用，不能再改", Assert.Throws<RuleBroken>(change).Message));
        Assert.Throws<RuleBroken>(tree.Retire);
        Assert.Throws<RuleBroken>(() => Draft().Retire());
    }

    [Fact]
    public void A_copy_is_a_draft_with_the_same_content()
    {
        var tree = Draft();
        tree.Configure(1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received, [new(80, 89)]);
        tree.Publish();
        var copy = tree.NextVersion(2);

        Assert.Equal((TreeStatus.Draft, 2, "T", 1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received),
            (copy.Status, copy.VersionNumber, copy.Code, copy.LeafPlaces, copy.NotApplicablePolicy, copy.ExecutionDenominator));
        Assert.Equal([new ScoreCap(80, 89)], copy.Caps);
        Assert.Equal(tree.Ordered().Select(i => i.Content), copy.Ordered().Select(i => i.Content));
        Assert.All(copy.Indicators, i => Assert.DoesNotContain(i, tree.Indicators));
        Assert.Throws<RuleBroken>(() => tree.NextVersion(1));
    }

    [Fact]
    public void Removing_a_node_takes_its_children_and_closes_the_gap()
    {
        var tree = Draft();
        tree.Remove(Find(tree, "A"));
        Assert.Equal(["B 1"], tree.Ordered().Select(i => $"{i.Code} {i.Position}"));
    }

    [Fact]
    public void Rules_sit_on_leaves_and_levels_end_at_four()
    {
        var tree = Draft();
        Assert.Contains("是末级指标，不能再设下级", Assert.Throws<RuleBroken>(() => tree.AddIndicator(new("B1", "乙一", 1), Find(tree, "B"))).Message);
        Assert.Contains("评分规则应设在末级", Assert.Throws<RuleBroken>(() => tree.Revise(Find(tree, "A"), new("A", "甲", 60, new Expert()))).Message);
        var third = tree.AddIndicator(new("A31", "丙", 1), tree.AddIndicator(new("A3", "丙", 1), Find(tree, "A")));
        var fourth = tree.AddIndicator(new("A311", "丙", 1), third);
        Assert.Equal(4, fourth.Level);
        Assert.Contains("最多4级", Assert.Throws<RuleBroken>(() => tree.AddIndicator(new("A3111", "丁", 1), fourth)).Message);
        Assert.Contains("不在本指标体系中", Assert.Throws<RuleBroken>(() => tree.AddIndicator(new("X", "丁", 1), Find(Draft(), "A"))).Message);
    }

    [Fact]
    public void Impossible_content_is_refused_with_all_faults()
    {
        var tree = new IndicatorTree("T", "试表");
        var refused = Assert.Throws<RuleBroken>(() => tree.AddIndicator(new("", new string('长', Indicator.NameLength + 1), 0)));
        Assert.Equal(["code", "name", "weight"], refused.Faults.Select(f => f.Field));
        Assert.Contains("有501字，最多500字", refused.Message);
        Assert.Contains("“A”：步长应不小于", Assert.Throws<RuleBroken>(() => tree.AddIndicator(new("A", "甲", 5, new LinearDecay(95, 0, 1)))).Message);
        Assert.Empty(tree.Indicators);
    }

    [Theory]
    [InlineData(5, 80, 89, "应在0到4位之间，现为5位")]
    [InlineData(2, 101, 89, "应大于0%且不超过100%，现为101%")]
    [InlineData(2, 80, 101, "封顶的总分应在0到100分之间")]
    [InlineData(2, 60, 79, "同一预算执行率只能设一个封顶")]
    [InlineData(2, 50, 79, "预算执行率越低，封顶的总分不应越高")]
    public void Settings_out_of_range_are_refused(int places, int rate, int max, string message) =>
        Assert.Contains(message, Assert.Throws<RuleBroken>(() => Draft().Configure(
            places, NotApplicablePolicy.FullMarks, ExecutionDenominator.Allocated, [new(rate, max), new(60, 69)])).Message);
}

using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class TreeWeightsTests
{
    [Fact]
    public void The_balance_says_what_is_missing_where()
    {
        var tree = DesignedTree.Draft();
        tree.Revise(tree.At("A111"), tree.At("A111").Content with { Weight = 24.5m });
        tree.Revise(tree.At("B"), tree.At("B").Content with { Weight = 45 });
        var balance = TreeBalance.Of(tree);

        Assert.Equal((100m, 105m, -5m, "多出5分"), (balance.FirstLevel.Due, balance.FirstLevel.Sum, balance.FirstLevel.Missing, balance.FirstLevel.Word));
        Assert.Equal((104.5m, "多出4.5分"), (balance.Leaves.Sum, balance.Leaves.Word));
        Assert.Equal((40m, 39.5m, 0.5m, "还差0.5分"), (balance[tree.At("A11")].Due, balance[tree.At("A11")].Sum, balance[tree.At("A11")].Missing, balance[tree.At("A11")].Word));
        Assert.Equal((null, 0m, null), (balance[tree.At("B")].Sum, balance[tree.At("B")].Missing, balance[tree.At("B")].Word));
        Assert.Equal("还差100分", TreeBalance.Of(new IndicatorTree("E", "空")).FirstLevel is { Sum: null } ? new NodeBalance(100, 0).Word : "");
    }

    [Theory]
    [InlineData(false, "A=60 A1=40 A11=40 A111=25 A112=15 A2=20 B=40")]
    [InlineData(true, "A=50 A1=33.33 A11=33.33 A111=20.83 A112=12.5 A2=16.67 B=50")]
    public void Weights_are_spread_over_everything_below(bool equally, string expected)
    {
        var tree = DesignedTree.Draft();
        tree.DistributeWeights(null, equally);
        Assert.Equal(expected, string.Join(' ', tree.Ordered().Select(i => $"{i.Code}={Numbers.Plainly(i.Weight)}")));
        Assert.Null(TreeBalance.Of(tree).Leaves.Word);
    }

    [Fact]
    public void A_rule_that_its_new_weight_does_not_suit_stops_the_whole()
    {
        var tree = DesignedTree.Draft();
        tree.AddIndicator(new("C", "丙", 50, new DeductPerOccurrence(1, Floor: 40)));
        Assert.Contains("扣分下限应不小于0且小于分值", Assert.Throws<RuleBroken>(() => tree.DistributeWeights(null, equally: true)).Message);
        Assert.Equal((60m, 40m, 50m), (tree.At("A").Weight, tree.At("B").Weight, tree.At("C").Weight));
    }

    [Fact]
    public void A_weight_that_cannot_be_stored_exactly_is_refused() => Assert.Contains("的分值最多4位小数，现为1.23456。",
        Assert.Throws<RuleBroken>(() => DesignedTree.Draft().AddIndicator(new("C", "丙", 1.23456m))).Message);
}

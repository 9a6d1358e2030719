using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class DongchuanTreeTests
{
    /// <summary>The exact rate of report 004 and the completion rate of its results, as indicators_004.csv gives them.</summary>
    private static FigureValue Figures(FigureBinding binding) => binding.Figure switch
    {
        Figure.BudgetExecutionRate => new("预算执行率", 96.87570716610154063218260019m, $"分母为{binding.Denominator}。"),
        _ => new("活动完成率", 91.66666666666666666666666667m, "22 ÷ 24 × 100%。"),
    };

    public static TheoryData<string> Codes => [.. DongchuanTree.Rows.Select(r => r["代码(规范)"])];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_leaf_reproduces_its_published_score_or_is_known_not_to(string code)
    {
        var row = DongchuanTree.Rows.Single(r => r["代码(规范)"] == code);
        var leaf = DongchuanTree.Build().Leaves().Single(l => l.Code == code);

        var exact = leaf.Rule!.Score(leaf.Weight, DongchuanTree.Evidence(row), leaf.Name).Points;

        var expected = code switch
        {
            "C111" => 6.5m,
            "C112" => 5.9m,
            _ => decimal.Parse(row["得分(报告)"]),
        };
        Assert.Equal(expected, Rounding.Round(exact, 1));
    }

    [Fact]
    public void There_are_32_leaves_worth_100_and_the_tree_can_be_published()
    {
        var tree = DongchuanTree.Build();
        tree.Publish();

        Assert.Equal(32, tree.Leaves().Count);
        Assert.Equal(100m, tree.Leaves().Sum(l => l.Weight));
        Assert.Equal([20m, 20m, 60m], tree.ChildrenOf(null).Select(i => i.Weight));
        Assert.Equal(["B11", "B12", "B13"], tree.Leaves().Where(l => l.Parent!.Code == "B1").Select(l => l.Code));
    }

    [Theory]
    [InlineData("A", "A.项目决策（20%）", null)]
    [InlineData("A1", "A1.项目立项（8%）", null)]
    [InlineData("A11", "A11.与部门中长期规划目标适应性", null)]
    [InlineData("B232", "B232财务制度执行有效性", null)]
    [InlineData("C22", "C22公众满意度", null)]
    [InlineData("C115", "C1115.2020年春节系列活动项目经费使用情况", "C1115")]
    public void Headings_stay_as_printed(string code, string printed, string? stated)
    {
        var node = DongchuanTree.Build().Indicators.Single(i => i.Code == code);
        Assert.Equal(printed, node.Heading);
        Assert.Equal(stated, node.StatedCode);
    }

    [Fact]
    public void With_two_overrides_the_report_scores_97_and_is_excellent()
    {
        var tree = DongchuanTree.Build();
        var sheet = Scorer.Score(tree, Entries(tree, overridden: true), Figures);

        Assert.True(sheet.Complete);
        Assert.Equal((97.0m, 98.9m), (sheet.Total, sheet.RuleTotal));
        Assert.Equal(Grade.Excellent, sheet.Grade);
        Assert.Equal("优", sheet.Grade!.Value.Word());
        var c115 = sheet.Rows.Single(r => r.Code == "C115");
        Assert.Equal((5.46m, 5.5m), (c115.Exact, c115.Points));
        Assert.Equal(
            "预算执行率96.88%，满分线100%，低3.12个百分点，不足1个百分点不计，按3个1个百分点计，每个扣权重的3%（0.18分），扣0.54分：6 − 0.54 = 5.46分，保留1位小数得5.5分。",
            c115.Sentence);
        Assert.Equal("分母为Allocated。", c115.FigureFormula);
        var c112 = sheet.Rows.Single(r => r.Code == "C112");
        Assert.Equal((5.9m, 5.5m, true), (c112.Rounded, c112.Points, c112.Overridden));
        Assert.EndsWith("= 5.9分。规则计算5.9分，调整为5.5分，理由：报告公布5.5分。", c112.Sentence);
        Assert.Equal([20m, 20m, 57m], sheet.Rows.Where(r => r.Level == 1).Select(r => r.Points ?? -1));
    }

    [Fact]
    public void Without_overrides_the_evidence_gives_98_point_9()
    {
        var tree = DongchuanTree.Build();
        Assert.Equal(98.9m, Scorer.Score(tree, Entries(tree, overridden: false), Figures).Total);
    }

    [Fact]
    public void The_known_defects_of_the_report_are_found()
    {
        var found = DongchuanTree.Build().Leaves().SelectMany(l => l.Rule!.Defects(l.Weight).Select(d => $"{l.Code} {d.Kind}")).ToList();
        Assert.Equal(
            ["B12 PartialEqualsFull", "B13 CliffAtCutoff", "B22 AnyFailureMeansZero", "C112 UnreachableFloor", "C114 UnreachableFloor", "C221 UnreachableFloor"],
            found.Order(StringComparer.Ordinal));
    }

    private static List<LeafEntry> Entries(IndicatorTree tree, bool overridden) =>
    [
        .. from leaf in tree.Leaves()
           let row = DongchuanTree.Rows.Single(r => r["代码(规范)"] == leaf.Code)
           let published = decimal.Parse(row["得分(报告)"])
           let changed = overridden && (leaf.Code is "C111" or "C112")
           select new LeafEntry(
               leaf.Id,
               leaf.Binding is null ? DongchuanTree.Evidence(row) : null,
               changed ? published : null,
               changed ? $"报告公布{row["得分(报告)"]}分" : null,
               Stated: published),
    ];
}

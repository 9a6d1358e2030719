using System.Text.Json;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Data;

namespace PerfEval.Domain.Tests.Indicators;

/// <summary>The demo trees in src/PerfEval.Data/Demo. To rewrite the first: WRITE_TREES_TO=src/PerfEval.Data/Demo dotnet test.</summary>
public class TreeFileTests
{
    [Fact]
    public void The_dongchuan_file_equals_the_csv()
    {
        var expected = Text(TreeDocument.From(DongchuanTree.Build()));
        if (Environment.GetEnvironmentVariable("WRITE_TREES_TO") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "tree-dongchuan-2020.json"), expected);
        }

        Assert.Equal(expected, TestData.Read("tree-dongchuan-2020.json"));
    }

    [Theory]
    [InlineData("tree-dongchuan-2020.json", 54)]
    [InlineData("tree-self-2020.json", 18)]
    public void A_file_becomes_a_tree_that_can_be_published_and_written_back(string file, int nodes)
    {
        var text = TestData.Read(file);
        var tree = JsonSerializer.Deserialize<TreeDocument>(text, ScoringJson.Options)!.ToDraft(numbered: true);

        Assert.Equal(nodes, tree.Indicators.Count);
        Assert.Equal(text, Text(TreeDocument.From(tree)));
        tree.Publish();
        Assert.Equal(TreeStatus.Published, tree.Status);
    }

    [Fact]
    public void The_self_evaluation_weighs_10_50_30_10()
    {
        var tree = JsonSerializer.Deserialize<TreeDocument>(TestData.Read("tree-self-2020.json"), ScoringJson.Options)!.ToDraft();

        Assert.Equal([10m, 50m, 30m, 10m], tree.ChildrenOf(null).Select(i => i.Weight));
        var execution = tree.Leaves()[0];
        Assert.IsType<Ratio>(execution.Rule);
        Assert.Equal(new FigureBinding(Figure.BudgetExecutionRate, ExecutionDenominator.AdjustedBudget), execution.Binding);
        Assert.All(tree.Leaves(), l => Assert.Empty(l.Rule!.Defects(l.Weight)));
    }

    [Fact]
    public void The_national_framework_waits_to_be_verified_and_could_then_be_published()
    {
        var text = TestData.Read("tree-state-2020.json");
        var tree = JsonSerializer.Deserialize<TreeDocument>(text, ScoringJson.Options)!.ToDraft(numbered: true);

        Assert.Equal(text, Text(TreeDocument.From(tree)));
        Assert.Equal([("决策", 15m), ("过程", 20m), ("产出", 35m), ("效益", 30m)], tree.ChildrenOf(null).Select(i => (i.Name, i.Weight)));
        Assert.Equal((31, 17), (tree.Indicators.Count, tree.Leaves().Count));
        Assert.All(tree.Indicators, i => Assert.NotNull(i.Verification));
        Assert.All(tree.Leaves(), l => Assert.Empty(l.Rule!.Defects(l.Weight)));
        Assert.Equal(["立项依据充分性", "绩效指标明确性", "实际完成率"], tree.Leaves().Where(l => l.Verification == Verification.Verbatim).Select(l => l.Name));
        Assert.True(tree.NeedsVerification);
        Assert.Contains("待核实", Assert.Throws<RuleBroken>(tree.Publish).Message);
        tree.Rename(tree.Code, tree.Name, tree.Provenance, needsVerification: false);
        tree.Publish();
    }

    [Fact]
    public void A_file_whose_parent_is_missing_is_refused()
    {
        var document = new TreeDocument("T", "表", 1, 2, ExecutionDenominator.Allocated, NotApplicablePolicy.FullMarks,
            [new IndicatorDocument("A1", "甲", 2, 100, ParentCode: "A")]);
        Assert.Equal("“A1”的上级“A”不在它之前。", Assert.Throws<RuleBroken>(() => document.ToDraft()).Message);
    }

    private static string Text(TreeDocument document) => JsonSerializer.Serialize(document, ScoringJson.Readable) + "\n";
}

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
    public void A_file_whose_parent_is_missing_is_refused()
    {
        var document = new TreeDocument("T", "表", 1, 2, ExecutionDenominator.Allocated, NotApplicablePolicy.FullMarks,
            [new IndicatorDocument("A1", "甲", 2, 100, ParentCode: "A")]);
        Assert.Equal("“A1”的上级“A”不在它之前。", Assert.Throws<RuleBroken>(() => document.ToDraft()).Message);
    }

    private static string Text(TreeDocument document) => JsonSerializer.Serialize(document, ScoringJson.Readable) + "\n";
}

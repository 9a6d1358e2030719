using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class TreeComparisonTests
{
    private static IReadOnlyList<TreeDifference> After(Action<IndicatorTree> change)
    {
        var old = DesignedTree.Draft();
        var now = DesignedTree.Draft();
        change(now);
        return TreeComparison.Of(old, now).Differences;
    }

    private static void Says(Action<IndicatorTree> change, params (DifferenceKind Kind, string Sentence)[] expected) =>
        Assert.Equal(expected, After(change).Select(d => (d.Kind, d.Sentence)));

    [Fact]
    public void Nothing_differs_from_itself() => Assert.Empty(After(_ => { }));

    [Fact]
    public void Gone_with_everything_below() => Says(t => t.Remove(t.At("A1")), (DifferenceKind.Removed, "删除“A1立项”（40分），连同下级“程序”。"));

    [Fact]
    public void New_with_everything_below() => Says(
        t => t.AddIndicator(new("B2", "满意度", 10, new Expert()), t.AddIndicator(new("C", "公众", 10))),
        (DifferenceKind.Added, "在一级指标新增“C公众”（10分），连同下级“满意度”。"));

    [Fact]
    public void Moved_to_another_parent() => Says(t => t.Move(t.At("A11"), t.At("A"), 3), (DifferenceKind.Moved, "“A11程序”由“A1立项”之下移到“A决策”之下。"));

    [Fact]
    public void Another_order() => Says(t => t.Push(t.At("B"), TreeStep.Up), (DifferenceKind.Moved, "一级指标的次序改为：效益、决策。"));

    [Fact]
    public void Another_name() => Says(
        t => t.Revise(t.At("A111"), t.At("A111").Content with { Name = "立项依据" }), (DifferenceKind.Renamed, "“A111依据”改名为“立项依据”。"));

    [Fact]
    public void In_two_trees_of_their_own_the_same_code_means_nothing()
    {
        var (old, now) = (DesignedTree.Draft(), DesignedTree.Draft().CopyAs("U", "试表"));
        now.Revise(now.At("A111"), now.At("A111").Content with { Name = "别的" });
        Assert.Equal(["删除“A111依据”（25分）。", "在“A11程序”之下新增“A111别的”（25分）。"], TreeComparison.Of(old, now).Differences.Select(d => d.Sentence));
    }

    [Fact]
    public void Another_weight_and_the_place_it_came_from() => Says(
        t =>
        {
            t.Revise(t.At("A111"), t.At("A111").Content with { Weight = 20 });
            t.Revise(t.At("A112"), t.At("A112").Content with { Weight = 20 });
        },
        (DifferenceKind.Weight, "“A111依据”的分值由25分改为20分，减少5分。"), (DifferenceKind.Weight, "“A112论证”的分值由15分改为20分，增加5分。"));

    [Fact]
    public void Another_rule_with_both_standards()
    {
        var differences = After(t =>
        {
            t.Revise(t.At("A2"), t.At("A2").Content with { Rule = new Ratio(95) });
            t.Revise(t.At("B"), t.At("B").Content with { Rule = new MetNotMet() });
            t.Revise(t.At("A112"), t.At("A112").Content with { Rule = null });
        });
        Assert.Equal(
            [
                ("“A112论证”不再有评分规则。", new MetNotMet().Standard(15), null),
                ("“A2资金”的评分规则“按比例计分”改了参数。", new Ratio(100).Standard(20), new Ratio(95).Standard(20)),
                ("“B效益”的评分规则由“专家评分”改为“是否达标”。", new Expert().Standard(40), new MetNotMet().Standard(40)),
            ],
            differences.Select(d => (d.Sentence, d.Before, d.After)));
        Assert.All(differences, d => Assert.Equal(DifferenceKind.Rule, d.Kind));
    }

    [Fact]
    public void Rules_with_lists_are_compared_by_what_they_hold()
    {
        var (old, now) = (DongchuanTree.Build(), DongchuanTree.Build());
        Assert.Empty(TreeComparison.Of(old, now).Differences);
    }

    [Fact]
    public void Another_binding_and_another_text()
    {
        var differences = After(t => t.Revise(t.At("A2"), t.At("A2").Content with { Binding = new(Figure.BudgetExecutionRate, ExecutionDenominator.Received), Explanation = "看钱" }));
        Assert.Equal(
            [(DifferenceKind.Binding, "“A2资金”的取值由“预算执行率”改为“预算执行率（分母：到位资金）”。", null), (DifferenceKind.Wording, "“A2资金”的指标解释新写。", "看钱")],
            differences.Select(d => (d.Kind, d.Sentence, d.After)));
    }

    [Fact]
    public void Other_settings() => Says(
        t =>
        {
            t.Rename("T", "新表", null, false);
            t.Configure(1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received, [new(80, 89), new(60, 79)]);
        },
        (DifferenceKind.Setting, "名称由“试表”改为“新表”。"),
        (DifferenceKind.Setting, "指标得分保留小数由“2位”改为“1位”。"),
        (DifferenceKind.Setting, "不适用指标由“由其余指标按比例分担”改为“得满分”。"),
        (DifferenceKind.Setting, "预算执行率的分母由“全年预算”改为“到位资金”。"),
        (DifferenceKind.Setting, "总分封顶由“不封顶”改为“执行率低于80%的不超过89分；执行率低于60%的不超过79分”。"));

    [Fact]
    public void New_codes_alone_are_no_new_indicators()
    {
        var differences = After(t => t.Renumber(CodeScheme.Numbers));
        Assert.Equal(7, differences.Count);
        Assert.All(differences, d => Assert.Equal(DifferenceKind.Recoded, d.Kind));
        Assert.Equal("“决策”的代码由A改为1。", differences[0].Sentence);
    }
}

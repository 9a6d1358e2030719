using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class TreeMovesTests
{
    private const string Start = "A@1#1 A1@2#1 A11@3#1 A111@4#1 A112@4#2 A2@2#2 B@1#2";

    [Theory]
    [InlineData("A112", "A11", 1, "A@1#1 A1@2#1 A11@3#1 A112@4#1 A111@4#2 A2@2#2 B@1#2")]
    [InlineData("A1", "A", 99, "A@1#1 A2@2#1 A1@2#2 A11@3#1 A111@4#1 A112@4#2 B@1#2")]
    [InlineData("A11", "A", 2, "A@1#1 A1@2#1 A11@2#2 A111@3#1 A112@3#2 A2@2#3 B@1#2")]
    [InlineData("A11", null, 1, "A11@1#1 A111@2#1 A112@2#2 A@1#2 A1@2#1 A2@2#2 B@1#3")]
    [InlineData("B", "A1", 1, "A@1#1 A1@2#1 B@3#1 A11@3#2 A111@4#1 A112@4#2 A2@2#2")]
    [InlineData("A111", "A", -5, "A@1#1 A111@2#1 A1@2#2 A11@3#1 A112@4#1 A2@2#3 B@1#2")]
    public void A_branch_moves_whole_and_takes_its_place(string what, string? under, int position, string shape)
    {
        var tree = DesignedTree.Draft();
        Assert.Equal(Start, tree.Shape());
        tree.Move(tree.At(what), under is null ? null : tree.At(under), position);
        Assert.Equal(shape, tree.Shape());
    }

    [Theory]
    [InlineData("A", "A11", "不能移到它自己或它的下级之下")]
    [InlineData("A1", "A1", "不能移到它自己或它的下级之下")]
    [InlineData("A1", "B", "“效益”已有评分规则，是末级指标，不能再设下级；请先清除它的评分规则。")]
    [InlineData("B", "A111", "“依据”已有评分规则")]
    public void Impossible_places_are_refused_and_nothing_moves(string what, string under, string message)
    {
        var tree = DesignedTree.Draft();
        Assert.Contains(message, Assert.Throws<RuleBroken>(() => tree.Move(tree.At(what), tree.At(under), 1)).Message);
        Assert.Equal(Start, tree.Shape());
    }

    [Fact]
    public void Too_deep_is_refused_with_its_branch()
    {
        var tree = DesignedTree.Draft();
        var c = tree.AddIndicator(new("C", "丙", 1));
        var c1 = tree.AddIndicator(new("C1", "丙一", 1), c);
        Assert.Equal("指标最多4级，“立项”连同下级放到“丙一”之下就超过了。", Assert.Throws<RuleBroken>(() => tree.Move(tree.At("A1"), c1, 1)).Message);
        var strange = DesignedTree.Draft().At("A");
        Assert.Contains("不在本指标体系中", Assert.Throws<RuleBroken>(() => tree.Move(c1, strange, 1)).Message);
        Assert.Contains("不在本指标体系中", Assert.Throws<RuleBroken>(() => tree.Move(strange, c, 1)).Message);
    }

    [Theory]
    [InlineData("A112", TreeStep.Up, "A@1#1 A1@2#1 A11@3#1 A112@4#1 A111@4#2 A2@2#2 B@1#2")]
    [InlineData("A", TreeStep.Down, "B@1#1 A@1#2 A1@2#1 A11@3#1 A111@4#1 A112@4#2 A2@2#2")]
    [InlineData("A11", TreeStep.Out, "A@1#1 A1@2#1 A11@2#2 A111@3#1 A112@3#2 A2@2#3 B@1#2")]
    [InlineData("A2", TreeStep.In, "A@1#1 A1@2#1 A11@3#1 A111@4#1 A112@4#2 A2@3#2 B@1#2")]
    public void One_step_goes_the_way_of_the_key(string what, TreeStep step, string shape)
    {
        var tree = DesignedTree.Draft();
        tree.Push(tree.At(what), step);
        Assert.Equal(shape, tree.Shape());
    }

    [Theory]
    [InlineData("A", TreeStep.Up, "已在同级的最前")]
    [InlineData("B", TreeStep.Down, "已在同级的最后")]
    [InlineData("A", TreeStep.Out, "已是一级指标")]
    [InlineData("A1", TreeStep.In, "之前没有同级指标")]
    [InlineData("A112", TreeStep.In, "已有评分规则")]
    public void A_step_into_nothing_is_refused(string what, TreeStep step, string message)
    {
        var tree = DesignedTree.Draft();
        Assert.Contains(message, Assert.Throws<RuleBroken>(() => tree.Push(tree.At(what), step)).Message);
        Assert.Equal(Start, tree.Shape());
    }

    [Fact]
    public void A_duplicate_stands_behind_its_original_under_fresh_codes_without_what_was_printed()
    {
        var tree = DesignedTree.Draft();
        tree.Duplicate(tree.At("A1"));
        var plain = tree.Duplicate(tree.At("A2"));

        Assert.Equal("A@1#1 A1@2#1 A11@3#1 A111@4#1 A112@4#2 A3@2#2 A31@3#1 A311@4#1 A312@4#2 A2@2#3 A4@2#4 B@1#2", tree.Shape());
        Assert.Equal((null, null, "A4.资金"), (plain.StatedCode, plain.PrintedName, plain.Heading));
        Assert.Equal(tree.At("A2").Rule, plain.Rule);
        Assert.Equal(tree.At("A2").Binding, plain.Binding);
        Assert.Equal(["依据", "论证"], tree.ChildrenOf(tree.At("A31")).Select(i => i.Name));
    }

    [Theory]
    [InlineData(CodeScheme.Letters, "A@1#1 A1@2#1 B@1#2 B1@2#1 B11@3#1 B111@4#1 B112@4#2")]
    [InlineData(CodeScheme.Numbers, "1@1#1 1.1@2#1 2@1#2 2.1@2#1 2.1.1@3#1 2.1.1.1@4#1 2.1.1.2@4#2")]
    public void Codes_are_given_by_place_and_what_was_printed_stays(CodeScheme scheme, string shape)
    {
        var tree = DesignedTree.Draft();
        tree.Remove(tree.At("B"));
        tree.Move(tree.At("A2"), null, 1);
        tree.AddIndicator(new("X", "新", 5, new Expert()), tree.AddIndicator(new("Y", "临时", 5)));
        tree.Remove(tree.At("A2"));
        tree.Push(tree.At("Y"), TreeStep.Up);
        tree.Renumber(scheme);
        Assert.Equal(shape, tree.Shape());
        Assert.Equal(scheme, tree.Scheme);

        var printed = DesignedTree.Draft();
        printed.Renumber(scheme);
        var money = printed.Indicators.Single(i => i.Name == "资金");
        Assert.Equal(("A02", "A02资金"), (money.StatedCode, money.PrintedName));
    }

    [Fact]
    public void Two_digits_never_read_as_two_levels()
    {
        var tree = new IndicatorTree("T", "试表");
        var a = tree.AddIndicator(new("A", "甲", 100));
        for (var i = 0; i < 11; i++)
        {
            tree.AddIndicator(new(tree.FreshCode(a), $"甲{i}", 1), a);
        }

        Assert.Equal(["A9", "A.10", "A.11"], tree.ChildrenOf(a).Skip(8).Select(i => i.Code));
        Assert.Equal("A.11.1", tree.FreshCode(tree.At("A.11")));
    }

    [Fact]
    public void Typing_another_name_or_code_takes_away_what_was_printed()
    {
        var content = DesignedTree.Draft().At("A2").Content;
        Assert.Equal("A02资金", content.Typed("A2", "资金", 10).PrintedName);
        Assert.Equal(("A02", null), (content.Typed("A2", "钱", 10).StatedCode, content.Typed("A2", "钱", 10).PrintedName));
        Assert.Equal((null, null), (content.Typed("A9", "资金", 10).StatedCode, content.Typed("A9", "资金", 10).PrintedName));
    }
}

using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;
using PerfEval.Domain.Tests.Indicators;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>The 32 sentences of report 004 as printed, against the rules that people gave them.</summary>
public class DongchuanReadTests
{
    /// <summary>What the text of these leaves open; the others are complete.</summary>
    private static readonly Dictionary<string, string> Asking = new()
    {
        ["B13"] = "CutoffInclusive PercentPoints StepMode",
        ["C111"] = "Target",
        ["C112"] = "StepMode",
        ["C113"] = "Items",
        ["C114"] = "StepMode",
        ["C115"] = "FullMarks StepMode",
        ["C221"] = "PercentPoints StepMode",
    };

    private static readonly Dictionary<string, ScoringRule> Rules = DongchuanTree.Build().Indicators
        .Where(i => i.Rule is not null).ToDictionary(i => i.Code, i => i.Rule!);

    public static TheoryData<string> Codes => [.. DongchuanTree.Rows.Select(r => r["代码(规范)"])];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_sentence_gives_the_rule_of_the_tree_or_asks(string code)
    {
        var read = Read(code);

        Assert.Null(read.Refusal);
        Assert.Equal(Asking.GetValueOrDefault(code, ""), ReadCases.Asked(read));
        if (!Asking.ContainsKey(code))
        {
            Assert.Equal(ReadCases.Structure(Rules[code]), ReadCases.Structure(read.Rule!));
            Assert.Empty(read.Unused);
        }
        else
        {
            Assert.Null(read.Rule);
            Assert.False(read.Complete);
        }
    }

    [Fact]
    public void Twenty_five_of_thirty_two_are_complete() =>
        Assert.Equal(25, DongchuanTree.Rows.Count(r => Read(r["代码(规范)"]).Complete));

    /// <summary>The answers that the tree stands for lead to the rule of the tree.</summary>
    [Theory]
    [InlineData("B13", "scores point linear")]
    [InlineData("C111", "several=文艺演出、文化下乡、文体活动 30\n游园活动 1\n灯展活动 1")]
    [InlineData("C112", "floor")]
    [InlineData("C113", "list=甲\n乙\n丙\n丁\n戊\n己\n庚")]
    [InlineData("C114", "floor")]
    [InlineData("C115", "100 floor")]
    [InlineData("C221", "point linear")]
    public void Answers_lead_to_the_rule_of_the_tree(string code, string answers)
    {
        var rest = new Queue<string>(answers.Contains('=') ? [answers] : answers.Split(' '));
        var read = ReadCases.AnswerAll(Read(code), _ => rest.Dequeue().Split('=') is [var key, .. var typed] ? (key, typed.FirstOrDefault()) : default);

        Assert.Equal(ReadCases.Structure(Rules[code]), ReadCases.Structure(read.Rule!));
        Assert.Empty(rest);
    }

    private static ReadRule Read(string code)
    {
        var row = DongchuanTree.Rows.Single(r => r["代码(规范)"] == code);
        return RuleReader.Read(row["评分标准(逐字)"], decimal.Parse(row["分值"]), row["叶子指标名称"], row["指标解释(逐字)"]);
    }
}

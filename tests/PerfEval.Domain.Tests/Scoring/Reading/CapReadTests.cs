using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>
/// Words that are taken for harmless cannot change what a rule does: with and without them the rule has the same effect,
/// and no fact earns more than the weight. Where they would contradict the rule they are asked about.
/// </summary>
public class CapReadTests
{
    /// <summary>One text for each kind of rule that such words stand beside.</summary>
    private static readonly (string Text, string Name, string Explanation, bool Levels, bool Falling)[] Bases =
    [
        ("按完成比例得分", "任务完成率", "", false, false),
        ("得分=实际培训人数/计划培训人数×8分", "培训人数", "计划培训500人", false, false),
        ("完成率95%以上得满分，每低1个百分点扣0.5分，不足1个百分点不计", "完成率", "", false, false),
        ("完成60户得满分，每少1户扣0.2分", "改造户数", "", false, false),
        ("完成率≥90%得8分；60%≤完成率＜90%得5分；完成率＜60%不得分", "完成率", "", false, false),
        ("按期完成得满分，每逾期1天扣0.5分，不足1天按1天计", "完成及时性", "", false, true),
        ("结余率不超过5%得满分，每高1个百分点扣0.5分，不足1个百分点不计", "结余率", "", false, true),
        ("每发现1处问题扣1分", "检查", "", false, false),
        ("有制度得3分，有记录得3分，有台账得2分", "管理", "", false, false),
        ("效果好得8分，一般得4分，差不得分", "效果", "", true, false),
        ("符合要求得满分，否则不得分", "程序", "", true, false),
    ];

    private static readonly string[] NeverMore =
    [
        "最高8分", "最高不超过8分", "最高得8分", "满分8分", "得分最高为8分", "超额不加分", "超额完成的不加分", "超额完成部分不再加分", "超过目标的不加分", "超过100%的不加分",
        "多完成不加分", "提前完成的不加分", "节约的不加分", "不倒扣分", "不倒扣", "满分封顶",
    ];

    private static readonly string[] FullBeyond =
    [
        "超过目标的按满分计", "超过目标值的，按满分计算", "超额完成的按满分计", "超额完成的按100%计", "超过100%的按100%计", "完成率超过100%的按100%计算", "比值大于1的按1计", "超额部分不计分", "超额完成部分不再计分",
    ];

    public static TheoryData<string, string, string, string> Harmless
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var one in Bases)
            {
                string[] words = [.. NeverMore, .. one.Falling ? [] : FullBeyond, .. one.Levels ? ["按最高一档计分", "按最高等次计分，不重复计分"] : Array.Empty<string>()];
                foreach (var word in words)
                {
                    data.Add(one.Text, one.Name, one.Explanation, word);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_harmless_word_changes_no_effect(string text, string name, string explanation, string word)
    {
        var plain = RuleReader.Read(text + "。", 8, name, explanation).Rule;
        Assert.NotNull(plain);

        foreach (var written in (string[])[$"{text}，{word}。", $"{text}；{word}。", $"{text}（{word}）。", $"{text}。{word}。"])
        {
            var read = RuleReader.Read(written, 8, name, explanation);
            Assert.True(read.Rule is not null, $"{written} {string.Join(" ", read.Questions.Select(q => q.Text))}");
            Assert.Equal(Effect.Of(plain, 8), Effect.Of(read.Rule, 8));
        }

        if (plain is Ratio or LinearDecay or Bands)
        {
            Assert.All(new[] { 0m, 50, 95, 100, 120, 1000 }, v => Assert.True(plain.Score(8, new ValueInput(v), name).Points <= 8));
        }
    }

    public static TheoryData<string, string> Contradicting => new()
    {
        { "成本不超过100万元得满分，每超出1万元扣1分，不足1万元不计，超过目标的按满分计", "成本" },
        { "与计划相差不超过5%得满分，每相差1个百分点扣1分，不足1个百分点不计，多完成、少完成均扣分，超额完成的不加分", "任务" },
        { "与计划相差不超过5%得满分，每相差1个百分点扣1分，不足1个百分点不计，多完成、少完成均扣分，超过计划的按满分计", "任务" },
        { "完成率95%以上得满分，每低1个百分点扣0.5分，不足1个百分点不计，超过90%的不加分", "完成率" },
        { "完成率95%以上得满分，每低1个百分点扣0.5分，不足1个百分点不计，超过90%的按满分计", "完成率" },
        { "每发现1处问题扣1分，按最高一项计分", "检查" },
        { "效果好得8分，一般得4分，差不得分，最高6分", "效果" },
        { "按完成比例得分，最高6分", "任务完成率" },
        { "按完成比例得分，超过100%的加分", "任务完成率" },
        { "按完成比例得分，超额完成的另加1分", "任务完成率" },
        { "每发现1处问题扣1分，扣完后倒扣", "检查" },
    };

    [Theory]
    [MemberData(nameof(Contradicting))]
    public void A_word_that_says_something_else_is_asked_about(string text, string name)
    {
        var read = RuleReader.Read(text, 8, name, "");

        Assert.Null(read.Rule);
        Assert.NotEqual("", ReadCases.Asked(read));
    }

    /// <summary>Words before a condition that only say how one gets to know it.</summary>
    [Theory]
    [InlineData("每发现1名学生错发扣0.5分，扣完为止", "经抽查，")]
    [InlineData("每发现1名学生错发扣0.5分，扣完为止", "经入户核查，")]
    [InlineData("每发现1名学生错发扣0.5分，扣完为止", "通过查阅资料，")]
    [InlineData("达到95%得满分，每低1个百分点扣0.5分，不足1个百分点不计", "到位率=实际到位资金/应到位资金×100%，")]
    [InlineData("到位率≥95%得满分，每低1个百分点扣0.5分，不足1个百分点不计", "根据问卷调查结果，")]
    [InlineData("每低于95%1个百分点扣0.5分，不足1个百分点不计", "根据资金到位率情况计分，")]
    public void An_explanation_before_the_condition_changes_no_effect(string text, string before)
    {
        var plain = RuleReader.Read(text, 5, "到位情况", "").Rule;
        var read = RuleReader.Read(before + text, 5, "到位情况", "").Rule;

        Assert.NotNull(plain);
        Assert.NotNull(read);
        Assert.Equal(Effect.Of(plain, 5), Effect.Of(read, 5));
    }
}

using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>Where parameters stand in the text, the figure that feeds a leaf, and texts that mean harm.</summary>
public class ReadingTests
{
    [Fact]
    public void Each_parameter_shows_where_it_came_from()
    {
        const string text = "预算执行率 ９５％ 以上，\n得满分；每下降１％扣权数的１％；低于60％，不得分。";
        var read = RuleReader.Read(text, 2);

        Assert.Equal(
            [("预算执行率 ９５％ 以上", "满分线95%"), ("得满分", "得满分"), ("每下降１％", "每一步1个百分点"), ("扣权数的１％", "每次扣权重的1%（0.02分）"), ("低于60％，不得分", "截止线60%")],
            read.Understood.Select(u => (text.Substring(u.Start, u.Length), u.Meaning)));
        Assert.Empty(read.Unused);
    }

    [Fact]
    public void What_gave_nothing_is_named()
    {
        const string text = "符合得满分，不符合不得分。以验收报告为准。";
        var read = RuleReader.Read(text, 2);
        Assert.True(read.Complete);
        Assert.Equal("以验收报告为准", Assert.Single(read.Unused).Text);
    }

    [Theory]
    [InlineData("预算执行率", "预算执行率=实际支出/年初预算数×100%", Figure.BudgetExecutionRate, ExecutionDenominator.InitialBudget)]
    [InlineData("预算执行率", "预算执行率＝（实际支出资金／实际到位资金）×100%", Figure.BudgetExecutionRate, ExecutionDenominator.Received)]
    [InlineData("执行率", "全年执行数与全年预算数之比", Figure.BudgetExecutionRate, ExecutionDenominator.AdjustedBudget)]
    [InlineData("资金到位率", null, Figure.FundsReceivedRate, null)]
    [InlineData("结转结余率", "", Figure.BalanceRate, null)]
    [InlineData("服务对象满意度", null, Figure.Satisfaction, null)]
    public void A_named_figure_is_proposed(string name, string? explanation, Figure figure, ExecutionDenominator? denominator)
    {
        var read = RuleReader.Read("符合要求得满分，否则不得分", 10, name, explanation);
        Assert.Equal(new FigureBinding(figure, denominator), read.Binding!.Binding);
        Assert.Null(read.Binding.Question);
        Assert.True(read.Complete);
    }

    [Theory]
    [InlineData("考察进度。预算执行率=实际支出金额/项目预算金额×100%")]
    [InlineData(null)]
    public void The_denominator_is_asked_where_it_is_not_named_and_the_rule_does_not_wait(string? explanation)
    {
        var read = RuleReader.Read("按完成比例得分", 10, "预算执行率", explanation);
        Assert.True(read.Complete);
        Assert.Null(read.Binding!.Binding);
        Assert.NotNull(read.Binding.Question);
        Assert.Equal(new FigureBinding(Figure.BudgetExecutionRate, ExecutionDenominator.Received), read.Bind("Received").Binding!.Binding);
        Assert.Null(read.Bind("none").Binding!.Binding);
        Assert.Null(read.Bind("none").Binding!.Question);
        Assert.Throws<RuleBroken>(() => read.Bind("7"));
    }

    [Fact]
    public void A_completion_rate_may_be_that_of_results_or_of_targets()
    {
        var read = RuleReader.Read("按完成比例得分", 10, "活动完成率");
        Assert.NotNull(read.Binding!.Question);
        Assert.Equal(new FigureBinding(Figure.TargetCompletionRate), read.Bind(nameof(Figure.TargetCompletionRate)).Binding!.Binding);
        Assert.Null(RuleReader.Read("按完成比例得分", 10, "制度健全性", "制度是否健全").Binding);
    }

    public static TheoryData<string> Hostile =>
    [
        new string('得', 200_000),
        new string('(', 3999),
        string.Concat(Enumerable.Repeat("每", 3999)),
        string.Concat(Enumerable.Repeat("扣1分", 1300)),
        string.Concat(Enumerable.Repeat("按比例", 1300)),
        string.Concat(Enumerable.Repeat("不足1%", 900)),
        string.Concat(Enumerable.Repeat("由评审人", 900)),
        string.Concat(Enumerable.Repeat("①", 3900)),
        string.Concat(Enumerable.Repeat("80%-90%", 560)),
        string.Concat(Enumerable.Repeat("（（得满分；", 600)),
        string.Concat(Enumerable.Repeat("得分=率", 990)),
        string.Concat(Enumerable.Repeat("每下降1%扣1%，", 480)),
        string.Concat(Enumerable.Repeat("一二三四五六七八九十", 390)),
        "百分之" + new string('九', 3900) + "分得满分",
        new string('9', 3900) + "%以上得满分，每降低" + new string('9', 60) + "%扣1分",
        "得99999999999999999999999999999999999999分",
        "\0\uD800\uDC00\uD800得满分；\uFFFF不得分",
        "\r\n\r\n\n\n",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_texts_are_read_to_the_end_and_never_throw(string text)
    {
        // A minute stands for never: what grows out of hand with the length of a text takes hours.
        var read = await Task.Run(() => RuleReader.Read(text, 5, text.Length > 400 ? null : text, text)).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(read.Refusal is not null || read.Questions.Count > 0 || read.Rule is not null);
    }

    [Fact]
    public void Random_phrases_never_throw_and_never_give_a_rule_that_refuses_itself()
    {
        string[] phrases =
        [
            "得满分", "不得分", "扣1分", "扣5%", "扣权重的3%", "得3分", "得权重的60%", "95%以上", "低于60%", "80%-90%", "每下降1%", "每少一次", "存在一项不合规",
            "按完成比例得分", "①制度健全", "②执行有效", "；", "，", "。", "\n", "符合", "不符合", "酌情扣分", "一票否决", "占20%", "不足1%不计", "扣完为止", "否则",
            "（", "）", "10天以内", "得80%-100%", "每符合一项", "与计划相差5%", "得分=完成率×分值", "达到100%", "为0",
        ];
        var random = new Random(99);
        for (var i = 0; i < 4000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => phrases[random.Next(phrases.Length)]));
            var weight = random.Next(1, 20);
            var read = RuleReader.Read(text, weight, "指标", "①甲；②乙");
            for (var n = 0; n < 12 && read.Questions.Count > 0; n++)
            {
                var question = read.Questions[random.Next(read.Questions.Count)];
                var answer = question.Answers[random.Next(question.Answers.Count)];
                try
                {
                    read = read.Answer(question.Key, answer.Key, answer.Typed == TypedValue.Text ? "甲 3\n乙 4" : "7");
                }
                catch (RuleBroken broken)
                {
                    Assert.NotEmpty(broken.Message);
                    break;
                }
            }

            if (read.Rule is { } rule)
            {
                Assert.NotEmpty(rule.Standard(weight));
            }
        }
    }
}

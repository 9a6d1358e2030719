namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What is asked where a text cannot be taken for one kind of rule.</summary>
internal static class Fallback
{
    public static RuleAnswer Expert { get; } = new("expert", "由评审人综合评定，写明理由", "评审人在0分和分值之间给分，系统不计算。");

    public static RuleAnswer Other { get; } = new("other", "都不是，我自己选择规则类型、填写参数", "这段文字只留作说明，计分按自己填写的规则。");

    /// <summary>Asks which kind is meant.</summary>
    /// <param name="page">The text.</param>
    /// <param name="reason">Chinese half-sentence: why it is not clear.</param>
    /// <param name="kinds">Kinds that the text may mean: the answer, and what it leads to.</param>
    public static ScoringRule? Ask(Page page, string reason, params IReadOnlyList<(RuleAnswer Answer, Func<ScoringRule?> Then)> kinds)
    {
        var reply = page.Interview.Ask(QuestionKind.Type, $"{reason}。这条标准按哪一种办法计分？", [.. kinds.Select(k => k.Answer).Take(2), Expert, Other]);
        return reply is null ? null : Follow(page, reply, kinds);
    }

    /// <summary>When stretches remain that say something about points: whether to go on without them.</summary>
    public static ScoringRule? AskAboutRest(Page page, ScoringRule? rule, string rest) =>
        Confirm(page, rule, $"“{rest}”没有读懂。是否只按读懂的部分计分？", "是，没有读懂的文字只是说明");

    /// <summary>When the finished rule does not account for the whole text.</summary>
    public static ScoringRule? AskAboutDoubt(Page page, ScoringRule rule, string doubt) =>
        Confirm(page, rule, $"{doubt}。是否就按读出的规则计分？", "是，就按这条规则计分");

    private static ScoringRule? Confirm(Page page, ScoringRule? rule, string question, string yes)
    {
        var example = rule is null ? "没有读懂的文字不影响得分。" : $"得分只按这条规则：{rule.Standard(page.Weight)}";
        (RuleAnswer, Func<ScoringRule?>)[] kinds = [(new RuleAnswer("asread", yes, example), () => rule)];
        var reply = page.Interview.Ask(QuestionKind.Type, question, [kinds[0].Item1, Expert, Other], 2);
        return reply is null ? null : Follow(page, reply, kinds);
    }

    private static ScoringRule? Follow(Page page, Reply reply, IReadOnlyList<(RuleAnswer Answer, Func<ScoringRule?> Then)> kinds)
    {
        if (reply.Answer == Other.Key)
        {
            page.Refusal = "请直接选择规则类型并填写参数，这段文字保留为评分标准的原文。";
            return null;
        }

        if (reply.Answer == Expert.Key)
        {
            page.UseNothing();
            page.Use(0, page.Text.Length, "评审人综合评定时的依据");
            return new Expert(page.Normal.Written(0, page.Text.Length));
        }

        return kinds.First(k => k.Answer.Key == reply.Answer).Then();
    }
}

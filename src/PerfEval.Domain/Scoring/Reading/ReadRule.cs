namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// What was read from a 评分标准: a complete rule, or a part of one with the questions that are open, or a refusal.
/// Immutable; an answer gives the next proposal.
/// </summary>
public sealed class ReadRule
{
    private readonly RuleText text;
    private readonly IReadOnlyList<Reply> replies;
    private readonly string? boundBy;

    private ReadRule(RuleText text, IReadOnlyList<Reply> replies, string? boundBy)
    {
        this.text = text;
        this.replies = replies;
        this.boundBy = boundBy;
    }

    /// <summary>The proposed rule; null while a question is open and when nothing can be proposed.</summary>
    public ScoringRule? Rule { get; private init; }

    /// <summary>What the text leaves open; empty when the rule is complete or refused.</summary>
    public IReadOnlyList<RuleQuestion> Questions { get; private init; } = [];

    /// <summary>Which stretch of the text gave which parameter, in the order of the text.</summary>
    public IReadOnlyList<Understanding> Understood { get; private init; } = [];

    /// <summary>Stretches that gave nothing, in the order of the text.</summary>
    public IReadOnlyList<UnusedText> Unused { get; private init; } = [];

    /// <summary>Why nothing can be proposed, and what to do instead, a Chinese sentence; null otherwise.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Which project figure would feed the leaf; null when none is named.</summary>
    public BindingProposal? Binding { get; private init; }

    /// <summary>The rule can be taken over as it is.</summary>
    public bool Complete => Rule is not null;

    /// <summary>The next proposal.</summary>
    /// <param name="question">Key of an open question.</param>
    /// <param name="answer">Key of one of its answers.</param>
    /// <param name="typed">What was typed with it, where the answer asks for it.</param>
    /// <exception cref="RuleBroken">Question or answer unknown, or what was typed cannot be read or makes no rule.</exception>
    public ReadRule Answer(string question, string answer, string? typed = null)
    {
        var asked = Questions.FirstOrDefault(q => q.Key == question)
            ?? throw new RuleBroken("这个问题已经回答过，或者与现在的文字对不上；请按页面上的问题重新回答。", "question");
        var chosen = asked.Answers.FirstOrDefault(a => a.Key == answer)
            ?? throw new RuleBroken($"没有选择“{asked.Text}”的答案；请选择其中一个。", question);
        var next = Of(text, [.. replies, Typing.Reply(asked, chosen, typed)], boundBy);
        return next.Broken is { } broken ? throw broken : next;
    }

    /// <summary>Answers the question about the figure.</summary>
    /// <param name="answer">Key of one of its answers.</param>
    /// <exception cref="RuleBroken">There is no such question or answer.</exception>
    public ReadRule Bind(string answer) => Binding?.Question?.Answers.Any(a => a.Key == answer) == true
        ? Of(text, replies, answer)
        : throw new RuleBroken("没有选择取数的口径；请选择其中一个。", "binding");

    /// <summary>Reads with what has been answered so far.</summary>
    internal static ReadRule Of(RuleText text, IReadOnlyList<Reply> replies, string? boundBy)
    {
        if (text.Fault() is { } fault)
        {
            return new ReadRule(text, replies, boundBy) { Refusal = fault };
        }

        var interview = new Interview(replies);
        var normal = NormalText.Of(text.Standard);
        if (normal.LongNumber() is { } number)
        {
            return new ReadRule(text, replies, boundBy) { Refusal = $"文中的数“{number}…”太长，读不了；请检查评分标准的原文。" };
        }

        var page = new Page(normal, text.Weight, text.Name, text.Explanation, interview);
        var rule = Interpreter.Read(page);
        RuleBroken? broken = null;
        if (rule is not null)
        {
            try
            {
                rule.Check(text.Weight);
            }
            catch (RuleBroken b)
            {
                broken = b;
                rule = null;
            }
        }

        if (broken is null && page.Refusal is null && rule is not Expert && interview.Open.All(q => q.Kind != QuestionKind.Type) && UnusedFinder.Meaningful(page) is { } rest)
        {
            rule = Fallback.AskAboutRest(page, rule, rest);
        }

        if (broken is null && page.Refusal is null && rule is not null && interview.Open.Count == 0 && replies.All(r => r.Answer != Fallback.Expert.Key) && ProposalGate.Doubt(page, rule) is { } doubt)
        {
            rule = Fallback.AskAboutDoubt(page, rule, doubt);
        }

        var refusal = page.Refusal ?? (broken is null ? null : "读出的规则不能用：" + broken.Faults[0].Message);
        var open = refusal is null ? interview.Open : [];
        return new ReadRule(text, replies, boundBy)
        {
            Rule = open.Count == 0 ? rule : null,
            Questions = open,
            Understood = page.Understood,
            Unused = UnusedFinder.In(page),
            Refusal = refusal,
            Binding = refusal is null ? BindingProposal.For(text, boundBy) : null,
            Broken = broken,
        };
    }

    /// <summary>Why the rule that the answers lead to makes no sense.</summary>
    private RuleBroken? Broken { get; init; }
}

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>
/// What has been answered and what is still open. A reader asks as it goes; what has no answer yet comes back as null
/// and the question is kept, so that reading the same text again with one more reply goes one step further.
/// </summary>
internal sealed class Interview(IReadOnlyList<Reply> replies)
{
    private readonly List<RuleQuestion> open = [];

    /// <summary>In the order in which they were asked.</summary>
    public IReadOnlyList<RuleQuestion> Open => open;

    /// <summary>The reply to a question; null after keeping the question as open.</summary>
    public Reply? Ask(QuestionKind kind, string text, IReadOnlyList<RuleAnswer> answers, int number = 0)
    {
        var key = number == 0 ? kind.ToString() : $"{kind}-{number}";
        var reply = replies.FirstOrDefault(r => r.Question == key && answers.Any(a => a.Key == r.Answer));
        if (reply is null && open.All(q => q.Key != key))
        {
            open.Add(new RuleQuestion(key, kind, text, answers));
        }

        return reply;
    }
}

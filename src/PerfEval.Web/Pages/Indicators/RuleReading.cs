using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>A stretch of a text as the page shows it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Understood">It gave something.</param>
/// <param name="Unused">It gave nothing although it says something.</param>
/// <param name="Notes">Numbers of the meanings that end here.</param>
public sealed record ReadStretch(string Text, bool Understood, bool Unused, IReadOnlyList<int> Notes);

/// <summary>A question that was answered already.</summary>
public sealed record AnsweredQuestion(string Text, string Answer);

/// <summary>What was read from a 评分标准, with the answers given so far; nothing is saved by it.</summary>
public sealed class RuleReading
{
    private RuleReading(string text, ReadRule read) => (Text, Read) = (text, read);

    public string Text { get; }

    public ReadRule Read { get; private set; }

    /// <summary>The rule was put into the form, and its text with it.</summary>
    public bool Filled { get; private set; }

    public List<AnsweredQuestion> Answered { get; } = [];

    private readonly List<(string Question, string Message)> refused = [];

    private readonly List<ReplyForm> taken = [];

    /// <summary>Answers that cannot be taken, each with the field it belongs to.</summary>
    public IEnumerable<Fault> Faults => refused.Select(r => new Fault(
        Read.Questions.ToList().FindIndex(q => q.Key == r.Question) is >= 0 and var open ? $"Form.Replies[{taken.Count + open}].Answer" : "Form.ReadText", r.Message));

    /// <summary>Reads when a button asks for it: read begins anew, answer and fill go on with what was answered.</summary>
    public static RuleReading? Of(RuleForm form, Indicator leaf, string? act)
    {
        if (act == "read")
        {
            (form.ReadShown, form.BoundBy) = (true, null);
            form.Replies.Clear();
        }

        if (!form.ReadShown)
        {
            return null;
        }

        var text = form.ReadText ?? "";
        var reading = new RuleReading(text, RuleReader.Read(text, leaf.Weight, leaf.Name, form.Explanation));
        foreach (var reply in form.Replies)
        {
            reading.Take(reply);
        }

        if (!string.IsNullOrEmpty(form.BoundBy))
        {
            reading.Try("", () => reading.Read = reading.Read.Bind(form.BoundBy));
        }

        if (act == "answer")
        {
            var open = reading.Read.Questions.Where(q => reading.refused.All(r => r.Question != q.Key));
            reading.refused.AddRange(open.Where(q => form.Replies.Any(r => r.Question == q.Key)).Select(q => (q.Key, $"请回答：{q.Text}")));
        }

        // Answered ones first, then what is open, in the order in which the page shows them.
        form.Replies = [.. reading.taken, .. reading.Read.Questions.Select(q => form.Replies.Find(r => r.Question == q.Key) ?? new() { Question = q.Key })];
        return reading;
    }

    /// <summary>Puts a complete rule into the form, for review.</summary>
    /// <returns>Whether it was.</returns>
    public bool FillInto(RuleForm form, string? act)
    {
        if (act != "fill" || Read.Rule is not { } rule)
        {
            return false;
        }

        form.Take(rule);
        if (Read.Binding?.Binding is { } binding)
        {
            (form.Figure, form.Denominator) = (binding.Figure, binding.Denominator);
        }

        // What fed the rule before may be nothing that this one can take.
        form.Figure = form.Figure is { } figure && rule.Takes(figure) ? figure : null;

        (form.ReadShown, Filled) = (false, true);

        // What was read is what the rule now says; an older wording beside it would contradict it.
        form.Standard = string.IsNullOrWhiteSpace(Text) ? form.Standard : Text.Trim();
        return true;
    }

    /// <summary>The text, cut where an understood or unused stretch begins or ends.</summary>
    public IReadOnlyList<ReadStretch> Stretches
    {
        get
        {
            var cuts = Read.Understood.SelectMany(u => new[] { u.Start, u.Start + u.Length })
                .Concat(Read.Unused.SelectMany(u => new[] { u.Start, u.Start + u.Length }))
                .Append(0).Append(Text.Length).Where(c => c >= 0 && c <= Text.Length).Distinct().Order().ToList();
            return [.. cuts.Zip(cuts.Skip(1)).Select(c => new ReadStretch(
                Text[c.First..c.Second],
                Read.Understood.Any(u => u.Start <= c.First && u.Start + u.Length >= c.Second),
                Read.Unused.Any(u => u.Start <= c.First && u.Start + u.Length >= c.Second),
                [.. Read.Understood.Select((u, i) => (End: u.Start + u.Length, Number: i + 1)).Where(u => u.End == c.Second).Select(u => u.Number)]))];
        }
    }

    private void Take(ReplyForm reply)
    {
        if (string.IsNullOrEmpty(reply.Answer) || Read.Questions.FirstOrDefault(q => q.Key == reply.Question) is not { } question)
        {
            return;
        }

        var typed = reply.Typed.GetValueOrDefault(reply.Answer);
        Try(question.Key, () =>
        {
            Read = Read.Answer(question.Key, reply.Answer, typed);
            var chosen = question.Answers.First(a => a.Key == reply.Answer);
            taken.Add(reply);
            Answered.Add(new(question.Text, string.IsNullOrWhiteSpace(typed) ? chosen.Label : $"{chosen.Label}：{typed}{chosen.Unit}"));
        });
    }

    private void Try(string question, Action act)
    {
        try
        {
            act();
        }
        catch (RuleBroken broken)
        {
            refused.AddRange(broken.Faults.Select(f => (question, f.Message)));
        }
    }
}

using PerfEval.Domain.Access;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;

namespace PerfEval.Domain.Projects;

/// <summary>What the unit answered to findings (答复).</summary>
public sealed partial class Project
{
    private readonly List<FindingAnswer> answers = [];

    /// <summary>答复, those to findings that are gone included.</summary>
    public IReadOnlyList<FindingAnswer> Answers => answers;

    /// <summary>The answer to a finding with these very numbers; null when nobody gave one.</summary>
    public FindingAnswer? AnswerTo(Finding finding)
    {
        if (answers.Count == 0)
        {
            return null;
        }

        var key = finding.Key();
        return answers.Find(a => a.Key == key);
    }

    /// <summary>
    /// The 退回 that did not accept the answer to a finding: it came after the answer and its text names the finding, in the
    /// very words that <see cref="Finding.Explanation"/> has. Null while the answer stands, and where there is none.
    /// </summary>
    /// <param name="finding">The finding as it stands now.</param>
    public EvaluationEvent? ReturnOf(Finding finding) => AnswerTo(finding) is { } answer
        ? Evaluation.Events.LastOrDefault(e => e.Act == Act.Return && e.At >= answer.At && e.Reason is { } reason && Names(reason, finding))
        : null;

    /// <summary>Whether a finding has an answer that stands: not taken back, and no 退回 since that names it.</summary>
    /// <param name="finding">The finding as it stands now.</param>
    public bool IsAnswered(Finding finding) => finding.IsAnswerable && AnswerTo(finding) is not null && ReturnOf(finding) is null;

    /// <summary>Answers a finding that can be answered (<see cref="Finding.IsAnswerable"/>).</summary>
    /// <param name="finding">The finding as it stands now.</param>
    /// <param name="seen">Version of the answer the person saw; null when there was none.</param>
    /// <param name="reason">Why it is no mistake.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="RuleBroken">It can only be mended, the reason is missing, too long or the one that was returned, or the project is not open.</exception>
    public FindingAnswer Answer(Finding finding, long? seen, string? reason, Actor by, DateTime at)
    {
        Evaluation.RefuseUnlessOpen();
        if (!finding.IsAnswerable)
        {
            throw new RuleBroken($"{finding.Severity.Word()}不能用答复消除：{finding.Explanation}。请{finding.Remedy}", "Reason");
        }

        var words = Text.Lines(reason);
        if (words.Length is 0 or > FindingAnswer.ReasonLength)
        {
            throw new RuleBroken(words.Length == 0 ? "请写明理由：为什么这处不是错误" : $"理由有{words.Length}个字，请缩短到{FindingAnswer.ReasonLength}个字以内", "Reason");
        }

        var stored = AnswerTo(finding);
        if (stored?.Version != seen && stored?.Reason != words)
        {
            throw new RowStale("这条答复");
        }

        if (stored?.Reason == words && ReturnOf(finding) is not null)
        {
            throw new RuleBroken("财政局没有认可这条答复，已经退回；请改正数字，或补充说明后再答复", "Reason");
        }

        if (stored is null)
        {
            answers.Add(stored = new FindingAnswer(finding, words, by, at));
        }
        else
        {
            stored.Set(words, by, at);
        }

        return stored;
    }

    /// <summary>Takes an answer back; the finding is open again.</summary>
    public void TakeBackAnswer(Guid id, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = Find(answers, a => a.Id, id, "这条答复");
        RowStale.Refuse(stored, seen, "这条答复");
        answers.Remove(stored);
    }

    // Rows move and are renamed between 退回 and 送审, sections are not: the same words said of another section are told apart.
    private bool Names(string reason, Finding finding) => finding.Place is CheckPlace.Words
        ? reason.Split('\n').Any(line => line.Contains(finding.Explanation, StringComparison.Ordinal)
            && (!line.Contains("报告正文“", StringComparison.Ordinal) || line.Contains(finding.Place.Word(this), StringComparison.Ordinal)))
        : reason.Contains(finding.Explanation, StringComparison.Ordinal);
}

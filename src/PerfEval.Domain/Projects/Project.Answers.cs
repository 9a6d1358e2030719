using PerfEval.Domain.Access;
using PerfEval.Domain.Checks;

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

    /// <summary>Answers a finding that can be answered (<see cref="Finding.IsAnswerable"/>).</summary>
    /// <param name="finding">The finding as it stands now.</param>
    /// <param name="seen">Version of the answer the person saw; null when there was none.</param>
    /// <param name="reason">Why it is no mistake.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="RuleBroken">It can only be mended, the reason is missing or too long, or the project is not open.</exception>
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
}

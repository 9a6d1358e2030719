using PerfEval.Domain.Access;

namespace PerfEval.Domain.Checks;

/// <summary>
/// 答复: why a doubt or a hint is no mistake, in the unit's words. It belongs to the finding with exactly these numbers
/// (<see cref="FindingKey"/>); the reviewers read it beside the finding.
/// </summary>
public sealed class FindingAnswer : IVersioned
{
    /// <summary>Most characters of the reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>Most characters of the explanation that was answered.</summary>
    public const int ExplanationLength = 500;

    /// <summary>Most characters of the check's code.</summary>
    public const int CodeLength = 20;

    private FindingAnswer()
    {
    }

    internal FindingAnswer(Finding finding, string reason, Actor by, DateTime at)
    {
        (Id, Key, Code) = (Guid.NewGuid(), finding.Key(), finding.Rule.Code);
        Explanation = finding.Explanation.Length > ExplanationLength ? finding.Explanation[..ExplanationLength] : finding.Explanation;
        Set(reason, by, at);
    }

    /// <summary>Id of the row.</summary>
    public Guid Id { get; private set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; private set; }

    /// <summary>Key of the finding.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Code of the check.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What was answered, as the finding said it.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Why it is no mistake.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who answered.</summary>
    public int UserId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    internal void Set(string reason, Actor by, DateTime at) => (Reason, UserId, UserName, At) = (Text.Lines(reason), by.UserId, by.Name, at);
}

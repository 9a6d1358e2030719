namespace PerfEval.Web.Pages.Surveys;

/// <summary>What somebody answers; nothing about who they are.</summary>
public sealed class AnswerForm
{
    /// <summary>Made for the page that was opened: sent twice, it is stored once.</summary>
    public Guid Id { get; set; } = Guid.NewGuid();

    public List<string?> Marks { get; set; } = [];

    public List<string?> Texts { get; set; } = [];

    /// <summary>Nobody sees this field, so only a program fills it.</summary>
    public string? Website { get; set; }
}

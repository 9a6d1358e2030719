namespace PerfEval.Web.Pages.Projects;

/// <summary>Why a doubt is no mistake.</summary>
public sealed class AnswerForm
{
    /// <summary>Key of the finding.</summary>
    public string? Key { get; set; }

    /// <summary>Version of the answer seen; null when there was none.</summary>
    public long? SeenVersion { get; set; }

    public string? Reason { get; set; }
}

namespace PerfEval.Web.Pages.Projects;

/// <summary>A reviewer's own score for a leaf.</summary>
public sealed class OverrideForm
{
    public int IndicatorId { get; set; }

    public long? SeenVersion { get; set; }

    public string? OverridePoints { get; set; }

    public string? OverrideReason { get; set; }
}

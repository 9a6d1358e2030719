using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Domain.Evaluations;

namespace PerfEval.Web.Pages.Projects;

/// <summary>A reviewer's own score for a leaf.</summary>
public sealed class OverrideForm
{
    public int IndicatorId { get; set; }

    public long? SeenVersion { get; set; }

    public string? OverridePoints { get; set; }

    public string? OverrideReason { get; set; }
}

internal static class LeafNotes
{
    /// <summary>Notes that are too long go to the model state.</summary>
    public static void CheckNotes(this PageModel page, LeafForm form, string prefix)
    {
        foreach (var (field, label, text) in new[] { ("Note", "评分说明", form.Note), ("Evidence", "佐证", form.Evidence), ("NotApplicableReason", "不适用的原因", form.NotApplicableReason), ("Reason", "理由", form.Reason) })
        {
            if (text?.Trim().Length > LeafScore.NoteLength)
            {
                page.ModelState.AddModelError($"{prefix}.{field}", $"“{label}”有{text.Trim().Length}个字，请缩短到{LeafScore.NoteLength}个字以内");
            }
        }
    }
}

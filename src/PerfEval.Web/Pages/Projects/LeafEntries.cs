using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>Takes the leaves that somebody touched from the form into the evaluation: all of them or none.</summary>
internal static class LeafEntries
{
    /// <summary>Enters every touched leaf; what is wrong with any of them goes to the model state and nothing is kept.</summary>
    /// <exception cref="RuleBroken">Something was wrong.</exception>
    /// <exception cref="RowStale">Somebody else saved some of them meanwhile; all of these are named.</exception>
    public static void Enter(PageModel page, Evaluation evaluation, Dictionary<int, Indicator> leaves, List<LeafForm> forms, string prefix)
    {
        evaluation.RefuseUnlessOpen();
        var stale = new List<string>();
        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i].IsTouched && !EnterOne(page, evaluation, leaves[forms[i].IndicatorId], forms[i], $"{prefix}[{i}]"))
            {
                stale.Add(leaves[forms[i].IndicatorId].Code);
            }
        }

        if (!page.ModelState.IsValid)
        {
            throw new RuleBroken([]);
        }

        if (stale.Count > 0)
        {
            throw new RowStale($"指标{string.Join("、", stale)}的评分");
        }
    }

    /// <summary>False when somebody else was faster.</summary>
    private static bool EnterOne(PageModel page, Evaluation evaluation, Indicator leaf, LeafForm form, string prefix)
    {
        CheckLengths(page, form, prefix);
        var faults = page.ModelState.ErrorCount;
        try
        {
            var input = form.ToInput(leaf.Rule!, page.ModelState, prefix);
            if (input is not null and not NotApplicableInput && page.ModelState.ErrorCount == faults)
            {
                // Score it once here, so that an input the rule cannot take is refused beside its field.
                leaf.Rule!.Score(leaf.Weight, input, leaf.Name);
            }

            evaluation.Enter(leaf.Id, form.SeenVersion, input, form.Note, form.Evidence);
        }
        catch (RuleBroken broken)
        {
            page.ModelState.AddModelError(prefix, $"{leaf.Code}：{broken.Message}");
        }
        catch (RowStale)
        {
            return false;
        }

        return true;
    }

    private static void CheckLengths(PageModel page, LeafForm form, string prefix)
    {
        foreach (var (field, label, text) in new[]
        {
            (nameof(LeafForm.Note), "评分说明", form.Note), (nameof(LeafForm.Evidence), "佐证", form.Evidence),
            (nameof(LeafForm.NotApplicableReason), "不适用的原因", form.NotApplicableReason), (nameof(LeafForm.Reason), "理由", form.Reason),
        })
        {
            if (text?.Trim().Length > LeafScore.NoteLength)
            {
                page.ModelState.AddModelError($"{prefix}.{field}", $"“{label}”有{text.Trim().Length}个字，请缩短到{LeafScore.NoteLength}个字以内");
            }
        }
    }
}

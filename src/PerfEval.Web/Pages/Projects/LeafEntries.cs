using Microsoft.AspNetCore.Mvc.RazorPages;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>Takes the leaves that somebody touched from the form into the evaluation: all of them or none.</summary>
internal static class LeafEntries
{
    /// <summary>Enters every touched leaf; what is wrong with any of them goes to the model state and nothing is kept.</summary>
    /// <exception cref="RuleBroken">Something was wrong.</exception>
    /// <exception cref="RowStale">Somebody else saved some of them meanwhile; all of these are named.</exception>
    public static void Enter(PageModel page, Project project, IReadOnlyList<Indicator> leaves, List<LeafForm> forms, string prefix)
    {
        project.Evaluation.RefuseUnlessOpen();
        var stale = new List<string>();
        for (var i = 0; i < leaves.Count; i++)
        {
            // A form may hold one leaf alone: faults are named by the leaf's place in the tree, where the page shows them.
            if (forms.Find(f => f.IndicatorId == leaves[i].Id) is { IsTouched: true } form && !EnterOne(page, project, leaves[i], form, $"{prefix}[{i}]"))
            {
                stale.Add(leaves[i].Code);
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
    private static bool EnterOne(PageModel page, Project project, Indicator leaf, LeafForm form, string prefix)
    {
        form.CheckLengths(page.ModelState, prefix);
        var faults = page.ModelState.ErrorCount;
        try
        {
            var input = form.ToInput(leaf.Rule!, page.ModelState, prefix);
            if (input is not null and not NotApplicableInput && page.ModelState.ErrorCount == faults)
            {
                // Score it once here, so that an input the rule cannot take is refused beside its field.
                leaf.Rule!.Score(leaf.Weight, input, leaf.Name);
            }

            if (form.TargetId is { } target && project.Targets.All(t => t.Id != target))
            {
                page.ModelState.AddModelError($"{prefix}.TargetId", "所选目标不在本项目中，可能刚被删除，请重新选择");
            }

            project.Evaluation.Enter(leaf.Id, form.SeenVersion, input, form.Note, form.Evidence, form.TargetId);
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
}

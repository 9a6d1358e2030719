using Microsoft.AspNetCore.Mvc.ModelBinding;
using PerfEval.Domain;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What a reviewer enters for a leaf: another input, from which the rule computes, or points of their own, with a reason.</summary>
public sealed class OverrideForm
{
    public int IndicatorId { get; set; }

    public long? SeenVersion { get; set; }

    public string? OverridePoints { get; set; }

    public string? OverrideReason { get; set; }

    /// <summary>The input they found instead of the unit's.</summary>
    public LeafForm Own { get; set; } = new();

    /// <summary>The entry; what cannot be read, or no rule can score, goes to the model state.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="state">Where faults go.</param>
    /// <param name="prefix">Name of this form.</param>
    public ReviewEntry Read(Indicator leaf, ModelStateDictionary state, string prefix)
    {
        if (!string.IsNullOrWhiteSpace(OverridePoints) && FormRules.ToNumber(OverridePoints) is null)
        {
            state.AddModelError($"{prefix}.{nameof(OverridePoints)}", $"“改为”填写的“{OverridePoints}”不是数字");
            if (string.IsNullOrWhiteSpace(OverrideReason))
            {
                state.AddModelError($"{prefix}.{nameof(OverrideReason)}", "调整得分必须写明理由，理由会印在报告中");
            }
        }

        var own = $"{prefix}.{nameof(Own)}";
        Own.CheckLengths(state, own);
        var before = state.ErrorCount;
        var input = leaf.Rule is null ? null : Own.ToInput(leaf.Rule, state, own);
        if (input is not null and not NotApplicableInput && state.ErrorCount == before)
        {
            try
            {
                leaf.Rule!.Score(leaf.Weight, input, leaf.Name);
            }
            catch (RuleBroken broken)
            {
                state.AddModelError(own, broken.Message);
            }
        }

        // Where the input itself tells why, the reviewer need not write it twice.
        var told = input switch { JudgedInput judged => judged.Reason, NotApplicableInput none => none.Reason, _ => null };
        return new(input, FormRules.ToNumber(OverridePoints), string.IsNullOrWhiteSpace(OverrideReason) ? told : OverrideReason);
    }
}

using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What <c>_LeafInputs</c> draws: the fields of one leaf, for the unit or for a reviewer.</summary>
/// <param name="Form">What they hold.</param>
/// <param name="Name">Name of the form: Leaves[3] or Form.Own.</param>
/// <param name="Id">Begin of every id; unique in the page.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Row">As it is scored.</param>
/// <param name="Effect">What ticking 不适用 does to the total, in words.</param>
/// <param name="Targets">The targets of the project, to choose from where the leaf is bound to one.</param>
/// <param name="ForReviewer">True where a reviewer puts another input in the place of the unit's: then there is always one to type.</param>
/// <param name="ShowsErrors">True where the errors of the model state are about this form.</param>
public sealed record LeafInputs(
    LeafForm Form, string Name, string Id, Indicator Leaf, ScoreRow Row, string Effect, IReadOnlyList<Target> Targets, bool ForReviewer, bool ShowsErrors)
{
    /// <summary>The unit's own fields. Ids are what the error summary links to: the field's name with everything but letters and digits as “_”.</summary>
    public static LeafInputs OfUnit(EvaluationModel page, int index, Indicator leaf, ScoreRow row) =>
        new(page.Leaves[index], $"Leaves[{index}]", $"Leaves_{index}_", leaf, row, page.View.NotApplicableEffect(row), page.Frame.Project.Targets, false, true);

    /// <summary>A reviewer's fields.</summary>
    public static LeafInputs OfReviewer(EvaluationModel page, LeafForm own, Indicator leaf, ScoreRow row, bool typed) =>
        new(own, "Form.Own", typed ? "Form_Own" : $"own-{leaf.Id}", leaf, row, page.View.NotApplicableEffect(row), [], true, typed);

    /// <summary>True when the figure of the project counts and nobody needs to type anything.</summary>
    public bool IsBound => !ForReviewer && Leaf.Binding is not null && Row is { FigureFormula: not null, Input: not null } && Form.Value is null && Form.Count is null;

    /// <summary>True when the project says which of its targets feeds the leaf.</summary>
    public bool ChoosesTarget => !ForReviewer && Leaf.Binding?.Figure == Figure.SingleTargetCompletionRate;
}

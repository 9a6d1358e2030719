using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What stands around every page of a project: title, state, the acts the person has now, the tabs.</summary>
/// <param name="Project">The project.</param>
/// <param name="Active">Key of the tab.</param>
/// <param name="Person">Who looks at it.</param>
public sealed record ProjectFrame(Project Project, string Active, Actor Person)
{
    /// <summary>True when the person may change the rows now.</summary>
    public bool MayEnter => Person.Role == Role.Accountant && Project.Evaluation.IsOpen;

    /// <summary>Every text that stands as it was copied from last year.</summary>
    public IReadOnlyList<CarriedText> Carried { get; } = Project.Carried();

    /// <summary>Which kind of evaluation the person can enter now; null: none.</summary>
    public EvaluationKind? Reviews => Person.OrganisationId == Project.OrganisationId ? null : Project.Evaluation.Reviewable(Person);

    /// <summary>True when the person scores it now.</summary>
    public bool MayOverride => Reviews is not null;

    /// <summary>What the person can do with the evaluation now.</summary>
    public IEnumerable<Step> Steps => Person.IsDepartment ? [] : Workflow.For(Project.Evaluation.State, Person.Role)
        .Where(s => s.Act is Act.Accept || Person.Role != Role.Reviewer || Project.Evaluation.ReviewerId == Person.UserId);
}

using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>Texts of last year that nobody has edited or confirmed.</summary>
public static class CarriedTexts
{
    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("D-CARRY", "沿用上年的文字", "由上年结转的文字须逐处核对");

    /// <summary>One finding per page.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts) => facts.Project.Carried().GroupBy(c => PageOf(c.Key.Part)).Select(texts => new Finding(
        Rule, Severity.Doubt, Places.Page(texts.Key), $"{texts.Count()}处{string.Join("、", texts.Select(t => t.Key.Part.Word()).Distinct())}沿用上年，没有修改也没有确认",
        "在“逐处核对”页修改或确认"));

    private static ReadinessPlace PageOf(CarriedPart part) => part switch
    {
        CarriedPart.Section => ReadinessPlace.Narrative,
        CarriedPart.Objective or CarriedPart.Target => ReadinessPlace.Targets,
        CarriedPart.Implementation => ReadinessPlace.Implementation,
        _ => ReadinessPlace.Overview,
    };
}

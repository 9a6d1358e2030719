using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Checks.Data;

/// <summary>体检 of a project: every check of its data and its text. Pure and fast; it never throws.</summary>
public static class ProjectCheck
{
    private static readonly (CheckRule Rule, Func<ProjectFacts, IEnumerable<Finding>> Check)[] Checks =
    [
        (RequiredParts.Rule, RequiredParts.Of), (Chapters.Rule, Chapters.Of), (HeadOfReport.Rule, HeadOfReport.Of),
        (FundingAndUse.Rule, FundingAndUse.Of), (UnitSlips.Rule, UnitSlips.Of), (ColumnSums.Rule, ColumnSums.Of), (BalanceIdentity.Rule, LineChecks.Of),
        (OverSpending.Rule, OverSpending.Of), (CancelledSpending.Rule, CancelledSpending.Of), (CompletionStates.Rule, CompletionStates.Of),
        (FarAboveTarget.Rule, FarAboveTarget.Of), (VagueTargets.Rule, VagueTargets.Of), (Names.Rule, Names.Of), (Weights.Rule, Weights.Of), (Scores.Rule, Scores.Of),
        (TwiceDeducted.Rule, TwiceDeducted.Of), (EvidenceGiven.Rule, EvidenceGiven.Of), (RateDenominator.Rule, RateDenominator.Of), (TypedFigures.Rule, TypedFigures.Of), (ClaimsAgainstData.Rule, ClaimsAgainstData.Of),
        (SurveyState.Rule, SurveyState.Of), (CarriedTexts.Rule, CarriedTexts.Of), (FarFromLastYear.Rule, FarFromLastYear.Of),
    ];

    /// <summary>Every check there is.</summary>
    public static IReadOnlyList<CheckRule> Rules { get; } = [.. Checks.Select(c => c.Rule), BalanceReasons.Rule, QuantityTimesPrice.Rule, .. Enum.GetValues<StatementKind>().Select(TextRules.Of)];

    /// <summary>Checks the project as it stands.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="sheet">Its score sheet as computed now; null without a tree.</param>
    public static CheckResult Of(Project project, ScoreSheet? sheet) => Of(new ProjectFacts(project, null, sheet));

    /// <summary>Checks the facts of a project; errors first, then what is missing, doubts and hints.</summary>
    public static CheckResult Of(ProjectFacts facts)
    {
        var text = Narrative.Of(facts);
        return new([.. WithoutTwins(Checks.SelectMany(c => c.Check(facts)), text.Findings).OrderBy(f => Order(f.Severity))], text.Verified);
    }

    /// <summary>Checks one section as it is being typed.</summary>
    /// <param name="facts">The project with that text, see <see cref="ProjectFacts.Typing"/>.</param>
    /// <param name="section">The section.</param>
    public static CheckResult OfSection(ProjectFacts facts, Guid section)
    {
        var (key, text) = (section.ToString(), Narrative.Of(facts));
        return new([.. WithoutTwins(TypedFigures.Of(facts).Concat(ClaimsAgainstData.Of(facts)).Concat(RateDenominator.Of(facts)).Concat(Chapters.Of(facts)), text.Findings)
            .Where(f => f.Place is CheckPlace.Words { Length: > 0 } words && words.Section == key).OrderBy(f => Order(f.Severity))], [.. text.Verified.Where(v => v.Place.Section == key)]);
    }

    // What the text says against itself is told once, and so is what it says against the data in the same words.
    private static IEnumerable<Finding> WithoutTwins(IEnumerable<Finding> ofData, IReadOnlyList<Finding> ofText) => ofData.Where(d =>
        (d.Rule != TypedFigures.Rule && d.Rule != ClaimsAgainstData.Rule) || d.Severity != Severity.Doubt || d.Place is not CheckPlace.Words words
        || !ofText.Any(t => t.Severity == Severity.Error && t.Place is CheckPlace.Words other && other.Overlaps(words))).Concat(ofText);

    private static int Order(Severity severity) => severity switch { Severity.Error => 0, Severity.Missing => 1, Severity.Doubt => 2, _ => 3 };
}

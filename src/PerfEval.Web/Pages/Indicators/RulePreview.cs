using PerfEval.Domain;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What a rule does, as the page shows it beside the form.</summary>
/// <param name="Rule">The rule as typed; null while something is missing or wrong.</param>
/// <param name="Weight">Weight of the leaf in points.</param>
/// <param name="Places">Places to which the tree rounds its leaves.</param>
/// <param name="Subject">Name of the leaf.</param>
/// <param name="Faults">What keeps it from being a rule.</param>
public sealed record RulePreview(ScoringRule? Rule, decimal Weight, int Places, string Subject, IReadOnlyList<Fault> Faults)
{
    /// <summary>评分标准 in the rule's own words.</summary>
    public string Standard => Rule!.Standard(Weight);

    /// <summary>Legal, and yet not what it seems to say.</summary>
    public IReadOnlyList<RuleDefect> Defects { get; } = Rule?.Defects(Weight) ?? [];

    public RuleTable? Table { get; } = Rule is null ? null : RuleTable.Of(Rule, Weight, Subject);

    public CurveDrawing? Curve { get; } = Rule is not null && RuleCurve.Of(Rule, Weight) is { } curve ? new(curve) : null;

    /// <summary>Points as the score sheet will have them.</summary>
    public string Points(decimal exact) => Numbers.Plainly(Math.Min(Weight, Rounding.Round(exact, Places)));
}

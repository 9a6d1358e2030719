using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>How trees and their rules are shown.</summary>
internal static class TreeWords
{
    /// <summary>Kind of the mark beside the status.</summary>
    public static string Mark(this TreeStatus status) => status == TreeStatus.Published ? "ok" : "none";

    /// <summary>第2版.</summary>
    public static string VersionWord(this IndicatorTree tree) => $"第{tree.VersionNumber}版";

    /// <summary>The 评分标准 as written, else the rule's own; null when the leaf has neither.</summary>
    public static string? StandardOf(Indicator leaf) => leaf.Standard ?? TryAsk(leaf, rule => rule.Standard(leaf.Weight));

    /// <summary>What is doubtful about the rule of a leaf.</summary>
    public static IReadOnlyList<RuleDefect> DefectsOf(Indicator leaf) => TryAsk(leaf, rule => rule.Defects(leaf.Weight)) ?? [];

    private static T? TryAsk<T>(Indicator leaf, Func<ScoringRule, T> ask) where T : class
    {
        try
        {
            return leaf.Rule is null ? null : ask(leaf.Rule);
        }
        catch (RuleBroken)
        {
            // A rule that was legal when it was stored; the checks of the tree name what is wrong.
            return null;
        }
    }
}

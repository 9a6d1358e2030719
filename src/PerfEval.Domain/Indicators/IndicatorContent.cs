using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Indicators;

/// <summary>What a person writes about one indicator.</summary>
/// <param name="Code">Normalised code, unique in the tree: C115.</param>
/// <param name="Name">Name without code: 预算执行率.</param>
/// <param name="Weight">分值 in points, above 0, at most 100.</param>
/// <param name="Rule">评分标准 in formal shape; leaves only.</param>
/// <param name="Binding">Figure that feeds the leaf; null when a person types the input.</param>
/// <param name="Explanation">指标解释.</param>
/// <param name="Standard">评分标准 as written on paper; null: the rule's own text is used.</param>
/// <param name="EvidenceNeeded">所需佐证材料.</param>
/// <param name="StatedCode">Code as printed where it differs: C1115; else null.</param>
/// <param name="PrintedName">Heading as printed, with its code: “C22公众满意度”; null: code, dot and name.</param>
/// <param name="Verification">How far the wording was compared with its source.</param>
public sealed record IndicatorContent(
    string Code,
    string Name,
    decimal Weight,
    ScoringRule? Rule = null,
    FigureBinding? Binding = null,
    string? Explanation = null,
    string? Standard = null,
    string? EvidenceNeeded = null,
    string? StatedCode = null,
    string? PrintedName = null,
    Verification? Verification = null)
{
    /// <summary>With what a person typed in its place. What the source printed goes where it would contradict that.</summary>
    public IndicatorContent Typed(string code, string name, decimal weight) => this with
    {
        Code = code,
        Name = name,
        Weight = weight,
        StatedCode = code == Code ? StatedCode : null,
        PrintedName = code == Code && name == Name ? PrintedName : null,
    };
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>Ways in which a rule can be legal and yet not do what it seems to say (domain.md §5.2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefectKind>))]
public enum DefectKind
{
    /// <summary>扣完为止不可达: the worst case still leaves points.</summary>
    UnreachableFloor,

    /// <summary>断崖: at the cut-off the score jumps from well above zero to zero.</summary>
    CliffAtCutoff,

    /// <summary>A lesser level earns as much as the best one.</summary>
    PartialEqualsFull,

    /// <summary>A level, item or their sum is worth more than the weight.</summary>
    PointsAboveWeight,

    /// <summary>One single failure takes everything although the text speaks of step-by-step deduction.</summary>
    AnyFailureMeansZero,

    /// <summary>The best case stays below the weight.</summary>
    FullMarksUnreachable,
}

/// <summary>One defect of a rule at a given weight.</summary>
/// <param name="Kind">Which defect.</param>
/// <param name="Message">Chinese sentence with the numbers that show it.</param>
public sealed record RuleDefect(DefectKind Kind, string Message);

/// <summary>What a rule makes of an input.</summary>
/// <param name="Points">Exact points within [0, weight]; not rounded.</param>
/// <param name="Explanation">Chinese sentence that names input, limit, steps and deduction with their numbers.</param>
public sealed record RulePoints(decimal Points, string Explanation);

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

    /// <summary>Everything is deducted before the cut-off is reached, which therefore decides nothing.</summary>
    CutoffNeverActs,
}

/// <summary>One defect of a rule at a given weight.</summary>
/// <param name="Kind">Which defect.</param>
/// <param name="Message">Chinese sentence with the numbers that show it.</param>
public sealed record RuleDefect(DefectKind Kind, string Message);

/// <summary>What can be done about a defect.</summary>
public static class DefectWords
{
    /// <summary>The remedy, a Chinese sentence for the person who writes the rule.</summary>
    public static string Remedy(this DefectKind kind) => kind switch
    {
        DefectKind.UnreachableFloor => "要让“扣完为止”成立，请提高每次扣分、缩小每步的大小，或者另设截止线；如果最差也应留分，请写明扣至几分为止。",
        DefectKind.CliffAtCutoff => "要让得分平缓，请降低截止线，或提高每步的扣分，使到截止线时正好扣完；如果就是要求一票否决，可以保留。",
        DefectKind.PartialEqualsFull => "请降低较低一档的得分，或者改用权重的百分比，这样分值改变时两档仍有区别。",
        DefectKind.PointsAboveWeight => "请把得分改到不超过分值，或者改用权重的百分比；多出的部分不会计入得分。",
        DefectKind.AnyFailureMeansZero => "如果就是一项不符合即不得分，请改用“一例否决”（分类扣分的勾选“否决”），意思更清楚；否则请降低每次的扣分。",
        DefectKind.CutoffNeverActs => "要让截止线起作用，请移到扣完之前，或者降低每步的扣分；不需要截止线的，请删去，“扣完为止”已经写明。",
        DefectKind.FullMarksUnreachable => "请提高最高一档或各项的得分，使全部做到时正好等于分值。",
        _ => "",
    };
}

/// <summary>What a rule makes of an input.</summary>
/// <param name="Points">Exact points within [0, weight]; not rounded.</param>
/// <param name="Explanation">Chinese sentence that names input, limit, steps and deduction with their numbers.</param>
public sealed record RulePoints(decimal Points, string Explanation);

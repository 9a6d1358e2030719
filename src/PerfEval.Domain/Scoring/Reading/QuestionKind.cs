using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>What a 评分标准 can leave open.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>每下降1%: one percentage point, or one hundredth of the full mark.</summary>
    PercentPoints,

    /// <summary>What part of a step counts.</summary>
    StepMode,

    /// <summary>Whether exactly the limit still earns, where the text contradicts itself or the rule.</summary>
    CutoffInclusive,

    /// <summary>From which value on full marks are earned.</summary>
    FullMarks,

    /// <summary>How much one deduction is.</summary>
    Deduct,

    /// <summary>What a level earns.</summary>
    Points,

    /// <summary>The planned value.</summary>
    Target,

    /// <summary>On which side points are lost, or by which formula.</summary>
    Direction,

    /// <summary>What the items of a list are, or what each is worth.</summary>
    Items,

    /// <summary>Which kind of rule is meant.</summary>
    Type,

    /// <summary>What a number counts: points or percent of the weight.</summary>
    Unit,
}

/// <summary>What an answer needs besides being chosen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TypedValue>))]
public enum TypedValue
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text; several things stand in lines of their own.</summary>
    Text,
}

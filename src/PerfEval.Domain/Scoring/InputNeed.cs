using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>The shapes of input a rule can ask for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputKind>))]
public enum InputKind
{
    /// <summary><see cref="MetInput"/>.</summary>
    Met,

    /// <summary><see cref="LevelInput"/>.</summary>
    Level,

    /// <summary><see cref="CountInput"/>.</summary>
    Count,

    /// <summary><see cref="CountsInput"/>.</summary>
    Counts,

    /// <summary><see cref="ValueInput"/>.</summary>
    Value,

    /// <summary><see cref="ActualsInput"/>.</summary>
    Actuals,

    /// <summary><see cref="ItemsInput"/>.</summary>
    Items,

    /// <summary><see cref="JudgedInput"/>.</summary>
    Judged,
}

/// <summary>What a rule wants to know before it can score.</summary>
/// <param name="Kind">Shape of the input.</param>
/// <param name="Prompt">Chinese noun phrase that names it, fit for a form label: “不合理事项的项数”.</param>
public sealed record InputNeed(InputKind Kind, string Prompt);

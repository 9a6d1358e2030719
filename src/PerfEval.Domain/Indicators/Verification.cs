using System.Text.Json.Serialization;

namespace PerfEval.Domain.Indicators;

/// <summary>核实状态: how far the wording of an indicator was compared with the document it comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verification>))]
public enum Verification
{
    /// <summary>已核实: the wording was seen in a public document.</summary>
    Verbatim,

    /// <summary>部分核实.</summary>
    Partial,

    /// <summary>未核实: written from memory.</summary>
    FromMemory,
}

/// <summary>Words of <see cref="Verification"/>.</summary>
public static class VerificationWords
{
    /// <summary>已核实, 部分核实, 未核实.</summary>
    public static string Word(this Verification verification) => verification switch
    {
        Verification.Verbatim => "已核实",
        Verification.Partial => "部分核实",
        _ => "未核实",
    };

    /// <summary>The state that a word names; null for any other.</summary>
    public static Verification? Parse(string? word) => word?.Trim() switch
    {
        "已核实" => Verification.Verbatim,
        "部分核实" => Verification.Partial,
        "未核实" => Verification.FromMemory,
        _ => null,
    };
}

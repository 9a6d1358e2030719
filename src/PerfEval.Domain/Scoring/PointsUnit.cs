using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>What a deduction or an award is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PointsUnit>))]
public enum PointsUnit
{
    /// <summary>分.</summary>
    Points,

    /// <summary>Percent of the leaf's weight (权重的百分之几).</summary>
    PercentOfWeight,
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Indicators;

/// <summary>What becomes of the weight of a leaf that does not apply (domain.md §5.1 NA_POLICY).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotApplicablePolicy>))]
public enum NotApplicablePolicy
{
    /// <summary>不适用得满分.</summary>
    FullMarks,

    /// <summary>不适用的分值由其余指标按比例分担: the rest is scaled to 100.</summary>
    RedistributeWeight,
}

/// <summary>Words of <see cref="NotApplicablePolicy"/>.</summary>
public static class NotApplicableWords
{
    /// <summary>得满分, 由其余指标按比例分担.</summary>
    public static string Word(this NotApplicablePolicy policy) => policy == NotApplicablePolicy.FullMarks ? "得满分" : "由其余指标按比例分担";
}

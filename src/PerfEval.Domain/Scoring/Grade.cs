using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>等级 (domain.md §1.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grade>))]
public enum Grade
{
    /// <summary>优, 90 points or more.</summary>
    Excellent,

    /// <summary>良, 80 to below 90.</summary>
    Good,

    /// <summary>中, 60 to below 80.</summary>
    Fair,

    /// <summary>差, below 60.</summary>
    Poor,
}

/// <summary>From totals to grades and from grades to words.</summary>
public static class Grades
{
    /// <summary>Places to which a total is rounded before it is judged, so that 89.996, shown as 90.00, is 优.</summary>
    public const int TotalPlaces = 2;

    /// <summary>The grade of a total.</summary>
    /// <param name="total">Points, 0 to 100.</param>
    public static Grade Of(decimal total) => Rounding.Round(total, TotalPlaces) switch
    {
        >= 90m => Grade.Excellent,
        >= 80m => Grade.Good,
        >= 60m => Grade.Fair,
        _ => Grade.Poor,
    };

    /// <summary>优, 良, 中 or 差.</summary>
    public static string Word(this Grade grade) => grade switch
    {
        Grade.Excellent => "优",
        Grade.Good => "良",
        Grade.Fair => "中",
        _ => "差",
    };
}

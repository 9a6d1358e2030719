namespace PerfEval.Domain.Checks.Reading;

/// <summary>What a number of a text measures; only numbers of the same measure are added or compared.</summary>
public enum Measure
{
    /// <summary>No unit is written.</summary>
    Plain,

    /// <summary>元, with 千, 万, 亿</summary>
    Money,

    /// <summary>%</summary>
    Percent,

    /// <summary>百分点</summary>
    PercentPoint,

    /// <summary>分 of a score</summary>
    Points,

    /// <summary>人, 户, 场, 项 and other things that are counted</summary>
    Count,

    /// <summary>Length, area, weight and volume</summary>
    Quantity,

    /// <summary>天, 月, 年 as a length of time</summary>
    Time,
}

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>How a text marks the end of a range.</summary>
internal enum Edge
{
    /// <summary>Not at all: 80%-90%.</summary>
    Plain,

    /// <summary>The number belongs to the range: ≥, 达到, (含).</summary>
    In,

    /// <summary>It does not: &gt;, 低于, (不含).</summary>
    Out,

    /// <summary>By the usage of official texts it does: 以上, 以下, 以内.</summary>
    Official,
}

/// <summary>A range of measured values: “满意度80%(含)-90%”.</summary>
/// <param name="Start">First character of its numbers in the normalised text; what precedes is the subject.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Low">Lower end; null: open.</param>
/// <param name="LowEdge">How it is marked.</param>
/// <param name="High">Upper end; null: open.</param>
/// <param name="HighEdge">How it is marked.</param>
/// <param name="Measure">Unit; empty when none is written.</param>
/// <param name="Exact">One value only: 完成率100%.</param>
/// <param name="Subject">What is measured, as normalised.</param>
internal sealed record Range(
    int Start, int End, decimal? Low, Edge LowEdge, decimal? High, Edge HighEdge, string Measure, bool Exact, string Subject);

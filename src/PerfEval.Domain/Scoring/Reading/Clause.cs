namespace PerfEval.Domain.Scoring.Reading;

/// <summary>A condition and what it does with the points: “部分规范，得权重的60%”.</summary>
/// <param name="Start">First character of the condition.</param>
/// <param name="End">Behind its last character; equal to <paramref name="Start"/> when it is empty.</param>
/// <param name="Act">What it does.</param>
internal sealed record Clause(int Start, int End, Act Act)
{
    public bool Empty => Start == End;
}

/// <summary>A stretch of the normalised text.</summary>
internal readonly record struct Stretch(int Start, int End);

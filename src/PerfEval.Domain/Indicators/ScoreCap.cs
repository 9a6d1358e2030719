namespace PerfEval.Domain.Indicators;

/// <summary>总分封顶 (domain.md §1.5, last item): below an execution rate the total cannot exceed a limit.</summary>
/// <param name="BelowRate">Execution rate in percent, exclusive, above 0 and at most 100.</param>
/// <param name="MaxTotal">Largest total in points, 0 to 100.</param>
public sealed record ScoreCap(decimal BelowRate, decimal MaxTotal);

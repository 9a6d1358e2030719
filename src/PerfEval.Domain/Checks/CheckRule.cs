namespace PerfEval.Domain.Checks;

/// <summary>A check: what findings refer to.</summary>
/// <param name="Code">Stable and short: V1 … V16 for data, T-SUM and so on for text.</param>
/// <param name="Name">What it looks at, in Chinese.</param>
/// <param name="Clause">Why it exists: the clause or rule it rests on, in Chinese.</param>
public sealed record CheckRule(string Code, string Name, string Clause);

namespace PerfEval.Domain.Checks;

/// <summary>What checking one text or project brought to light.</summary>
/// <param name="Findings">Everything that does not add up, in the order of the text.</param>
/// <param name="Verified">Everything that was computed again and is right, in the order of the text.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, IReadOnlyList<VerifiedStatement> Verified)
{
    /// <summary>Nothing found, nothing verified.</summary>
    public static CheckResult Nothing { get; } = new([], []);

    /// <summary>True when at least one finding is an 错误.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Both, one after the other.</summary>
    public CheckResult With(CheckResult other) => new([.. Findings, .. other.Findings], [.. Verified, .. other.Verified]);
}

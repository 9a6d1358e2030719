using PerfEval.Domain.Checks;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>What a text must bring to light.</summary>
public enum Expect
{
    /// <summary>A statement of the kind is verified, and nothing is found.</summary>
    Right,

    /// <summary>An 错误 of the kind.</summary>
    Error,

    /// <summary>A 疑点, 提示 or 缺失 of the kind, and no 错误 at all.</summary>
    Doubt,

    /// <summary>Nothing is found: a trap for checkers that are too eager.</summary>
    Quiet,
}

/// <summary>A text and what it must bring to light.</summary>
public sealed record TextCase(Expect Expect, StatementKind Kind, string Text)
{
    /// <summary>What is wrong with the outcome; null when it is as expected.</summary>
    public string? Fault()
    {
        var result = TextCheck.Of(Text);
        var shown = string.Join(" | ", result.Findings.Select(f => $"{f.Severity} {f.Kind} {f.Explanation}")) + " || " + string.Join(" | ", result.Verified.Select(v => $"{v.Kind} {v.Formula}"));
        var good = Expect switch
        {
            Expect.Right => result.Findings.Count == 0 && result.Verified.Any(v => v.Kind == Kind),
            Expect.Error => result.Findings.Any(f => f.Kind == Kind && f.Severity == Severity.Error),
            Expect.Doubt => result.Findings.Any(f => f.Kind == Kind) && !result.HasErrors,
            _ => result.Findings.Count == 0,
        };
        return good ? null : $"{Expect} {Kind}: {Text}\n    → {shown}";
    }
}

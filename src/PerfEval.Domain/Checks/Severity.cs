namespace PerfEval.Domain.Checks;

/// <summary>How sure a check is, and what it asks for.</summary>
public enum Severity
{
    /// <summary>错误: two figures contradict each other, whatever way one reads them.</summary>
    Error,

    /// <summary>疑点: does not fit, but another reading is possible; the explanation names it.</summary>
    Doubt,

    /// <summary>提示: worth a look, for instance a difference that rounding explains.</summary>
    Hint,

    /// <summary>缺失: something that belongs there is not there.</summary>
    Missing,
}

/// <summary>The official word for a severity.</summary>
public static class SeverityWords
{
    /// <summary>错误, 疑点, 提示 or 缺失.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Doubt => "疑点",
        Severity.Hint => "提示",
        _ => "缺失",
    };
}

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Tells from the words around it whether something is claimed, or only wished, planned or supposed.</summary>
internal static class ClaimWords
{
    private const int Reach = 8;
    private static readonly string[] Wanting = ["确保", "力争", "应当", "应于", "须", "要求", "将", "保证", "争取", "务必", "是否", "不", "未", "没有", "推进", "督促", "如果", "如未", "若", "尽快", "推动", "力求", "以便", "为"];
    private static readonly string[] Standards = ["得满分", "不得分", "扣完为止", "得0分", "扣0", "的得", "则得", "得相应", "按比例得分", "按比例扣分", "酌情"];

    /// <summary>True after 确保, 力争, 未…: the claim is of what shall be, or is denied.</summary>
    /// <param name="before">Its sentence up to the claim, in plain text.</param>
    public static bool AreWishes(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - Reach)..];
        return Words.Any(before[(before.LastIndexOfAny("，；、:") + 1)..], Wanting);
    }

    /// <summary>True in a sentence of a scoring standard, which says what would happen.</summary>
    /// <param name="around">The sentence, or the part of it near the claim.</param>
    public static bool AreConditional(ReadOnlySpan<char> around) => Words.Any(around, Standards);
}

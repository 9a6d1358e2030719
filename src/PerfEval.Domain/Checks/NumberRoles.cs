namespace PerfEval.Domain.Checks;

/// <summary>Facts about numbers that several checks ask for.</summary>
internal sealed class NumberRoles
{
    private static readonly string[] Comparing = ["比上年", "较上年", "比去年", "较去年", "同比", "环比", "增长", "下降", "增加", "减少", "上年同期", "占"];
    private static readonly string[] EndsAsPart = ["占", "的", "比", "较"];

    private NumberRoles(int count)
    {
        Depth = new int[count];
        IsOperand = new bool[count];
        IsResult = new bool[count];
    }

    /// <summary>How many brackets are open around a number, within its block.</summary>
    public int[] Depth { get; }

    /// <summary>True for a number before “=” in a written calculation.</summary>
    public bool[] IsOperand { get; }

    /// <summary>True for the number after “=”.</summary>
    public bool[] IsResult { get; }

    /// <summary>The roles of all numbers of a text.</summary>
    public static NumberRoles Of(ReadText text)
    {
        var roles = new NumberRoles(text.Numbers.Count);
        foreach (var formula in text.Steps)
        {
            for (var i = formula.First; i < formula.Result; i++)
            {
                roles.IsOperand[i] = true;
            }

            roles.IsResult[formula.Result] = true;
        }

        foreach (var block in text.Blocks)
        {
            var (from, to) = text.Within(block.Stretch);
            var depth = 0;
            var at = block.Start;
            for (var i = from; i < to; i++)
            {
                for (; at < text.Numbers[i].Start; at++)
                {
                    depth = text.Plain[at] switch { '(' => depth + 1, ')' => Math.Max(0, depth - 1), '\n' => 0, _ => depth };
                }

                roles.Depth[i] = depth;
            }
        }

        return roles;
    }

    /// <summary>True when the number compares with something (占、比上年增加) instead of being a part or a total.</summary>
    public static bool Compares(ReadOnlySpan<char> lead) => Words.Any(lead, Comparing) || Words.End(lead, EndsAsPart);
}

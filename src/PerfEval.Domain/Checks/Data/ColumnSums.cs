using static PerfEval.Domain.Checks.Data.Wording;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V2: totals that a paper prints against the sums of its rows, and the printed totals against each other.</summary>
public static class ColumnSums
{
    private const decimal WanTwoPlaces = 100m;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V2", "列合计", "合计行＝各行相加");

    /// <summary>Every total that does not add up.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var (stated, lines) = (facts.Project.Stated, facts.Project.Lines);
        var known = lines.All(l => l.Allocated is not null) ? facts.Money.Allocated : null;
        var spent = lines.All(l => l.Spent is not null) ? facts.Money.LinesSpent : null;
        var balances = lines.Count > 0 && lines.All(l => (l.StatedBalance ?? l.Balance) is not null) ? lines.Sum(l => l.StatedBalance ?? l.Balance) : null;
        foreach (var (word, column, said, sum) in new[] { ("实际拨款", "Allocated", stated.Allocated, known), ("实际支出", "Spent", stated.Spent, spent), ("结余", "Balance", stated.Balance, balances) })
        {
            if (said is { } s && sum is { } c && s != c)
            {
                var tail = IsTail([.. lines.Select(l => (column switch { "Allocated" => l.Allocated, "Spent" => l.Spent, _ => l.StatedBalance ?? l.Balance })!.Value)], s);
                yield return new(Rule, tail ? Severity.Doubt : Severity.Error, Places.Column(Places.Lines, column),
                    $"原文合计“{word}”{Yuan(s)}，各行相加为{Yuan(c)}，合计{Apart(s - c)}" + (tail ? "；各数如按万元保留两位小数，四舍五入的尾差可以解释" : ""), "逐行核对，改正有误的行或合计数")
                { Stated = Yuan(s), Computed = Yuan(c), Subject = word };
            }
        }

        if (stated is { Allocated: { } a, Spent: { } p, Balance: { } b } && a - p != b)
        {
            yield return new(Rule, Severity.Error, Places.Column(Places.Lines, "Balance"),
                $"合计行不平：拨款{Yuan(a)}－支出{Yuan(p)}＝{Yuan(a - p)}，原文结余合计{Yuan(b)}", "核对合计行的三个数")
            { Stated = Yuan(b), Computed = Yuan(a - p), Subject = "合计行" };
        }
    }

    // Every number a multiple of 100元, as 万元 with two places are: each may be off by half of that.
    private static bool IsTail(List<decimal> parts, decimal total) =>
        total % WanTwoPlaces == 0 && parts.TrueForAll(p => p % WanTwoPlaces == 0) && Math.Abs(parts.Sum() - total) <= WanTwoPlaces / 2 * (parts.Count + 1);
}

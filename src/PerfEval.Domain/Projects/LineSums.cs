namespace PerfEval.Domain.Projects;

/// <summary>The sums of some spending lines, 元: sums first, rounded last, never typed.</summary>
/// <param name="Name">活动内容 of a subtotal; empty for lines without one and for the grand total.</param>
/// <param name="Count">Number of lines.</param>
/// <param name="Allocated">实际拨款; lines in which it is unknown count as 0.</param>
/// <param name="Spent">实际支出; lines in which it is unknown count as 0.</param>
/// <param name="Balance">结余 = 实际拨款 − 实际支出, as the money panel has it.</param>
public sealed record LineSums(string Name, int Count, decimal Allocated, decimal Spent, decimal Balance)
{
    /// <summary>执行率 in percent, exact; null while nothing is allocated.</summary>
    public decimal? Rate => Percent.Of(Spent, Allocated);

    /// <summary>One subtotal for each 活动内容, in the order in which they first appear.</summary>
    public static IReadOnlyList<LineSums> ByActivity(IEnumerable<BudgetLine> lines) =>
        [.. lines.GroupBy(l => l.ActivityGroup).Select(g => Of(g.Key, g))];

    /// <summary>The sums of the lines under a name.</summary>
    public static LineSums Of(string name, IEnumerable<BudgetLine> lines) =>
        lines.Aggregate(new LineSums(name, 0, 0, 0, 0), (sums, line) => sums with
        {
            Count = sums.Count + 1,
            Allocated = sums.Allocated + (line.Allocated ?? 0),
            Spent = sums.Spent + (line.Spent ?? 0),
            Balance = sums.Balance + (line.Allocated ?? 0) - (line.Spent ?? 0),
        });
}

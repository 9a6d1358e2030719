namespace PerfEval.Domain.Projects;

/// <summary>Notices amounts that are about 10,000 times off, as when a table in 万元 is taken for 元.</summary>
public static class AmountScale
{
    // A list of spending may be part of the budget or go beyond it; outside of this nobody is asked.
    private const decimal Least = 0.1m;
    private const decimal Most = 2m;

    /// <summary>The unit in which the amounts would fit the budget, when they do not fit it as they were read.</summary>
    /// <param name="total">Sum of the amounts as read, 元.</param>
    /// <param name="read">The unit they were read in.</param>
    /// <param name="budget">What the project has, 元; null or 0 when it is not known, and then nothing is asked.</param>
    /// <returns>The other unit, to be asked for; null when there is nothing to ask.</returns>
    public static AmountUnit? Suggests(decimal total, AmountUnit read, decimal? budget)
    {
        if (budget is not > 0 || total <= 0)
        {
            return null;
        }

        var other = read == AmountUnit.Yuan ? AmountUnit.Wan : AmountUnit.Yuan;
        var (share, otherShare) = (total / budget.Value, (read == AmountUnit.Yuan ? total * Money.Wan : total / Money.Wan) / budget.Value);
        return share is < Least or > Most && otherShare is >= Least and <= Most ? other : null;
    }
}

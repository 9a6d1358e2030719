namespace PerfEval.Domain.Checks.Data;

/// <summary>Amounts and names inside the sentences of findings.</summary>
internal static class Wording
{
    /// <summary>1,119,231.68元.</summary>
    public static string Yuan(decimal amount) => $"{Money.Show(amount)}元";

    /// <summary>多100.00元 or 少100.00元.</summary>
    public static string Apart(decimal difference) => difference > 0 ? $"多{Yuan(difference)}" : $"少{Yuan(-difference)}";

    /// <summary>At most so many of a list: a、b、c等5个.</summary>
    public static string Some(IReadOnlyList<string> names, int most = 4) =>
        names.Count <= most ? string.Join("、", names) : $"{string.Join("、", names.Take(most))}等{names.Count}个";
}

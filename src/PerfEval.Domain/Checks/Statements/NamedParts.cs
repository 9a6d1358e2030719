
namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// 任务260户，开工260户，开工率100%，竣工248户，竣工率95.4%: the number right before a rate that is named after it is its
/// numerator, and one of the numbers before that must be its denominator.
/// </summary>
internal static class NamedParts
{
    private const int Farthest = 8;
    private const decimal Least = 0.5m;
    private const decimal Most = 1.5m;

    /// <summary>Doubts a rate that none of the denominators in its clause makes right.</summary>
    /// <returns>False when the number before the rate is not called so, or the clause holds no denominator.</returns>
    public static bool Judge(ReadText text, Notes notes, int index, RateName name)
    {
        var percent = text.Numbers[index];
        var start = text.ClauseStart(percent.Start);
        if (index < 2 || name.IsMoneyRate || name.IsStrict || name.IsSatisfaction || name.Stem is "完成" || text.Numbers[index - 1] is not { Firm: true, Per: "" } part || part.Start < start || !name.Counts(text, index - 1)
            || text.Between(part, percent).IndexOf('，') < 0)
        {
            return false;
        }

        var wholes = Enumerable.Range(2, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= start && text.Numbers[i] is { Firm: true, Value: > 0 } n && n.Alike(part)).Select(i => text.Numbers[i]).ToList();
        var near = wholes.FindAll(w => percent.Value > 0 && part.Value / w.Value * 100 / percent.Value is >= Least and <= Most);
        if (near.Count == 0)
        {
            return false;
        }

        var right = near.Find(w => Rates.Fits(percent, part, w));
        Rates.Judge(text, notes, StatementKind.Completion, percent, part, right ?? near[0], right is not null || wholes.Select(w => w.Value).Distinct().Count() == 1, "分母由上下文推断，口径可能不同，请核实");
        return true;
    }
}

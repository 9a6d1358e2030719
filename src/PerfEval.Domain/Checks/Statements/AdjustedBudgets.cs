using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>预算2,600万元，年中压减100万元，支出2,425万元，执行率97%: the denominator is the budget after the change, which nobody wrote down.</summary>
internal static class AdjustedBudgets
{
    private static readonly string[] Less = ["压减", "调减", "减少", "核减", "收回", "追减"];
    private static readonly string[] More = ["追加", "调增", "增加", "新增"];

    /// <summary>Judges a rate of money beside a change of the budget.</summary>
    /// <returns>True when the budget was changed; then a rate of the first budget is no measure.</returns>
    public static bool Judge(ReadText text, Notes notes, ReadNumber percent, List<int> near, List<int> far, RateName name)
    {
        var scope = near.Count >= 3 ? near : far;
        var changes = scope.FindAll(i => text.Numbers[i] is { Measure: Measure.Money } && (Words.End(text.Lead(i), Less) || Words.End(text.Lead(i), More)));
        var wholes = scope.FindAll(i => !changes.Contains(i) && name.IsWhole(text, i));
        var parts = scope.FindAll(i => !changes.Contains(i) && name.IsPart(text, i));
        if (changes.Count == 0 || wholes.Count == 0 || parts.Count == 0)
        {
            return false;
        }

        foreach (var whole in wholes.Select(i => text.Numbers[i]))
        {
            var changed = whole.Value + changes.Sum(i => Words.End(text.Lead(i), Less) ? -text.Numbers[i].Value : text.Numbers[i].Value);
            foreach (var part in parts.Select(i => text.Numbers[i]))
            {
                if (changed > 0 && Comparison.Of(percent, part.Value / changed * 100, 0) == Verdict.Equal)
                {
                    notes.Verify(StatementKind.Completion, percent, [part, whole, .. changes.Select(i => text.Numbers[i])], $"{text.Shown(part)} ÷ 调整后预算{Numbers.Plainly(changed)}元", part.Value / changed * 100);
                    return true;
                }
            }
        }

        // An adjusted budget that is written down is judged like any other.
        if (wholes.Exists(i => Words.Any(text.Lead(i), ["调整后", "后为", "调整为", "调减为", "调增为", "变更为"])))
        {
            return false;
        }

        var (first, spent) = (text.Numbers[wholes[^1]], text.Numbers[parts[0]]);
        var total = first.Value + changes.Sum(i => Words.End(text.Lead(i), Less) ? -text.Numbers[i].Value : text.Numbers[i].Value);
        if (total > 0 && first.Alike(spent))
        {
            notes.Report(StatementKind.Completion, Comparison.Of(percent, spent.Value / total * 100, 0), false, percent, [spent, first, .. changes.Select(i => text.Numbers[i])], $"{text.Shown(spent)} ÷ 调整后预算{Numbers.Plainly(total)}元", spent.Value / total * 100, "预算有调整，分母由上下文推断，请核实");
        }

        return true;
    }
}

using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>三种方式成交总额727万元，比预算节约53万元: what a purchase saved is the budget less the price that was agreed.</summary>
internal static class Savings
{
    private const int Nearest = 3;
    private static readonly string[] Saved = ["节约", "节省", "节支"];
    private static readonly string[] Prices = ["成交", "中标", "合同", "采购", "结算", "审定", "支出", "支付"];
    private static readonly string[] Budgets = ["预算", "控制价", "最高限价"];

    /// <summary>Judges a saving by the price right before it.</summary>
    /// <returns>True when the amount is a saving of a purchase, whether or not it could be judged.</returns>
    public static bool Judge(ReadText text, Notes notes, int index, List<ReadNumber> came)
    {
        var saved = text.Numbers[index];
        if (!Words.Any(text.Lead(index), Saved) || Price(text, index) is not { } price)
        {
            return false;
        }

        // 预算 of a part may stand nearer than that of the whole, but a budget is more than the price.
        var budgets = came.Where(n => n.Firm && n.Value > price.Value && Words.Any(text.Lead(text.FirstAt(n.Start)), Budgets)).DistinctBy(n => n.Value).ToList();
        var near = budgets.FindAll(n => n.Start >= text.SentenceAt(saved.Start).Start);
        var budget = near.Count == 1 ? near[0] : budgets.Count == 1 ? budgets[0] : null;
        if (budget is not null)
        {
            notes.Report(StatementKind.Difference, Comparison.OfAmount(saved, budget.Value - price.Value, Comparison.SlackOf(budget) + Comparison.SlackOf(price)), near.Count == 1 && budgets.Count == 1, saved, [budget, price],
                $"{text.Shown(budget)} - {text.Shown(price)}", budget.Value - price.Value, "所比的预算由上下文推断，请核实");
        }

        return true;
    }

    private static ReadNumber? Price(ReadText text, int index)
    {
        var start = text.SentenceAt(text.Numbers[index].Start).Start;
        for (var i = index - 1; i >= Math.Max(0, index - Nearest) && text.Numbers[i].Start >= start; i--)
        {
            if (text.Numbers[i] is { Firm: true } n && n.Alike(text.Numbers[index]) && Words.Any(text.Lead(i), Prices))
            {
                return n;
            }
        }

        return null;
    }
}

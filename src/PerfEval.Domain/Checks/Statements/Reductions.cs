using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>What an audit took away: 送审1562.80万元，审定1476.35万元，审减86.45万元.</summary>
internal static class Reductions
{
    private const int Farthest = 6;
    private static readonly string[] Submitted = ["送审", "报审", "申报", "合同价", "合同金额", "上报"];
    private static readonly string[] Approved = ["审定", "核定", "结算价", "定案"];
    private static readonly string[] Reduced = ["审减", "核减"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Measure: Measure.Money, Per: "", Firm: true } reduced && Words.End(text.Lead(i).TrimEnd("了金额资为:"), Reduced) && !text.Roles.IsOperand[i])
            {
                var (whole, rest) = (Find(text, i, Submitted), Find(text, i, Approved));
                if (whole is not null && rest is not null && whole != rest)
                {
                    notes.Report(StatementKind.Difference, Comparison.OfAmount(reduced, whole.Value - rest.Value, Comparison.SlackOf(whole) + Comparison.SlackOf(rest)),
                        whole.Start >= text.SentenceAt(reduced.Start).Start && rest.Start >= text.SentenceAt(reduced.Start).Start, reduced, [whole, rest], $"{text.Shown(whole)} - {text.Shown(rest)}", whole.Value - rest.Value);
                }
            }
        }
    }

    /// <summary>The only amount of the paragraph, among the nearest, that is called so.</summary>
    private static ReadNumber? Find(ReadText text, int index, string[] words)
    {
        var start = text.BlockAt(text.Numbers[index].Start).Start;
        var found = Enumerable.Range(1, Farthest).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i] is { Firm: true } n && n.Start >= start && n.Alike(text.Numbers[index]) && Words.Any(text.Lead(i), words)).ToList();
        return found.Count == 1 ? text.Numbers[found[0]] : null;
    }
}

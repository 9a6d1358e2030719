using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>结余、剩余 = what came in − what was spent.</summary>
internal static class Balances
{
    private const int Farthest = 24;
    private static readonly string[] LeftWords = ["结余", "剩余", "余额", "节余", "尚余", "结存", "未支付", "未使用", "未支出", "未执行", "余下", "结转", "节约", "节省", "结余资金", "缺口", "尚未支付", "尚未支出", "差额", "相差"];

    private static readonly string[] Carried = ["上年结转", "上年结余", "以前年度", "上年度结转", "年初结转", "结转上年", "上年末"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var left = text.Numbers[i];
            if (left is { Measure: Measure.Money, Per: "", Firm: true } && !text.Roles.IsOperand[i] && Words.Any(text.Lead(i), LeftWords) && !Words.Any(text.Lead(i), Carried))
            {
                Judge(text, notes, i);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var left = text.Numbers[index];
        var block = text.BlockAt(left.Start);
        var sentence = text.SentenceAt(left.Start);
        var (came, went) = (new List<ReadNumber>(), new List<ReadNumber>());
        var (inList, carried) = (false, false);
        for (var i = index - 1; i >= 0 && came.Count + went.Count < Farthest && text.Numbers[i].Start >= block.Start; i--)
        {
            if (!text.Numbers[i].Alike(left) || text.Roles.IsOperand[i])
            {
                continue;
            }

            var flow = Words.Any(text.Lead(i), Carried) ? Flow.In : Flows.Of(text, i);
            carried |= Words.Any(text.Lead(i), Carried);
            switch (flow)
            {
                case Flow.In:
                    came.Add(text.Numbers[i]);
                    break;
                case Flow.Out:
                    went.Add(text.Numbers[i]);
                    break;
                default:
                    inList = true;
                    break;
            }
        }

        foreach (var (a, b) in came.SelectMany(a => went.Select(b => (a, b))))
        {
            var verdict = Comparison.OfAmount(left, a.Value - b.Value, 0);
            if (verdict == Verdict.Equal)
            {
                notes.Verify(StatementKind.Difference, left, [a, b], $"{text.Shown(a)} - {text.Shown(b)}", a.Value - b.Value);
                return;
            }
        }

        if (carried && came.Sum(n => n.Value) - went.Sum(n => n.Value) is var rest && Comparison.OfAmount(left, rest, 0) == Verdict.Equal)
        {
            notes.Verify(StatementKind.Difference, left, [.. came, .. went], string.Join(" + ", Enumerable.Reverse(came).Select(text.Shown)) + string.Concat(Enumerable.Reverse(went).Select(n => " - " + text.Shown(n))), rest);
            return;
        }

        if (came.Count == 0 || went.Count == 0 || Handed(text, index, block))
        {
            return;
        }

        // The amounts nearest to the balance, and of those in its own sentence if there are any.
        var (from, spent) = (Nearest(came, sentence), Nearest(went, sentence));
        var near = from.Start >= sentence.Start && spent.Start >= sentence.Start;
        var only = came.Select(n => n.Value).Distinct().Count() == 1 && went.Select(n => n.Value).Distinct().Count() == 1 && !inList;
        var computed = from.Value - spent.Value;
        if (from.Firm && spent.Firm)
        {
            notes.Report(StatementKind.Difference, Comparison.OfAmount(left, computed, Comparison.SlackOf(from) + Comparison.SlackOf(spent)), !carried && (near || only), left, [from, spent],
                $"{text.Shown(from)} - {text.Shown(spent)}", computed);
        }
    }

    /// <summary>True when the same balance was judged before in this block and is only spoken of again.</summary>
    private static bool Handed(ReadText text, int index, Stretch block)
    {
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= block.Start; i--)
        {
            if (text.Numbers[i].Measure == Measure.Money && text.Numbers[i].Value == text.Numbers[index].Value && Words.Any(text.Lead(i), LeftWords))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadNumber Nearest(List<ReadNumber> numbers, Stretch sentence) => numbers.Find(n => n.Start >= sentence.Start) ?? numbers[0];
}

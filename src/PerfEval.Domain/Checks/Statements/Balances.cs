using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>结余、剩余 = what came in − what was spent.</summary>
internal static class Balances
{
    private const int Farthest = 24;

    private const int MostBack = 80;

    /// <summary>A balance of fewer digits is the difference of some two amounts by chance.</summary>
    private const int Telling = 300;

    /// <summary>How far before its paragraph a budget may stand, in characters.</summary>
    private const int Before = 1500;
    private static readonly string[] LeftWords = ["结余", "剩余", "余额", "节余", "尚余", "结存", "未支付", "未使用", "未支出", "未执行", "余下", "结转", "节约", "节省", "结余资金", "缺口", "尚未支付", "尚未支出", "差额", "相差"];

    private static readonly string[] Carried = ["上年结转", "上年结余", "以前年度", "上年度结转", "年初结转", "结转上年", "上年末"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var left = text.Numbers[i];
            if (left is { Measure: Measure.Money, Per: "", Firm: true } && !text.Roles.IsOperand[i] && IsLeft(text, i) && !Words.Any(text.Lead(i), Carried))
            {
                Judge(text, notes, i);
            }
        }
    }

    /// <summary>结余6.38万元; 尚有6.38万元尾款未支付.</summary>
    private static bool IsLeft(ReadText text, int index) =>
        Words.Any(text.Lead(index), LeftWords) || (Words.End(text.Lead(index), ["尚有", "还有", "仍有", "尚余"]) && Words.Any(text.Tail(index), ["未支付", "未付", "未使用", "未拨付", "待支付", "尾款"]));

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var left = text.Numbers[index];
        var block = text.BlockAt(left.Start);
        var sentence = text.SentenceAt(left.Start);
        var (came, went) = (new List<ReadNumber>(), new List<ReadNumber>());
        var sums = new List<ReadNumber>();
        var (inList, carried) = (false, false);
        for (var i = index - 1; i >= 0 && came.Count + went.Count < Farthest && text.Numbers[i].Start >= block.Start - (Within(went, block) != Within(came, block) ? Before : 0); i--)
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
                    if (Words.Any(text.Lead(i), ["合计", "总计", "共计"]))
                    {
                        sums.Add(text.Numbers[i]);
                    }

                    inList = true;
                    break;
            }
        }

        // 三级承担总计90万元，全年用于……合计89.85万元: totals that say neither may be either.
        foreach (var (a, b) in came.SelectMany(a => went.Concat(sums).Select(b => (a, b))).Concat(sums.SelectMany(a => went.Concat(sums).Select(b => (a, b)))))
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

        if (came.Count == 0 && sums.Count == 2 && sums.TrueForAll(n => n.Firm) && sums[1].Value > sums[0].Value)
        {
            var rested = sums[1].Value - sums[0].Value;
            notes.Report(StatementKind.Difference, Comparison.OfAmount(left, rested, Comparison.SlackOf(sums[0]) + Comparison.SlackOf(sums[1])), false, left, [sums[1], sums[0]], $"{text.Shown(sums[1])} - {text.Shown(sums[0])}", rested);
            return;
        }

        // No other pair happens to give the same digits in another unit.
        var all = Enumerable.Range(1, Math.Min(index, MostBack)).Select(back => text.Numbers[index - back]).Where(n => n.Alike(left) && n.Start >= block.Start - Before).Take(Farthest).ToList();
        if (left.Value * 100 % 1000 != 0 && all.SelectMany(a => all.Select(b => (In: a, Out: b))).FirstOrDefault(p => p.In.Firm && p.Out.Firm && p.In.Value > p.Out.Value
            && Comparison.OfAmount(left, p.In.Value - p.Out.Value, 0) == Verdict.TenThousand) is { In: not null } slip)
        {
            notes.Report(StatementKind.Difference, Verdict.TenThousand, true, left, [slip.In, slip.Out], $"{text.Shown(slip.In)} - {text.Shown(slip.Out)}", slip.In.Value - slip.Out.Value);
            return;
        }

        // Any two of the amounts before it that differ by just as much make it right, whatever they are called; but what its
        // own sentence says came in and went out is what it is the rest of.
        if (came.Exists(n => n.Start >= sentence.Start) && went.Exists(n => n.Start >= sentence.Start))
        {
            all = all.FindAll(n => n.Start >= sentence.Start);
        }

        if (left.Printed * ReadNumber.Power(left.Places) >= Telling && all.SelectMany(a => all.Select(b => (In: a, Out: b))).FirstOrDefault(p => p.In.Value - p.Out.Value == left.Value) is { In: not null } some)
        {
            notes.Verify(StatementKind.Difference, left, [some.In, some.Out], $"{text.Shown(some.In)} - {text.Shown(some.Out)}", left.Value);
            return;
        }

        if (Savings.Judge(text, notes, index, came))
        {
            return;
        }

        if (came.Count == 0 || went.Count == 0 || Handed(text, index, block))
        {
            return;
        }

        // The amounts nearest to the balance, and of those in its own sentence if there are any.
        var (from, spent) = (Nearest(came, sentence), Nearest(went, sentence));
        // 支出甲……、乙……，合计支出……: the total is what was spent.
        went = went.FindAll(n => Words.Any(text.Lead(text.FirstAt(n.Start)), ["合计", "共", "累计", "总"])) is { Count: > 0 } totals ? totals : went;
        spent = Nearest(went, sentence);
        var budgets = came.Where(n => Words.Any(text.Lead(text.FirstAt(n.Start)), ["预算", "安排", "总投资", "下达", "共收到", "收到", "资金总额", "合同", "中标"])).ToList();
        if (from.Start < block.Start && budgets.Select(n => n.Value).Distinct().Count() == 1 && went.Select(n => n.Value).Distinct().Count() == 1)
        {
            // One budget before this paragraph, one expenditure in it.
            (came, from, inList) = (budgets, budgets[0], false);
        }

        if (spent.Start < block.Start)
        {
            return;
        }

        var near = from.Start >= sentence.Start && spent.Start >= sentence.Start;
        var only = came.Select(n => n.Value).Distinct().Count() == 1 && went.Select(n => n.Value).Distinct().Count() == 1 && !inList;
        var computed = from.Value - spent.Value;
        if (from.Firm && spent.Firm && (from.Start >= block.Start || only))
        {
            notes.Report(StatementKind.Difference, Comparison.OfAmount(left, computed, Comparison.SlackOf(from) + Comparison.SlackOf(spent)), !carried && (near || (only && from.Start >= block.Start)), left, [from, spent],
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

    private static bool Within(List<ReadNumber> numbers, Stretch block) => numbers.Exists(n => n.Start >= block.Start);

    private static ReadNumber Nearest(List<ReadNumber> numbers, Stretch sentence) => numbers.Find(n => n.Start >= sentence.Start) ?? numbers[0];
}

using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>上述两项补贴共支出…, 四项支出总计…: a total that says how many amounts it adds up, over sentences and paragraphs.</summary>
internal static class CountedTotals
{
    private const int Farthest = 1500;
    private const int MostTried = 14;
    private const decimal Telling = 1000;
    private const int LongestClause = 30;
    private const string Digits = "两二三四五六七八九";
    private static readonly string[] Totals = ["共", "合计", "总计", "累计", "小计", "总支出", "总额", "总金额"];
    private static readonly string[] ItemTotals = ["合计", "共", "计", "支出", "发放", "支付", "金额", "拨付", "兑付", "经费", "资金", "费", "补贴", "补助", "保险"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Per: "", Firm: true, Measure: Measure.Money or Measure.Count or Measure.Quantity } total && !text.Roles.IsOperand[i] && Terms(text, total) is > 1 and var terms && !notes.IsVerified(total))
            {
                Judge(text, notes, i, terms);
            }
        }
    }

    /// <summary>How many amounts the words before a total speak of; 0 when they name no number.</summary>
    private static int Terms(ReadText text, ReadNumber total)
    {
        var from = Math.Max(0, total.Start - LongestClause);
        var clause = text.Plain.AsSpan(from, total.Start - from);
        clause = clause[(clause.LastIndexOfAny("，。；:\n") + 1)..];
        for (var i = 1; i < clause.Length; i++)
        {
            if (clause[i] is '项' or '类' or '笔' && Words.Any(clause[i..], Totals) && (i < 2 || clause[i - 2] is not ('前' or '第' or '后')))
            {
                return clause[i - 1] is >= '2' and <= '9' ? clause[i - 1] - '0' : Digits.IndexOf(clause[i - 1], StringComparison.Ordinal) is >= 0 and var at ? Math.Max(2, at + 1) : 0;
            }
        }

        return 0;
    }

    private static void Judge(ReadText text, Notes notes, int index, int terms)
    {
        var total = text.Numbers[index];
        var candidates = new List<int>();
        for (var i = index - 1; i >= 0 && candidates.Count < MostTried && text.Numbers[i].Start > total.Start - Farthest; i--)
        {
            if (text.Numbers[i].Alike(total) && text.Numbers[i].Value > 0 && !text.Roles.IsOperand[i] && !text.Roles.IsComparing[i] && !text.IsInTable(text.Numbers[i].Start))
            {
                candidates.Add(i);
            }
        }

        candidates.Reverse();
        // Among many small numbers some always add up.
        if (total.Value < Telling && candidates.Count > terms)
        {
            return;
        }

        var chosen = new List<int>();
        if (Find(text, total, candidates, 0, terms, total.Value, chosen))
        {
            notes.Verify(StatementKind.Sum, total, [.. chosen.Select(i => text.Numbers[i])], Parts.Shown(text, chosen), chosen.Sum(i => text.Numbers[i].Value));
            return;
        }

        var items = Items(text, total, candidates, terms);
        if (items.Count == terms && items.TrueForAll(i => text.Numbers[i].Firm))
        {
            var sum = items.Sum(i => text.Numbers[i].Value);
            // As many amounts as it says, in its own paragraph, and no other beside them: these are meant.
            var own = candidates.FindAll(i => text.Numbers[i].Start >= text.BlockAt(total.Start).Start);
            notes.Report(StatementKind.Sum, Comparison.OfAmount(total, sum, Parts.Slack(text, items)), terms > 2 && own.SequenceEqual(items), total, [.. items.Select(i => text.Numbers[i])], Parts.Shown(text, items), sum, "所指各项由上下文推断，请核实");
        }
    }

    /// <summary>Any so many of the candidates that add up to what is left.</summary>
    private static bool Find(ReadText text, ReadNumber total, List<int> candidates, int from, int terms, decimal left, List<int> chosen)
    {
        if (terms == 0)
        {
            return Comparison.OfAmount(total, total.Value - left, 0) == Verdict.Equal;
        }

        for (var i = from; i + terms <= candidates.Count; i++)
        {
            chosen.Add(candidates[i]);
            if (Find(text, total, candidates, i + 1, terms - 1, left - text.Numbers[candidates[i]].Value, chosen))
            {
                return true;
            }

            chosen.RemoveAt(chosen.Count - 1);
        }

        return false;
    }

    /// <summary>The last amount of each item right before the total that is called a total or an expenditure.</summary>
    private static List<int> Items(ReadText text, ReadNumber total, List<int> candidates, int terms)
    {
        var items = new List<int>();
        var end = total.Start;
        for (var k = candidates.Count - 1; k >= 0 && items.Count < terms; k--)
        {
            var n = text.Numbers[candidates[k]];
            if (Words.Any(text.Lead(candidates[k]), ItemTotals) && text.Plain.AsSpan(n.End, Math.Max(0, end - n.End)).IndexOfAny('；', '。', '\n') >= 0)
            {
                items.Insert(0, candidates[k]);
                end = n.Start;
            }
        }

        return items;
    }
}

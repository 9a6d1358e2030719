using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// 甲预拨a元、应补付b元；乙预拨c元、应补付d元……，两项补付合计e元: the total names what it adds up and how many of them, and so
/// many numbers before it are called that.
/// </summary>
internal static class LabelledTotals
{

    private const int Farthest = 600;
    private const int MostBack = 30;
    private const int LongestLead = 16;
    private const int LabelLength = 2;
    private const string Digits = "一二三四五六七八九十";
    private static readonly string[] Sums = ["合计", "共计", "总计", "累计"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 2; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i] is { Firm: true, Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity } && !text.Roles.IsOperand[i] && Read(Clause(text, text.Numbers[i]).TrimEnd("为金额 ")) is { Terms: > 1 } named)
            {
                Judge(text, notes, i, named.Terms, named.Label);
            }
        }
    }

    /// <summary>The words back to the last mark; 三项 is a number of its own and ends what other checks call the lead.</summary>
    private static ReadOnlySpan<char> Clause(ReadText text, ReadNumber total)
    {
        var from = Math.Max(0, total.Start - LongestLead);
        var words = text.Plain.AsSpan(from, total.Start - from);
        return words[(words.LastIndexOfAny(Words.Marks) + 1)..];
    }

    /// <summary>3 and 补付 of 三项补付合计; no terms where the words are others.</summary>
    private static (int Terms, string Label) Read(ReadOnlySpan<char> lead)
    {
        if (!Words.End(lead, Sums) || lead.Length > LongestLead)
        {
            return default;
        }

        lead = lead[..^2];
        var counter = lead.IndexOfAny('项', '家', '类');
        counter = counter < 0 ? lead.IndexOfAny('笔', '个') : counter;
        if (counter < 1 || lead.Length - counter - 1 < LabelLength)
        {
            return default;
        }

        var terms = lead[counter - 1] == '两' ? 2 : char.IsAsciiDigit(lead[counter - 1]) ? lead[counter - 1] - '0' : Digits.IndexOf(lead[counter - 1], StringComparison.Ordinal) + 1;
        return (terms, lead[^LabelLength..].ToString());
    }

    private static void Judge(ReadText text, Notes notes, int index, int terms, string label)
    {
        var total = text.Numbers[index];
        var block = text.BlockAt(total.Start);
        var parts = new List<int>();
        for (var i = index - 1; i >= 0 && i >= index - MostBack && text.Numbers[i].Start >= Math.Max(block.Start, total.Start - Farthest); i--)
        {
            if (text.Numbers[i].Alike(total) && text.Lead(i).TrimEnd("为了 ").EndsWith(label))
            {
                parts.Insert(0, i);
            }
        }

        if (parts.Count == terms && parts.TrueForAll(i => text.Numbers[i].Firm))
        {
            var sum = parts.Sum(i => text.Numbers[i].Value);
            notes.Report(StatementKind.Sum, Comparison.OfAmount(total, sum, Parts.Slack(text, parts)), true, total, [.. parts.Select(i => text.Numbers[i])], Parts.Shown(text, parts), sum);
        }
    }
}

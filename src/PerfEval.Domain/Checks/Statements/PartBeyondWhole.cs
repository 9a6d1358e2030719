using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A single part that is more than its whole: 共120人，其中女性130人; and 前三期 of a list of instalments.</summary>
internal static class PartBeyondWhole
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>Doubts the one part of a total, and checks the first so many of a list.</summary>
    public static void Check(ReadText text, Notes notes, int totalIndex, int from, int to, bool explicitly)
    {
        var total = text.Numbers[totalIndex];
        var parts = Parts.Of(text, from, Math.Min(to, from + 3), total, text.Roles.Depth[totalIndex]);
        if (!explicitly || parts.Count != 1 || text.Numbers[parts[0]] is not { Firm: true } part)
        {
            return;
        }

        // 四期支付558万元、744万元、465万元、93万元，其中前三期1,767万元: 其中 is said of the whole list.
        if (totalIndex > 0 && text.Numbers[totalIndex - 1].Alike(total) && IsListed(text, totalIndex))
        {
            FirstOfList(text, notes, totalIndex, part);
            return;
        }

        if (total is { Firm: true, Measure: Measure.Money or Measure.Count or Measure.Quantity } && part.Value > total.Value && !notes.IsVerified(total))
        {
            notes.Report(StatementKind.Sum, Comparison.Of(total, part.Value, 0), false, total, [part], $"其中一项 {text.Shown(part)}", part.Value, "其中的一项大于总数，请核实", true);
        }
    }

    private static void FirstOfList(ReadText text, Notes notes, int last, ReadNumber stated)
    {
        var lead = text.Lead(text.FirstAt(stated.Start));
        var at = lead.IndexOf('前');
        var count = at >= 0 && at + 1 < lead.Length ? lead[at + 1] == '两' ? 2 : Digits.IndexOf(lead[at + 1], StringComparison.Ordinal) + 1 : 0;
        var first = last;
        while (first > 0 && text.Numbers[first - 1].Alike(stated) && IsListed(text, first) && last - first < Parts.Most)
        {
            first--;
        }

        if (count > 1 && count <= last - first + 1)
        {
            var parts = Enumerable.Range(first, count).ToList();
            var sum = parts.Sum(i => text.Numbers[i].Value);
            notes.Report(StatementKind.Sum, Comparison.OfAmount(stated, sum, Parts.Slack(text, parts)), false, stated, [.. parts.Select(i => text.Numbers[i])], Parts.Shown(text, parts), sum, "按所列顺序的前几项计算，请核实");
        }
    }

    /// <summary>True for a number that 、 joins to the one before.</summary>
    private static bool IsListed(ReadText text, int index) =>
        text.Between(text.Numbers[index - 1], text.Numbers[index]) is var gap && gap.IndexOfAny('、', '和', '及') >= 0 && gap.IndexOfAny("，。；:\n") < 0;
}

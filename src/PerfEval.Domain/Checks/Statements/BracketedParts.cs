using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A total and its parts in the bracket right behind it: 商户3,260户（零售1,486户、餐饮1,052户、汽车88户、家电643户）.</summary>
internal static class BracketedParts
{
    private const int LongestBracket = 300;
    private const int Sure = 3;
    private const decimal Least = 0.6m;
    private const decimal Most = 1.6m;
    private static readonly string[] OtherWords = ["其中", "含", "等", "约", "占", "目标", "计划", "较", "比", "原", "即", "折", "另", "除", "上年", "去年", "应", "每", "至少", "不足", "包括", "按"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i + 2 < text.Numbers.Count; i++)
        {
            var total = text.Numbers[i];
            if (total is { Firm: true, Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity } && total.End < text.Plain.Length && text.Plain[total.End] == '(' && !text.Roles.IsOperand[i])
            {
                Judge(text, notes, i);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index)
    {
        var total = text.Numbers[index];
        var inside = text.Plain.AsSpan(total.End + 1, Math.Min(LongestBracket, text.Plain.Length - total.End - 1));
        var close = inside.IndexOfAny("()。\n");
        if (close < 0 || inside[close] != ')' || Words.Any(inside[..close], OtherWords))
        {
            return;
        }

        var (from, to) = text.Within(new(total.End + 1, total.End + 1 + close));
        var parts = Enumerable.Range(from, Math.Max(0, to - from)).ToList();
        if (parts.Count < 2 || !parts.TrueForAll(i => text.Numbers[i] is { Firm: true } n && n.Alike(total) && !text.Roles.IsOperand[i] && text.Lead(i).TrimStart("(和及").Length > 0) || !Enumerations.AreAListOfTheirOwn(text, parts))
        {
            return;
        }

        var sum = parts.Sum(i => text.Numbers[i].Value);
        var verdict = Comparison.OfAmount(total, sum, Parts.Slack(text, parts));
        if (verdict == Verdict.Equal || (total.Value > 0 && sum / total.Value is >= Least and <= Most && Enumerations.Divide(text, total, parts)))
        {
            notes.Report(StatementKind.Sum, verdict, parts.Count >= Sure, total, [.. parts.Select(i => text.Numbers[i])], Parts.Shown(text, parts), sum, "如果括号中所列并非全部，请补全");
        }
    }
}

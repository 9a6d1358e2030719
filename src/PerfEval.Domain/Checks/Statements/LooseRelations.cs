using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>
/// What an auditor does with a number whose sentence does not say what it was computed from: try the numbers near it. 尚余38.16万元
/// after 合同金额318.60万元 and 拨付286.74万元 is 31.86万元 with two digits exchanged. Only the words before the number say which
/// calculation to try; a result that fits to the last digit makes it right, a slip of the pen makes it a doubt, anything else says nothing.
/// </summary>
internal static class LooseRelations
{
    private const int MostBack = 12;
    private const int Before = 500;

    /// <summary>A result of fewer digits comes about by chance.</summary>
    private const decimal Telling = 200;
    private const decimal TellingSlip = 1000;
    private static readonly string[] LeftWords = ["尚余", "余额", "余款", "余下", "剩余", "结余", "节余", "欠收", "欠", "超出", "净增", "净减", "差额", "相差", "节约", "节省", "剩", "余", "少收", "多支", "比计划少", "比计划多", "比预算少", "比预算多", "低于控制数", "未拨付的", "未到位的", "增加", "减少", "提高", "降低", "多", "少"];
    private static readonly string[] Shares = ["占", "率", "比重", "比例", "完成", "达到", "为"];
    private static readonly string[] Up = ["增长", "增加", "上升", "提高", "增幅", "上涨"];
    private static readonly string[] Down = ["下降", "减少", "降低", "降幅", "压减", "下滑"];

    /// <summary>Checks all of a text; the last of the checks, so that what others tied is left alone.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 1; i < text.Numbers.Count; i++)
        {
            var n = text.Numbers[i];
            if (!n.Firm || n.Per.Length > 0 || text.Roles.IsOperand[i] || text.Roles.IsResult[i] || text.IsInTable(n.Start) || notes.IsJudged(n) || n.Printed * ReadNumber.Power(n.Places) < 100)
            {
                continue;
            }

            var lead = text.Lead(i).TrimEnd("了约为达共计: ");
            if (n is { Measure: Measure.Percent, Places: > 1 })
            {
                Percentage(text, notes, i, Words.End(lead, Up) ? true : Words.End(lead, Down) ? false : null, lead);
            }
            else if (n.Measure is Measure.Money or Measure.Count or Measure.Quantity && Words.End(lead, LeftWords))
            {
                Difference(text, notes, i);
            }
        }
    }

    private static void Difference(ReadText text, Notes notes, int index)
    {
        var left = text.Numbers[index];
        var pairs = Pairs(text, index, n => n.Alike(left)).Where(p => p.A.Value > p.B.Value).ToList();
        var digits = left.Printed * ReadNumber.Power(left.Places);
        if (digits >= Telling && pairs.Find(p => p.A.Value - p.B.Value == left.Value) is { A: not null } right)
        {
            notes.Verify(StatementKind.Difference, left, [right.A, right.B], $"{text.Shown(right.A)} - {text.Shown(right.B)}", left.Value);
        }
        else if (pairs.Find(p => left.Measure == Measure.Money && (p.A.Value - p.B.Value) == left.Value * 10_000) is { A: not null } unit)
        {
            Doubt(text, notes, StatementKind.Unit, left, unit, $"{text.Shown(unit.A)} - {text.Shown(unit.B)}", unit.A.Value - unit.B.Value);
        }
        else if (digits >= (left.Measure == Measure.Money ? Telling : TellingSlip) && pairs.Find(p => IsExchange(left, p.A.Value - p.B.Value)) is { A: not null } slip)
        {
            Doubt(text, notes, StatementKind.Difference, left, slip, $"{text.Shown(slip.A)} - {text.Shown(slip.B)}", slip.A.Value - slip.B.Value);
        }
    }

    private static void Percentage(ReadText text, Notes notes, int index, bool? up, ReadOnlySpan<char> lead)
    {
        var percent = text.Numbers[index];
        if (up is null && !Words.Any(lead, Shares) && !lead.EndsWith("的"))
        {
            return;
        }

        var pairs = Pairs(text, index, n => n is { Value: > 0, Measure: Measure.Money or Measure.Count or Measure.Quantity });
        (StatementKind Kind, string Formula, decimal Value) Of((ReadNumber A, ReadNumber B) p) => up is null
            ? (StatementKind.Ratio, $"{text.Shown(p.A)} ÷ {text.Shown(p.B)}", p.A.Value / p.B.Value * 100)
            : (StatementKind.Growth, $"（{text.Shown(up.Value ? p.A : p.B)} - {text.Shown(up.Value ? p.B : p.A)}） ÷ {text.Shown(p.B)}", (p.A.Value - p.B.Value) / p.B.Value * (up.Value ? 100 : -100));
        if (pairs.Find(p => Comparison.Of(percent, Of(p).Value, 0) == Verdict.Equal) is { A: not null } right)
        {
            notes.Verify(Of(right).Kind, percent, [right.A, right.B], Of(right).Formula, Of(right).Value);
        }
        else if (pairs.Find(p => IsExchange(percent, Of(p).Value)) is { A: not null } slip)
        {
            Doubt(text, notes, Of(slip).Kind, percent, slip, Of(slip).Formula, Of(slip).Value);
        }
    }

    /// <summary>Two neighbouring digits exchanged; a moved point is too common among percentages to prove a tie.</summary>
    private static bool IsExchange(ReadNumber stated, decimal computed) =>
        computed > 0 && LikelySlips.Of(stated, computed) && Math.Abs(computed / stated.Scale) is var shown && shown < stated.Printed * 5 && shown > stated.Printed / 5;

    private static void Doubt(ReadText text, Notes notes, StatementKind kind, ReadNumber stated, (ReadNumber A, ReadNumber B) from, string formula, decimal computed) =>
        notes.Report(kind, kind == StatementKind.Unit ? Verdict.TenThousand : Verdict.Off, false, stated, [from.A, from.B], formula, computed, "像是数字前后颠倒，请核实");

    private static List<(ReadNumber A, ReadNumber B)> Pairs(ReadText text, int index, Func<ReadNumber, bool> like)
    {
        var start = Math.Max(0, text.BlockAt(text.Numbers[index].Start).Start - Before);
        var near = Enumerable.Range(1, MostBack * 2).Select(back => index - back).Where(i => i >= 0 && text.Numbers[i].Start >= start && text.Numbers[i] is { Per: "", InRange: false } n && like(n)).Take(MostBack).Select(i => text.Numbers[i]).ToList();
        return [.. near.SelectMany(a => near.Where(b => b != a && b.Alike(a)).Select(b => (a, b)))];
    }
}

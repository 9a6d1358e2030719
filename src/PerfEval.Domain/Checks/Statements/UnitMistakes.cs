using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>元 where everything says 万元, and the other way round: the same digits once with each unit, or a sum that fits but for the unit.</summary>
internal static class UnitMistakes
{
    private const decimal Wan = 10_000;
    private const int TellingDigits = 4;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var money = Enumerable.Range(0, text.Numbers.Count).Where(i => text.Numbers[i] is { Measure: Measure.Money, Per: "", Firm: true } n && n.Shown != "大写" && !text.Roles.IsOperand[i] && !text.Roles.IsResult[i]).ToList();
        var inWan = money.Where(i => text.Numbers[i].Scale == Wan).GroupBy(i => text.Numbers[i].Printed).ToDictionary(g => g.Key, g => g.Count());
        var inYuan = money.Where(i => text.Numbers[i] is { Scale: 1, Understood: false }).GroupBy(i => text.Numbers[i].Printed).ToDictionary(g => g.Key, g => g.Count());
        foreach (var i in money)
        {
            var n = text.Numbers[i];
            if (n is { Scale: 1, Understood: false } && !NextToParts(text, notes, i) && Digits(n) >= TellingDigits && inWan.TryGetValue(n.Printed, out var others))
            {
                Report(text, notes, n, others >= inYuan[n.Printed], "万元");
            }
            else if (n.Scale == Wan && Digits(n) >= TellingDigits && inYuan.TryGetValue(n.Printed, out var yuan) && (yuan > inWan[n.Printed] || n.Printed >= 1_000_000))
            {
                Report(text, notes, n, true, "元");
            }
        }
    }

    private static void Report(ReadText text, Notes notes, ReadNumber n, bool sure, string other) =>
        notes.Report(StatementKind.Unit, sure ? Severity.Error : Severity.Doubt, new(n.Start, n.End), text.Shown(n), Numbers.Plainly(n.Printed) + other,
            $"文中写{text.Shown(n)}，同一数字在别处写作{Numbers.Plainly(n.Printed)}{other}，相差一万倍。", "请核对金额单位。");

    /// <summary>年初预算453.19元，财政219.72万元，自筹233.47万元: two or more amounts beside it add up to it, but in 万元.</summary>
    private static bool NextToParts(ReadText text, Notes notes, int index)
    {
        var n = text.Numbers[index];
        var (from, to) = text.Within(text.SentenceAt(n.Start));
        if (n.Value is 0 or >= 100_000)
        {
            return false;
        }

        decimal sum = 0;
        var parts = new List<ReadNumber>();
        for (var i = index + 1; i < Math.Min(to, index + 12); i++)
        {
            if (text.Numbers[i] is { Measure: Measure.Money, Scale: Wan, Per: "" } part)
            {
                sum += part.Value;
                parts.Add(part);
                if (parts.Count >= 2 && sum == n.Value * Wan)
                {
                    notes.Report(StatementKind.Unit, Verdict.TenThousand, true, n, parts, string.Join(" + ", parts.Select(text.Shown)), sum);
                    return true;
                }
            }
        }

        return Alone(text, notes, index, from, to);
    }

    /// <summary>A budget of a few hundred 元 with 分 beside amounts that are all in 万元.</summary>
    private static bool Alone(ReadText text, Notes notes, int index, int from, int to)
    {
        var n = text.Numbers[index];
        var others = Enumerable.Range(from, Math.Max(0, Math.Min(to, from + 20) - from)).Where(i => i != index && text.Numbers[i] is { Measure: Measure.Money, Per: "" }).ToList();
        if (n.Places == 0 || n.Value >= Wan || others.Count == 0 || !others.TrueForAll(i => text.Numbers[i].Scale >= Wan) || Flows.Of(text, index) == Flow.None || Flows.Of(text, index) == Flow.Left)
        {
            return false;
        }

        var nearest = others.Max(i => text.Numbers[i].Value);
        if (nearest < n.Value * 1000)
        {
            return false;
        }

        notes.Report(StatementKind.Unit, Severity.Doubt, new(n.Start, n.End), text.Shown(n), Numbers.Plainly(n.Printed) + "万元",
            $"同一句中其他金额都以万元计，只有{text.Shown(n)}以元计，可能应为{Numbers.Plainly(n.Printed)}万元。", "请核对金额单位。");
        return true;
    }

    private static int Digits(ReadNumber n)
    {
        var digits = Numbers.Plainly(n.Printed).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length;
    }
}

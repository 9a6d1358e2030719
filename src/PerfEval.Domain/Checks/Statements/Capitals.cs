using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>An amount in capitals and the same amount in digits: 人民币壹佰万元整（¥1,000,000.00）.</summary>
internal static class Capitals
{
    private const int Farthest = 16;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            if (text.Numbers[i].Shown == "大写" && Beside(text, i) is { } digits)
            {
                Judge(text, notes, text.Numbers[i], digits);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, ReadNumber capital, ReadNumber digits)
    {
        var formula = $"大写{text.Shown(capital)}";
        var verdict = capital.Value == digits.Value ? Verdict.Equal : Comparison.Of(digits, capital.Value, 0) is Verdict.TenThousand ? Verdict.TenThousand : Verdict.Off;
        if (verdict == Verdict.Equal || Comparison.Of(digits, capital.Value, 0) == Verdict.Equal)
        {
            notes.Verify(StatementKind.Capital, digits, [capital], formula, capital.Value);
        }
        else
        {
            var computed = capital.Value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "元";
            var start = Math.Min(capital.Start, digits.Start);
            notes.Report(StatementKind.Capital, Severity.Error, new(start, Math.Max(capital.End, digits.End)), text.Shown(digits), computed,
                $"{formula} = {computed}，小写{text.Shown(digits)}，大小写不一致。", "请核对大写与小写金额。");
        }
    }

    /// <summary>The amount in digits that only brackets and words such as 人民币, 大写, 小写 divide from it.</summary>
    private static ReadNumber? Beside(ReadText text, int index)
    {
        var capital = text.Numbers[index];
        if (index + 1 < text.Numbers.Count && IsMoney(text.Numbers[index + 1]) && IsBridge(text.Between(capital, text.Numbers[index + 1])))
        {
            return text.Numbers[index + 1];
        }

        return index > 0 && IsMoney(text.Numbers[index - 1]) && IsBridge(text.Between(text.Numbers[index - 1], capital)) ? text.Numbers[index - 1] : null;
    }

    private static bool IsMoney(ReadNumber n) => n.Shown != "大写" && n.Measure is Measure.Money or Measure.Plain;

    private static bool IsBridge(ReadOnlySpan<char> between)
    {
        if (between.Length > Farthest)
        {
            return false;
        }

        foreach (var c in between)
        {
            if (!"()（），,:：¥人民币大小写即RMB金额为 \n合计".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return between.Length > 0;
    }
}

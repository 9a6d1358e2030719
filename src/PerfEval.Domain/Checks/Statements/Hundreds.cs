using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Weights in one list add up to 100 %: 决策（20%）、过程（20%）、产出（30%）、效益（30%）.</summary>
internal static class Hundreds
{
    private const int Fewest = 3;
    private const int Farthest = 24;
    private static readonly string[] Topics = ["指标", "权重", "占比", "比例", "构成"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Numbers.Count;)
        {
            var end = i + 1;
            while (IsWeight(text, i) && end < text.Numbers.Count && IsWeight(text, end) && IsNext(text, end))
            {
                end++;
            }

            if (end - i is >= Fewest and < Parts.Most)
            {
                Judge(text, notes, i, end);
            }

            i = end;
        }
    }

    private static void Judge(ReadText text, Notes notes, int from, int to)
    {
        var sentence = text.SentenceAt(text.Numbers[from].Start);
        if (!Words.Any(text.Plain.AsSpan(sentence.Start, Math.Min(400, sentence.Length)), Topics))
        {
            return;
        }

        var parts = text.Numbers.Skip(from).Take(to - from).ToList();
        var sum = parts.Sum(p => p.Value);
        var indices = Enumerable.Range(from, to - from).ToList();
        var words = new Stretch(parts[0].Start, parts[^1].End);
        if (sum == 100)
        {
            notes.Verify(StatementKind.Sum, words, "100%", "100%", Parts.Shown(text, indices) + " = 100%");
        }
        else if (sum is > 80 and < 120 || parts.Count > Fewest)
        {
            notes.Report(StatementKind.Sum, Severity.Doubt, words, "100%", Numbers.Plainly(sum) + "%", $"{Parts.Shown(text, indices)} = {Numbers.Plainly(sum)}%，各项权重之和一般应为100%。", "请核对各项权重。");
        }
    }

    private static bool IsWeight(ReadText text, int index) => text.Numbers[index] is { Measure: Measure.Percent, Firm: true, Value: > 0 and <= 100 } && !text.Roles.IsOperand[index];

    /// <summary>True when nothing but a name and marks of a list stand between it and the one before.</summary>
    private static bool IsNext(ReadText text, int index)
    {
        var between = text.Between(text.Numbers[index - 1], text.Numbers[index]);
        return between.Length is > 1 and <= Farthest && between.IndexOfAny("。；\n\t") < 0 && between.IndexOfAny('、', '，') >= 0
            && text.Roles.Depth[index] == text.Roles.Depth[index - 1] && (text.Roles.Depth[index] > 0 || Words.Any(between, ["占", "权重"]));
    }
}

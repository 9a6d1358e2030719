using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Ways to read the parts of a total in which they add up: all before a semicolon, a beginning of them, or with the unit of one of them changed.</summary>
internal static class ListReadings
{
    /// <summary>民事812件、刑事313件、行政125件；年末办结……: all before the first semicolon may be the list.</summary>
    public static bool Whole(ReadText text, Notes notes, ReadNumber total, List<int> parts)
    {
        var end = parts.FindIndex(i => text.Between(text.Numbers[parts[0]], text.Numbers[i]).IndexOf('；') >= 0);
        if (end < 3 || total.Measure == Measure.Points || Parts.Sum(text, parts[..end]) is not { Sure: true } sum || sum.Sum != total.Value)
        {
            return false;
        }

        notes.Verify(StatementKind.Sum, total, [.. parts[..end].Select(i => text.Numbers[i])], Parts.Shown(text, parts[..end]), sum.Sum);
        return true;
    }

    /// <summary>A sentence may go on after the list: the longest beginning that adds up is the list.</summary>
    public static bool Beginning(ReadText text, Notes notes, ReadNumber total, List<int> parts)
    {
        if (total.Measure == Measure.Percent && !Words.Any(text.Lead(text.FirstAt(total.Start)), ["占", "权重", "比例"]))
        {
            return false;
        }

        var rest = Parts.Sum(text, parts).Sum;
        for (var length = parts.Count; length >= 2; rest -= Parts.Worth(text, parts[--length]))
        {
            if (Comparison.OfAmount(total, rest, 0) == Verdict.Equal)
            {
                var some = parts[..length];
                notes.Verify(StatementKind.Sum, total, [.. some.Select(i => text.Numbers[i])], Parts.Shown(text, some), rest);
                return true;
            }
        }

        return false;
    }

    /// <summary>1.2亿元，其中市级8000元，区级4000万元: the list adds up once the unit of one part is another.</summary>
    public static bool UnitOfOne(ReadText text, Notes notes, ReadNumber total, List<int> parts, decimal sum, bool certain)
    {
        foreach (var part in total.Measure == Measure.Money ? parts.Select(i => text.Numbers[i]) : [])
        {
            var right = total.Value - (sum - part.Value);
            if (part.Value > 0 && (right == part.Value * 10_000 || right * 10_000 == part.Value))
            {
                notes.Report(StatementKind.Sum, Verdict.TenThousand, certain, part, [total, .. parts.Select(i => text.Numbers[i]).Where(n => n != part)], $"{text.Shown(total)}减去其余各项", right);
                return true;
            }
        }

        return false;
    }
}

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Scores values from inside each range that the text names, and compares with what the text says they earn.</summary>
internal static class RangeReplay
{
    private const decimal Near = 0.01m;

    /// <summary>The doubt about the first range that earns something else; null when all earn what is written.</summary>
    public static string? Doubt(Page page, ScoringRule rule)
    {
        if (rule is not (Bands or LowerBands or LinearDecay { Direction: not DecayDirection.Both } or Ratio))
        {
            return null;
        }

        foreach (var clause in page.Clauses.Where(c => !c.Empty && !page.IsWhole(c.Act.Start)))
        {
            // 超出10%以上, 逾期5天: differences, which are no values of the measure; bands in which lower is better measure just them.
            if (Earned(page, clause) is not { } earned || (rule is not LowerBands && page.Condition(clause).AsSpan().IndexOfAny("超差偏延逾") >= 0)
                || RangeFinder.Done(page.Text, clause.Start, clause.End) is not { } range)
            {
                continue;
            }

            foreach (var value in rule is LowerBands ? Falling(range) : Samples(range, rule is Bands or Ratio { Direction: RatioDirection.HigherBetter } or LinearDecay { Direction: DecayDirection.Below }))
            {
                var points = rule.Score(page.Weight, new ValueInput(value), "数值").Points;
                if (Math.Abs(points - earned) > 0.001m)
                {
                    var at = Wording.Measured(value, range.Measure.Length > 0 ? range.Measure : "");
                    return $"“{page.Normal.Written(clause.Start, clause.Act.End)}”与读出的规则对不上：{at}按规则得{Wording.Points(points)}";
                }
            }
        }

        return null;
    }

    private static decimal? Earned(Page page, Clause clause) => clause.Act.Kind switch
    {
        ActKind.Full => page.Weight,
        ActKind.None => 0,
        ActKind.Share => page.Weight * clause.Act.Number / 100,
        ActKind.Points when clause.Act.Number <= page.Weight => clause.Act.Number,
        _ => null,
    };

    /// <summary>The same where lower is better: a lower end that the text takes in belongs to the band before all the same.</summary>
    private static IEnumerable<decimal> Falling(Range range)
    {
        var values = new List<decimal>();
        if (range.High is { } high)
        {
            values.Add(range.HighEdge == Edge.In ? high : high - Near);
        }

        if (range.Low is { } low && !range.Exact)
        {
            values.Add(low + Near);
            values.Add(range.High is { } to ? (low + to) / 2 : (low * 3) + 1);
        }

        return values.Where(v => v >= 0);
    }

    /// <summary>Values of the range: its ends where the text marks them, values next to them, the middle.</summary>
    private static IEnumerable<decimal> Samples(Range range, bool rising)
    {
        if (range.Exact)
        {
            return [range.Low!.Value];
        }

        var values = new List<decimal>();
        if (range.Low is { } low)
        {
            values.Add(range.LowEdge == Edge.In ? low : low + Near);
        }

        if (range.High is { } high)
        {
            // An upper end that the text takes in belongs to the next band all the same where the officer chose so.
            values.Add(high - Near);
        }

        if (range is { Low: { } from, High: { } to })
        {
            values.Add((from + to) / 2);
        }
        else if (range.Low is { } only && !rising)
        {
            values.Add((only * 3) + 1);
        }

        return values.Where(v => v >= 0);
    }
}

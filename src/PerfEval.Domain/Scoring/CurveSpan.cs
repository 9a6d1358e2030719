namespace PerfEval.Domain.Scoring;

/// <summary>Which part of a rule's curve is worth a look, and where it bends or jumps.</summary>
internal sealed record CurveSpan(
    decimal From, decimal To, string Measure, IReadOnlyList<decimal> Marks, IReadOnlyList<decimal> Breaks, bool Curved = false, bool Dense = false)
{
    /// <summary>Steps that can still be told apart in a small picture.</summary>
    private const int MostSteps = 60;

    /// <summary>The span of a rule that scores a figure, else null.</summary>
    public static CurveSpan? Of(ScoringRule rule, decimal weight) => rule switch
    {
        LinearDecay decay => OfDecay(decay, weight),
        Ratio ratio => OfRatio(ratio),
        Bands bands => OfBands([.. bands.Steps.Select(s => s.From)], bands.Measure, rising: true),
        LowerBands bands => OfBands([.. bands.Steps.Select(s => s.UpTo).Reverse()], bands.Measure, rising: false),
        _ => null,
    };

    private static CurveSpan OfDecay(LinearDecay rule, decimal weight)
    {
        var each = Deduction.Each(weight, rule.Deduct, rule.Unit);
        var (center, whole) = (rule.Target ?? rule.FullAt, rule.Target is null ? 0 : rule.FullAt);
        var cut = rule.Cutoff is { } c ? rule.Target is null ? Math.Abs(c - rule.FullAt) : c : (decimal?)null;
        var steps = TellingInputs.StepsUntil(weight, each);
        var gone = steps is { } n ? whole + (n * rule.Step) : (decimal?)null;
        var exact = rule.StepMode == StepMode.Linear && steps is not null ? whole + (weight / each * rule.Step) : gone;
        var end = cut is { } at && exact is { } empty ? Math.Min(at, empty) : cut ?? exact ?? whole + (10 * rule.Step);
        var bounded = rule.FullAt >= 0 && rule.Target is null or >= 0;

        // Nothing lies below 0 for a rate or a quantity; so the worst case is 0 wherever full marks lie above it.
        var loss = rule.Direction == DecayDirection.Below && bounded && rule.FullAt > 0 && (rule.Measure == "%" || end > rule.FullAt) ? rule.FullAt : end;
        loss = Math.Max(loss, rule.Step);
        var (from, to) = rule.Direction switch
        {
            DecayDirection.Below => (center - (loss * (loss == rule.FullAt ? 1 : 1.1m)), rule is { Measure: "%", FullAt: <= 100 } ? Math.Max(100, center * 1.05m) : center + (loss * 0.15m)),
            DecayDirection.Above => (center - (loss * 0.4m), center + (loss * 1.15m)),
            _ => (center - (loss * 1.15m), center + (loss * 1.15m)),
        };
        if (bounded)
        {
            from = Math.Max(0, from);
        }

        var reach = Math.Min(end, Math.Max(to - center, center - from));
        var count = rule.StepMode == StepMode.Linear ? 0 : (reach - whole) / rule.Step;
        var dense = count > MostSteps;
        List<decimal> distances = [0, whole, .. new[] { cut, exact, gone }.OfType<decimal>()];
        for (var k = 1; k <= (dense ? 0 : count); k++)
        {
            distances.Add(whole + (k * rule.Step));
        }

        var breaks = distances.SelectMany(d => rule.Direction switch
        {
            DecayDirection.Below => [center - d],
            DecayDirection.Above => [center + d],
            _ => new[] { center - d, center + d },
        }).ToList();
        List<decimal> marks = rule.Target is null
            ? [rule.FullAt, .. new[] { rule.Cutoff }.OfType<decimal>()]
            : [center, center - whole, center + whole, .. cut is { } edge ? new[] { center - edge, center + edge } : []];
        return new(from, to, rule.Measure, marks, breaks, Dense: dense, Curved: dense);
    }

    private static CurveSpan OfRatio(Ratio rule)
    {
        var target = rule.Target;
        var wide = rule.Direction switch { RatioDirection.LowerBetterExcess => 2.4m, RatioDirection.LowerBetterInverse => 4m, _ => 1.3m };
        decimal[] marks = rule.Direction == RatioDirection.LowerBetterExcess ? [target, 2 * target] : [target];
        return new(0, target == 0 ? 10 : target * wide, rule.Measure, marks, marks, Curved: rule.Direction == RatioDirection.LowerBetterInverse && target > 0);
    }

    /// <param name="limits">Bounds of the bands, highest first.</param>
    /// <param name="measure">Unit of the value.</param>
    /// <param name="rising">Higher is better: the best rate is 100%. Lower is better: it is 0.</param>
    private static CurveSpan OfBands(decimal[] limits, string measure, bool rising)
    {
        var (top, low) = (limits[0], limits[^1]);
        var wide = Math.Max(top - low, Math.Max(1, Math.Abs(top) / 4));
        var from = low >= 0 ? measure == "%" || !rising ? 0 : Math.Max(0, low - (wide * 0.4m)) : low - (wide * 0.4m);
        return new(from, rising && measure == "%" && top < 100 ? 100 : top + (wide * 0.3m), measure, limits, limits);
    }
}

namespace PerfEval.Domain.Scoring;

/// <summary>The telling values of the rules that score a figure: every limit, the value on its other side, best and worst.</summary>
internal static class TellingValues
{
    public static IEnumerable<TellingInput> Of(ScoringRule rule, decimal weight)
    {
        var (values, measure, descending) = rule switch
        {
            LinearDecay r => (OfDecay(r, weight), r.Measure, r.Direction != DecayDirection.Above),
            Ratio r => (OfRatio(r), r.Measure, r.Direction is RatioDirection.HigherBetter || (r.Direction == RatioDirection.Equal && r.Target > 0)),
            Bands r => (OfBands(r), r.Measure, true),
            LowerBands r => (OfLowerBands(r), r.Measure, false),
            _ => throw new InvalidOperationException($"{rule.GetType().Name} scores no figure."),
        };
        var shown = new Dictionary<decimal, string>();
        foreach (var (value, name) in values)
        {
            if (Math.Abs(value) <= ScoringInput.ValueLimit)
            {
                shown.TryAdd(value, name);
            }
        }

        return (descending ? shown.OrderByDescending(v => v.Key) : shown.OrderBy(v => v.Key))
            .Select(v => new TellingInput(v.Value, Wording.Number(v.Key) + measure, new ValueInput(v.Key)));
    }

    /// <summary>A difference that a person would call “a little”: 0.01 of a percentage, else one unit of the last place used.</summary>
    public static decimal Little(string measure, params ReadOnlySpan<decimal> used)
    {
        var places = measure == "%" ? 2 : 0;
        foreach (var value in used)
        {
            while (places < Numbers.Places && Rounding.Round(value, places) != value)
            {
                places++;
            }
        }

        return new decimal(1, 0, 0, false, (byte)places);
    }

    private static IEnumerable<(decimal Value, string Name)> OfDecay(LinearDecay rule, decimal weight)
    {
        var little = Math.Min(Little(rule.Measure, rule.FullAt, rule.Step, rule.Cutoff ?? 0, rule.Target ?? 0), rule.Step / 2);
        var (full, side) = (rule.Direction == DecayDirection.Both ? "允许偏差" : "满分线", rule.Direction == DecayDirection.Below ? "低于" : "超过");
        var signs = rule.Direction switch { DecayDirection.Below => [-1], DecayDirection.Above => [1], _ => new[] { 1, -1 } };
        if (rule.Target is { } target)
        {
            yield return (target, "正好是目标值");
        }
        else if (rule is { Direction: DecayDirection.Below, Measure: "%", FullAt: < 100 })
        {
            yield return (100, "最好");
        }
        else if (rule is { Direction: DecayDirection.Above, FullAt: > 0 })
        {
            yield return (0, "最好");
        }

        foreach (var sign in signs)
        {
            foreach (var (distance, name) in Distances())
            {
                var value = (rule.Target ?? 0) + (sign * distance) + (rule.Target is null ? rule.FullAt : sign * rule.FullAt);

                // A rate, a number of days or a quantity below nothing is not met with where full marks lie at or above nothing.
                if (value >= 0 || rule.FullAt < 0 || rule.Target < 0)
                {
                    yield return (value, name);
                }
            }
        }

        if (rule.Direction != DecayDirection.Above && rule.FullAt >= 0 && rule.Target is null or >= 0)
        {
            yield return (0, "最差");
        }

        IEnumerable<(decimal Distance, string Name)> Distances()
        {
            // A step is told in both halves; where the steps are fine, more of them would only be the same again.
            yield return (0, full);
            yield return (little, $"刚{side}{full}");
            yield return (rule.Step, "正好一步");
            yield return (rule.Step + little, "刚过一步");
            yield return (2 * rule.Step, "正好两步");
            var cut = rule.Cutoff is { } c ? rule.Target is null ? Math.Abs(c - rule.FullAt) : c - rule.FullAt : (decimal?)null;
            if (cut is { } at)
            {
                yield return (at, "截止线");
                yield return (at + little, $"刚{side}截止线");
            }

            if (TellingInputs.StepsUntil(weight, Deduction.Each(weight, rule.Deduct, rule.Unit)) is { } steps
                && steps * rule.Step is var gone && (cut is null || gone < cut))
            {
                yield return (gone, "扣完");
                if (cut is null && rule.Direction == DecayDirection.Above)
                {
                    yield return (gone + rule.Step, "再多");
                }
            }
        }
    }

    private static IEnumerable<(decimal Value, string Name)> OfRatio(Ratio rule)
    {
        var (target, little) = (rule.Target, Little(rule.Measure, rule.Target));
        yield return (target, "正好是指标值");
        if (rule.Direction == RatioDirection.HigherBetter || (rule.Direction == RatioDirection.Equal && target > 0))
        {
            yield return target == 0 ? (10, "超过指标值") : (target * 1.3m, "超过指标值三成");
            if (target > 0)
            {
                yield return (Math.Max(0, target - little), "刚低于指标值");
                yield return (target * 0.9m, "完成九成");
                yield return (target / 2, "完成一半");
            }

            yield return (0, "最差");
            yield break;
        }

        yield return (0, "最好");
        yield return (target + little, "刚超过指标值");
        yield return target == 0 ? (10, "再多") : (target * 1.1m, "超过一成");
        yield return (target * 1.5m, "超过五成");
        yield return (target * 2, "达到两倍");
        yield return target == 0 ? (100, "更多") : (target * 4, "达到四倍");
    }

    private static IEnumerable<(decimal Value, string Name)> OfBands(Bands rule)
    {
        var little = Little(rule.Measure, [.. rule.Steps.Select(s => s.From)]);
        if (rule.Measure == "%" && rule.Steps[0].From < 100)
        {
            yield return (100, "最好");
        }

        for (var i = 0; i < rule.Steps.Count; i++)
        {
            yield return (rule.Steps[i].From, $"第{i + 1}段起点");
            if (rule.Steps[i].From > 0 || rule.Steps[^1].From < 0)
            {
                yield return (rule.Steps[i].From - little, i + 1 < rule.Steps.Count ? $"刚低于第{i + 1}段" : "刚低于最后一段");
            }
        }

        if (rule.Steps[^1].From > 0)
        {
            yield return (0, "最差");
        }
    }

    private static IEnumerable<(decimal Value, string Name)> OfLowerBands(LowerBands rule)
    {
        var little = Little(rule.Measure, [.. rule.Steps.Select(s => s.UpTo)]);
        if (rule.Steps[0].UpTo > 0)
        {
            yield return (0, "最好");
        }

        for (var i = 0; i < rule.Steps.Count; i++)
        {
            yield return (rule.Steps[i].UpTo, $"第{i + 1}段终点");
            yield return (rule.Steps[i].UpTo + little, i + 1 < rule.Steps.Count ? $"刚超过第{i + 1}段" : "刚超过最后一段");
        }

        var last = Math.Abs(rule.Steps[^1].UpTo);
        yield return (rule.Steps[^1].UpTo + Math.Max(last, 10), "再多");
    }
}

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Every number that a text may use for the parameters of one rule, by what it counts.</summary>
internal sealed class RuleNumbers
{
    private readonly decimal weight;

    private RuleNumbers(decimal weight)
    {
        this.weight = weight;
        Earn(0);
        Earn(weight);
    }

    /// <summary>Points: 得3分, 扣0.5分.</summary>
    public HashSet<decimal> Points { get; } = [];

    /// <summary>Percent of the weight: 得权重的60%.</summary>
    public HashSet<decimal> Percents { get; } = [];

    /// <summary>Values that are measured: 95%, 30天.</summary>
    public HashSet<decimal> Values { get; } = [];

    /// <summary>Unit of the measured values, empty when the rule measures none.</summary>
    public string Measure { get; private set; } = "";

    public static RuleNumbers Of(ScoringRule rule, decimal weight)
    {
        var numbers = new RuleNumbers(weight);
        switch (rule)
        {
            case Tiered r:
                // “部分规范扣1分” is a level that earns the rest.
                r.Levels.Select(l => Award.Of(weight, l.Percent, l.Points)).ToList().ForEach(earned => numbers.Lose(Math.Max(0, weight - earned), earned));
                break;
            case Bands r:
                r.Steps.ToList().ForEach(s => numbers.Earn(Award.Of(weight, s.Percent, s.Points)));
                numbers.Measured(r.Measure, [100, .. r.Steps.SelectMany(s => new[] { s.From, s.From - 1, s.From - 0.1m, s.From - 0.01m })]);
                break;
            case LowerBands r:
                r.Steps.ToList().ForEach(s => numbers.Earn(Award.Of(weight, s.Percent, s.Points)));
                numbers.Measured(r.Measure, [0, .. r.Steps.SelectMany(s => new[] { s.UpTo, s.UpTo + 1, s.UpTo + 0.1m, s.UpTo + 0.01m })]);
                break;
            case LinearDecay r:
                numbers.Lose(Deduction.Each(weight, r.Deduct, r.Unit));
                numbers.Decay(r);
                break;
            case Ratio r:
                numbers.Measured(r.Measure, [r.Target, r.Target * 2, 1, 2, .. r.Measure == "%" ? [100m, 200m, r.Target / 100] : Array.Empty<decimal>()]);
                break;
            case ShortfallCount r:
                numbers.Lose(Deduction.Each(weight, r.Deduct, r.Unit), r.Floor);
                numbers.Measured(r.Measure, [1, .. r.Targets.Select(t => t.Target)]);
                break;
            case DeductPerOccurrence r:
                numbers.Lose(Deduction.Each(weight, r.Deduct, r.Unit), r.Floor);
                break;
            case FaultKinds r:
                foreach (var kind in r.Kinds.Where(k => !k.Veto))
                {
                    numbers.Lose(Deduction.Each(weight, kind.Deduct!.Value, kind.Unit), r.Floor);
                    numbers.Earn(Deduction.Each(weight, kind.Most ?? 0, kind.Unit));
                }

                // 累计最多扣6分 repeats what the caps add up to.
                numbers.Earn(r.Kinds.Sum(k => Deduction.Each(weight, k.Most ?? 0, k.Unit)));
                break;
            case Checklist r:
                r.Items.ToList().ForEach(i => numbers.Earn(i.Points));
                break;
            case ElementCount r:
                r.Elements.ToList().ForEach(e => numbers.Earn(weight * e.Share / 100));
                break;
            case QualitativeRange r:
                r.Ranges.ToList().ForEach(b => numbers.Earn(weight * b.From / 100));
                r.Ranges.ToList().ForEach(b => numbers.Earn(weight * b.To / 100));
                break;
        }

        return numbers;
    }

    /// <summary>Whether a set holds the number, apart from the last place of a third.</summary>
    public static bool Has(HashSet<decimal> set, decimal number) => set.Contains(number) || set.Any(n => Math.Abs(n - number) < 0.01m && n % 0.01m != 0);

    private void Decay(LinearDecay r)
    {
        var target = r.Target ?? 0;
        List<decimal> values = [r.FullAt, r.Step, target, target + r.FullAt, target - r.FullAt];
        if (r.Cutoff is { } cutoff)
        {
            values.AddRange([cutoff, Math.Abs(cutoff - r.FullAt), target + cutoff, target - cutoff]);
        }

        // The lower end of an interpolation, and 每下降1% of a full mark of 95%.
        if (r.Deduct == 100)
        {
            values.Add(r.FullAt - r.Step);
        }

        if (r.Measure == "%")
        {
            values.Add(100);
            values.AddRange(new[] { r.FullAt, target }.Where(f => f > 0).Select(f => r.Step * 100 / f));
        }

        Measured(r.Measure, values);
    }

    private void Measured(string measure, IEnumerable<decimal> values)
    {
        Measure = measure;
        Values.UnionWith(values);
    }

    private void Earn(decimal points)
    {
        Points.Add(points);
        Percents.Add(points * 100 / weight);
    }

    private void Lose(decimal each, decimal floor = 0)
    {
        Earn(each);
        Earn(floor);
        Earn(weight - floor);
    }
}

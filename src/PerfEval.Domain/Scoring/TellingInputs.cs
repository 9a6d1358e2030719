namespace PerfEval.Domain.Scoring;

/// <summary>An input that shows something about a rule.</summary>
internal sealed record TellingInput(string Case, string Given, ScoringInput Input);

/// <summary>Which inputs tell most about a rule: one method for each kind, in the natural order of its inputs.</summary>
internal static class TellingInputs
{
    /// <summary>Occurrences shown before the table jumps to where nothing is left.</summary>
    private const int FirstCounts = 3;

    public static IEnumerable<TellingInput> Of(ScoringRule rule, decimal weight) => rule switch
    {
        MetNotMet r => [new("达标", r.Yes, new MetInput(true)), new("不达标", r.No, new MetInput(false))],
        Tiered r => r.Levels.Select((l, i) => new TellingInput($"第{i + 1}档", l.Label, new LevelInput(l.Key))),
        ZeroTolerance => new[] { 0, 1, 2 }.Select(n => Counted(n, n switch { 0 => "没有", 1 => "第一例", _ => "再多" }, "例")),
        DeductPerOccurrence r => OfDeductions(r, weight),
        FaultKinds r => OfKinds(r, weight),
        Checklist r => OfItems([.. r.Items.Select(i => (i.Key, i.Text))], r.Mode == ChecklistMode.Deduct),
        ElementCount r => OfItems([.. r.Elements.Select(e => (e.Key, e.Text))], unfulfilled: false),
        ShortfallCount r => OfShortfalls(r, weight),
        QualitativeRange r => OfRanges(r),
        Expert => [Judged("满分", 100), Judged("一半", 50), Judged("不得分", 0)],
        _ => TellingValues.Of(rule, weight),
    };

    private static IEnumerable<TellingInput> OfDeductions(DeductPerOccurrence rule, decimal weight)
    {
        var most = rule.Items is { Count: > 0 } items ? items.Count : int.MaxValue;
        var ends = StepsUntil(weight - rule.Floor, Deduction.Each(weight, rule.Deduct, rule.Unit));
        var counts = Enumerable.Range(0, FirstCounts + 1).ToDictionary(n => n, n => n == 0 ? "没有" : $"{n}项");
        if (ends is { } end && end <= Math.Min(most, 1_000_000))
        {
            counts[(int)end] = "扣完";
            counts[(int)end - 1] = counts.GetValueOrDefault((int)end - 1, "差一项扣完");
            counts[(int)end + 1] = "再多";
        }

        if (most < int.MaxValue)
        {
            counts[most] = "全部不符合";
        }

        foreach (var (count, name) in counts.Where(c => c.Key <= most).OrderBy(c => c.Key))
        {
            yield return most == int.MaxValue
                ? Counted(count, name, "项")
                : new(name, count == 0 ? "0项" : $"{count}项：{Wording.Listed(rule.Items!.Take(count))}", new ItemsInput([.. rule.Items!.Take(count)]));
        }
    }

    /// <summary>None; one and two of each kind alone; where its cap or its end is reached; one of each; all of it.</summary>
    private static List<TellingInput> OfKinds(FaultKinds rule, decimal weight)
    {
        const int shown = 6;
        var told = new Dictionary<string, TellingInput>();
        Add("没有", "各类都是0", []);
        foreach (var kind in rule.Kinds.Take(shown))
        {
            Alone("第一" + kind.Measure, kind, 1);
            if (!kind.Veto)
            {
                Alone("再多一" + kind.Measure, kind, 2);
                var each = Deduction.Each(weight, kind.Deduct!.Value, kind.Unit);
                if (Full(kind) is { } full)
                {
                    Alone(Deduction.Each(weight, kind.Most!.Value, kind.Unit) < weight - rule.Floor ? "这一类扣到上限" : "扣完", kind, full);
                    Alone("超过上限", kind, full + 1);
                }
                else if (kind.Most is null && StepsUntil(weight - rule.Floor, each) is { } gone and < 1_000_000)
                {
                    Alone("扣完", kind, (int)gone);
                }
            }
        }

        var costing = rule.Kinds.Where(k => !k.Veto).Take(shown).ToList();
        Add("各有一项", "", [.. costing.Select(k => (k, 1))]);
        if (costing.Count > 1 && costing.TrueForAll(k => Full(k) is not null) && costing.Count == rule.Kinds.Count(k => !k.Veto))
        {
            Add("各类都到上限", "", [.. costing.Select(k => (k, Full(k)!.Value))]);
        }

        return [.. told.Values];

        // Cases at which the cap of a kind is reached.
        int? Full(FaultKind kind) => kind.Most is { } most && StepsUntil(most, kind.Deduct!.Value) is { } full and < 1_000_000 ? (int)full : null;

        void Alone(string name, FaultKind kind, int count) => Add(name, $"{kind.Matter}{count}{kind.Measure}", [(kind, count)]);

        void Add(string name, string given, (FaultKind Kind, int Count)[] found)
        {
            var counts = rule.Kinds.ToDictionary(k => k.Matter, k => found.FirstOrDefault(f => f.Kind == k).Count);
            var words = given.Length > 0 ? given : string.Join("，", found.Select(f => $"{f.Kind.Matter}{f.Count}{f.Kind.Measure}"));
            told.TryAdd(string.Join(',', rule.Kinds.Select(k => counts[k.Matter])), new(name, words, new CountsInput(counts)));
        }
    }

    /// <summary>Everything, all but one, one alone, nothing; for lists that name what is not fulfilled the other way round.</summary>
    private static IEnumerable<TellingInput> OfItems((string Key, string Text)[] items, bool unfulfilled)
    {
        const int shown = 8;
        string[] all = [.. items.Select(i => i.Key)];
        yield return Fulfilled("全部满足", unfulfilled ? "没有不满足的" : "全部", all);
        foreach (var (key, text) in items.Take(shown).Where(_ => items.Length > 1))
        {
            yield return Fulfilled("缺一项", $"缺“{Wording.Unended(text)}”", [.. all.Where(k => k != key)]);
        }

        foreach (var (key, text) in items.Take(shown).Where(_ => items.Length > 2))
        {
            yield return Fulfilled("只满足一项", $"只有“{Wording.Unended(text)}”", [key]);
        }

        yield return Fulfilled("全部不满足", unfulfilled ? "全部不满足" : "一项都没有", []);

        TellingInput Fulfilled(string name, string given, string[] keys) =>
            new(name, given, new ItemsInput(unfulfilled ? [.. all.Except(keys)] : keys));
    }

    private static IEnumerable<TellingInput> OfShortfalls(ShortfallCount rule, decimal weight)
    {
        var first = rule.Targets[0];
        yield return Done("全部完成", "各项都按计划完成", t => t.Target);
        yield return Done($"少一{rule.Measure}", $"“{first.Key}”少1{rule.Measure}", t => t == first ? Math.Max(0, t.Target - 1) : t.Target);
        if (rule.Targets.Count > 1 && first.Target < ScoringInput.ValueLimit)
        {
            yield return Done("多的不抵少的", $"“{first.Key}”多1{rule.Measure}，“{rule.Targets[1].Key}”少1{rule.Measure}",
                t => t == first ? t.Target + 1 : t == rule.Targets[1] ? Math.Max(0, t.Target - 1) : t.Target);
        }

        if (StepsUntil(weight - rule.Floor, Deduction.Each(weight, rule.Deduct, rule.Unit)) is { } ends && ends < rule.Targets.Sum(t => t.Target) && ends > 1)
        {
            var left = ends;
            var actuals = new Dictionary<string, decimal>();
            foreach (var target in rule.Targets)
            {
                var lost = Math.Min(left, target.Target);
                (actuals[target.Key], left) = (target.Target - lost, left - lost);
            }

            yield return new("扣完", $"共少{Wording.Number(ends)}{rule.Measure}", new ActualsInput(actuals));
        }

        yield return Done("最差", $"一{rule.Measure}也没有完成", _ => 0);

        TellingInput Done(string name, string given, Func<CountTarget, decimal> actual) =>
            new(name, given, new ActualsInput(rule.Targets.ToDictionary(t => t.Key, actual)));
    }

    private static IEnumerable<TellingInput> OfRanges(QualitativeRange rule)
    {
        foreach (var range in rule.Ranges)
        {
            // The upper end belongs to the range only at 100; elsewhere the highest mark lies just below it.
            var top = range.To == 100 ? 100 : Math.Max(range.From, range.To - 0.01m);
            yield return InRange("本档最高", top);
            if (range.From < top)
            {
                yield return InRange("本档最低", range.From);
            }

            TellingInput InRange(string name, decimal percent) => new(
                $"{name}", $"{range.Label}，给{Wording.Number(percent)}%", new JudgedInput(percent, "见评审意见", range.Key, PointsUnit.PercentOfWeight));
        }
    }

    private static TellingInput Counted(int count, string name, string unit) => new(name, $"{count}{unit}", new CountInput(count));

    private static TellingInput Judged(string name, decimal percent) =>
        new(name, $"评审给权重的{Wording.Number(percent)}%", new JudgedInput(percent, "见评审意见", null, PointsUnit.PercentOfWeight));

    /// <summary>Deductions until nothing is left to deduct from; null when that is out of sight.</summary>
    internal static decimal? StepsUntil(decimal available, decimal each) =>
        each * 1_000_000_000m < available ? null : decimal.Ceiling(available / each);
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One kind of fault in <see cref="FaultKinds"/>.</summary>
/// <param name="Matter">What is counted, a Chinese noun, unique in the rule: “严重质量问题”.</param>
/// <param name="Deduct">Per case, above 0; null for a veto.</param>
/// <param name="Unit">Whether <paramref name="Deduct"/> and <paramref name="Most"/> count points or percent of the weight.</param>
/// <param name="Most">What all cases of this kind cost at most, not less than one case; null: no limit of its own.</param>
/// <param name="Veto">否决: one case leaves nothing of the whole indicator.</param>
/// <param name="Measure">Chinese word by which cases are counted: 处, 笔, 例.</param>
public sealed record FaultKind(
    string Matter,
    decimal? Deduct = null,
    PointsUnit Unit = PointsUnit.Points,
    decimal? Most = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Veto = false,
    string Measure = "项");

/// <summary>
/// 一般质量问题每处扣0.5分，严重质量问题每处扣2分，扣完为止；存在虚报冒领的，不得分: several kinds of faults, each counted and each
/// with its own deduction, its own cap or a veto: weight − Σ min(cap, count × deduct), and 0 with one case of a vetoing kind.
/// </summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Floor">Points that the deductions always leave, at least 0 and below the weight; a veto leaves nothing all the same.</param>
public sealed record FaultKinds(IReadOnlyList<FaultKind> Kinds, decimal Floor = 0) : ScoringRule("分类扣分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Counts, $"各类问题的数目（{string.Join("；", Kinds.Select(k => k.Matter))}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var counts = Expect<CountsInput>(input, subject).Counts;
        CheckCounts(counts, subject);
        var lead = $"{subject}：{string.Join("；", Kinds.Select(k => Told(weight, k, counts[k.Matter])))}；";
        if (Kinds.FirstOrDefault(k => k.Veto && counts[k.Matter] > 0) is { } veto)
        {
            return new RulePoints(0, $"{lead}存在{veto.Matter}即不得分：0分（分值{Wording.Points(weight)}）。");
        }

        decimal[] parts = [.. Kinds.Select(k => Cost(weight, k, counts[k.Matter])).Where(c => c > 0)];
        return Deduction.From(weight, parts.Sum(), Floor, parts.Length < 2 ? lead : $"{lead}合计{string.Join(" + ", parts.Select(Wording.Number))} {Wording.Equal(parts.Sum(), parts)}，");
    }

    private protected override string Demand(ScoringInput input)
    {
        var counts = ((CountsInput)input).Counts;
        return "须没有" + Wording.Listed(Kinds.Where(k => counts[k.Matter] > 0).Select(k => $"{k.Matter}（现有{counts[k.Matter]}{k.Measure}）"));
    }

    private protected override string Describe(decimal weight)
    {
        var costs = Kinds.Where(k => !k.Veto).Select(k => $"{k.Matter}每{k.Measure}{Deduction.EachText(weight, k.Deduct!.Value, k.Unit)}{(k.Most is { } most ? $"，最多{Sized(most, k.Unit)}" : "")}").ToList();
        if (costs.Count > 0)
        {
            // Without the end that nobody reaches; it would be no true word.
            costs.Add(Worst(weight) is { } worst && worst < weight - Floor ? $"累计最多扣{Wording.Points(worst)}" : Deduction.UntilText(Floor));
        }

        return $"没有下列情形，得满分；{string.Join("；", costs.Concat(Kinds.Where(k => k.Veto).Select(k => $"存在{k.Matter}，不得分")))}。";
    }

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        if (Worst(weight) is { } worst && worst < weight - Floor && !Kinds.Any(k => k.Veto))
        {
            yield return new RuleDefect(DefectKind.UnreachableFloor,
                $"“{Deduction.UntilText(Floor)}”不可达：各类最多扣的分合计{Wording.Points(worst)}，最差仍得{Wording.Points(weight - worst)}（分值{Wording.Points(weight)}）。");
        }

        foreach (var kind in Kinds.Where(k => !k.Veto))
        {
            var each = Deduction.Each(weight, kind.Deduct!.Value, kind.Unit);
            if (each >= weight - Floor)
            {
                yield return new RuleDefect(DefectKind.AnyFailureMeansZero,
                    $"“{kind.Matter}”一{kind.Measure}即扣{Wording.Points(each)}，不少于可扣的{Wording.Points(weight - Floor)}，出现一{kind.Measure}即得{Wording.Points(Floor)}，却没有写明“否决”。");
            }
        }
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        if (!faults.Require(Kinds is { Count: > 0 }, "kinds", "分类扣分至少要有一类问题。"))
        {
            return;
        }

        faults.Require(Floor >= 0 && Floor < weight, "floor", $"扣分下限应不小于0且小于分值{Wording.Points(weight)}，现为{Wording.Points(Floor)}。");
        foreach (var group in Kinds.GroupBy(k => k.Matter ?? ""))
        {
            faults.Require(!string.IsNullOrWhiteSpace(group.Key), "matter", "有一类问题没有写名称。");
            faults.Require(group.Count() == 1, "matter", $"“{group.Key}”写了{group.Count()}次。");
        }

        foreach (var kind in Kinds)
        {
            faults.Require(!string.IsNullOrWhiteSpace(kind.Measure), "measure", $"“{kind.Matter}”没有写明按什么计数（处、笔、例）。");
            faults.Require(kind.Veto == kind.Deduct is null, "deduct", kind.Veto ? $"“{kind.Matter}”是否决的，不另写扣分。" : $"“{kind.Matter}”没有写明扣多少。");
            faults.Require(!kind.Veto || kind.Most is null, "most", $"“{kind.Matter}”是否决的，不另写最多扣多少。");
            if (kind.Deduct is { } deduct)
            {
                faults.Require(deduct is > 0 and <= Deduction.Most, "deduct", $"“{kind.Matter}”的扣分应大于0且不超过{Wording.Number(Deduction.Most)}，现为{Wording.Number(deduct)}。");
                faults.Require(kind.Most is not { } most || (most >= deduct && most <= Deduction.Most), "most", $"“{kind.Matter}”最多扣的应不少于每{kind.Measure}扣的{Wording.Number(deduct)}，现为{Wording.Number(kind.Most ?? 0)}。");
            }
        }
    }

    /// <summary>“扣3分” or “扣权重的30%”.</summary>
    private static string Sized(decimal most, PointsUnit unit) => unit == PointsUnit.Points ? $"扣{Wording.Points(most)}" : $"扣权重的{Wording.Number(most)}%";

    /// <summary>What the cases of one kind cost, in points.</summary>
    private static decimal Cost(decimal weight, FaultKind kind, int count) => kind.Veto ? 0
        : Math.Min(count * Deduction.Each(weight, kind.Deduct!.Value, kind.Unit), kind.Most is { } most ? Deduction.Each(weight, most, kind.Unit) : decimal.MaxValue);

    private static string Told(decimal weight, FaultKind kind, int count)
    {
        var found = $"{kind.Matter}{count}{kind.Measure}";
        if (kind.Veto || count == 0)
        {
            return found;
        }

        var (all, cost) = (count * Deduction.Each(weight, kind.Deduct!.Value, kind.Unit), Cost(weight, kind, count));
        var each = $"{found}，每{kind.Measure}{Deduction.EachText(weight, kind.Deduct.Value, kind.Unit)}，";
        return cost == all ? $"{each}扣{Wording.Points(all)}" : $"{each}应扣{Wording.Points(all)}，这一类最多扣{Wording.Points(cost)}，扣{Wording.Points(cost)}";
    }

    /// <summary>What all kinds with a cap cost at most; null when a kind has none.</summary>
    private decimal? Worst(decimal weight) => Kinds.Any(k => !k.Veto && k.Most is null) || Kinds.All(k => k.Veto) ? null
        : Kinds.Where(k => !k.Veto).Sum(k => Deduction.Each(weight, k.Most!.Value, k.Unit));

    private void CheckCounts(IReadOnlyDictionary<string, int> counts, string subject)
    {
        var faults = new FaultList();
        foreach (var kind in Kinds)
        {
            if (faults.Require(counts.TryGetValue(kind.Matter, out var count), "counts", $"“{subject}”没有填写“{kind.Matter}”的{kind.Measure}数，没有的填0。"))
            {
                faults.Require(count >= 0, "counts", $"“{kind.Matter}”的{kind.Measure}数不能是负数，现为{count}。");
            }
        }

        foreach (var key in counts.Keys.Except(Kinds.Select(k => k.Matter)))
        {
            faults.Add("counts", $"“{subject}”没有“{key}”这一类。");
        }

        faults.ThrowIfAny();
    }
}

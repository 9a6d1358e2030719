using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One target of <see cref="ShortfallCount"/>.</summary>
/// <param name="Key">Chinese name of what is counted, unique in the rule.</param>
/// <param name="Target">Planned quantity, above 0.</param>
public sealed record CountTarget(string Key, decimal Target);

/// <summary>
/// 活动每少进行一次，扣0.5分，扣完为止 (domain.md §5.1 SHORTFALL_COUNT): weight − deduct × Σ max(0, target − actual).
/// What exceeds one target does not make up for another.
/// </summary>
/// <param name="Targets">At least one.</param>
/// <param name="Deduct">Per missing unit, above 0.</param>
/// <param name="Unit">Whether <paramref name="Deduct"/> counts points or percent of the weight.</param>
/// <param name="Floor">Points that always remain, at least 0 and below the weight.</param>
/// <param name="Measure">Chinese unit of the quantities.</param>
public sealed record ShortfallCount(
    IReadOnlyList<CountTarget> Targets,
    decimal Deduct,
    PointsUnit Unit = PointsUnit.Points,
    decimal Floor = 0,
    string Measure = "次") : ScoringRule("按缺口扣分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Actuals, $"实际{Measure}数（{string.Join("；", Targets.Select(t => t.Key))}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var actuals = Expect<ActualsInput>(input, subject).Actuals;
        CheckActuals(actuals, subject);
        var parts = new List<string>();
        var missing = 0m;
        foreach (var target in Targets)
        {
            var actual = actuals[target.Key];
            var shortfall = Math.Max(0m, target.Target - actual);
            missing += shortfall;
            parts.Add($"{target.Key}应有{Wording.Number(target.Target)}{Measure}、实有{Wording.Number(actual)}{Measure}" +
                (shortfall > 0 ? $"，少{Wording.Number(shortfall)}{Measure}" : ""));
        }

        var lead = $"{subject}：{string.Join("；", parts)}；";
        return missing == 0
            ? Deduction.From(weight, 0, Floor, $"{lead}没有缺口，")
            : Deduction.From(weight, missing * Deduction.Each(weight, Deduct, Unit), Floor,
                $"{lead}共少{Wording.Number(missing)}{Measure}，每{Measure}{Deduction.EachText(weight, Deduct, Unit)}，");
    }

    private protected override string Demand(ScoringInput input)
    {
        var actuals = ((ActualsInput)input).Actuals;
        return "还须补足" + Wording.Listed(Targets.Where(t => actuals[t.Key] < t.Target)
            .Select(t => $"{t.Key}{Wording.Number(t.Target - actuals[t.Key])}{Measure}"));
    }

    private protected override string Describe(decimal weight) =>
        $"{string.Join("；", Targets.Select(t => $"{t.Key}不少于{Wording.Number(t.Target)}{Measure}"))}；全部完成，得满分；每少一{Measure}，{Deduction.EachText(weight, Deduct, Unit)}，{Deduction.UntilText(Floor)}，超出的不抵减其他缺口。";

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        var each = Deduction.Each(weight, Deduct, Unit);
        return Deduction.Unreachable(weight, Targets.Sum(t => t.Target) * each, Floor, $"一{Measure}也没有完成时")
            .Concat(Deduction.TakesAllAtOnce(weight, each, Floor, $"少一{Measure}"));
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        Deduction.Check(weight, Deduct, Floor, faults);
        if (!faults.Require(Targets is { Count: > 0 }, "targets", "按缺口扣分至少要有一个目标。"))
        {
            return;
        }

        CheckKeys(Targets.Select(t => t.Key), "目标", faults);
        foreach (var target in Targets)
        {
            faults.Require(target.Target is > 0 and <= ScoringInput.ValueLimit, "target", $"目标“{target.Key}”应大于0，现为{Wording.Number(target.Target)}。");
        }
    }

    private void CheckActuals(IReadOnlyDictionary<string, decimal> actuals, string subject)
    {
        var faults = new FaultList();
        foreach (var target in Targets)
        {
            if (faults.Require(actuals.TryGetValue(target.Key, out var actual), "actuals", $"“{subject}”没有填写“{target.Key}”的实际{Measure}数。"))
            {
                faults.Require(actual is >= 0 and <= ScoringInput.ValueLimit, "actuals", $"“{target.Key}”的实际{Measure}数不能是负数或过大，现为{Wording.Number(actual)}。");
            }
        }

        foreach (var key in actuals.Keys.Except(Targets.Select(t => t.Key)))
        {
            faults.Add("actuals", $"“{subject}”没有“{key}”这一目标。");
        }

        faults.ThrowIfAny();
    }
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>What counts as a step (domain.md §5.2 item 1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepMode>))]
public enum StepMode
{
    /// <summary>Parts of a step count in proportion (按实际差额计).</summary>
    Linear,

    /// <summary>Only whole steps count (不足一步不计).</summary>
    Floor,

    /// <summary>A step begun counts whole (不足一步按一步计).</summary>
    Ceiling,
}

/// <summary>On which side points are lost.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecayDirection>))]
public enum DecayDirection
{
    /// <summary>Below <see cref="LinearDecay.FullAt"/>.</summary>
    Below,

    /// <summary>Above <see cref="LinearDecay.FullAt"/>.</summary>
    Above,

    /// <summary>On both sides of <see cref="LinearDecay.Target"/>.</summary>
    Both,
}

/// <summary>
/// 95%以上得满分，每下降1%扣权重的1%，60%以下不得分 (domain.md §5.1 LINEAR_DECAY). “每下降1%” always means one
/// percentage point. Deduction = steps × deduct; the cut-off itself still scores unless it is inclusive, beyond it nothing does.
/// </summary>
/// <param name="FullAt">Full marks from here on (inclusive); for <see cref="DecayDirection.Both"/> the deviation from the target that costs nothing.</param>
/// <param name="Step">Size of a step in the unit of the value, at least 0.0001.</param>
/// <param name="Deduct">Per step, above 0.</param>
/// <param name="Unit">Whether <paramref name="Deduct"/> counts points or percent of the weight.</param>
/// <param name="StepMode">How parts of a step count.</param>
/// <param name="Direction">Side on which points are lost.</param>
/// <param name="Cutoff">Beyond this value (for Both: deviation) nothing is earned; null: no cut-off.</param>
/// <param name="Target">For <see cref="DecayDirection.Both"/> only.</param>
/// <param name="Measure">Unit of the value: “%”, “天”, “元”…</param>
/// <param name="CutoffInclusive">Exactly the cut-off earns nothing either (60%及以下不得分).</param>
public sealed record LinearDecay(
    decimal FullAt,
    decimal Step,
    decimal Deduct,
    PointsUnit Unit = PointsUnit.PercentOfWeight,
    StepMode StepMode = StepMode.Floor,
    DecayDirection Direction = DecayDirection.Below,
    decimal? Cutoff = null,
    decimal? Target = null,
    string Measure = "%",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool CutoffInclusive = false) : ScoringRule("按差额扣分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Value, $"实际值（{Measure}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var value = ExpectValue(input, subject);
        var distance = Distance(value);
        if (distance <= 0)
        {
            return new RulePoints(weight, $"{FullText(subject, value)}，得满分{Wording.Points(weight)}。");
        }

        if (BeyondCutoff(value))
        {
            return new RulePoints(0, $"{CutoffText(subject, value)}，不得分：0分（分值{Wording.Points(weight)}）。");
        }

        var each = Deduction.Each(weight, Deduct, Unit);
        var eachText = Deduction.EachText(weight, Deduct, Unit);
        var step = Wording.Difference(Step, Measure);
        var lead = LossText(subject, value, distance);
        if (StepMode == StepMode.Linear)
        {
            return Deduction.From(weight, distance * each / Step, 0, $"{lead}，按实际差额计，每{step}{eachText}，");
        }

        var steps = Steps(distance);
        lead += StepMode == StepMode.Floor ? $"，不足{step}不计，" : $"，不足{step}按{step}计，";
        return Deduction.From(weight, steps * each, 0, steps == 0 ? lead : $"{lead}按{Wording.Number(steps)}个{step}计，每个{eachText}，");
    }

    private protected override string Demand(ScoringInput input)
    {
        var value = ((ValueInput)input).Value;
        var gap = Wording.Difference(Distance(value), Measure);
        return Direction switch
        {
            DecayDirection.Below => $"须达到{Wording.Measured(FullAt, Measure)}，还差{gap}",
            DecayDirection.Above => $"须不超过{Wording.Measured(FullAt, Measure)}，现高出{gap}",
            _ => $"与{Wording.Measured(Target!.Value, Measure)}相差须不超过{Wording.Difference(FullAt, Measure)}，现超出{gap}",
        };
    }

    private protected override string Describe(decimal weight)
    {
        var step = Wording.Difference(Step, Measure);
        var each = Deduction.EachText(weight, Deduct, Unit);
        var part = StepMode switch
        {
            StepMode.Linear => "按实际差额计",
            StepMode.Floor => $"不足{step}不计",
            _ => $"不足{step}按{step}计",
        };
        var full = Wording.Measured(FullAt, Measure);
        var cutoff = Cutoff is { } c ? Wording.Measured(c, Measure) : "";
        var (start, lose, end) = Direction switch
        {
            DecayDirection.Below => ($"达到{full}及以上", $"低于{full}，每下降{step}", CutoffInclusive ? $"{cutoff}及以下" : $"低于{cutoff}"),
            DecayDirection.Above => ($"不超过{full}", $"高于{full}，每上升{step}", CutoffInclusive ? $"{cutoff}及以上" : $"高于{cutoff}"),
            _ => ($"与{Wording.Measured(Target!.Value, Measure)}相差不超过{Wording.Difference(FullAt, Measure)}", $"超出的部分，每相差{step}", CutoffInclusive ? $"相差{Wording.Difference(Cutoff ?? 0, Measure)}及以上" : $"相差超过{Wording.Difference(Cutoff ?? 0, Measure)}"),
        };
        return $"{start}，得满分；{lose}{each}（{part}），扣完为止" + (Cutoff is null ? "。" : $"；{end}，不得分。");
    }

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        var each = Deduction.Each(weight, Deduct, Unit);
        if (Cutoff is { } cutoff)
        {
            var left = weight - (Steps(Distance(Direction == DecayDirection.Both ? Target!.Value + cutoff : cutoff)) * each);
            if (left > 0)
            {
                var at = Direction == DecayDirection.Both ? Wording.Difference(cutoff, Measure) : Wording.Measured(cutoff, Measure);
                var side = Direction == DecayDirection.Below ? "低于" : "超过";
                yield return new RuleDefect(DefectKind.CliffAtCutoff, CutoffInclusive
                    ? $"断崖：到{at}应得{Wording.Points(left)}（分值{Wording.Points(weight)}），正好{at}即得0分。"
                    : $"断崖：正好{at}得{Wording.Points(left)}（分值{Wording.Points(weight)}），{side}{at}即得0分。");
            }
            else if (Gone(weight, each) is { } gone && gone < Distance(Direction == DecayDirection.Both ? Target!.Value + cutoff : cutoff))
            {
                var (at, empty) = Direction switch
                {
                    DecayDirection.Below => ($"低至{Wording.Measured(FullAt - gone, Measure)}", Wording.Measured(cutoff, Measure)),
                    DecayDirection.Above => ($"高至{Wording.Measured(FullAt + gone, Measure)}", Wording.Measured(cutoff, Measure)),
                    _ => ($"相差{Wording.Difference(FullAt + gone, Measure)}", $"相差{Wording.Difference(cutoff, Measure)}"),
                };
                yield return new RuleDefect(DefectKind.CutoffNeverActs, $"截止线不起作用：{at}时已经扣完（分值{Wording.Points(weight)}），到不了{empty}的截止线就得0分。");
            }
        }
        else if (Direction == DecayDirection.Below && Measure == "%")
        {
            foreach (var defect in Deduction.Unreachable(weight, Steps(FullAt) * each, 0, "实际值为0%时"))
            {
                yield return defect;
            }
        }

        if (StepMode == StepMode.Ceiling)
        {
            foreach (var defect in Deduction.TakesAllAtOnce(weight, each, 0, "差额"))
            {
                yield return defect;
            }
        }
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        const decimal least = 0.0001m;
        Deduction.Check(weight, Deduct, 0, faults);
        faults.Require(Step is >= least and <= ScoringInput.ValueLimit, "step", $"步长应不小于{Wording.Number(least)}，现为{Wording.Number(Step)}。");
        faults.Require(Math.Abs(FullAt) <= ScoringInput.ValueLimit && Math.Abs(Cutoff ?? 0) <= ScoringInput.ValueLimit && Math.Abs(Target ?? 0) <= ScoringInput.ValueLimit, "fullAt", "满分线、截止线或目标值超出可计算的范围。");
        faults.Require(Measure is not null, "measure", "没有写明计量单位。");
        faults.Require(Direction == DecayDirection.Both == Target is not null, "target", "双向扣分必须有目标值，单向扣分不用目标值。");
        faults.Require(Direction != DecayDirection.Both || FullAt >= 0, "fullAt", $"允许的偏差不能是负数，现为{Wording.Number(FullAt)}。");
        var ordered = Cutoff is not { } c || (Direction == DecayDirection.Below ? c < FullAt : c > FullAt);
        faults.Require(Cutoff is not null || !CutoffInclusive, "cutoffInclusive", "没有截止线，就没有“截止线也不得分”。");
        faults.Require(ordered, "cutoff", $"截止线{Wording.Number(Cutoff ?? 0)}应在满分线{Wording.Number(FullAt)}{(Direction == DecayDirection.Below ? "以下" : "以上")}。");
    }

    /// <summary>How far the value lies on the losing side; 0 or less means full marks.</summary>
    private decimal Distance(decimal value) => Direction switch
    {
        DecayDirection.Below => FullAt - value,
        DecayDirection.Above => value - FullAt,
        _ => Math.Abs(value - Target!.Value) - FullAt,
    };

    private decimal Steps(decimal distance) => StepMode switch
    {
        StepMode.Floor => decimal.Floor(distance / Step),
        StepMode.Ceiling => decimal.Ceiling(distance / Step),
        _ => distance / Step,
    };

    /// <summary>Where on the losing side nothing is left by steps alone; null when that is out of sight.</summary>
    private decimal? Gone(decimal weight, decimal each) => TellingInputs.StepsUntil(weight, each) is not { } steps ? null
        : (StepMode == StepMode.Linear ? weight / each : steps) * Step;

    private bool BeyondCutoff(decimal value) => Cutoff is { } cutoff && Direction switch
    {
        DecayDirection.Below => value < cutoff || (CutoffInclusive && value == cutoff),
        DecayDirection.Above => value > cutoff || (CutoffInclusive && value == cutoff),
        _ => Math.Abs(value - Target!.Value) is var apart && (apart > cutoff || (CutoffInclusive && apart == cutoff)),
    };

    private string FullText(string subject, decimal value) => Direction switch
    {
        DecayDirection.Below => $"{subject}{Wording.Measured(value, Measure, FullAt)}，达到满分线{Wording.Measured(FullAt, Measure)}",
        DecayDirection.Above => $"{subject}{Wording.Measured(value, Measure, FullAt)}，未超过满分线{Wording.Measured(FullAt, Measure)}",
        _ => $"{subject}{Wording.Measured(value, Measure, Target!.Value)}，目标{Wording.Measured(Target.Value, Measure)}，{Apart(value)}，在允许偏差{Wording.Difference(FullAt, Measure)}以内",
    };

    private string CutoffText(string subject, decimal value) => Direction switch
    {
        DecayDirection.Below => $"{subject}{Wording.Measured(value, Measure, Cutoff!.Value)}，{(CutoffInclusive ? "未超过" : "低于")}截止线{Wording.Measured(Cutoff.Value, Measure)}",
        DecayDirection.Above => $"{subject}{Wording.Measured(value, Measure, Cutoff!.Value)}，{(CutoffInclusive ? "达到" : "高于")}截止线{Wording.Measured(Cutoff.Value, Measure)}",
        _ => $"{subject}{Wording.Measured(value, Measure)}，目标{Wording.Measured(Target!.Value, Measure)}，{Apart(value)}，{(CutoffInclusive ? "达到" : "超过")}截止线{Wording.Difference(Cutoff!.Value, Measure)}",
    };

    private string LossText(string subject, decimal value, decimal distance) => Direction switch
    {
        DecayDirection.Below => $"{subject}{Wording.Measured(value, Measure, FullAt)}，满分线{Wording.Measured(FullAt, Measure)}，低{Wording.Difference(distance, Measure)}",
        DecayDirection.Above => $"{subject}{Wording.Measured(value, Measure, FullAt)}，满分线{Wording.Measured(FullAt, Measure)}，高{Wording.Difference(distance, Measure)}",
        _ => $"{subject}{Wording.Measured(value, Measure, Target!.Value)}，目标{Wording.Measured(Target.Value, Measure)}，{Apart(value)}" +
            (FullAt == 0 ? "" : $"，超出允许偏差{Wording.Difference(distance, Measure)}"),
    };

    private string Apart(decimal value) => $"相差{Wording.Difference(Math.Abs(value - Target!.Value), Measure)}";
}

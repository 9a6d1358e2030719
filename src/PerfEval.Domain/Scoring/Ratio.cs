using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>How actual and target compare (domain.md §1.5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RatioDirection>))]
public enum RatioDirection
{
    /// <summary>正向 (≥): a ÷ t × weight, full from t on.</summary>
    HigherBetter,

    /// <summary>反向 (≤) A式: (1 − (a − t) ÷ t) × weight, 0 from 2t on.</summary>
    LowerBetterExcess,

    /// <summary>反向 (≤) B式: t ÷ a × weight.</summary>
    LowerBetterInverse,

    /// <summary>等于: t = 0 allows nothing above 0; else as <see cref="HigherBetter"/>.</summary>
    Equal,
}

/// <summary>完成→满分；未完成→按完成值与指标值之比 (domain.md §1.5). A negative actual value counts as 0.</summary>
/// <param name="Target">指标值, 0 or more.</param>
/// <param name="Direction">Which formula.</param>
/// <param name="Measure">Unit of both values: “%”, “天”, “元”…</param>
public sealed record Ratio(decimal Target, RatioDirection Direction = RatioDirection.HigherBetter, string Measure = "%")
    : ScoringRule("按比例计分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Value, $"实际完成值（{Measure}）");

    private bool LowerIsBetter => Direction is RatioDirection.LowerBetterExcess or RatioDirection.LowerBetterInverse
        || (Direction == RatioDirection.Equal && Target == 0);

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var given = ExpectValue(input, subject);
        var actual = Math.Max(0m, given);
        var negative = given < 0 ? "，负数按0计" : "";
        var lead = $"{subject}{Wording.Measured(given, Measure, Target)}{negative}";
        var target = Wording.Measured(Target, Measure);
        return LowerIsBetter
            ? Lower(weight, actual, lead, target)
            : Higher(weight, actual, lead, target);
    }

    private protected override string Demand(ScoringInput input)
    {
        var (target, gap) = (Wording.Measured(Target, Measure), Wording.Difference(Math.Abs(((ValueInput)input).Value - Target), Measure));
        return LowerIsBetter ? $"须不超过指标值{target}，现高出{gap}" : $"须达到指标值{target}，还差{gap}";
    }

    private protected override string Describe(decimal weight)
    {
        var target = Wording.Measured(Target, Measure);
        return Direction switch
        {
            RatioDirection.LowerBetterExcess => $"不超过{target}，得满分；超过的，按超出比例扣分，得分 =（1 − 超出值 ÷ 指标值）× 分值；达到指标值2倍的，不得分。",
            RatioDirection.LowerBetterInverse => $"不超过{target}，得满分；超过的，得分 = 指标值 ÷ 实际完成值 × 分值。",
            RatioDirection.Equal when Target == 0 => $"等于{target}，得满分；大于{target}，不得分。",
            _ => $"达到{target}，得满分；未达到的，得分 = 实际完成值 ÷ 指标值 × 分值。",
        };
    }

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        if (Target == 0 && Direction == RatioDirection.HigherBetter)
        {
            yield return new RuleDefect(DefectKind.PartialEqualsFull, $"指标值为0，任何实际完成值都得满分{Wording.Points(weight)}。");
        }
        else if (Target == 0)
        {
            yield return new RuleDefect(DefectKind.AnyFailureMeansZero, $"指标值为0，实际完成值只要大于0即得0分（分值{Wording.Points(weight)}）。");
        }
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        faults.Require(Target is >= 0 and <= ScoringInput.ValueLimit, "target", $"指标值不能是负数或过大，现为{Wording.Number(Target)}。");
        faults.Require(Measure is not null, "measure", "没有写明计量单位。");
    }

    private RulePoints Higher(decimal weight, decimal actual, string lead, string target)
    {
        if (actual >= Target)
        {
            return new RulePoints(weight, $"{lead}，达到指标值{target}，得满分{Wording.Points(weight)}。");
        }

        var points = actual * weight / Target;
        return new RulePoints(points, $"{lead}，指标值{target}，按完成比例计：{Wording.Number(actual)} ÷ {Wording.Number(Target)} × {Wording.Number(weight)} {Wording.Equal(points, actual)}。");
    }

    private RulePoints Lower(decimal weight, decimal actual, string lead, string target)
    {
        if (actual <= Target)
        {
            return new RulePoints(weight, $"{lead}，未超过指标值{target}，得满分{Wording.Points(weight)}。");
        }

        if (Target == 0)
        {
            return new RulePoints(0, $"{lead}，指标值为{target}，大于0不得分：0分（分值{Wording.Points(weight)}）。");
        }

        if (Direction == RatioDirection.LowerBetterInverse)
        {
            var inverse = Target * weight / actual;
            return new RulePoints(inverse, $"{lead}，超过指标值{target}，按指标值与实际值之比计：{Wording.Number(Target)} ÷ {Wording.Number(actual)} × {Wording.Number(weight)} {Wording.Equal(inverse, actual)}。");
        }

        if (actual >= 2 * Target)
        {
            return new RulePoints(0, $"{lead}，达到指标值{target}的2倍，不得分：0分（分值{Wording.Points(weight)}）。");
        }

        var excess = actual - Target;
        var points = (Target - excess) * weight / Target;
        return new RulePoints(points, $"{lead}，指标值{target}，超出{Wording.Difference(excess, Measure)}，按超出比例扣分：(1 − {Wording.Number(excess)} ÷ {Wording.Number(Target)}) × {Wording.Number(weight)} {Wording.Equal(points, excess)}。");
    }
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One band of <see cref="LowerBands"/>.</summary>
/// <param name="UpTo">Upper bound, inclusive, in the unit of the value.</param>
/// <param name="Percent">Percent of the weight earned, 0 to 100; or null.</param>
/// <param name="Points">Points earned; or null. Exactly one of the two is given.</param>
public sealed record LowerBand(decimal UpTo, decimal? Percent = null, decimal? Points = null);

/// <summary>
/// 投诉率≤1%得5分；1%＜投诉率≤3%得3分；投诉率＞3%得0分: <see cref="Bands"/> where lower is better. Each band runs from the
/// one before it (exclusive) up to its upper bound (inclusive); above the last band nothing is earned.
/// </summary>
/// <param name="Steps">At least one, lowest bound first.</param>
/// <param name="Measure">Unit of the value.</param>
public sealed record LowerBands(IReadOnlyList<LowerBand> Steps, string Measure = "%") : ScoringRule("分段计分（越低越好）")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Value, $"实际值（{Measure}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var value = ExpectValue(input, subject);
        for (var i = 0; i < Steps.Count; i++)
        {
            var band = Steps[i];
            if (value <= band.UpTo)
            {
                var nearest = i == 0 ? band.UpTo : Steps[i - 1].UpTo;
                return Award.Told(weight, band.Percent, band.Points, $"{subject}{Wording.Measured(value, Measure, nearest)}，在{Span(i)}一段，");
            }
        }

        return new RulePoints(0, $"{subject}{Wording.Measured(value, Measure, Steps[^1].UpTo)}，高于{Wording.Measured(Steps[^1].UpTo, Measure)}，不得分：0分（分值{Wording.Points(weight)}）。");
    }

    private protected override string Demand(ScoringInput input) => ((ValueInput)input).Value <= Steps[0].UpTo
        ? "最高一段也不足分值，得不到满分"
        : $"须不超过{Wording.Measured(Steps[0].UpTo, Measure)}，现高出{Wording.Difference(((ValueInput)input).Value - Steps[0].UpTo, Measure)}";

    private protected override string Describe(decimal weight) =>
        string.Join("；", Steps.Select((b, i) => $"{Span(i)}，{Award.Text(b.Percent, b.Points)}")) + $"；高于{Wording.Measured(Steps[^1].UpTo, Measure)}，不得分。";

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight) =>
        Award.Defects(weight, [.. Steps.Select((b, i) => (Span(i), b.Percent, b.Points))]);

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        faults.Require(Measure is not null, "measure", "没有写明计量单位。");
        if (!faults.Require(Steps is { Count: > 0 }, "steps", "分段计分至少要有一段。"))
        {
            return;
        }

        for (var i = 0; i < Steps.Count; i++)
        {
            var band = Steps[i];
            Award.Check(band.Percent, band.Points, $"第{i + 1}段", faults);
            if (i == 0)
            {
                continue;
            }

            faults.Require(band.UpTo > Steps[i - 1].UpTo, "upTo", $"各段应从低到高：第{i + 1}段到{Wording.Number(band.UpTo)}为止，不高于上一段的{Wording.Number(Steps[i - 1].UpTo)}。");
            if (Given(band) && Given(Steps[i - 1]))
            {
                faults.Require(Award.Of(weight, band.Percent, band.Points) <= Award.Of(weight, Steps[i - 1].Percent, Steps[i - 1].Points), "points", $"第{i + 1}段的得分高于上一段。");
            }
        }
    }

    private static bool Given(LowerBand band) => band.Percent is not null || band.Points is not null;

    private string Span(int index) => index == 0
        ? $"{Wording.Measured(Steps[0].UpTo, Measure)}及以下"
        : $"{Wording.Measured(Steps[index - 1].UpTo, Measure)}至{Wording.Measured(Steps[index].UpTo, Measure)}（含）";
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One band of <see cref="Bands"/>.</summary>
/// <param name="From">Lower bound, inclusive, in the unit of the value.</param>
/// <param name="Percent">Percent of the weight earned, 0 to 100; or null.</param>
/// <param name="Points">Points earned; or null. Exactly one of the two is given.</param>
public sealed record Band(decimal From, decimal? Percent = null, decimal? Points = null);

/// <summary>
/// 满意度≥90得10分，80–90得8分，60–80得5分，60以下不得分 (财预〔2021〕101号 per domain.md §2, BAND). Each band runs from
/// its lower bound (inclusive) to the next one (exclusive); below the last band nothing is earned.
/// </summary>
/// <param name="Steps">At least one, highest bound first.</param>
/// <param name="Measure">Unit of the value.</param>
public sealed record Bands(IReadOnlyList<Band> Steps, string Measure = "%") : ScoringRule("分段计分")
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
            if (value >= band.From)
            {
                var nearest = i == 0 ? band.From : Steps[i - 1].From;
                return Award.Told(weight, band.Percent, band.Points, $"{subject}{Wording.Measured(value, Measure, nearest)}，在{Span(i)}一段，");
            }
        }

        return new RulePoints(0, $"{subject}{Wording.Measured(value, Measure, Steps[^1].From)}，低于{Wording.Measured(Steps[^1].From, Measure)}，不得分：0分（分值{Wording.Points(weight)}）。");
    }

    private protected override string Demand(ScoringInput input) => ((ValueInput)input).Value >= Steps[0].From
        ? "最高一段也不足分值，得不到满分"
        : $"须达到{Wording.Measured(Steps[0].From, Measure)}，还差{Wording.Difference(Steps[0].From - ((ValueInput)input).Value, Measure)}";

    private protected override string Describe(decimal weight) =>
        string.Join("；", Steps.Select((b, i) => $"{Span(i)}，{Award.Text(b.Percent, b.Points)}")) + $"；低于{Wording.Measured(Steps[^1].From, Measure)}，不得分。";

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

            faults.Require(band.From < Steps[i - 1].From, "from", $"各段应从高到低：第{i + 1}段从{Wording.Number(band.From)}起，不低于上一段的{Wording.Number(Steps[i - 1].From)}。");
            if (Given(band) && Given(Steps[i - 1]))
            {
                faults.Require(Award.Of(weight, band.Percent, band.Points) <= Award.Of(weight, Steps[i - 1].Percent, Steps[i - 1].Points), "points", $"第{i + 1}段的得分高于上一段。");
            }
        }
    }

    private static bool Given(Band band) => band.Percent is not null || band.Points is not null;

    private string Span(int index) => index == 0
        ? $"{Wording.Measured(Steps[0].From, Measure)}及以上"
        : $"{Wording.Measured(Steps[index].From, Measure)}（含）至{Wording.Measured(Steps[index - 1].From, Measure)}";
}

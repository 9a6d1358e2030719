using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>不存在，得满分；存在1例，不得分 (domain.md §5.1 ZERO_TOLERANCE).</summary>
/// <param name="Matter">What is counted, a Chinese noun.</param>
public sealed record ZeroTolerance(string Matter = "不符合要求的事项") : ScoringRule("一例否决")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Count, $"{Matter}的例数");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var found = Occurrences.Expect(Expect<CountInput>(input, subject), subject);
        return found.Count == 0
            ? new RulePoints(weight, $"{subject}：{Matter}0例，得满分{Wording.Points(weight)}。")
            : new RulePoints(0, $"{subject}：{Matter}{found.Count}例{Occurrences.Told(found.Matters)}，存在1例即不得分：0分（分值{Wording.Points(weight)}）。");
    }

    private protected override string Demand(ScoringInput input) => $"须没有{Matter}，现有{((CountInput)input).Count}例";

    private protected override string Describe(decimal weight) => $"不存在{Matter}，得满分；存在1例，不得分。";

    private protected override void CheckParameters(decimal weight, FaultList faults) =>
        faults.Require(!string.IsNullOrWhiteSpace(Matter), "matter", "没有写明计数的事项。");
}

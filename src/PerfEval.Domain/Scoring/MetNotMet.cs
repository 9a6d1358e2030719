using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>是，得满分；否，不得分 (domain.md §5.1 BINARY; 财预〔2021〕101号 直接赋分).</summary>
/// <param name="Yes">What earns the weight, a Chinese phrase: “匹配”.</param>
/// <param name="No">What earns nothing: “不匹配”.</param>
public sealed record MetNotMet(string Yes = "符合要求", string No = "不符合要求") : ScoringRule("是否达标")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Met, $"是否达标（{Yes}／{No}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject) =>
        Expect<MetInput>(input, subject).Met
            ? new RulePoints(weight, $"{subject}：{Yes}，得满分{Wording.Points(weight)}。")
            : new RulePoints(0, $"{subject}：{No}，不得分：0分（分值{Wording.Points(weight)}）。");

    private protected override string Demand(ScoringInput input) => $"须达到“{Yes}”";

    private protected override string Describe(decimal weight) => $"{Yes}，得满分；{No}，不得分。";

    private protected override void CheckParameters(decimal weight, FaultList faults) =>
        faults.Require(!string.IsNullOrWhiteSpace(Yes) && !string.IsNullOrWhiteSpace(No), "yes", "没有写明达标与不达标的说法。");
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>由评审人综合评定，写明理由 (design, “Expert”): a person's points within [0, weight].</summary>
/// <param name="Guidance">What the person should weigh, a Chinese phrase; null when the rule says nothing.</param>
public sealed record Expert(string? Guidance = null) : ScoringRule("专家评分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Judged, "评审给分和理由");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var judged = Expect<JudgedInput>(input, subject);
        var points = Judgement.Expect(judged, weight, subject);
        return new RulePoints(points, $"{subject}：评审给{Wording.Points(points)}（分值{Wording.Points(weight)}），理由：{Wording.Unended(judged.Reason)}。");
    }

    private protected override string Demand(ScoringInput input) => "由评价人判断，理由中应写明不足之处";

    private protected override string Describe(decimal weight) =>
        $"由评审人在0到{Wording.Points(weight)}之间综合评定，写明理由{(string.IsNullOrWhiteSpace(Guidance) ? "" : "：" + Wording.Unended(Guidance))}。";
}

using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One element (评价要点) of <see cref="ElementCount"/>.</summary>
/// <param name="Key">Stable key, unique in the rule.</param>
/// <param name="Text">Chinese words of the element.</param>
/// <param name="Share">Percent of the weight, above 0 and at most 100.</param>
/// <param name="Veto">When true, an unfulfilled element leaves 0 points for the whole leaf.</param>
public sealed record Element(string Key, string Text, decimal Share, bool Veto = false);

/// <summary>
/// 评价要点①占40%，②③④各占20%，①为否决要素 (domain.md §5.1 ELEMENT_COUNT): the shares of the fulfilled elements,
/// nothing when a veto element is not fulfilled.
/// </summary>
/// <param name="Elements">At least one.</param>
public sealed record ElementCount(IReadOnlyList<Element> Elements) : ScoringRule("要点计分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Items, "满足的评价要点");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var keys = ExpectKeys(Expect<ItemsInput>(input, subject).Keys, Elements.Select(e => e.Key), subject);
        if (Elements.FirstOrDefault(e => e.Veto && !keys.Contains(e.Key)) is { } veto)
        {
            return new RulePoints(0, $"{subject}：否决要点“{Wording.Unended(veto.Text)}”不满足，不得分：0分（分值{Wording.Points(weight)}）。");
        }

        var met = Elements.Where(e => keys.Contains(e.Key)).ToList();
        if (met.Count == 0)
        {
            return new RulePoints(0, $"{subject}：{Elements.Count}个要点均不满足，得0分（分值{Wording.Points(weight)}）。");
        }

        var share = met.Sum(e => e.Share);
        var points = Math.Min(weight, weight * share / 100m);
        var listed = Wording.Listed(met.Select(e => $"{Wording.Unended(e.Text)}占{Wording.Number(e.Share)}%"));
        var capped = share > 100 ? "，按100%计" : "";
        return new RulePoints(points,
            $"{subject}：满足{met.Count}个要点（{listed}），合计{Wording.Number(share)}%{capped}：{Wording.Number(weight)} × {Wording.Number(Math.Min(100m, share))}% {Wording.Equal(points, weight, share)}。");
    }

    private protected override string Demand(ScoringInput input)
    {
        var keys = ((ItemsInput)input).Keys;
        var open = Elements.Where(e => !keys.Contains(e.Key)).ToList();
        return open.Count == 0
            ? "各要点合计不足100%，全部满足也得不到满分"
            : $"还须满足{open.Count}个要点：{Wording.Listed(open.Select(e => e.Veto ? $"{Wording.Unended(e.Text)}（否决要点）" : e.Text))}";
    }

    private protected override string Describe(decimal weight) => "满足评价要点得相应份额：" +
        string.Join("；", Elements.Select(e => $"{Wording.Unended(e.Text)}，占权重的{Wording.Number(e.Share)}%{(e.Veto ? "（否决要点，不满足则整项不得分）" : "")}")) + "。";

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        var share = Elements.Sum(e => e.Share);
        if (share > 100)
        {
            yield return new RuleDefect(DefectKind.PointsAboveWeight, $"各要点合计占{Wording.Number(share)}%，多于100%，多出{Wording.Number(share - 100)}%。");
        }
        else if (share < 100)
        {
            yield return new RuleDefect(DefectKind.FullMarksUnreachable, $"各要点合计只占{Wording.Number(share)}%，全部满足也得不到满分{Wording.Points(weight)}。");
        }

        if (Elements.Count > 1 && Elements.All(e => e.Veto))
        {
            yield return new RuleDefect(DefectKind.AnyFailureMeansZero, $"{Elements.Count}个要点全部是否决要点，任何一个不满足即得0分，份额不起作用。");
        }
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        if (!faults.Require(Elements is { Count: > 0 }, "elements", "要点计分至少要有一个要点。"))
        {
            return;
        }

        CheckKeys(Elements.Select(e => e.Key), "要点", faults);
        foreach (var element in Elements)
        {
            faults.Require(!string.IsNullOrWhiteSpace(element.Text), "text", $"要点“{element.Key}”没有内容。");
            faults.Require(element.Share is > 0 and <= 100, "share", $"要点“{element.Key}”的份额应大于0且不超过100，现为{Wording.Number(element.Share)}。");
        }
    }
}

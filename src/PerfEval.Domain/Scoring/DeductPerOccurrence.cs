using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>每存在一项，扣…分，扣完为止 (domain.md §5.1 DEDUCT_PER_OCCURRENCE): weight − count × deduct.</summary>
/// <param name="Deduct">Per occurrence, above 0.</param>
/// <param name="Unit">Whether <paramref name="Deduct"/> counts points or percent of the weight.</param>
/// <param name="Floor">Points that always remain, at least 0 and below the weight.</param>
/// <param name="Matter">What is counted, a Chinese noun.</param>
/// <param name="Items">The conditions or categories that can fail, each once; null when occurrences are not limited.</param>
public sealed record DeductPerOccurrence(
    decimal Deduct,
    PointsUnit Unit = PointsUnit.Points,
    decimal Floor = 0,
    string Matter = "不符合要求的事项",
    IReadOnlyList<string>? Items = null) : ScoringRule("逐项扣分")
{
    private bool Named => Items is { Count: > 0 };

    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(Named ? InputKind.Items : InputKind.Count, Named ? $"{Matter}（逐项勾选）" : $"{Matter}的项数");

    /// <summary>With named items both a count and the items themselves are taken.</summary>
    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var found = input is ItemsInput chosen && Named
            ? new CountInput(chosen.Keys.Count, [.. ExpectKeys(chosen.Keys, Items!, subject)])
            : Occurrences.Expect(Expect<CountInput>(input, subject), subject);
        if (Named && found.Count > Items!.Count)
        {
            throw new RuleBroken($"“{subject}”一共只有{Items.Count}项，填了{found.Count}项。", "count");
        }

        var lead = $"{subject}：{Matter}{found.Count}项{Occurrences.Told(found.Matters)}，";
        return found.Count == 0
            ? Deduction.From(weight, 0, Floor, lead)
            : Deduction.From(weight, found.Count * Deduction.Each(weight, Deduct, Unit), Floor, $"{lead}每项{Deduction.EachText(weight, Deduct, Unit)}，");
    }

    private protected override string Demand(ScoringInput input) => input is ItemsInput { Keys: { Count: > 0 } keys } && Named
        ? $"须改正{keys.Count}项：{Wording.Listed(keys)}"
        : $"须没有{Matter}，现有{((input as CountInput)?.Count ?? 0)}项";

    private protected override string Describe(decimal weight)
    {
        var items = Named ? $"（{Wording.Listed(Items!)}）" : "";
        return $"没有{Matter}{items}，得满分；每存在一项，{Deduction.EachText(weight, Deduct, Unit)}，{Deduction.UntilText(Floor)}。";
    }

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        var each = Deduction.Each(weight, Deduct, Unit);
        var worst = Named
            ? Deduction.Unreachable(weight, Items!.Count * each, Floor, $"{Items.Count}项全部不符合")
            : [];
        return worst.Concat(Deduction.TakesAllAtOnce(weight, each, Floor, "不符合"));
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        Deduction.Check(weight, Deduct, Floor, faults);
        faults.Require(!string.IsNullOrWhiteSpace(Matter), "matter", "没有写明扣分的事项。");
        CheckKeys(Items ?? [], "条件", faults);
    }
}

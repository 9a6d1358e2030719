using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>Whether the items of a checklist earn or cost points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChecklistMode>))]
public enum ChecklistMode
{
    /// <summary>Each fulfilled item earns its points; the input names the fulfilled items.</summary>
    Add,

    /// <summary>Each unfulfilled item costs its points; the input names the unfulfilled items.</summary>
    Deduct,
}

/// <summary>One item of <see cref="Checklist"/>.</summary>
/// <param name="Key">Stable key, unique in the rule.</param>
/// <param name="Text">Chinese words of the item.</param>
/// <param name="Points">Points, above 0.</param>
public sealed record ChecklistItem(string Key, string Text, decimal Points);

/// <summary>①…，得7分；②…，得7分 (domain.md §5.1 CHECKLIST_ADD), or the same with deductions.</summary>
/// <param name="Items">At least one.</param>
/// <param name="Mode">Add or deduct.</param>
public sealed record Checklist(IReadOnlyList<ChecklistItem> Items, ChecklistMode Mode = ChecklistMode.Add) : ScoringRule("清单计分")
{
    private bool Adds => Mode == ChecklistMode.Add;

    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Items, Adds ? "满足的各项" : "不满足的各项");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var keys = ExpectKeys(Expect<ItemsInput>(input, subject).Keys, Items.Select(i => i.Key), subject);
        var chosen = Items.Where(i => keys.Contains(i.Key)).ToList();
        var sum = chosen.Sum(i => i.Points);
        if (!Adds)
        {
            var failed = chosen.Count == 0
                ? $"{subject}：{Items.Count}项全部满足，"
                : $"{subject}：不满足{chosen.Count}项（{Wording.Listed(chosen.Select(i => $"{Wording.Unended(i.Text)}扣{Wording.Points(i.Points)}"))}），";
            return Deduction.From(weight, sum, 0, failed);
        }

        if (chosen.Count == 0)
        {
            return new RulePoints(0, $"{subject}：{Items.Count}项均不满足，得0分（分值{Wording.Points(weight)}）。");
        }

        var lead = $"{subject}：满足{chosen.Count}项（{Wording.Listed(chosen.Select(i => $"{Wording.Unended(i.Text)}得{Wording.Points(i.Points)}"))}），";
        var formula = string.Join(" + ", chosen.Select(i => Wording.Number(i.Points)));
        return sum > weight
            ? new RulePoints(weight, $"{lead}{formula} {Wording.Equal(sum)}，多于分值，按分值计{Wording.Points(weight)}。")
            : new RulePoints(sum, $"{lead}{formula} {Wording.Equal(sum)}。");
    }

    private protected override string Demand(ScoringInput input)
    {
        var keys = ((ItemsInput)input).Keys;
        var open = Items.Where(i => keys.Contains(i.Key) != Adds).Select(i => i.Text).ToList();
        return open.Count == 0 ? "清单各项合计不足分值，全部满足也得不到满分" : $"还须满足{open.Count}项：{Wording.Listed(open)}";
    }

    private protected override string Describe(decimal weight) =>
        string.Join("；", Items.Select(i => $"{Wording.Unended(i.Text)}，{(Adds ? "得" : "不满足扣")}{Wording.Points(i.Points)}")) + (Adds ? "。" : "；扣完为止。");

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight)
    {
        var sum = Items.Sum(i => i.Points);
        if (!Adds)
        {
            return Deduction.Unreachable(weight, sum, 0, $"{Items.Count}项全部不满足")
                .Concat(Items.SelectMany(i => Deduction.TakesAllAtOnce(weight, i.Points, 0, $"“{Wording.Unended(i.Text)}”")));
        }

        return sum == weight ? [] :
        [
            sum > weight
                ? new RuleDefect(DefectKind.PointsAboveWeight, $"各项合计{Wording.Points(sum)}，多于分值{Wording.Points(weight)}，多出{Wording.Points(sum - weight)}。")
                : new RuleDefect(DefectKind.FullMarksUnreachable, $"各项合计{Wording.Points(sum)}，少于分值{Wording.Points(weight)}，全部满足也得不到满分。"),
        ];
    }

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        if (!faults.Require(Items is { Count: > 0 }, "items", "清单至少要有一项。"))
        {
            return;
        }

        CheckKeys(Items.Select(i => i.Key), "清单项", faults);
        foreach (var item in Items)
        {
            faults.Require(!string.IsNullOrWhiteSpace(item.Text), "text", $"清单项“{item.Key}”没有内容。");
            faults.Require(item.Points is > 0 and <= 1000, "points", $"清单项“{item.Key}”的分数应大于0且不超过1000，现为{Wording.Points(item.Points)}。");
        }
    }
}

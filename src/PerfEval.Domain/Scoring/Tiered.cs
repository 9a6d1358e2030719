using System.Text.Json.Serialization;

namespace PerfEval.Domain.Scoring;

/// <summary>One level of <see cref="Tiered"/>.</summary>
/// <param name="Key">Stable key, unique in the rule.</param>
/// <param name="Label">Chinese words of the level: “部分执行”.</param>
/// <param name="Percent">Percent of the weight earned, 0 to 100; or null.</param>
/// <param name="Points">Points earned; or null. Exactly one of the two is given.</param>
public sealed record Tier(string Key, string Label, decimal? Percent = null, decimal? Points = null);

/// <summary>规范，得满分；部分规范，得权重的60%；不规范，不得分 (domain.md §5.1 TIERED).</summary>
/// <param name="Levels">At least two, best first.</param>
public sealed record Tiered(IReadOnlyList<Tier> Levels) : ScoringRule("分档计分")
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override InputNeed Needs => new(InputKind.Level, $"所在档次（{string.Join("、", Levels.Select(l => l.Label))}）");

    private protected override RulePoints Compute(decimal weight, ScoringInput input, string subject)
    {
        var key = Expect<LevelInput>(input, subject).Level;
        var level = Levels.FirstOrDefault(l => l.Key == key)
            ?? throw new RuleBroken($"“{subject}”没有“{key}”这一档，只有{string.Join("、", Levels.Select(l => l.Label))}。", "level");
        return Award.Told(weight, level.Percent, level.Points, $"{subject}：评为“{level.Label}”，");
    }

    private protected override string Demand(ScoringInput input) => $"须评为“{Levels[0].Label}”";

    private protected override string Describe(decimal weight) =>
        string.Join("；", Levels.Select(l => $"{l.Label}，{Award.Text(l.Percent, l.Points)}")) + "。";

    private protected override IEnumerable<RuleDefect> FindDefects(decimal weight) =>
        Award.Defects(weight, [.. Levels.Select(l => (l.Label, l.Percent, l.Points))]);

    private protected override void CheckParameters(decimal weight, FaultList faults)
    {
        if (!faults.Require(Levels is { Count: > 1 }, "levels", "分档计分至少要有两档。"))
        {
            return;
        }

        CheckKeys(Levels.Select(l => l.Key), "档次", faults);
        foreach (var level in Levels)
        {
            faults.Require(!string.IsNullOrWhiteSpace(level.Label), "label", $"档次“{level.Key}”没有名称。");
            Award.Check(level.Percent, level.Points, $"档次“{level.Label}”", faults);
        }
    }
}

using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>One rule of every kind, with a fitting input.</summary>
internal static class AllRules
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(ScoringRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ScoringRule)))];

    public static IReadOnlyList<(ScoringRule Rule, ScoringInput Input)> Samples { get; } =
    [
        (new MetNotMet(), new MetInput(true)),
        (new Tiered([new("full", "规范", 100), new("none", "不规范", Points: 0)]), new LevelInput("full")),
        (new DeductPerOccurrence(30, PointsUnit.PercentOfWeight, 1, "问题", ["甲", "乙"]), new CountInput(1, ["甲"])),
        (new FaultKinds([new("一般问题", 10, PointsUnit.PercentOfWeight, 30, Measure: "处"), new("严重问题", 2), new("造假", Veto: true, Measure: "例")], 1), new CountsInput(new Dictionary<string, int> { ["一般问题"] = 2, ["严重问题"] = 1, ["造假"] = 0 })),
        (new ZeroTolerance(), new CountInput(0)),
        (new Checklist([new("1", "①有记录", 3)], ChecklistMode.Deduct), new ItemsInput(["1"])),
        (new ElementCount([new("1", "①有依据", 100, Veto: true)]), new ItemsInput(["1"])),
        (new LinearDecay(2, 3, 1, PointsUnit.Points, StepMode.Ceiling, DecayDirection.Both, 10, 100), new ValueInput(96.5m)),
        (new ShortfallCount([new("场次", 30)], 0.5m), new ActualsInput(new Dictionary<string, decimal> { ["场次"] = 28 })),
        (new Ratio(10, RatioDirection.LowerBetterInverse, "天"), new ValueInput(15)),
        (new Bands([new(90, Points: 10), new(60, 50)]), new ValueInput(75)),
        (new LowerBands([new(1, Points: 10), new(3, 60)]), new ValueInput(2)),
        (QualitativeRange.National, new JudgedInput(70, "有材料", "partly", PointsUnit.PercentOfWeight)),
        (new Expert("看影响"), new JudgedInput(5, "有影响")),
    ];
}

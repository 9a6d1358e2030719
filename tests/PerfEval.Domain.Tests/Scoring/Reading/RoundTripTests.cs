using PerfEval.Domain.Scoring;
using PerfEval.Domain.Scoring.Reading;

namespace PerfEval.Domain.Tests.Scoring.Reading;

/// <summary>What PerfEval itself prints is read back.</summary>
public class RoundTripTests
{
    private static readonly string[] Nouns = ["问题", "风险点", "违规事项", "缺项", "安全事故"];
    private static readonly string[] Labels = ["规范", "基本规范", "部分规范", "不够规范", "不规范"];
    private static readonly string[] Elements = ["有立项依据", "属于部门职责", "属于公共财政范围", "不与其他项目重复"];
    private const string Circled = "①②③④⑤";

    [Fact]
    public void A_printed_rule_is_read_as_the_same_rule_or_asked_about()
    {
        var random = new Random(20260713);
        var complete = new Dictionary<Type, int>();
        for (var i = 0; i < 1400; i++)
        {
            var weight = random.Next(2, 30);
            var rule = Any(random, weight, i % 14);
            var printed = rule.Standard(weight);
            var read = RuleReader.Read(printed, weight);

            Assert.Null(read.Refusal);
            if (read.Rule is { } found)
            {
                Assert.True(Same(rule, found), $"{printed}\n{ReadCases.Json(rule)}\n{ReadCases.Json(found)}");
                complete[rule.GetType()] = complete.GetValueOrDefault(rule.GetType()) + 1;
            }
            else
            {
                Assert.NotEmpty(read.Questions);
            }
        }

        // A checklist or tiers whose points do not add up are asked about; every other kind comes back whole.
        foreach (var type in AllRules.Types)
        {
            Assert.True(complete.GetValueOrDefault(type) >= (type == typeof(Checklist) ? 45 : 95), $"{type.Name}: {complete.GetValueOrDefault(type)} of 100");
        }
    }

    /// <summary>Two levels “得满分” and “不得分” are 是否达标; “等于” with a target above 0 prints and scores as “达到”.</summary>
    private static bool Same(ScoringRule rule, ScoringRule found) =>
        ReadCases.Json(Plain(rule)) == ReadCases.Json(Plain(found));

    private static ScoringRule Plain(ScoringRule rule) => rule switch
    {
        Tiered { Levels: [{ Percent: 100 } yes, { Percent: 0 } no] } => new MetNotMet(yes.Label, no.Label),
        Ratio { Direction: RatioDirection.Equal, Target: > 0 } r => r with { Direction = RatioDirection.HigherBetter },
        _ => rule,
    };

    private static ScoringRule Any(Random random, int weight, int kind)
    {
        var unit = (PointsUnit)random.Next(2);
        var deduct = random.Next(1, 40) / 10m;
        var noun = Nouns[random.Next(Nouns.Length)];
        switch (kind)
        {
            case 0:
                return new MetNotMet("符合要求", random.Next(2) == 0 ? "不符合要求" : "没有达到要求");
            case 1:
                var count = random.Next(2, 6);
                return new Tiered([.. Enumerable.Range(0, count).Select(i => new Tier(Key(i, count), Labels[i],
                    i == 0 ? 100 : i == count - 1 ? 0 : i % 2 == 0 ? 100 - (i * 20) : null,
                    i % 2 == 1 && i != count - 1 ? weight * (100 - (i * 20)) / 100m : null))]);
            case 2:
                var listed = random.Next(2) == 0;
                return new DeductPerOccurrence(deduct, unit, listed ? 0 : random.Next(2), noun, listed ? ["有台账", "有记录", "有合同"] : null);
            case 3:
                return new ZeroTolerance(noun);
            case 4:
                var mode = (ChecklistMode)random.Next(2);
                var items = random.Next(2, 5);
                return new Checklist([.. Enumerable.Range(0, items).Select(i => new ChecklistItem($"{i + 1}", Circled[i] + Elements[i],
                    mode == ChecklistMode.Add && random.Next(3) > 0 ? (i < items - 1 ? 0.25m : ((weight * 100) - (25 * (items - 1))) / 100m) : i + 1))], mode);
            case 5:
                var share = new[] { 100m, 50m, 40m, 25m }[random.Next(1, 4)];
                var n = share == 50 ? 2 : share == 25 ? 4 : 3;
                return new ElementCount([.. Enumerable.Range(0, n).Select(i => new Element($"{i + 1}", Circled[i] + Elements[i], share == 40 ? (i == 0 ? 40 : 30) : share, random.Next(3) == 0))]);
            case 6:
                return Decay(random, deduct, unit);
            case 7:
                return new ShortfallCount([.. new CountTarget[] { new("演出", random.Next(1, 40)), new("灯展", 2), new("培训", 3) }.Take(random.Next(1, 4))], deduct, unit, random.Next(2), random.Next(2) == 0 ? "次" : "场");
            case 8:
                var direction = (RatioDirection)random.Next(4);
                return new Ratio(direction == RatioDirection.Equal ? random.Next(2) : random.Next(1, 100), direction, random.Next(2) == 0 ? "%" : "天");
            case 9:
                var steps = random.Next(1, 4);
                return new Bands([.. Enumerable.Range(0, steps).Select(i => new Band(95 - (i * 10), i % 2 == 0 ? 100 - (i * 30) : null, i % 2 == 1 ? weight * 3 / 4m : null))]);
            case 10:
                return random.Next(2) == 0 ? QualitativeRange.National : new QualitativeRange([new("band1", "好", 50, 100), new("band2", "差", 0, 50)]);
            case 11:
                return Kinds(random, unit);
            case 12:
                var bands = random.Next(2, 4);
                return new LowerBands([.. Enumerable.Range(0, bands).Select(i => new LowerBand(i * 10, i % 2 == 0 ? 100 - (i * 30) : null, i % 2 == 1 ? weight * 3 / 4m : null))], random.Next(2) == 0 ? "%" : "天");
            default:
                return new Expert(random.Next(2) == 0 ? null : "看影响和效果");
        }
    }

    private static FaultKinds Kinds(Random random, PointsUnit unit)
    {
        var count = random.Next(2, 4);
        var kinds = Enumerable.Range(0, count).Select(i => new FaultKind(Nouns[i], random.Next(1, 20) / 10m, unit, random.Next(2) == 0 ? random.Next(2, 5) : null, Measure: i % 2 == 0 ? "处" : "例")).ToList();

        // A floor that the caps keep anybody from reaching is not printed.
        return new([.. kinds, .. random.Next(2) == 0 ? [new FaultKind("虚报冒领", Veto: true, Measure: "例")] : Array.Empty<FaultKind>()], kinds.Exists(k => k.Most is null) ? random.Next(2) : 0);
    }

    private static LinearDecay Decay(Random random, decimal deduct, PointsUnit unit)
    {
        var step = random.Next(1, 6);
        var mode = (StepMode)random.Next(3);
        var measure = random.Next(2) == 0 ? "%" : "天";
        var cutoff = random.Next(2) == 0;
        return (DecayDirection)random.Next(3) switch
        {
            DecayDirection.Below => new LinearDecay(random.Next(70, 101), step, deduct, unit, mode, Cutoff: cutoff ? 60 : null, Measure: measure, CutoffInclusive: cutoff && random.Next(2) == 0),
            DecayDirection.Above => new LinearDecay(random.Next(0, 30), step, deduct, unit, mode, DecayDirection.Above, cutoff ? 40 : null, Measure: measure, CutoffInclusive: cutoff && random.Next(2) == 0),
            _ => new LinearDecay(random.Next(0, 5), step, deduct, unit, mode, DecayDirection.Both, cutoff ? 20 : null, random.Next(80, 120), measure, cutoff && random.Next(2) == 0),
        };
    }

    private static string Key(int index, int count) => index == 0 ? "full" : index == count - 1 ? "none" : count == 3 ? "part" : $"part{index}";
}

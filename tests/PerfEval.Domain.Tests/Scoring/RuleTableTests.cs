using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Data;

namespace PerfEval.Domain.Tests.Scoring;

/// <summary>The table 计分依据 → 得分 by which a person sees what a rule does before it is used.</summary>
public class RuleTableTests
{
    public static TheoryData<ScoringRule, int, string> Cases => new()
    {
        { new MetNotMet("匹配", "不匹配"), 2, "达标 匹配 → 2; 不达标 不匹配 → 0" },
        { new Tiered([new("f", "规范", 100), new("p", "部分规范", 60), new("n", "不规范", 0)]), 2, "第1档 规范 → 2; 第2档 部分规范 → 1.2; 第3档 不规范 → 0" },
        { new DeductPerOccurrence(0.5m), 3, "没有 0项 → 3; 1项 1项 → 2.5; 2项 2项 → 2; 3项 3项 → 1.5; 差一项扣完 5项 → 0.5; 扣完 6项 → 0; 再多 7项 → 0" },
        { new DeductPerOccurrence(1, Items: ["甲", "乙", "丙"]), 2, "没有 0项 → 2; 1项 1项：甲 → 1; 扣完 2项：甲；乙 → 0; 全部不符合 3项：甲；乙；丙 → 0" },
        { new FaultKinds([new("一般问题", 0.5m, Most: 1, Measure: "处"), new("严重问题", 2, Measure: "处"), new("造假", Veto: true, Measure: "例")]), 5, "没有 各类都是0 → 5; 第一处 一般问题1处 → 4.5; 再多一处 一般问题2处 → 4; 超过上限 一般问题3处 → 4; 第一处 严重问题1处 → 3; 再多一处 严重问题2处 → 1; 扣完 严重问题3处 → 0; 第一例 造假1例 → 0; 各有一项 一般问题1处，严重问题1处 → 2.5" },
        { new FaultKinds([new("甲", 1, Most: 3), new("乙", 2, Most: 3)]), 8, "没有 各类都是0 → 8; 第一项 甲1项 → 7; 再多一项 甲2项 → 6; 这一类扣到上限 甲3项 → 5; 超过上限 甲4项 → 5; 第一项 乙1项 → 6; 再多一项 乙2项 → 5; 超过上限 乙3项 → 5; 各有一项 甲1项，乙1项 → 5; 各类都到上限 甲3项，乙2项 → 2" },
        { new ZeroTolerance(), 2, "没有 0例 → 2; 第一例 1例 → 0; 再多 2例 → 0" },
        { new Checklist([new("1", "甲", 2), new("2", "乙", 3)]), 5, "全部满足 全部 → 5; 缺一项 缺“甲” → 3; 缺一项 缺“乙” → 2; 全部不满足 一项都没有 → 0" },
        { new Checklist([new("1", "甲", 2), new("2", "乙", 3)], ChecklistMode.Deduct), 4, "全部满足 没有不满足的 → 4; 缺一项 缺“甲” → 2; 缺一项 缺“乙” → 1; 全部不满足 全部不满足 → 0" },
        { new ElementCount([new("1", "依据", 40, true), new("2", "程序", 30), new("3", "论证", 30)]), 10, "全部满足 全部 → 10; 缺一项 缺“依据” → 0; 缺一项 缺“程序” → 7; 缺一项 缺“论证” → 7; 只满足一项 只有“依据” → 4; 只满足一项 只有“程序” → 0; 只满足一项 只有“论证” → 0; 全部不满足 一项都没有 → 0" },
        { new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), 2, "最好 100% → 2; 满分线 95% → 2; 刚低于满分线 94.99% → 1.9998; 正好一步 94% → 1.98; 刚过一步 93.99% → 1.9798; 正好两步 93% → 1.96; 截止线 60% → 1.3; 刚低于截止线 59.99% → 0; 最差 0% → 0" },
        { new LinearDecay(100, 5, 10), 6, "满分线 100% → 6; 刚低于满分线 99.99% → 6; 正好一步 95% → 5.4; 刚过一步 94.99% → 5.4; 正好两步 90% → 4.8; 扣完 50% → 0; 最差 0% → 0" },
        { new LinearDecay(0, 1, 10, StepMode: StepMode.Ceiling, Direction: DecayDirection.Above, Measure: "天"), 10, "满分线 0天 → 10; 刚超过满分线 0.5天 → 9; 正好一步 1天 → 9; 刚过一步 1.5天 → 8; 正好两步 2天 → 8; 扣完 10天 → 0; 再多 11天 → 0" },
        { new LinearDecay(2, 1, 10, Direction: DecayDirection.Both, Target: 100, Cutoff: 10), 10, "刚超过截止线 110.01% → 0; 截止线 110% → 2; 正好两步 104% → 8; 刚过一步 103.01% → 9; 正好一步 103% → 9; 刚超过允许偏差 102.01% → 10; 允许偏差 102% → 10; 正好是目标值 100% → 10; 允许偏差 98% → 10; 刚超过允许偏差 97.99% → 10; 正好一步 97% → 9; 刚过一步 96.99% → 9; 正好两步 96% → 8; 截止线 90% → 2; 刚超过截止线 89.99% → 0; 最差 0% → 0" },
        { new ShortfallCount([new("演出", 3), new("灯展", 1)], 1), 3, "全部完成 各项都按计划完成 → 3; 少一次 “演出”少1次 → 2; 多的不抵少的 “演出”多1次，“灯展”少1次 → 2; 扣完 共少3次 → 0; 最差 一次也没有完成 → 0" },
        { new Ratio(100), 10, "超过指标值三成 130% → 10; 正好是指标值 100% → 10; 刚低于指标值 99.99% → 9.999; 完成九成 90% → 9; 完成一半 50% → 5; 最差 0% → 0" },
        { new Ratio(10, RatioDirection.LowerBetterExcess, "天"), 10, "最好 0天 → 10; 正好是指标值 10天 → 10; 刚超过指标值 11天 → 9; 超过五成 15天 → 5; 达到两倍 20天 → 0; 达到四倍 40天 → 0" },
        { new Ratio(0, RatioDirection.Equal, "起"), 10, "正好是指标值 0起 → 10; 刚超过指标值 1起 → 0; 再多 10起 → 0; 更多 100起 → 0" },
        { new Bands([new(90, 100), new(60, Points: 5)]), 10, "最好 100% → 10; 第1段起点 90% → 10; 刚低于第1段 89.99% → 5; 第2段起点 60% → 5; 刚低于最后一段 59.99% → 0; 最差 0% → 0" },
        { new LowerBands([new(1, 100), new(3, Points: 5)]), 10, "最好 0% → 10; 第1段终点 1% → 10; 刚超过第1段 1.01% → 5; 第2段终点 3% → 5; 刚超过最后一段 3.01% → 0; 再多 13% → 0" },
        { QualitativeRange.National, 10, "本档最高 达成年度指标，给100% → 10; 本档最低 达成年度指标，给80% → 8; 本档最高 部分达成年度指标并具有一定效果，给79.99% → 7.999; 本档最低 部分达成年度指标并具有一定效果，给60% → 6; 本档最高 未达成年度指标且效果较差，给59.99% → 5.999; 本档最低 未达成年度指标且效果较差，给0% → 0" },
        { new Expert(), 10, "满分 评审给权重的100% → 10; 一半 评审给权重的50% → 5; 不得分 评审给权重的0% → 0" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_table_shows_each_limit_and_what_lies_beside_it(ScoringRule rule, int weight, string expected) =>
        Assert.Equal(expected.Replace("; ", "\n", StringComparison.Ordinal), string.Join("\n",
            RuleTable.Of(rule, weight, "某指标").Cases.Select(c => $"{c.Case} {c.Given} → {Numbers.Plainly(Rounding.Round(c.Points, 4))}")));

    [Fact]
    public void Every_kind_of_rule_is_shown() =>
        Assert.Equal(AllRules.Types.Select(t => t.Name).Order(), Cases.Select(c => c[0].GetType().Name).Distinct().Order());

    [Fact]
    public void A_table_says_what_the_rule_says()
    {
        foreach (var (rule, _) in AllRules.Samples)
        {
            foreach (var told in RuleTable.Of(rule, 12, "某指标").Cases)
            {
                Assert.Equal(rule.Score(12, told.Input, "某指标"), new RulePoints(told.Points, told.Explanation));
            }
        }
    }

    [Fact]
    public void No_table_and_no_curve_leaves_zero_to_weight()
    {
        var random = new Random(20261125);
        var curves = 0;
        for (var i = 0; i < 1400; i++)
        {
            var weight = random.Next(1, 10_001) / 100m;
            var rule = RandomRules.Any(random, weight, i % RandomRules.Kinds).Rule;
            var table = RuleTable.Of(rule, weight, "某指标").Cases;
            Assert.InRange(table.Count, 2, RuleTable.Most);
            Assert.Equal(table.Count, table.Select(c => System.Text.Json.JsonSerializer.Serialize(c.Input, ScoringJson.Options)).Distinct().Count());
            Assert.All(table, c => Assert.InRange(c.Points, 0, weight));
            if (RuleCurve.Of(rule, weight) is not { } curve)
            {
                Assert.NotEqual(InputKind.Value, rule.Needs.Kind);
                continue;
            }

            curves++;
            var points = curve.Pieces.SelectMany(p => p.Points).ToList();
            Assert.All(points, p => Assert.InRange(p.Points, 0, weight));
            Assert.All(points, p => Assert.InRange(p.Value, curve.From, curve.To));
            Assert.Equal(points.Select(p => p.Value).Order(), points.Select(p => p.Value));
            Assert.Equal(curve.From, points[0].Value);
            Assert.Equal(curve.To, points[^1].Value);
        }

        Assert.InRange(curves, 500, 500);
    }

    [Fact]
    public void The_ends_of_what_can_be_typed_do_no_harm()
    {
        const decimal most = ScoringInput.ValueLimit;
        ScoringRule[] extremes =
        [
            new LinearDecay(most, 0.0001m, 0.0001m), new LinearDecay(-most, most, 10_000, PointsUnit.Points), new LinearDecay(most, most, 1, Direction: DecayDirection.Above),
            new LinearDecay(most, 1, 1, Direction: DecayDirection.Both, Target: -most), new LinearDecay(0, 0.0001m, 0.0000000000000000000000000001m, Direction: DecayDirection.Both, Target: 0),
            new LinearDecay(1, 0.0001m, 10_000, Cutoff: 0.9999m), new Ratio(most), new Ratio(most, RatioDirection.LowerBetterInverse), new Ratio(0.0001m, RatioDirection.LowerBetterExcess),
            new Bands([new(most, 100), new(-most, 10)]), new Bands([.. Enumerable.Range(0, 60).Select(n => new Band(100 - n, 100 - n))]),
            new LowerBands([new(-most, 100), new(most, 10)]), new LowerBands([.. Enumerable.Range(0, 60).Select(n => new LowerBand(n, 100 - n))]),
            new FaultKinds([.. Enumerable.Range(0, 40).Select(n => new FaultKind($"问题{n}", 0.0000000000000000000000000001m, Most: 10_000))]), new FaultKinds([new("甲", 10_000)]),
            new ShortfallCount([new("甲", most), new("乙", 0.0001m)], 0.0001m), new DeductPerOccurrence(0.0000000000000000000000000001m), new DeductPerOccurrence(10_000),
            new Checklist([.. Enumerable.Range(0, 40).Select(n => new ChecklistItem($"{n}", $"项{n}", 1))]),
        ];
        foreach (var rule in extremes)
        {
            Assert.All(RuleTable.Of(rule, 0.01m, "甲").Cases, c => Assert.InRange(c.Points, 0, 0.01m));
            Assert.InRange(RuleTable.Of(rule, 100, "甲").Cases.Count, 2, RuleTable.Most);
            Assert.All(RuleCurve.Of(rule, 100)?.Pieces ?? [], p => Assert.All(p.Points, q => Assert.InRange(q.Points, 0, 100)));
        }

        Assert.Throws<RuleBroken>(() => RuleTable.Of(new LinearDecay(1, 0, 1), 5, "甲"));
        Assert.Throws<RuleBroken>(() => RuleCurve.Of(new Ratio(1), 0));
    }

    public static TheoryData<ScoringRule, int, string> Curves => new()
    {
        { new LinearDecay(95, 1, 1, StepMode: StepMode.Linear, Cutoff: 60), 2, "0:0 60:0 | 60:1.3 95:2 100:2" },
        { new LinearDecay(100, 25, 30), 10, "0:0 | 0:1 25:1 | 25:4 50:4 | 50:7 75:7 | 75:10 100:10 105:10" },
        { new LinearDecay(2, 1, 50, StepMode: StepMode.Ceiling, Direction: DecayDirection.Above, Measure: "天"), 10, "1.2:10 2:10 | 2:5 3:5 | 3:0 4:0 4.3:0" },
        { new LinearDecay(0, 10, 50, StepMode: StepMode.Ceiling, Direction: DecayDirection.Both, Target: 100), 10, "77:0 80:0 90:0 | 90:5 100:5 | 100:10 | 100:5 110:5 | 110:0 120:0 123:0" },
        { new Ratio(80), 8, "0:0 80:8 104:8" },
        { new Ratio(10, RatioDirection.LowerBetterExcess, "天"), 10, "0:10 10:10 20:0 24:0" },
        { new Ratio(0, RatioDirection.Equal, "起"), 10, "0:10 | 0:0 10:0" },
        { new Bands([new(90, 100), new(60, Points: 5)]), 10, "0:0 60:0 | 60:5 90:5 | 90:10 100:10" },
        { new LowerBands([new(1, 100), new(3, Points: 5)]), 10, "0:10 1:10 | 1:5 3:5 | 3:0 3.6:0" },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Steps_are_steps_and_jumps_are_jumps(ScoringRule rule, int weight, string expected)
    {
        var curve = RuleCurve.Of(rule, weight)!;
        Assert.Equal(expected, string.Join(" | ", curve.Pieces.Select(p => string.Join(" ", p.Points.Select(q => $"{Numbers.Plainly(q.Value)}:{Numbers.Plainly(q.Points)}")))));
    }

    [Fact]
    public void Fine_steps_are_drawn_as_a_slope_with_its_cliff()
    {
        var curve = RuleCurve.Of(new LinearDecay(95, 0.1m, 0.1m, Cutoff: 60), 10)!;
        Assert.True(curve.Dense);
        Assert.Equal([new(60, 0), new(0, 0)], curve.Pieces[0].Points.Reverse().Where(p => p.Value is 0 or 60));
        Assert.Equal(new CurvePoint(60, 6.5m), curve.Pieces[1].Points[0]);
        Assert.Equal([new(60, 6.5m)], curve.Kept);
        Assert.False(RuleCurve.Of(new LinearDecay(95, 1, 1, Cutoff: 60), 10)!.Dense);
        Assert.Null(RuleCurve.Of(new MetNotMet(), 10));
    }

    [Fact]
    public void Rules_with_the_same_effect_are_known_whatever_their_words()
    {
        Assert.True(RuleTable.SameEffect(new MetNotMet("是", "否"), new MetNotMet(), 5));
        Assert.True(RuleTable.SameEffect(new LinearDecay(100, 1, 1, StepMode: StepMode.Linear), new Ratio(100), 5));
        Assert.True(RuleTable.SameEffect(new LinearDecay(95, 1, 10, PointsUnit.PercentOfWeight), new LinearDecay(95, 1, 0.5m, PointsUnit.Points), 5));
        Assert.False(RuleTable.SameEffect(new LinearDecay(95, 1, 1), new LinearDecay(95, 1, 1, StepMode: StepMode.Linear), 5));
        Assert.False(RuleTable.SameEffect(new LinearDecay(95, 1, 1), new LinearDecay(95, 1, 1, Cutoff: 60), 5));
        Assert.False(RuleTable.SameEffect(new Tiered([new("1", "好", 100), new("2", "中", 60)]), new Tiered([new("1", "好", 100), new("2", "中", 50)]), 5));
        Assert.False(RuleTable.SameEffect(new MetNotMet(), new ZeroTolerance(), 5));
    }

    [Fact]
    public void Every_figure_has_a_word_and_a_formula_and_every_defect_a_remedy()
    {
        Assert.All(Enum.GetValues<Figure>(), f => Assert.NotEqual(f.ToString(), f.Word()));
        Assert.All(Enum.GetValues<Figure>(), f => Assert.StartsWith(f.Word(), f.Formula(ExecutionDenominator.Received)));
        Assert.All(Enum.GetValues<DefectKind>(), d => Assert.EndsWith("。", d.Remedy()));
        Assert.Equal("预算执行率 = 实际支出 ÷ 年初预算 × 100%", Figure.BudgetExecutionRate.Formula(ExecutionDenominator.InitialBudget));
    }

    [Theory]
    [InlineData("LinearDecay", "BudgetExecutionRate,FundsReceivedRate,BalanceRate,ResultCompletionRate,TargetCompletionRate,Satisfaction")]
    [InlineData("DeductPerOccurrence", "CancelledResults")]
    [InlineData("ZeroTolerance", "CancelledResults")]
    [InlineData("LowerBands", "BudgetExecutionRate,FundsReceivedRate,BalanceRate,ResultCompletionRate,TargetCompletionRate,Satisfaction")]
    [InlineData("FaultKinds", "")]
    [InlineData("Ratio", "CancelledResults")] // the sample measures in 天
    [InlineData("Tiered", "")]
    [InlineData("Expert", "")]
    public void A_rule_takes_the_figures_it_can_score(string kind, string figures)
    {
        Figure[] known = [Figure.BudgetExecutionRate, Figure.FundsReceivedRate, Figure.BalanceRate, Figure.ResultCompletionRate, Figure.TargetCompletionRate, Figure.CancelledResults, Figure.Satisfaction];
        var rule = AllRules.Samples.Single(s => s.Rule.GetType().Name == kind).Rule;
        Assert.Equal(figures, string.Join(',', known.Where(rule.Takes)));
    }

    /// <summary>The rules of the two trees that every installation has can be shown, and their bindings can be chosen.</summary>
    [Theory]
    [InlineData("tree-dongchuan-2020.json", 32)]
    [InlineData("tree-self-2020.json", 8)]
    public void The_rules_of_the_bundled_trees_are_shown(string file, int leaves)
    {
        var tree = System.Text.Json.JsonSerializer.Deserialize<TreeDocument>(TestData.Read(file), ScoringJson.Options)!.ToDraft();
        Assert.Equal(leaves, tree.Leaves().Count);
        foreach (var leaf in tree.Leaves())
        {
            Assert.InRange(RuleTable.Of(leaf.Rule!, leaf.Weight, leaf.Name).Cases.Count, 2, RuleTable.Most);
            Assert.Equal(leaf.Rule!.Needs.Kind == InputKind.Value, RuleCurve.Of(leaf.Rule, leaf.Weight) is not null);
            Assert.True(leaf.Binding is null || leaf.Rule.Takes(leaf.Binding.Figure), leaf.Code);
        }
    }
}

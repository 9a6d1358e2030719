using System.Text.Json;
using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Evaluations;

/// <summary>自评, 部门评价, 财政评价: who may enter what when, what counts, and what it differs by.</summary>
public sealed class KindTests
{
    private static readonly Actor Unit = Some.By(Role.Accountant, 1);
    private static readonly Actor Finance = Some.By(Role.Reviewer, 2) with { Unit = OrganisationKind.FinanceBureau };
    private static readonly Actor Department = Some.By(Role.Reviewer, 5, 55) with { Unit = OrganisationKind.Department };

    /// <summary>Two leaves of 50: one a person judges, one fed by a rate.</summary>
    private static IndicatorTree Tree()
    {
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("A", "甲", 50, new Expert()), id: 1);
        tree.AddIndicator(new("B", "乙", 50, new Ratio(100)), id: 2);
        tree.Publish();
        return tree;
    }

    private static ScoreSheet Now(Project project) => KindScoring.Score(project.Evaluation, Tree(), _ => new("无", null, "无"));

    private static Project Submitted()
    {
        var project = Some.Complete();
        project.Evaluation.Enter(1, null, new JudgedInput(45, "材料"), null, "会议纪要");
        project.Evaluation.Enter(2, null, new ValueInput(100), null, "验收单");
        project.Take(Act.Submit, Unit, Some.Noon, null, Now(project));
        return project;
    }

    private static Project UnderReview()
    {
        var project = Submitted();
        project.Take(Act.Accept, Finance, Some.Noon, null, null);
        return project;
    }

    public static TheoryData<ReviewEntry?, ReviewEntry?, string, string, string> Chains => new()
    {
        // department, finance on leaf A; totals 自评/部门/财政; what counts; reasons
        { null, null, "95 - 95", "FinanceEvaluation", "" },
        { new(null, 40, "缺材料"), null, "95 90 90", "FinanceEvaluation", "部门评价：缺材料" },
        { null, new(null, 30, "核实"), "95 - 80", "FinanceEvaluation", "财政评价：核实" },
        { new(null, 40, "缺材料"), new(null, 30, "核实"), "95 90 80", "FinanceEvaluation", "部门评价：缺材料|财政评价：核实" },
        { new(new JudgedInput(41, "抽查"), null, "抽查"), null, "95 91 91", "FinanceEvaluation", "部门评价：抽查" },
        { new(null, 40, "缺材料"), new(new JudgedInput(44, "补齐"), null, "补齐"), "95 90 94", "FinanceEvaluation", "部门评价：缺材料|财政评价：补齐" },
        { new(new JudgedInput(41, "抽查"), 39, "抽查"), new(null, 45, "同意自评"), "95 89 95", "FinanceEvaluation", "部门评价：抽查|财政评价：抽查；同意自评" },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Each_kind_stands_on_the_one_before_it(ReviewEntry? department, ReviewEntry? finance, string totals, string counts, string reasons)
    {
        var project = Submitted();
        if (department is not null)
        {
            project.Review(Department, 1, 0, 50, department);
        }

        project.Take(Act.Accept, Finance, Some.Noon, null, null);
        if (finance is not null)
        {
            project.Review(Finance, 1, 0, 50, finance);
        }

        var sheet = Now(project);
        string Total(EvaluationKind kind) => sheet.Of(kind) is { } s ? Numbers.Plainly(s.Total) : "-";
        Assert.Equal(totals, string.Join(' ', Enum.GetValues<EvaluationKind>().Select(Total)));
        Assert.Equal(counts, sheet.Kind.ToString());
        Assert.Equal(department is not null || finance is not null, KindScoring.Differs(sheet));
        var row = KindScoring.Compare(sheet)[0];
        Assert.Equal(reasons, string.Join('|', row.Reasons));
        Assert.Equal(sheet.Total - 95m, row.Difference);
        Assert.Equal(department is null && finance is null ? 0 : 1, sheet.Changed.Count());
    }

    [Fact]
    public void Before_any_review_the_units_own_score_counts_and_submitting_freezes_it()
    {
        var project = Submitted();
        Assert.Equal((EvaluationKind.SelfEvaluation, null), (Now(project).Kind, Now(project).Before));
        Assert.Equal((95m, EvaluationKind.SelfEvaluation, 0, 95m), (project.Evaluation.KeptScore, project.Evaluation.KeptKind, project.Evaluation.KeptChanges, project.Evaluation.SelfScore));

        project.Review(Department, 1, 0, 50, new(null, 40, "缺材料"));
        project.Take(Act.Accept, Finance, Some.Noon, null, null);
        project.Review(Finance, 2, 0, 50, new(new ValueInput(80), null, "金额应为八成"));
        project.Evaluation.Keep(Now(project));
        Assert.Equal((80m, EvaluationKind.FinanceEvaluation, 2), (project.Evaluation.KeptScore, project.Evaluation.KeptKind, project.Evaluation.KeptChanges));
        project.Take(Act.Return, Finance, Some.Noon, "退", null);
        project.Take(Act.Submit, Unit, Some.Noon, null, Now(project));
        Assert.Equal(95m, project.Evaluation.SelfScore);
        Assert.All(project.Evaluation.Sheets, s => Assert.Equal((95m, EvaluationKind.SelfEvaluation, null), (s.Sheet.Total, s.Sheet.Kind, s.Sheet.Before)));
    }

    [Fact]
    public void An_own_input_lets_the_rule_compute_and_says_so()
    {
        var project = UnderReview();
        project.Review(Finance, 2, 0, 50, new(new ValueInput(80), null, "评审核实：金额应为80元。"));
        var row = Now(project).Rows[1];
        Assert.Equal((40m, EvaluationKind.FinanceEvaluation, false), (row.Points, row.ReviewedBy, row.Overridden));
        Assert.Equal("财政评价核实：乙80%，指标值100%，按完成比例计：80 ÷ 100 × 50 = 40分，理由：评审核实：金额应为80元。", row.Sentence);
        Assert.Equal("距满分差10分：须达到指标值100%，还差20个百分点。", row.ToFull);
    }

    [Fact]
    public void A_given_score_names_the_kind_that_gave_it()
    {
        var project = Submitted();
        project.Review(Department, 1, 0, 50, new(null, 40, "缺材料"));
        Assert.EndsWith("规则计算45分，部门评价调整为40分，理由：缺材料。", Now(project).Rows[0].Sentence, StringComparison.Ordinal);
        Assert.Equal((EvaluationKind.DepartmentEvaluation, "距满分差10分：评审改分，理由：缺材料。"), (Now(project).Kind, Now(project).Rows[0].ToFull));
    }

    [Fact]
    public void Taking_everything_back_leaves_no_kind_behind()
    {
        var project = Submitted();
        project.Review(Department, 1, 0, 50, new(null, 40, "缺材料"));
        Assert.Equal(55, project.Evaluation.DepartmentId);
        project.Review(Department, 1, 0, 50, new(null, null, "理由还在框里"));
        Assert.Equal((null, EvaluationKind.SelfEvaluation), (project.Evaluation.DepartmentId, Now(project).Kind));
        Assert.Null(project.Evaluation.Scores[0].DepartmentReason);
    }

    public static TheoryData<EvaluationState, string, string?> Doors => new()
    {
        { EvaluationState.Draft, "department", "部门评价在送审之后" },
        { EvaluationState.Submitted, "department", null },
        { EvaluationState.UnderReview, "department", "财政部门已经受理" },
        { EvaluationState.Returned, "department", "部门评价在送审之后" },
        { EvaluationState.Approved, "department", "部门评价在送审之后" },
        { EvaluationState.Published, "department", "部门评价在送审之后" },
        { EvaluationState.Draft, "finance", "须先受理" },
        { EvaluationState.Submitted, "finance", "须先受理" },
        { EvaluationState.UnderReview, "finance", null },
        { EvaluationState.Returned, "finance", "须先受理" },
        { EvaluationState.Approved, "finance", "须先受理" },
        { EvaluationState.UnderReview, "other finance", "由其他评审人员受理" },
        { EvaluationState.Submitted, "own unit", "不能评审本单位的项目" },
        { EvaluationState.UnderReview, "own unit", "不能评审本单位的项目" },
        { EvaluationState.Submitted, "accountant", "只有评审人员" },
        { EvaluationState.UnderReview, "leader", "只有评审人员" },
        { EvaluationState.Submitted, "who submitted", "自己送审" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public void Who_may_enter_what_and_when(EvaluationState state, string who, string? refusal)
    {
        var project = Some.In(state);
        var by = who switch
        {
            "department" => Department,
            "finance" => Finance,
            "other finance" => Finance with { UserId = 7 },
            "own unit" => Department with { OrganisationId = project.OrganisationId },
            "accountant" => Unit,
            "leader" => Some.By(Role.Leader, 3),
            _ => Department with { UserId = 1 },
        };
        var refused = Record.Exception(() => project.Review(by, 1, null, 100, new(null, 50, "理由")));
        if (refusal is null)
        {
            Assert.Null(refused);
            var score = Assert.Single(project.Evaluation.Scores);
            Assert.Equal(who == "department" ? (50m, null) : (null, 50m), (score.DepartmentPoints, score.OverridePoints));
        }
        else
        {
            Assert.Contains(refusal, Assert.IsType<RuleBroken>(refused).Message, StringComparison.Ordinal);
            Assert.Empty(project.Evaluation.Scores);
        }

        Assert.Equal(refusal is null, project.Evaluation.Reviewable(by) is not null && who is not "own unit");
    }

    [Fact]
    public void Two_departments_do_not_write_over_each_other()
    {
        var project = Submitted();
        project.Review(Department, 1, 0, 50, new(null, 40, "缺材料"));
        var other = Department with { UserId = 6, OrganisationId = 66 };
        Assert.Contains("其他部门", Assert.Throws<RuleBroken>(() => project.Review(other, 2, 0, 50, new(null, 1, "理由"))).Message, StringComparison.Ordinal);
        Assert.Null(project.Evaluation.Reviewable(other));
        project.Review(Department with { UserId = 8 }, 2, 0, 50, new(null, 1, "同一部门的同事"));
    }

    [Theory]
    [InlineData(Act.Accept, EvaluationState.Submitted), InlineData(Act.Return, EvaluationState.UnderReview), InlineData(Act.Approve, EvaluationState.UnderReview)]
    public void A_department_takes_no_step_of_the_review(Act act, EvaluationState state)
    {
        var project = Some.In(state);
        Assert.Contains("由财政部门办理", Assert.Throws<RuleBroken>(() => project.Take(act, Department, Some.Noon, "理由", Some.Sheet())).Message, StringComparison.Ordinal);
        Assert.Equal(state, project.Evaluation.State);
    }

    [Theory]
    [InlineData("40", null, null, "OverrideReason")]
    [InlineData("51", null, "理由", "OverridePoints")]
    [InlineData(null, "30", " ", "OverrideReason")]
    [InlineData("-1", "30", null, "OverrideReason,OverridePoints")]
    public void What_differs_needs_a_reason_and_fits_the_weight(string? points, string? judged, string? reason, string faults)
    {
        decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var entry = new ReviewEntry(Number(judged) is { } given ? new JudgedInput(given, "材料") : null, Number(points), reason);
        foreach (var (project, by) in new[] { (Submitted(), Department), (UnderReview(), Finance) })
        {
            var refused = Assert.Throws<RuleBroken>(() => project.Review(by, 1, 0, 50, entry));
            Assert.Equal(faults, string.Join(',', refused.Faults.Select(f => f.Field)));
            Assert.Equal(95m, Now(project).Total);
        }
    }

    [Fact]
    public void A_sheet_frozen_before_kinds_and_sources_is_still_read()
    {
        var sheet = Now(UnderReview());
        var json = JsonSerializer.Serialize(sheet, ScoringJson.Options);
        var back = JsonSerializer.Deserialize<ScoreSheet>(json, ScoringJson.Options)!;
        Assert.Equal((95m, EvaluationKind.FinanceEvaluation, EvaluationKind.SelfEvaluation), (back.Total, back.Kind, back.Before!.Kind));
        Assert.Equal(json, JsonSerializer.Serialize(back, ScoringJson.Options));

        const string old = """
            {"treeCode":"T","treeVersion":1,"leafPlaces":1,"rows":[{"indicatorId":1,"parentId":null,"code":"A","name":"甲","level":1,"isLeaf":true,"weight":100,
            "points":91,"exact":91,"rounded":91,"input":{"type":"Judged","points":91,"reason":"材料","unit":"Points"},"ruleName":"专家评分","sentence":"甲。","overridden":false,"notApplicable":false}],
            "leafTotal":91,"redistribution":null,"cap":null,"total":91,"missing":[],"complete":true,"grade":"Excellent"}
            """;
        var read = JsonSerializer.Deserialize<ScoreSheet>(old, ScoringJson.Options)!;
        Assert.Equal((91m, null, null, null), (read.Total, read.Kind, read.Before, read.Rows[0].FigureSources));
    }

    public static TheoryData<ScoringRule, ScoringInput, string> Lacking => new()
    {
        { new MetNotMet(), new MetInput(false), "须达到“符合要求”" },
        { new Tiered([new("a", "规范", 100), new("b", "不规范", 0)]), new LevelInput("b"), "须评为“规范”" },
        { new DeductPerOccurrence(1), new CountInput(2), "须没有不符合要求的事项，现有2项" },
        { new DeductPerOccurrence(1, Items: ["帐", "表"]), new ItemsInput(["帐"]), "须改正1项：帐" },
        { new ZeroTolerance("违规"), new CountInput(1), "须没有违规，现有1例" },
        { new Checklist([new("a", "慰问", 50), new("b", "灯展", 50)]), new ItemsInput(["a"]), "还须满足1项：灯展" },
        { new Checklist([new("a", "慰问", 50), new("b", "灯展", 50)], ChecklistMode.Deduct), new ItemsInput(["a"]), "还须满足1项：慰问" },
        { new ElementCount([new("a", "依据", 60, true), new("b", "程序", 40)]), new ItemsInput(["b"]), "还须满足1个要点：依据（否决要点）" },
        { new LinearDecay(95, 1, 1), new ValueInput(93.8m), "须达到95%，还差1.2个百分点" },
        { new LinearDecay(10, 1, 1, Direction: DecayDirection.Above, Measure: "天"), new ValueInput(12), "须不超过10天，现高出2天" },
        { new ShortfallCount([new("游园", 3), new("灯展", 1)], 1), new ActualsInput(new Dictionary<string, decimal> { ["游园"] = 1, ["灯展"] = 1 }), "还须补足游园2次" },
        { new Ratio(100), new ValueInput(80), "须达到指标值100%，还差20个百分点" },
        { new Ratio(10, RatioDirection.LowerBetterExcess, "天"), new ValueInput(12), "须不超过指标值10天，现高出2天" },
        { new Bands([new(90, 100), new(60, 50)]), new ValueInput(70), "须达到90%，还差20个百分点" },
        { new LowerBands([new(1, 100), new(3, 50)]), new ValueInput(2.5m), "须不超过1%，现高出1.5个百分点" },
        { new FaultKinds([new("一般问题", 1, Measure: "处"), new("严重问题", 2), new("造假", Veto: true, Measure: "例")]), new CountsInput(new Dictionary<string, int> { ["一般问题"] = 2, ["严重问题"] = 0, ["造假"] = 1 }), "须没有一般问题（现有2处）；造假（现有1例）" },
        { QualitativeRange.National, new JudgedInput(70, "一般"), "须评为“达成年度指标”并给到100%" },
        { new Expert(), new JudgedInput(70, "一般"), "由评价人判断，理由中应写明不足之处" },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void Each_rule_says_what_full_marks_would_take(ScoringRule rule, ScoringInput input, string said)
    {
        var tree = new IndicatorTree("T", "试表");
        tree.AddIndicator(new("A", "甲", 100, rule), id: 1);
        tree.Publish();
        var row = Scorer.Score(tree, [new(1, input)], _ => new("无", null, "无")).Rows[0];
        Assert.Equal($"距满分差{Numbers.Plainly(100 - row.Points!.Value)}分：{said}。", row.ToFull);
    }

    [Theory]
    [InlineData(NotApplicablePolicy.FullMarks, "95", "100")]
    [InlineData(NotApplicablePolicy.RedistributeWeight, "95", "100")]
    public void What_not_applicable_would_do_is_told_beforehand_and_comes_true(NotApplicablePolicy policy, string before, string after)
    {
        var tree = new IndicatorTree("T", "试表");
        tree.Configure(1, policy, ExecutionDenominator.Received, []);
        tree.AddIndicator(new("A", "甲", 50, new Expert()), id: 1);
        tree.AddIndicator(new("B", "乙", 50, new Ratio(100)), id: 2);
        tree.Publish();
        ScoreSheet With(ScoringInput input) => Scorer.Score(tree, [new(1, input), new(2, new ValueInput(100))], _ => new("无", null, "无"));
        var sheet = With(new JudgedInput(45, "材料"));
        var told = Scorer.TotalWithout(tree, sheet, sheet.Rows[0], _ => new("无", null, "无"));
        Assert.Equal((before, after), (Numbers.Plainly(sheet.Total), Numbers.Plainly(told)));
        Assert.Equal(told, With(new NotApplicableInput("无")).Total);
    }
}

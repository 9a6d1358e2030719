using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;
using PerfEval.Domain.Tests.Projects;

namespace PerfEval.Domain.Tests.Checks.Data;

/// <summary>Every check of a project's data: what it must say, what it must not say, and what only looks like it.</summary>
public sealed class ProjectCheckTests
{
    private static readonly Guid T1 = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid T2 = new("11111111-0000-4000-8000-000000000002");

    /// <summary>Spoils a project without findings; the check that must answer (code and severity), how often, and words of its sentence.</summary>
    public static TheoryData<string, Action<Project>, string, int, string> Cases => new()
    {
        // V2
        { "totals as summed", p => p.State(new(200, 190, 10)), "V2", 0, "" },
        { "printed total is off", p => p.State(new(200, 200, null)), "V2 错误", 1, "原文合计“实际支出”200.00元，各行相加为190.00元，合计多10.00元" },
        { "printed totals contradict each other", p => p.State(new(200, 190, 20)), "V2 错误", 2, "合计行不平：拨款200.00元－支出190.00元＝10.00元，原文结余合计20.00元" },
        { "a tail of rounding to 万元", p => { Line(p, Some.Line("其余", 99_900, 99_900)); p.State(new(100_200, null, null)); }, "V2 疑点", 1, "四舍五入的尾差可以解释" },
        { "more than a tail", p => { Line(p, Some.Line("其余", 99_900, 99_900)); p.State(new(100_400, null, null)); }, "V2 错误", 1, "合计多300.00元" },
        { "no judgement while a line is open", p => { p.State(new(200, 190, null)); Line(p, Some.Line("未填", null, null)); }, "V2", 0, "" },
        // V4, V5
        { "received in 万元", p => Fund(p, 0.02m, 0.02m), "V4 疑点", 1, "到位资金与明细实际拨款正好相差一万倍" },
        { "ten thousand times is told once", p => Fund(p, 0.02m, 0.02m), "V5", 1, "大于到位资金" },
        { "source and lines disagree", p => Fund(p, 200, 200, executed: 180), "V5 错误", 1, "来源执行合计180.00元，明细实际支出合计190.00元，相差10.00元" },
        { "source and lines agree", p => Fund(p, 200, 200, executed: 190, back: 10), "V5", 0, "" },
        { "source waits for lines", p => { Fund(p, 200, 200, executed: 180); Line(p, Some.Line("未填", 0, null)); }, "V5 错误", 0, "" },
        { "received is less than spent", p => Fund(p, 200, 150), "V5 疑点", 2, "实际支出190.00元大于到位资金150.00元，超出40.00元" },
        { "received is not allocated", p => Fund(p, 300, 260), "V5 疑点", 1, "到位资金260.00元，明细实际拨款合计200.00元，相差60.00元" },
        { "a difference of rounding to 万元", p => { Fund(p, 2_197_200, 2_197_200, back: 60); Line(p, Some.Line("其余", 2_196_950, 2_196_950)); }, "V5 提示", 1, "按万元保留两位小数四舍五入即相同" },
        { "handed back is not what was left", p => Fund(p, 200, 200, back: 5), "V5 疑点", 1, "到位200.00元－执行190.00元＝10.00元，已交回财政5.00元" },
        { "nobody says what went back", p => Fund(p, 200, 200), "V5 提示", 1, "到位200.00元－执行190.00元＝10.00元，没有填写已交回财政" },
        { "what went back is not known while a line is open", p => { Fund(p, 200, 200); Line(p, Some.Line("未填", 0, null)); }, "V5 提示", 0, "" },
        { "more than the budget arrived", p => Fund(p, 100, 200), "V5 疑点", 1, "到位200.00元，超过全年预算100.00元" },
        { "executed beyond the budget", p => Fund(p, 150, 150), "D-OVER 疑点", 1, "为126.67%，超过100%" },
        // V8
        { "complete against its number", p => Result(p, T1, 9, CompletionState.Completed), "V8 错误", 1, "指标值≥10场，完成值9场，却填“完成”，按数值应为“部分完成”" },
        { "said to be partly complete", p => Result(p, T1, 9, CompletionState.PartlyCompleted), "V8", 0, "" },
        { "two results may add up", p => { Result(p, T1, 6, CompletionState.Completed); Result(p, T1, 4, CompletionState.Completed); }, "V8 疑点", 2, "可能须合并计算" },
        { "exactly may mean at least", p => { Target(p, T1, TargetDirection.Exactly, 10); Result(p, T1, 12, CompletionState.Completed); }, "V8 疑点", 1, "请把方向改为≥" },
        { "a target without a result", p => Target(p, T2, TargetDirection.AtLeast, 5), "V8 疑点", 1, "没有填写完成情况" },
        // D-130
        { "130% without a reason", p => Result(p, T1, 13, CompletionState.Completed), "D-130 疑点", 1, "完成值13场，是指标值≥10场的130.00%，没有说明原因" },
        { "130% with a reason", p => Result(p, T1, 13, CompletionState.Completed, "群众要求加演"), "D-130", 0, "" },
        { "just below 130%", p => Result(p, T1, 12.99m, CompletionState.Completed), "D-130", 0, "" },
        { "less is better", p => { Target(p, T1, TargetDirection.AtMost, 10); Result(p, T1, 2, CompletionState.Completed); }, "D-130", 0, "" },
        // D-VAGUE
        { "vague words", p => Words(p, "进一步提高群众满意度"), "D-VAGUE 疑点", 1, "只写“进一步提高”，没有可衡量的数" },
        { "vague words with a number", p => Words(p, "进一步提高满意度到95%"), "D-VAGUE 提示", 1, "目标文字里有“95%”，没有填成指标值" },
        { "words that are plain", p => Words(p, "建成文化活动室"), "D-VAGUE", 0, "" },
        { "a direction without a value", p => Target(p, T2, TargetDirection.AtLeast, null), "D-VAGUE 缺失", 1, "选了≥，却没有填指标值" },
        // V9
        { "spending on what was cancelled", p => { Line(p, Some.Line("春节游园活动", 50, 50)); Cancel(p, "东川区2020年春节游园活动"); }, "V9 疑点", 1, "该行仍有支出50.00元" },
        { "cancelled and nothing spent", p => { Line(p, Some.Line("春节游园活动", 50, 0, "活动取消")); Cancel(p, "春节游园活动"); }, "V9", 0, "" },
        { "another activity", p => { Line(p, Some.Line("春节灯谜活动", 50, 50)); Cancel(p, "春节游园活动"); }, "V9", 0, "" },
        // V10
        { "one character is different", p => Unit(p, "城市管理综合服务中心", "城市管理综合服务中新"), "V10 疑点", 1, "只差一个字" },
        { "numbers tell apart", p => Unit(p, "第一社区居委会", "第二社区居委会"), "V10 疑点", 0, "" },
        { "short form", p => Unit(p, "昆明市东川区民政局", "民政局"), "V10 提示", 1, "可能是同一个名称的全称和简称" },
        { "brackets and dots", p => Unit(p, "统战部（民宗局）", "统战部(民宗局)"), "V10 提示", 1, "只差空格、标点或全半角" },
        { "the same name", p => Unit(p, "党政办公室", "党政办公室"), "V10 疑点", 0, "" },
        // V13, V15
        { "chapters that are open", p => p.Outline(Some.Outline()), "V13 缺失", 1, "2个必填章节没有内容" },
        { "a chapter that says 无", p => { p.Outline(Some.Outline()); p.WriteSection(p.Sections[0].Id, 0, "无。"); }, "V13 疑点", 1, "只写了“无。”" },
        { "no signature, no date", p => p.Head(new()), "V15 缺失", 2, "没有填写署名" },
        { "signed before the year", p => p.Head(new() { Signatory = "街道办", SignedOn = new(2023, 12, 31) }), "V15 错误", 1, "早于预算年度2024年" },
        { "another year in the title", p => p.Head(new() { Signatory = "街道办", SignedOn = new(2025, 2, 1), Title = "2023年度工作经费评价报告" }), "V15 疑点", 1, "报告标题写2023年" },
        { "the right year among others", p => p.Head(new() { Signatory = "街道办", SignedOn = new(2025, 2, 1), Title = "2023—2024年度 2024年评价报告" }), "V15", 0, "" },
        // Claims without a number
        { "all spent beside a balance", p => Say(p, "全部资金已用完。"), "V7-CLAIM 疑点", 1, "正文说“全部资金已用完”，项目数据还有结余10.00元" },
        { "all spent in other words", p => Say(p, "项目资金已全部使用完毕，无结余。"), "V7-CLAIM 疑点", 2, "" },
        { "all spent and so it is", p => { Line(p, Some.Line("第3项", 0, 10)); Say(p, "全部资金已用完。"); }, "V7-CLAIM", 0, "" },
        { "funds shall be spent", p => Say(p, "确保资金专款专用，抓紧支付。"), "V7-CLAIM", 0, "" },
        { "all goals reached beside a rate", p => { Result(p, T1, 9, CompletionState.PartlyCompleted); Say(p, "各项目标全部完成。"); }, "V7-CLAIM 疑点", 1, "成果完成率为" },
        { "all goals reached, the verb first", p => { Result(p, T1, 9, CompletionState.PartlyCompleted); Say(p, "街道圆满完成了年初既定的各项目标。圆满完成年度绩效目标。"); }, "V7-CLAIM 疑点", 2, "正文说“圆满完成年度绩效目标”" },
        { "all goals shall be reached", p => { Result(p, T1, 9, CompletionState.PartlyCompleted); Say(p, "下一步确保各项目标全部完成。各项任务全部完成的得满分，否则不得分。"); }, "V7-CLAIM", 0, "" },
        { "funds shall be used up", p => Say(p, "力争年底前全部资金使用完毕。"), "V7-CLAIM", 0, "" },
        { "all goals reached and so they are", p => Say(p, "各项目标全部完成。"), "V7-CLAIM", 0, "" },

        // V7
        { "typed and equal", p => Say(p, "全年实际支出190元。"), "V7 提示", 1, "手工填写的，与项目数据一致" },
        { "typed in 万元 and rounded", p => Say(p, "全年实际支出0.02万元。"), "V7 提示", 1, "与项目数据一致" },
        { "live", p => Say(p, "全年实际支出{{实际支出}}。"), "V7", 0, "" },
        { "typed and wrong of the whole", p => Say(p, "项目实际支出180元。"), "V7 错误", 1, "正文“实际支出”180元，项目数据为190元" },
        { "typed and different, of something", p => Say(p, "帮扶工作实际支出180元。"), "V7 疑点", 1, "如果说的是其中一部分" },
        { "another figure of the data says it", p => { Fund(p, 200, 200, executed: 180); Say(p, "项目实际支出180元。"); }, "V7", 0, "" },
        { "a part", p => Say(p, "其中文艺活动实际支出80元。"), "V7", 0, "" },
        { "last year", p => Say(p, "2023年项目实际支出80元。"), "V7", 0, "" },
        { "cut off instead of rounded", p => { Line(p, Some.Line("零头", 0.06m, 0.05m, "节约")); Say(p, "实际支出190.0元，预算执行率95.02%。"); }, "V7 提示", 2, "像是截去尾数而不是四舍五入" },
        { "another denominator", p => { Fund(p, 400, 200); Say(p, "预算执行率47.5%。"); }, "V7 提示", 1, "按另一个分母算的" },
        { "a score that is not the score", p => Say(p, "自评得分为90分。"), "V7 错误", 1, "正文“得分”90分，项目数据为91分" },
        // V16
        { "one rate whatever one divides by", p => Say(p, "预算执行率{{预算执行率}}。"), "V16", 0, "" },
        { "which rate?", p => { Fund(p, 400, 200); Say(p, "预算执行率{{预算执行率}}。"); }, "V16 提示", 1, "按全年预算47.50%，按到位资金95.00%" },
        { "the rate is named", p => { Fund(p, 400, 200); Say(p, "预算执行率（按到位资金）{{预算执行率}}。"); }, "V16", 0, "" },
        // text
        { "a sum in the text", p => Say(p, "共支出190元，其中：慰问100元；演出80元。"), "T-SUM", 1, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_project_is_told_what_does_not_add_up(string name, Action<Project> spoil, string check, int times, string says)
    {
        var project = Clean();
        spoil(project);
        var found = ProjectCheck.Of(project, Some.Sheet()).Findings.Where(f => $"{f.Rule.Code} {f.Severity.Word()}".StartsWith(check, StringComparison.Ordinal)).ToList();
        Assert.True(times == found.Count, $"{name}: {string.Join(" | ", ProjectCheck.Of(project, Some.Sheet()).Findings.Select(f => $"{f.Rule.Code} {f.Severity.Word()} {f.Explanation}"))}");
        Assert.True(times == 0 || found.Exists(f => f.Explanation.Contains(says, StringComparison.Ordinal)), $"{name}: {string.Join(" | ", found.Select(f => f.Explanation))}");
        Assert.All(found, f => Assert.True(f.Remedy.Length > 0 && f.Rule.Clause.Length > 0));
    }

    [Fact]
    public void A_project_in_order_has_no_findings() => Assert.Empty(ProjectCheck.Of(Clean(), Some.Sheet()).Findings);

    [Fact]
    public void Scores_are_held_against_weights_rules_and_totals()
    {
        var sheet = Some.Sheet();
        ScoreSheet With(Func<ScoreRow, ScoreRow> change) => sheet with { Rows = [.. sheet.Rows.Select(change)] };
        string[] Of(ScoreSheet s) => [.. ProjectCheck.Of(Clean(), s).Findings.Select(f => $"{f.Rule.Code} {f.Severity.Word()} {f.Explanation}")];
        Assert.Equal(["V12 错误 A 甲得101分，超过分值100分"], Of(With(r => r with { Points = 101 })));
        Assert.Equal(["V12 错误 A 甲改为80分，没有写理由"], Of(With(r => r with { Overridden = true, OverridePoints = 80, Points = 80 })));
        Assert.Equal(["V12 疑点 A 甲原文90分，按规则复算91分"], Of(With(r => r with { Stated = 90 })));
        Assert.Equal(["V12 提示 A 甲原文90分，按规则复算91分；理由：专家意见"], Of(With(r => r with { Stated = 90, Overridden = true, OverrideReason = "专家意见", OverridePoints = 90 })));
        Assert.Equal(["V11 错误 各指标分值合计90分，应为100分"], Of(With(r => r with { Weight = 90, Points = 85, Rounded = 85 })));
    }

    [Theory]
    [InlineData("90.69", Grade.Excellent, 0), InlineData("89.99", Grade.Excellent, 1), InlineData("89.996", Grade.Excellent, 0), InlineData("60", Grade.Poor, 1)]
    public void A_printed_grade_follows_from_the_printed_score(string score, Grade grade, int findings)
    {
        var project = Clean();
        project.Evaluation.File(null, [], decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), grade);
        Assert.Equal(findings, ProjectCheck.Of(project, null).Findings.Count(f => f.Rule == Scores.Rule));
    }

    [Fact]
    public void One_fact_that_costs_points_twice_is_named_with_both_leaves()
    {
        var tree = new IndicatorTree("T", "试表");
        foreach (var (code, id) in new[] { ("A1", 1), ("A2", 2) })
        {
            tree.AddIndicator(new(code, code, 50, new LinearDecay(100, 1, 1), new FigureBinding(Figure.BudgetExecutionRate)), id: id);
        }

        var project = Clean();
        ScoreSheet Score() => Scorer.Score(tree, [], new ProjectFigures(project, tree.ExecutionDenominator).Get);
        var twice = Assert.Single(TwiceDeducted.Of(new ProjectFacts(project, tree, Score())));
        Assert.StartsWith("A1、A2都按预算执行率扣分，共扣5分", twice.Explanation, StringComparison.Ordinal);
        Assert.Equal(Severity.Hint, twice.Severity);
        project.Apply(LineChanges.Of(Some.Row(Some.Line("第2项", 100, 100), project.Lines[1].Id, 0)));
        Assert.Empty(TwiceDeducted.Of(new ProjectFacts(project, tree, Score())));
    }

    [Fact]
    public void Nothing_throws_on_an_empty_or_a_hostile_project()
    {
        var empty = Some.Project("");
        Assert.Contains(ProjectCheck.Of(empty, null).Findings, f => f.Severity == Severity.Missing);
        var hostile = Some.Project();
        hostile.SaveFunding(Guid.NewGuid(), null, Some.Funds(Money.Limit, Money.Limit, -Money.Limit, -Money.Limit));
        Line(hostile, Some.Line("（（（", Money.Limit, -Money.Limit, null, BudgetLine.QuantityLimit, 1));
        Target(hostile, T1, TargetDirection.Exactly, 0);
        Result(hostile, T1, -1, CompletionState.Completed);
        hostile.AddSection(1, null, "", false, "执行率" + new string('9', 400) + "%{{{{实际支出}}}}{{}} 实际支出999999999999999.999999亿元");
        hostile.AddSection(0, null, null, true, "\n\n{{实际支出}}");
        _ = ProjectCheck.Of(hostile, null);
    }

    /// <summary>A project in which everything adds up: 200 handed out, 190 spent, the rest explained.</summary>
    private static Project Clean()
    {
        var project = Some.Project();
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(200, 200, null, 10));
        project.Apply(new([Some.Row(Some.Line("第1项", 100, 100)), Some.Row(Some.Line("第2项", 100, 90, "节约"))]));
        Target(project, T1, TargetDirection.AtLeast, 10);
        Result(project, T1, 10, CompletionState.Completed);
        project.Head(new() { Signatory = "雨花街道办事处", SignedOn = new(2025, 2, 1) });
        return project;
    }

    private static void Fund(Project project, decimal budget, decimal received, decimal? executed = null, decimal? back = null) =>
        project.SaveFunding(project.Funding[0].Id, 0, Some.Funds(budget, received, executed, back));

    private static void Line(Project project, LineEntry entry) => Assert.True(project.Apply(LineChanges.Of(Some.Row(entry))).Applied);

    private static void Target(Project project, Guid id, TargetDirection direction, decimal? value) => project.SaveTarget(
        id, project.Targets.Any(t => t.Id == id) ? 0 : null, new("党政办", "演出活动", "办好演出", "演出场次", direction, value, "场"));

    private static void Result(Project project, Guid target, decimal? actual, CompletionState state, string? why = null)
    {
        var first = project.Achievements.Count == 1 && project.Achievements[0].ActualValue == 10 ? project.Achievements[0] : null;
        project.SaveAchievement(first?.Id ?? Guid.NewGuid(), first is null ? null : 0, new(target, "党政办", "演出活动", "已演出", actual, state, why));
    }

    private static void Cancel(Project project, string what) =>
        project.SaveAchievement(Guid.NewGuid(), null, new(null, "党政办", "系列活动", what, null, CompletionState.Cancelled, "受疫情影响，取消"));

    private static void Words(Project project, string goal) =>
        project.SaveTarget(T2, null, new("党政办", "演出活动", goal, null, TargetDirection.Qualitative, null, null));

    private static void Unit(Project project, string inLines, string inTargets)
    {
        Line(project, new("日常", "经费", inLines, null, null, null, 0, 0, null));
        project.SaveTarget(T2, null, new(inTargets, "演出活动", "建成一处", "处数", TargetDirection.AtLeast, 1, "处"));
        project.SaveAchievement(Guid.NewGuid(), null, new(T2, inTargets, "演出活动", "建成", 1, CompletionState.Completed, null));
    }

    private static void Say(Project project, string text) => project.AddSection(1, null, "资金使用情况", false, text);
}

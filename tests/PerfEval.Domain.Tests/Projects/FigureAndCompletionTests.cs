using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

public sealed class FigureAndCompletionTests
{
    [Theory]
    [InlineData(TargetDirection.AtLeast, "12", "15", "125")]
    [InlineData(TargetDirection.AtLeast, "12", "12", "100")]
    [InlineData(TargetDirection.AtLeast, "12", "9", "75")]
    [InlineData(TargetDirection.AtLeast, "12", "0", "0")]
    [InlineData(TargetDirection.AtLeast, "12", "-3", "0")]
    [InlineData(TargetDirection.AtLeast, "0", "0", "100")]
    [InlineData(TargetDirection.AtLeast, "0", "5", "100")]
    [InlineData(TargetDirection.AtMost, "10", "8", "100")]
    [InlineData(TargetDirection.AtMost, "10", "10", "100")]
    [InlineData(TargetDirection.AtMost, "10", "15", "50")]
    [InlineData(TargetDirection.AtMost, "10", "20", "0")]
    [InlineData(TargetDirection.AtMost, "10", "35", "0")]
    [InlineData(TargetDirection.AtMost, "10", "0", "100")]
    [InlineData(TargetDirection.AtMost, "10", "-1", "100")]
    [InlineData(TargetDirection.AtMost, "0", "0", "100")]
    [InlineData(TargetDirection.AtMost, "0", "1", "0")]
    [InlineData(TargetDirection.Exactly, "10", "10", "100")]
    [InlineData(TargetDirection.Exactly, "10", "4", "40")]
    [InlineData(TargetDirection.Exactly, "10", "12", "120")]
    [InlineData(TargetDirection.Exactly, "10", "-2", "0")]
    [InlineData(TargetDirection.Exactly, "0", "0", "100")]
    [InlineData(TargetDirection.Exactly, "0", "3", null)]
    [InlineData(TargetDirection.AtLeast, null, "3", null)]
    [InlineData(TargetDirection.AtMost, "3", null, null)]
    [InlineData(TargetDirection.Qualitative, "3", "3", null)]
    public void Rate_of_completion(TargetDirection direction, string? target, string? actual, string? percent) =>
        Assert.Equal(Number(percent), Completion.Rate(direction, Number(target), Number(actual)));

    [Theory]
    [InlineData(TargetDirection.AtLeast, "12", "12", CompletionState.Completed), InlineData(TargetDirection.AtLeast, "12", "11", CompletionState.PartlyCompleted)]
    [InlineData(TargetDirection.AtLeast, "12", "0", CompletionState.NotCompleted), InlineData(TargetDirection.AtMost, "10", "10", CompletionState.Completed)]
    [InlineData(TargetDirection.AtMost, "10", "11", CompletionState.PartlyCompleted), InlineData(TargetDirection.Exactly, "10", "10", CompletionState.Completed)]
    [InlineData(TargetDirection.Exactly, "10", "12", CompletionState.PartlyCompleted), InlineData(TargetDirection.Qualitative, "1", "1", null), InlineData(TargetDirection.AtLeast, "1", null, null)]
    public void Suggested_state(TargetDirection direction, string target, string? actual, CompletionState? state) =>
        Assert.Equal(state, Completion.Suggested(direction, Number(target), Number(actual)));

    [Fact]
    public void Formulas_carry_their_numbers()
    {
        var project = Some.Project().With((4_000_000, 3_600_000), (500_000, 450_000));
        var source = project.SaveFunding(Guid.NewGuid(), null, Some.Funds(4_600_000, 4_500_000));
        project.AdjustBudget(source.Id, Guid.NewGuid(), new(2024, 8, 15), "文号", 400_000);
        var target = project.SaveTarget(Guid.NewGuid(), null, new("甲", "乙", "丙", "场次", TargetDirection.AtLeast, 10, "场"));
        var other = project.SaveTarget(Guid.NewGuid(), null, new("甲", "乙", "丁", "天数", TargetDirection.AtMost, 10, "天"));
        project.SaveAchievement(Guid.NewGuid(), null, new(target.Id, null, null, "办了", 12, CompletionState.Completed, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(other.Id, null, null, "慢了", 15, CompletionState.PartlyCompleted, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(null, null, null, "没办", null, CompletionState.Cancelled, "受疫情影响，取消"));
        var figures = new ProjectFigures(project);

        (Figure Figure, ExecutionDenominator? By, decimal? Value, string Formula)[] expected =
        [
            (Figure.BudgetExecutionRate, null, 90, "预算执行率 = 实际支出4050000元 ÷ 到位资金4500000元 × 100% = 90.00%"),
            (Figure.BudgetExecutionRate, ExecutionDenominator.AdjustedBudget, 81, "预算执行率 = 实际支出4050000元 ÷ 全年预算5000000元 × 100% = 81.00%"),
            (Figure.BudgetExecutionRate, ExecutionDenominator.Allocated, 90, "预算执行率 = 实际支出4050000元 ÷ 实际拨款4500000元 × 100% = 90.00%"),
            (Figure.FundsReceivedRate, null, 90, "资金到位率 = 到位资金4500000元 ÷ 全年预算5000000元 × 100% = 90.00%"),
            (Figure.BalanceRate, null, 10, "结余率 = 结余450000元 ÷ 实际拨款4500000元 × 100% = 10.00%"),
            (Figure.ResultCompletionRate, null, 100m / 3, "成果完成率 = 已完成1项 ÷ 全部成果3项 × 100% = 33.33%"),
            (Figure.TargetCompletionRate, null, 75, "目标完成率 = 2项定量目标完成率（超过100%的按100%计）的平均 = 75.00%"),
            (Figure.CancelledResults, null, 1, "完成情况为“取消”的成果1项"),
            (Figure.Satisfaction, null, null, "本项目没有满意度调查结果，请人工填列"),
            (Figure.SingleTargetCompletionRate, null, null, "没有与本指标同名的目标，请选择由哪一项目标计算"),
            (Figure.PlannedResults, null, 3, "计划的活动 = 全部成果3项"),
            (Figure.CompletedResults, null, 1, "填“完成”且完成值没有低于指标值的成果1项"),
        ];
        Assert.Equal(Enum.GetValues<Figure>(), expected.Select(e => e.Figure).Distinct());
        foreach (var (figure, by, value, formula) in expected)
        {
            var got = figures.Get(new(figure, by));
            Assert.Equal((Rounded(value), formula), (Rounded(got.Value), got.Formula));
        }

        Assert.Equal(
            ("4600000元", "5000000元", "450000元", "——", "90.00%", "2项", "2024年", "雨花街道办事处"),
            (figures.Quotable()["年初预算"], figures.Quotable()["全年预算"], figures.Quotable()["结余"], figures.Quotable()["交回财政"],
                figures.Quotable()["预算执行率"], figures.Quotable()["目标数"], figures.Quotable()["预算年度"], figures.Quotable()["项目单位"]));
    }

    [Fact]
    public void An_empty_project_has_no_figure_and_says_why()
    {
        var figures = new ProjectFigures(Some.Project());
        foreach (var figure in Enum.GetValues<Figure>().Where(f => f is not (Figure.CancelledResults or Figure.PlannedResults or Figure.CompletedResults)))
        {
            var got = figures.Get(new(figure));
            Assert.Null(got.Value);
            Assert.Matches("尚未填列|没有|还没有", got.Formula);
        }
    }

    [Fact]
    public void Results_let_go_of_a_deleted_target_and_refuse_a_foreign_one()
    {
        var project = Some.Project();
        var target = project.SaveTarget(Guid.NewGuid(), null, new("甲", "乙", "丙", null, TargetDirection.Qualitative, 5, null));
        Assert.Null(target.TargetValue);
        var result = project.SaveAchievement(Guid.NewGuid(), null, new(target.Id, null, null, "丁", null, CompletionState.Completed, null));
        Assert.Throws<RuleBroken>(() => project.SaveAchievement(Guid.NewGuid(), null, new(Guid.NewGuid(), null, null, "丁", null, CompletionState.Completed, null)));
        project.RemoveTarget(target.Id, 0);
        Assert.Same(result, Assert.Single(project.Achievements));
        Assert.Null(result.TargetId);
    }

    [Fact]
    public void An_objective_per_kind_is_written_changed_and_removed()
    {
        var project = Some.Project();
        project.SaveObjective(ObjectiveKind.Annual, null, " 一 ");
        project.SaveObjective(ObjectiveKind.Annual, null, "一");
        Assert.Throws<RowStale>(() => project.SaveObjective(ObjectiveKind.Annual, null, "二"));
        Assert.Throws<RowStale>(() => project.SaveObjective(ObjectiveKind.Overall, 1, "二"));
        project.SaveObjective(ObjectiveKind.Annual, 0, "二");
        Assert.Equal("二", Assert.Single(project.Objectives).Text);
        project.SaveObjective(ObjectiveKind.Annual, 0, " ");
        Assert.Empty(project.Objectives);
    }

    private static decimal? Rounded(decimal? value) => value is { } v ? Rounding.Round(v, 10) : null;

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

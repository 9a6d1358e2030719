using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

public sealed class FundingAndMoneyTests
{
    [Fact]
    public void Adjustments_change_the_yearly_budget_and_stand_in_order()
    {
        var project = Some.Project();
        var source = project.SaveFunding(Guid.NewGuid(), null, Some.Funds(4_600_000, 4_500_000));
        var late = Guid.NewGuid();
        project.AdjustBudget(source.Id, late, new(2024, 11, 1), "呈财预〔2024〕50号", 30_000.5m);
        project.AdjustBudget(source.Id, Guid.NewGuid(), new(2024, 8, 15), " 呈财预〔2024〕36号 ", -100_000);
        project.AdjustBudget(source.Id, late, new(2024, 11, 1), "呈财预〔2024〕50号", 30_000.5m);

        Assert.Equal(["呈财预〔2024〕36号", "呈财预〔2024〕50号"], source.Adjustments.Select(a => a.Document));
        Assert.Equal(4_530_000.5m, source.AdjustedBudget);
        Assert.Equal((4_600_000m, 4_530_000.5m), (ProjectMoney.Of(project).InitialBudget, ProjectMoney.Of(project).AdjustedBudget));
        project.RemoveAdjustment(source.Id, late);
        Assert.Equal(4_500_000m, source.AdjustedBudget);
        Assert.Throws<RowStale>(() => project.RemoveAdjustment(source.Id, late));
    }

    [Theory]
    [InlineData("1900-01-01", "文号", "1", "Date")]
    [InlineData("2024-08-15", " ", "1", "Document")]
    [InlineData("2024-08-15", null, "1", "Document")]
    [InlineData("2024-08-15", "文号", "0", "Amount")]
    [InlineData("1899-12-31", "", "0", "Date,Document,Amount")]
    [InlineData("2024-08-15", "长", "1", "Document")]
    public void Faults_of_an_adjustment_come_at_once(string date, string? document, string amount, string fields)
    {
        var project = Some.Project();
        var source = project.SaveFunding(Guid.NewGuid(), null, Some.Funds(1));
        var text = document == "长" ? new string('长', BudgetAdjustment.DocumentLength + 1) : document;
        var broken = Assert.Throws<RuleBroken>(() => project.AdjustBudget(
            source.Id, Guid.NewGuid(), DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), text, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(fields, string.Join(',', broken.Faults.Select(f => f.Field)));
        Assert.Empty(source.Adjustments);
    }

    [Fact]
    public void Rows_that_somebody_else_changed_or_deleted_are_refused()
    {
        var project = Some.Project();
        var source = project.SaveFunding(Guid.NewGuid(), null, Some.Funds(1));
        Assert.Throws<RowStale>(() => project.SaveFunding(source.Id, 3, Some.Funds(2)));
        Assert.Throws<RowStale>(() => project.SaveFunding(Guid.NewGuid(), 0, Some.Funds(2)));
        Assert.Throws<RowStale>(() => project.RemoveFunding(source.Id, 3));
        Assert.Throws<RowStale>(() => project.AdjustBudget(Guid.NewGuid(), Guid.NewGuid(), new(2024, 1, 1), "文号", 1));
        Assert.Throws<RowStale>(() => project.Change(new(2024, "改", null, null, null), 9));
        Assert.Equal(1m, source.InitialBudget);
        project.SaveFunding(source.Id, 0, Some.Funds(5));
        Assert.Equal(5m, Assert.Single(project.Funding).InitialBudget);
    }

    /// <summary>000: 支出按来源 1,119,231.68, the items add up to 1,089,231.68; 880,768.32 went back.</summary>
    [Fact]
    public void Money_of_000()
    {
        var project = Some.Project("斗南", 2019);
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(2_000_000, 2_000_000, 1_119_231.68m, 880_768.32m));
        var money = ProjectMoney.Of(project);
        Assert.Equal([null, null, true], money.Identities.Select(i => i.Holds));
        Assert.Equal((1_119_231.68m, 880_768.32m), (money.Spent, money.Balance));

        project.With((null, 1_089_231.68m));
        money = ProjectMoney.Of(project);
        Assert.Equal((1_089_231.68m, 910_768.32m, 1), (money.Spent, money.Balance, money.LinesWithout));
        Assert.Equal([null, false, false], money.Identities.Select(i => i.Holds));
        Assert.Equal([null, 30_000m, 30_000m], money.Identities.Select(i => i.Difference));
        Assert.Equal("54.46%", Percent.Show(money.Rate));
    }

    /// <summary>The money panel waits for 已交回财政 exactly where 体检 asks for it: money is left, every line is filled in, nobody says what went back.</summary>
    [Theory]
    [InlineData(100, 90, null, true)]
    [InlineData(100, 100, null, false)]
    [InlineData(100, 110, null, false)]
    [InlineData(100, 90, 0, false)]
    [InlineData(100, 90, 10, false)]
    [InlineData(100, null, null, false)]
    [InlineData(null, 90, null, false)]
    public void What_went_back_is_waited_for_and_asked_for_together(int? received, int? spent, int? back, bool awaited)
    {
        var project = Some.Project().With((100, spent));
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(100, received, null, back));
        var money = ProjectMoney.Of(project);
        Assert.Equal(awaited, money.AwaitsHandBack);
        Assert.Equal(awaited, money.Told.Any(i => i.Name.EndsWith("已交回财政", StringComparison.Ordinal) && i.Holds is null));
        var asked = FundingAndUse.Of(new(project, null, null)).Where(f => f.Explanation.Contains("没有填写已交回财政", StringComparison.Ordinal)).ToList();
        Assert.Equal(awaited ? [Severity.Hint] : [], asked.Select(f => f.Severity));
    }

    [Fact]
    public void Every_live_figure_leads_to_the_page_where_its_data_are_entered()
    {
        var project = Some.Complete();
        var names = ProjectFigures.Quotable(project, null, Some.Sheet()).Keys;
        Assert.Equal(["项目单位", "项目名称", "预算年度"], names.Where(n => ProjectFigures.EnteredAt(n, project) == ReadinessPlace.Overview).Order(StringComparer.Ordinal));
        Assert.Equal((ReadinessPlace.Spending, ReadinessPlace.Funding), (ProjectFigures.EnteredAt("实际支出", project), ProjectFigures.EnteredAt("实际支出", Some.Project())));
        Assert.Equal((ReadinessPlace.Survey, ReadinessPlace.Scoring, ReadinessPlace.Targets), (ProjectFigures.EnteredAt("满意度", project), ProjectFigures.EnteredAt("等级", project), ProjectFigures.EnteredAt("成果数", project)));
    }

    /// <summary>001: 176.77+87.63+10+8.69+5.81 = 288.90 万元, the text says 288.89.</summary>
    [Fact]
    public void Money_of_001()
    {
        var project = Some.Project("党建", 2021).With((1_767_700, null), (876_300, null), (100_000, null), (86_900, null), (58_100, null));
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(null, 2_888_900));
        var money = ProjectMoney.Of(project);
        Assert.Equal((2_889_000m, -100m), (money.Allocated, money.Identities[0].Difference));
        Assert.Equal([false, null, null], money.Identities.Select(i => i.Holds));
        Assert.Null(money.Spent);
        Assert.Null(money.Rate);
        Assert.Null(money.Balance);
    }

    /// <summary>004: sums of the 29 lines; the paper's own total of spending is 10,000 higher.</summary>
    [Fact]
    public void Money_of_004()
    {
        var project = Some.Project("春节", 2020).With((2_137_150, 2_068_504.6m), (60_000, 50_000));
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(2_197_200, 2_197_200));
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(2_334_700));
        var money = ProjectMoney.Of(project);
        Assert.Equal((2_197_150m, 2_118_504.6m, 78_645.4m), (money.Allocated, money.Spent, money.Balance));
        Assert.Equal((4_531_900m, 2_197_200m), (money.InitialBudget, money.Received));
        Assert.Equal(
            ["46.75%", "46.75%", "96.42%", "96.42%"],
            Enum.GetValues<ExecutionDenominator>().Select(d => Percent.Show(money.ExecutionRate(d))));
        Assert.Equal(78_645.4m / 2_197_150m * 100, new ProjectFigures(project).Get(new(Figure.BalanceRate)).Value);
    }

    [Fact]
    public void A_rate_by_nothing_is_no_rate()
    {
        var project = Some.Project().With((0, 5));
        Assert.Null(ProjectMoney.Of(project).ExecutionRate(ExecutionDenominator.Allocated));
        Assert.Equal("预算执行率 = 实际支出 ÷ 实际拨款：实际拨款为0，无法计算", new ProjectFigures(project).Get(new(Figure.BudgetExecutionRate, ExecutionDenominator.Allocated)).Formula);
    }
}

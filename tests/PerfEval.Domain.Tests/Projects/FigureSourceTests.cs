using System.Text.Json;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

/// <summary>A figure names the rows it was computed from; the rows add up to what its formula says.</summary>
public sealed class FigureSourceTests
{
    private static Project Made()
    {
        var project = Some.Project();
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(1_000, 900));
        project.SaveFunding(Guid.NewGuid(), null, Some.Funds(500, 400));
        Assert.True(project.Apply(new(
        [
            Some.Row(new("慰问", "物资", "办", null, null, null, 600, 500, null)), Some.Row(new("慰问", "车辆", "办", null, null, null, 100, 100, null)),
            Some.Row(new("灯展", "灯具", "办", null, null, null, 600, 600, null)), Some.Row(new(null, "其他", "办", null, null, null, null, null, null)),
        ])).Applied);
        return project;
    }

    public static TheoryData<FigureBinding, string[]> Money => new()
    {
        { new(Figure.BudgetExecutionRate, ExecutionDenominator.InitialBudget), ["实际支出=1200", "年初预算=1500"] },
        { new(Figure.BudgetExecutionRate, ExecutionDenominator.AdjustedBudget), ["实际支出=1200", "全年预算=1500"] },
        { new(Figure.BudgetExecutionRate, ExecutionDenominator.Received), ["实际支出=1200", "到位资金=1300"] },
        { new(Figure.BudgetExecutionRate, ExecutionDenominator.Allocated), ["实际支出=1200", "实际拨款=1300"] },
        { new(Figure.FundsReceivedRate), ["到位资金=1300", "全年预算=1500"] },
        { new(Figure.BalanceRate), ["结余=100", "实际拨款=1300"] },
    };

    [Theory]
    [MemberData(nameof(Money))]
    public void Rows_add_up_to_the_formula(FigureBinding binding, string[] sums)
    {
        var figure = new ProjectFigures(Made()).Get(binding);
        Assert.Equal(sums, figure.Sources!.GroupBy(s => s.Term).Select(t => $"{t.Key}={Numbers.Plainly(t.Sum(s => s.Amount ?? 0))}"));
        Assert.All(sums, sum => Assert.Contains(sum.Replace("=", ""), figure.Formula, StringComparison.Ordinal));
        Assert.All(figure.Sources!, s => Assert.Equal(s.Place == FigurePlace.LineGroup, s.RowId is null));
    }

    [Fact]
    public void Lines_stand_together_by_activity_and_unknown_amounts_stay_unknown()
    {
        var spent = new ProjectFigures(Made()).Get(new(Figure.BudgetExecutionRate)).Sources!.Where(s => s.Term == "实际支出").ToList();
        Assert.Equal([("慰问", 600m, "2行"), ("灯展", 600m, "1行"), ("未分活动的明细", null, "1行")], spent.Select(s => (s.Label, s.Amount, s.Remark!)));
    }

    [Theory]
    [InlineData("场次", null, "75", "“场次”完成率 = 完成值9场，指标值≥12场 = 75.00%（按指标名称对应的目标）")]
    [InlineData(" 场 次。", null, "75", "“场次”完成率")]
    [InlineData("别的指标", null, null, "没有与本指标同名的目标")]
    [InlineData("同名", null, null, "有2项目标与本指标同名")]
    [InlineData("别的指标", 1, "100", "“天数”完成率 = 完成值8天，指标值≤10天 = 100.00%（由单位选定的目标）")]
    [InlineData("场次", 9, null, "所选目标已经删除")]
    [InlineData("别的指标", 2, null, "还没有填写完成值")]
    public void One_target_feeds_a_leaf_by_choice_or_by_name(string leaf, int? chosen, string? rate, string said)
    {
        var project = Some.Project();
        var targets = new[] { ("场次", TargetDirection.AtLeast, 12m, "场"), ("天数", TargetDirection.AtMost, 10m, "天"), ("同名", TargetDirection.AtLeast, 1m, "个"), ("同名", TargetDirection.AtLeast, 2m, "个") }
            .Select(t => project.SaveTarget(Guid.NewGuid(), null, new("甲", "乙", "丙", t.Item1, t.Item2, t.Item3, t.Item4))).ToList();
        project.SaveAchievement(Guid.NewGuid(), null, new(targets[0].Id, null, null, "办了", 9, CompletionState.PartlyCompleted, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(targets[1].Id, null, null, "按时", 8, CompletionState.Completed, null));
        var figure = new ProjectFigures(project).Get(new(Figure.SingleTargetCompletionRate)
        {
            LeafName = leaf,
            TargetId = chosen is not { } n ? null : n < targets.Count ? targets[n].Id : Guid.NewGuid(),
        });
        Assert.Equal(rate is null ? null : decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture), figure.Value);
        Assert.Contains(said, figure.Formula, StringComparison.Ordinal);
        Assert.Equal(rate is null ? 0 : 1, figure.Sources?.Count(s => s.Place == FigurePlace.Result) ?? 0);
    }

    [Fact]
    public void Activities_are_counted_as_planned_completed_and_cancelled()
    {
        var project = Some.Project();
        var target = project.SaveTarget(Guid.NewGuid(), null, new("甲", "乙", "丙", "场次", TargetDirection.AtLeast, 12, "场"));
        project.SaveTarget(Guid.NewGuid(), null, new("甲", "丁", "丙", null, TargetDirection.Qualitative, null, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(target.Id, null, "游园", "少办", 9, CompletionState.Completed, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(null, null, "灯展", "办了", null, CompletionState.Completed, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(null, null, "龙狮", "没办", null, CompletionState.Cancelled, "因疫情取消"));
        var figures = new ProjectFigures(project);
        Assert.Equal([4m, 1m, 1m], new[] { Figure.PlannedResults, Figure.CompletedResults, Figure.CancelledResults }.Select(f => figures.Get(new(f)).Value!.Value));
        Assert.Equal("计划的活动 = 全部成果3项 + 没有填写成果的目标1项 = 4项", figures.Get(new(Figure.PlannedResults)).Formula);
        Assert.Equal(["龙狮 因疫情取消"], figures.Get(new(Figure.CancelledResults)).Sources!.Select(s => $"{s.Label} {s.Remark}"));
        Assert.Equal(["灯展"], figures.Get(new(Figure.CompletedResults)).Sources!.Select(s => s.Label));
    }

    [Fact]
    public void A_deleted_target_feeds_no_leaf_any_more()
    {
        var project = Some.Complete();
        var target = project.Targets[0];
        project.Evaluation.Enter(1, null, null, null, null, target.Id);
        project.RemoveTarget(target.Id, 0);
        Assert.Null(project.Evaluation.Scores[0].TargetId);
    }

    [Fact]
    public void A_binding_stored_with_a_tree_knows_no_project()
    {
        var json = JsonSerializer.Serialize(new FigureBinding(Figure.SingleTargetCompletionRate) { TargetId = Guid.NewGuid(), LeafName = "甲" }, ScoringJson.Options);
        Assert.Equal("""{"figure":"SingleTargetCompletionRate"}""", json);
    }
}

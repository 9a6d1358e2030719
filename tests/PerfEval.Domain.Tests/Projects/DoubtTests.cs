using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

public sealed class DoubtTests
{
    [Fact]
    public void A_result_that_its_numbers_contradict_is_not_complete_and_an_unanswered_target_counts()
    {
        var project = Some.Project();
        var (met, missed, open) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { met, missed, open })
        {
            project.SaveTarget(id, null, new("街道办", "活动", "开放300天", "开放天数", TargetDirection.AtLeast, 300, "天"));
        }

        project.SaveAchievement(Guid.NewGuid(), null, new(met, null, null, "开放310天", 310, CompletionState.Completed, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(missed, null, null, "开放280天", 280, CompletionState.Completed, null));

        var rate = new ProjectFigures(project).Get(new(Figure.ResultCompletionRate));

        Assert.Equal("成果完成率 = 已完成1项 ÷ 全部成果和目标（含1项没有填写成果的目标）3项 × 100% = 33.33%", rate.Formula);
        var doubts = Readiness.Doubts(project).Select(d => d.Message).ToList();
        Assert.Contains("1项有指标值的目标没有填写完成情况", doubts);
        Assert.Contains("1项成果填“完成”，但完成值没有达到指标值", doubts);
    }

    [Fact]
    public void A_paper_that_pairs_no_result_with_a_target_counts_its_results_alone()
    {
        var project = Some.Project();
        project.SaveTarget(Guid.NewGuid(), null, new(null, null, "慰问", null, TargetDirection.Qualitative, null, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(null, null, null, "已慰问", null, CompletionState.Completed, null));
        Assert.Equal(100m, new ProjectFigures(project).Get(new(Figure.ResultCompletionRate)).Value);
    }

    [Fact]
    public void Doubtful_lines_and_sums_are_said_with_their_place()
    {
        var project = Some.Project().With((100, 90), (50, 50));
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", 200, 200, null, null, null));
        var doubts = Readiness.Doubts(project);
        Assert.Contains(doubts, d => d is { Place: ReadinessPlace.Spending } && d.Message.StartsWith("1行支出明细有疑点", StringComparison.Ordinal));
        Assert.Contains(doubts, d => d is { Place: ReadinessPlace.Funding, Message: "到位资金 ＝ 明细实际拨款 不符，差50.00元" });
        Assert.Contains(doubts, d => d is { Place: ReadinessPlace.Overview, Message: "没有填写成文日期" });
    }
}

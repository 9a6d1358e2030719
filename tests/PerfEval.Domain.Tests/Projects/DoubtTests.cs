using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
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
        var found = CompletionStates.Of(new ProjectFacts(project, null, null)).ToList();
        Assert.Equal([(Severity.Error, missed), (Severity.Doubt, open)], found.Select(f => (f.Severity, f.Severity == Severity.Error ? missed : Guid.Parse(((CheckPlace.Cell)f.Place).Row))));
        Assert.Contains("完成值280天，却填“完成”", found[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_that_pairs_no_result_with_a_target_counts_its_results_alone()
    {
        var project = Some.Project();
        project.SaveTarget(Guid.NewGuid(), null, new(null, null, "慰问", null, TargetDirection.Qualitative, null, null));
        project.SaveAchievement(Guid.NewGuid(), null, new(null, null, null, "已慰问", null, CompletionState.Completed, null));
        Assert.Equal(100m, new ProjectFigures(project).Get(new(Figure.ResultCompletionRate)).Value);
    }
}
